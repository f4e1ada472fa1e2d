internal import Crypto
internal import Glibc

/// The SHA-256 of what a study was read from.
package enum InputDigest {
    /// The digest of a whole file, in lower-case hexadecimal digits; read piece by piece, so that a file of
    /// any size fits.
    ///
    /// - Throws: That the file is missing, a folder, or what the system says against reading it.
    package static func sha256(ofFile path: String) throws(Fault) -> String {
        switch FileBytes.kind(ofPath: path) {
        case .nothing: throw .fileMissing
        case .folder: throw .isDirectory
        case .file: break
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var hash = SHA256()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                throw .cannotRead(reason: String(cString: strerror(errno)))
            }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        }
        return hexadecimal(hash.finalize())
    }

    /// The digest of a table's rows in the byte order of their ids: what stands for a source that is no file.
    ///
    /// Each cell and each coordinate counts, with its length, so that no two tables are mistaken for one.
    package static func sha256(of table: RawTable, idColumn: Int?) -> String {
        let order = table.rows.indices.sorted { a, b in
            guard let idColumn else { return a < b }
            let (x, y) = (table.rows[a].cells[idColumn], table.rows[b].cells[idColumn])
            return x == y ? a < b : x.utf8.lexicographicallyPrecedes(y.utf8)
        }
        var hash = SHA256()
        func add(_ text: String) {
            hash.update(data: Array("\(text.utf8.count):".utf8))
            hash.update(data: Array(text.utf8))
        }
        for name in table.header { add(name) }
        for index in order {
            for cell in table.rows[index].cells { add(cell) }
            add(table.rows[index].geometry.map { "\($0)" } ?? "")
        }
        return hexadecimal(hash.finalize())
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
