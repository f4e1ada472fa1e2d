internal import Glibc

/// A folder in which built networks are kept for the next run.
///
/// Files are written beside their place and renamed, so that one is there whole or not at all, whoever else is
/// building the same network or is killed half-way. What cannot be read or does not fit is built anew.
package struct NetworkCache: Sendable, Hashable {
    /// The folder.
    package let folder: String

    /// Makes a cache of a folder, which need not exist yet.
    package init(folder: String) { self.folder = folder }

    /// The user's own: `$XDG_CACHE_HOME/carecircle/networks`, else the same below `~/.cache`; nothing where
    /// there is no such place.
    package static var ofUser: NetworkCache? {
        func variable(_ name: String) -> String? {
            guard let value = getenv(name) else { return nil }
            let text = String(cString: value)
            // The standard says that a path that is not absolute is to be ignored.
            return text.hasPrefix("/") ? text : nil
        }
        guard let base = variable("XDG_CACHE_HOME") ?? variable("HOME").map({ $0 + "/.cache" }) else {
            return nil
        }
        return NetworkCache(folder: base + "/carecircle/networks")
    }

    /// Where a network of a key is or would be.
    package func path(of key: NetworkKey) -> String { "\(folder)/\(key.fileName)" }

    /// What is saved under a key; nothing where there is none that is whole.
    func contents<Contents: SavedColumns>(of key: NetworkKey, as kind: Contents.Type) -> Contents? {
        guard let read = read(kind, fileNamed: key.fileName), read.key == key else { return nil }
        return read.contents
    }

    /// The names of the files that networks of some streets are saved in, on whatever plane, ascending.
    func fileNames(of streets: StreetsKey) -> [String] {
        names.filter { $0.hasPrefix(streets.prefix) && $0.hasSuffix(".network") }.sorted()
    }

    /// What is saved in a file of the folder, and under which key; nothing where it is not whole.
    func read<Contents: SavedColumns>(
        _ kind: Contents.Type, fileNamed name: String
    ) -> (key: NetworkKey, contents: Contents)? {
        let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return NetworkFile.read(kind, from: descriptor).map {
            (NetworkKey(words: $0.key, fileName: name), $0.contents)
        }
    }

    /// Saves a network, or the faces of its streets, under its key.
    ///
    /// - Throws: That the system would not write it, in its own words; nothing is there then that was not before.
    func save(_ contents: some SavedColumns, under key: NetworkKey) throws(NetworkNotSaved) {
        let path = path(of: key)
        let unmade = makeFolders()
        removeRemnants()
        let draft = "\(folder)/.\(key.fileName).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).part"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw NetworkNotSaved(path: path, code: unmade ?? errno) }
        var code = NetworkFile.write(contents, key: key, to: descriptor)
        if close(descriptor) != 0, code == 0 { code = errno }
        if code == 0, rename(draft, path) != 0 { code = errno }
        guard code == 0 else {
            unlink(draft)
            throw NetworkNotSaved(path: path, code: code)
        }
    }

    /// Makes the folder with all above it.
    ///
    /// - Returns: why the last of them could not be made; nothing where it is there.
    private func makeFolders() -> Int32? {
        var path = folder.hasPrefix("/") ? "" : "."
        var refusal: Int32?
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            let isThere = mkdir(path, 0o755) == 0 || errno == EEXIST
            // What stands above was the cause: below it nothing is found.
            refusal = isThere ? nil : refusal ?? errno
        }
        return refusal
    }

    /// Removes what runs that were killed more than an hour ago have left half-written.
    private func removeRemnants() {
        let now = time(nil)
        for name in names where name.hasPrefix(".") && name.hasSuffix(".part") {
            guard name.contains(".network.") || name.contains(".faces.") else { continue }
            var status = stat()
            let path = "\(folder)/\(name)"
            if lstat(path, &status) == 0, now - status.st_mtim.tv_sec > 3600 { unlink(path) }
        }
    }

    /// What is in the folder; nothing where it cannot be read.
    private var names: [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }
}

/// That a network could not be saved.
package struct NetworkNotSaved: Error, Hashable, Sendable {
    /// Where it was to be.
    package let path: String
    /// The system's words.
    package let reason: String

    init(path: String, code: Int32) {
        self.path = path
        reason = String(cString: strerror(code))
    }
}
