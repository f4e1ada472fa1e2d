import Foundation
import Testing

/// Command lines with all that they must print and write, discovered from folders.
///
/// Each folder of `Cases` holds `command` (the arguments, a command a line), optionally `world` (which folder of
/// `Worlds` becomes ./study; default `hamlet`), `patch` (files laid over it) and `columns` (how wide the terminal
/// is; default 80), and what must come of it: `stdout`, `stderr`, `exit` of the last command, and `out` with the files it must have written, all of them.
/// With RECORD=1 in the environment the expectations are written anew and the test fails.
@Suite struct GoldenCommandTests {
    static let cases: [String] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }()

    @Test("A command line prints and writes what its folder says", arguments: cases)
    func golden(name: String) throws {
        let golden = GoldenCase(name: name)
        let outcome = try golden.run()
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try golden.record(outcome)
            Issue.record("recorded \(name): read it, then run without RECORD")
            return
        }
        #expect(outcome.stdout == golden.text("stdout"), "standard output of \(name)")
        #expect(outcome.stderr == golden.text("stderr"), "standard error of \(name)")
        #expect("\(outcome.status)" == golden.text("exit").trimmingCharacters(in: .whitespacesAndNewlines))
        let expected = try golden.expectedFiles()
        #expect(outcome.files.keys.sorted() == expected.keys.sorted(), "files of \(name)")
        for (path, contents) in expected {
            #expect(outcome.files[path] == contents, "\(path) of \(name)")
        }
    }

    @Test("There are cases to run")
    func discovered() { #expect(!Self.cases.isEmpty) }
}
