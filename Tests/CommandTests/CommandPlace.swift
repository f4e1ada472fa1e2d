import Foundation

/// A temporary folder in which the program is run as a process.
struct CommandPlace {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "carecircle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: root) }

    /// Copies a folder into the place.
    func lay(_ folder: URL, at path: String) throws {
        try FileManager.default.copyItem(at: folder, to: root.appending(path: path))
    }

    /// Lays the files of a folder over one that is there.
    func overlay(_ folder: URL, at path: String) throws {
        for (name, contents) in try Self.files(below: folder) {
            try contents.write(to: root.appending(path: path).appending(path: name))
        }
    }

    /// Runs the program with some arguments and waits for it, as on a terminal of so many columns.
    func run(
        _ arguments: [String], columns: Int = 80
    ) throws -> (stdout: String, stderr: String, status: Int32) {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = root
        // Networks are kept beside the tests' places, never among the user's own.
        let cache = root.deletingLastPathComponent().appending(path: "carecircle-cache").path
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["COLUMNS": "\(columns)", "XDG_CACHE_HOME": cache]
        ) { $1 }
        // Through files, not pipes: nothing can fill up while nobody reads.
        let (out, error) = (root.appending(path: ".stdout"), root.appending(path: ".stderr"))
        for file in [out, error] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: error)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // Paths of the temporary folder differ from run to run.
        let texts = try [out, error].map { file in
            try String(contentsOf: file, encoding: .utf8)
                .replacing(root.resolvingSymlinksInPath().path, with: "PLACE").replacing(
                    root.path, with: "PLACE")
        }
        for file in [out, error] { try FileManager.default.removeItem(at: file) }
        return (texts[0], texts[1], process.terminationStatus)
    }

    /// All files of the place by their relative path.
    func files() throws -> [String: Data] { try Self.files(below: root) }

    /// All files below a folder by their relative path; none where there is no such folder.
    static func files(below folder: URL) throws -> [String: Data] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [:] }
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: path)
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
            {
                files[path] = try Data(contentsOf: file)
            }
        }
        return files
    }

    /// The program, which is built beside the tests.
    static var program: URL {
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            let program = folder.appending(path: "carecircle")
            if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            folder = folder.deletingLastPathComponent()
        }
        return URL(filePath: ".build/debug/carecircle")
    }
}
