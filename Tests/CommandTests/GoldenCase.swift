import Foundation

/// What came of a command line.
struct CommandOutcome {
    var stdout = ""
    var stderr = ""
    var status: Int32 = 0
    /// The files that were not there before, by their path relative to where the command ran.
    var files: [String: Data] = [:]
}

/// A folder of `Cases`.
struct GoldenCase {
    private let folder: URL
    private let worlds: URL

    init(name: String) {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        folder = here.appending(path: "Cases").appending(path: name)
        worlds = here.appending(path: "Worlds")
    }

    /// The contents of a file of the folder, empty where there is none.
    func text(_ name: String) -> String {
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }

    /// Runs the commands in a folder of their own and gathers what came of them.
    func run() throws -> CommandOutcome {
        let place = try CommandPlace()
        defer { place.remove() }
        let world = text("world").trimmingCharacters(in: .whitespacesAndNewlines)
        try place.lay(worlds.appending(path: world.isEmpty ? "hamlet" : world), at: "study")
        let patch = folder.appending(path: "patch")
        if FileManager.default.fileExists(atPath: patch.path) { try place.overlay(patch, at: "study") }
        let before = try place.files()
        let columns = Int(text("columns").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 80
        var outcome = CommandOutcome()
        for line in text("command").split(separator: "\n") {
            let arguments = line.split(separator: " ").map(String.init)
            let (stdout, stderr, status) = try place.run(
                Array(arguments.dropFirst()), columns: columns)
            outcome.stdout += stdout
            outcome.stderr += stderr
            outcome.status = status
        }
        for (path, contents) in try place.files() where before[path] != contents {
            outcome.files[path] = path.hasSuffix("manifest.json") ? Self.withoutVersions(contents) : contents
        }
        return outcome
    }

    /// A manifest without the versions of the program and its libraries, which differ from machine to machine.
    private static func withoutVersions(_ manifest: Data) -> Data {
        let text = String(decoding: manifest, as: UTF8.self)
        return Data(
            text.replacing(/"(?<name>version|GDAL|GEOS|PROJ|libosmium)": "[^"]*"/) { match in
                "\"\(match.name)\": \"…\""
            }.utf8)
    }

    func expectedFiles() throws -> [String: Data] {
        try CommandPlace.files(below: folder.appending(path: "out"))
    }

    /// Writes an outcome as what is expected from now on.
    func record(_ outcome: CommandOutcome) throws {
        for (name, text) in [
            ("stdout", outcome.stdout), ("stderr", outcome.stderr), ("exit", "\(outcome.status)\n"),
        ] {
            let file = folder.appending(path: name)
            if text.isEmpty {
                try? FileManager.default.removeItem(at: file)
            } else {
                try Data(text.utf8).write(to: file)
            }
        }
        let out = folder.appending(path: "out")
        try? FileManager.default.removeItem(at: out)
        for (path, contents) in outcome.files {
            let file = out.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try contents.write(to: file)
        }
    }
}
