internal import Foundation

/// A change of several files that happens as a whole: staged beside the targets, put in place, and undone
/// where any step is refused.
struct FolderChange {
    /// What the system would not do.
    struct Refusal: Error {
        /// The file or folder.
        let url: URL
        /// The system's words.
        let words: String

        /// Takes the system's last error for a file or folder.
        init(_ url: URL, _ code: Int32 = errno) {
            self.url = url
            words = String(cString: strerror(code))
        }
    }

    private let mark = "part-\(ProcessInfo.processInfo.processIdentifier)"
    private var staged: [(part: URL, target: URL)] = []
    private var madeFolders: [URL] = []
    /// Files that were there before, under the name that they are kept by until all is done.
    private var kept: [(old: URL, target: URL)] = []
    /// Targets that were not there before.
    private var made: [URL] = []

    /// Begins a file beside the target, making its folders.
    mutating func begin(_ target: URL) throws(Refusal) -> StagedFile {
        try makeFolder(target.deletingLastPathComponent())
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder), isFolder.boolValue {
            throw Refusal(target, EISDIR)
        }
        let part = target.appendingPathExtension(mark)
        let descriptor = open(part.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Refusal(target) }
        staged.append((part, target))
        return StagedFile(target: target, descriptor: descriptor)
    }

    /// A file that is being written beside its target.
    struct StagedFile {
        fileprivate let target: URL
        fileprivate let descriptor: Int32

        /// Writes the next of it; closes it where the system would not.
        func write(_ contents: [UInt8]) throws(Refusal) {
            var written = 0
            while written < contents.count {
                let count = contents[written...].withUnsafeBytes {
                    Foundation.write(descriptor, $0.baseAddress, $0.count)
                }
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else {
                    let refusal = Refusal(target)
                    Foundation.close(descriptor)
                    throw refusal
                }
                written += count
            }
        }

        /// Ends it.
        func close() throws(Refusal) {
            // Some file systems say only here that the disk is full.
            guard Foundation.close(descriptor) == 0 else { throw Refusal(target) }
        }
    }

    /// Gives every staged file its name.
    mutating func putInPlace() throws(Refusal) {
        for (part, target) in staged {
            try keep(target)
            guard rename(part.path, target.path) == 0 else { throw Refusal(target) }
        }
    }

    /// Removes a file, if there is one.
    mutating func remove(_ target: URL) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: target.path) else { return }
        try keep(target)
        guard unlink(target.path) == 0 else { throw Refusal(target) }
    }

    /// Brings everything back to what it was.
    func undo() {
        for (part, _) in staged { unlink(part.path) }
        for target in made { unlink(target.path) }
        for (old, target) in kept { rename(old.path, target.path) }
        for folder in madeFolders.reversed() { rmdir(folder.path) }
    }

    /// Lets go of what was kept.
    func finish() { for (old, _) in kept { unlink(old.path) } }

    /// Keeps what a target holds under a second name, so that it is there at every moment.
    private mutating func keep(_ target: URL) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: target.path) else {
            made.append(target)
            return
        }
        let old = target.appendingPathExtension("old-\(mark)")
        unlink(old.path)
        // Where the file system knows no second names, the file is replaced without one.
        if link(target.path, old.path) == 0 { kept.append((old, target)) }
    }

    private mutating func makeFolder(_ folder: URL) throws(Refusal) {
        var missing: [URL] = []
        var current = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: current.path), current.path != "/" {
            missing.insert(current, at: 0)
            current = current.deletingLastPathComponent()
        }
        for folder in missing {
            guard mkdir(folder.path, 0o777) == 0 else { throw Refusal(folder) }
            madeFolders.append(folder)
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), !isFolder.boolValue {
            throw Refusal(folder, ENOTDIR)
        }
    }
}
