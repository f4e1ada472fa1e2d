internal import Foundation

/// A file that a study was read from.
package struct InputFile: Hashable, Sendable {
    /// The path as the user wrote it, relative to the study.
    package let file: String
    /// The path to open.
    package let path: String

    /// Makes an input.
    package init(file: String, path: String) {
        self.file = file
        self.path = path
    }

    /// The files that one source consists of, in the byte order of their names.
    ///
    /// A Shapefile is several files of one name; a folder (a file geodatabase) is everything in it. A
    /// connection to a database has no file.
    package static func files(of file: String, path: String) -> [InputFile] {
        guard !StudyFolder.isConnection(path) else { return [] }
        switch FileBytes.kind(ofPath: path) {
        case .nothing: return []
        case .folder:
            return names(inFolder: path).filter { FileBytes.kind(ofPath: "\(path)/\($0)") == .file }
                .map { InputFile(file: "\(file)/\($0)", path: "\(path)/\($0)") }
        case .file:
            guard path.lowercased().hasSuffix(".shp") else { return [InputFile(file: file, path: path)] }
            let (folder, name) = split(path)
            let stem = name.dropLast(4)
            return names(inFolder: folder).filter { part in
                part.hasPrefix(stem + ".")
                    && shapefileParts.contains(part.dropFirst(stem.count + 1).lowercased())
            }.map { part in
                InputFile(
                    file: split(file).folder == "." && !file.hasPrefix("./")
                        ? part : "\(split(file).folder)/\(part)", path: "\(folder)/\(part)")
            }
        }
    }

    /// The parts that say what a Shapefile holds; indexes that programs leave beside it do not.
    private static var shapefileParts: Set<String> { ["shp", "shx", "dbf", "prj", "cpg"] }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    private static func names(inFolder path: String) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            return []
        }
    }
}
