internal import Glibc

/// The bytes of a file, read at once.
enum FileBytes {
    /// Whether there is a file, a folder, or nothing at a path.
    enum Kind {
        case file
        case folder
        case nothing
    }

    /// What stands at a path.
    static func kind(ofPath path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// Whether a path names a file without a single byte.
    static func isEmpty(path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    /// Reads a whole file.
    /// - Throws: That it is missing, a folder, or what the system says against reading it.
    static func read(path: String) throws(Fault) -> [UInt8] {
        switch kind(ofPath: path) {
        case .nothing: throw .fileMissing
        case .folder: throw .isDirectory
        case .file: break
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        let expected = fstat(descriptor, &status) == 0 ? max(0, Int(status.st_size)) : 0
        var code: Int32 = 0
        // One byte more than the file is said to hold shows the end without a second turn.
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            code = fill(buffer, from: descriptor, count: &count)
        }
        while code == 0, bytes.count > expected {
            // The file has grown, or its size is not known beforehand (a pipe): go on until its end.
            let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                code = fill(buffer, from: descriptor, count: &count)
            }
            if more.isEmpty { break }
            bytes += more
        }
        guard code == 0 else { throw .cannotRead(reason: String(cString: strerror(code))) }
        return bytes
    }

    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, count: inout Int
    ) -> Int32 {
        count = 0
        while count < buffer.count, let base = buffer.baseAddress {
            let got = Glibc.read(descriptor, base + count, buffer.count - count)
            if got > 0 {
                count += got
            } else if got == 0 {
                return 0
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
