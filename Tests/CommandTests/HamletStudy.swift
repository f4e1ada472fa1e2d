import Foundation

/// The hamlet in a folder of its own, whose files a test changes before it runs a command on them; beside it
/// stands a folder `out` with results of an earlier run.
final class HamletStudy {
    /// What stands in `out/coverage/summary.csv` before the command.
    static let earlier = Data("from an earlier run\n".utf8)

    let place: CommandPlace

    init() throws {
        place = try CommandPlace()
        try place.lay(Self.world("hamlet"), at: "study")
        let results = place.root.appending(path: "out/coverage")
        try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
        try Self.earlier.write(to: results.appending(path: "summary.csv"))
    }

    deinit { place.remove() }

    /// Replaces a text of a file of the study, which must be there.
    func replace(_ old: String, with new: String, in file: String) throws {
        let text = String(decoding: try bytes(file), as: UTF8.self)
        guard text.contains(old) else { throw NotThere(text: old, file: file) }
        try write(Data(text.replacing(old, with: new).utf8), to: file)
    }

    /// Adds lines at the end of a file of the study.
    func append(_ lines: String, to file: String) throws {
        try write(try bytes(file) + Data(lines.utf8), to: file)
    }

    /// Writes a file of the study.
    func write(_ bytes: Data, to file: String) throws { try bytes.write(to: url(file)) }

    /// Makes the study one of a pack of its own, `own.yaml`, of a document `notice`.
    ///
    /// - Parameters:
    ///   - lists: the pack's rules, targets and whatever else it says.
    ///   - head: what stands before all of it.
    /// - Throws: That a file cannot be written, or the study names another pack.
    func adopt(_ lists: String, head: String = "") throws {
        let own = """
            \(head)id: own
            name: {en: Own, zh: 自有}
            jurisdiction: {en: Nowhere, zh: 无}
            citations:
              - {id: notice, title: {en: A notice, zh: 通知}, known: notice}

            """
        try write(Data((own + lists).utf8), to: "own.yaml")
        try replace("policy: wuhan", with: "policy: own.yaml", in: "study.yaml")
    }

    /// Removes a file of the study.
    func remove(_ file: String) throws { try FileManager.default.removeItem(at: url(file)) }

    /// Gives a file of the study another name.
    func rename(_ file: String, to other: String) throws {
        try FileManager.default.moveItem(at: url(file), to: url(other))
    }

    /// Takes a layer from a file of another format, or from the first bytes of it.
    func take(_ other: String, insteadOf file: String, bytes count: Int? = nil) throws {
        let whole = try Data(contentsOf: Self.world("hamlet-formats").appending(path: other))
        try write(count.map { whole.prefix($0) } ?? whole, to: other)
        try remove(file)
        try replace(file, with: other, in: "study.yaml")
    }

    /// Runs a command on the study, with results to `out`.
    func run(
        _ command: String = "coverage", _ options: [String] = []
    ) throws -> (stdout: String, stderr: String, status: Int32) {
        try place.run([command, "study", "--out", "out"] + options)
    }

    /// A file of the results.
    func result(_ path: String) throws -> String {
        try String(contentsOf: place.root.appending(path: "out").appending(path: path), encoding: .utf8)
    }

    /// Whether there is a file among the results.
    func hasResult(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: place.root.appending(path: "out").appending(path: path).path)
    }

    private func url(_ file: String) -> URL { place.root.appending(path: "study").appending(path: file) }
    private func bytes(_ file: String) throws -> Data { try Data(contentsOf: url(file)) }

    private static func world(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Worlds").appending(path: name)
    }

    /// A change that does not fit the hamlet.
    struct NotThere: Error {
        let text: String
        let file: String
    }
}
