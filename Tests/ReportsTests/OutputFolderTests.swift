import Foundation
import Reports
import Testing

@Suite struct OutputFolderTests {
    @Test("Of files that a run makes obsolete, only those that we wrote ourselves go")
    func obsoleteFiles() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "obsolete-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let contents = [
            "ours.csv": "layer,file\nx,y\n", "marked.csv": "\u{FEFF}layer,file\n",
            "notes.csv": "my own notes\n",
            "short.csv": "la",
        ]
        for (name, text) in contents { try Data(text.utf8).write(to: root.appending(path: name)) }
        var output = OutputFolder(root: root)
        output.add("result.csv", Array("a\n".utf8))
        for name in contents.keys.sorted() + ["absent.csv"] {
            output.remove(name, beginningWith: "layer,file")
        }
        try output.write()
        let left = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
        #expect(left == ["notes.csv", "result.csv", "short.csv"])
    }
}
