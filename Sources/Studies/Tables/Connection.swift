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

    /// A connection string without the password in it, whether written as `password=…` or in a URL.
    static func withoutPassword(_ text: String) -> String {
        var result = text
        for key in ["password=", "PASSWORD=", "Password="] {
            var searched = result.startIndex
            while let found = result[searched...].firstRange(of: key) {
                let rest = result[found.upperBound...]
                let end: String.Index
                if rest.first == "'" {
                    end =
                        rest.dropFirst().firstIndex(of: "'").map { result.index(after: $0) }
                        ?? result.endIndex
                } else {
                    end = rest.firstIndex { $0 == " " || $0 == "&" || $0 == "," } ?? result.endIndex
                }
                let offset = result.distance(from: result.startIndex, to: found.upperBound) + 1
                result.replaceSubrange(found.upperBound..<end, with: "…")
                searched = result.index(result.startIndex, offsetBy: offset)
            }
        }
        guard let scheme = result.firstRange(of: "://"),
            let at = result[scheme.upperBound...].firstIndex(of: "@"),
            let colon = result[scheme.upperBound..<at].firstIndex(of: ":")
        else { return result }
        result.replaceSubrange(result.index(after: colon)..<at, with: "…")
        return result
    }
}

extension Fault {
    /// The same fault, with the source in GDAL's words as the user wrote it, and with no password.
    func named(after source: TableSource) -> Fault {
        guard case .cannotRead(let reason) = self else { return self }
        return .cannotRead(
            reason: TableSource.withoutPassword(reason.replacing(source.path, with: source.file)))
    }
}
