extension TableSource {
    /// Whether the source is a connection string or a virtual path, not a file of this machine.
    /// - Throws: That it is neither: the file is missing, or a folder that is no dataset.
    func isConnection() throws(Fault) -> Bool {
        switch FileBytes.kind(ofPath: path) {
        case .file: return false
        case .folder:
            // An Esri file geodatabase is a folder and opens as one.
            guard path.lowercased().hasSuffix(".gdb") || path.lowercased().hasSuffix(".gdb/") else {
                throw .isDirectory
            }
            return false
        case .nothing:
            let scheme = path.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            let isConnection = scheme.count >= 2 && path.dropFirst(scheme.count).first == ":"
            guard isConnection || path.hasPrefix("/vsi") else { throw .fileMissing }
            return true
        }
    }

    /// A connection string without the passwords in it, however it writes them: `password=…` (blanks around the
    /// sign, quotes and backslashes as libpq takes them; other drivers say `pwd=`), or in a URL.
    static func withoutPassword(_ text: String) -> String {
        let key = /(?i)(?<key>(?:password|passwd|pwd)\s*=\s*)(?:'(?:[^'\\]|\\.)*'?|(?:\\.|(?![,;&]\w+=)\S)*)/
        let inURL = /(?<user>:\/\/[^\s:\/?@]*:)(?:[^\s\/?]*)@/
        return text.replacing(key) { "\($0.key)…" }.replacing(inURL) { "\($0.user)…@" }
    }
}

extension Fault {
    /// The same fault, with the source in GDAL's words as the user wrote it, and with no password.
    func named(after source: TableSource) -> Fault {
        guard case .cannotRead(let reason) = self else { return self }
        var words = TableSource.withoutPassword(reason.replacing(source.path, with: source.file))
        // Of a password with an @ in a URL, libpq takes the rest for the host's name and says so.
        if let authority = source.path.firstMatch(of: /:\/\/[^\s:\/?@]*:[^@\s]*@(?<rest>[^\s\/?]*@)/) {
            words = words.replacing(authority.rest, with: "…@")
        }
        return .cannotRead(reason: words)
    }
}
