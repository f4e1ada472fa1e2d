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

    @Test(
        "A file made piece by piece is the same by any number of threads; where it cannot be written nothing changes"
    )
    func pieces() async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "pieces-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let pieces = OutputPieces(count: 100) { number in
            [UInt8](repeating: UInt8(ascii: "a") + UInt8(number % 26), count: number * 37)
        }
        let expected = Data((0..<100).flatMap { [UInt8](repeating: 97 + UInt8($0 % 26), count: $0 * 37) })
        for jobs in [0, 1, 2, 4] {
            let folder = root.appending(path: "\(jobs)")
            var output = OutputFolder(root: folder)
            output.add("large.txt", pieces: pieces)
            output.add("small.txt", Array("x".utf8))
            if jobs == 0 { try output.write() } else { try await output.write(jobs: jobs) }
            #expect(try Data(contentsOf: folder.appending(path: "large.txt")) == expected)
            #expect(await pieces.whole(jobs: max(jobs, 1)) == Array(expected))
            // A folder stands where the second file is to be.
            try FileManager.default.removeItem(at: folder.appending(path: "small.txt"))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "small.txt"), withIntermediateDirectories: false)
            var refused = OutputFolder(root: folder)
            refused.add("large.txt", Array("other".utf8))
            refused.add("small.txt", pieces: pieces)
            await #expect(throws: OutputFailure.self) { try await refused.write(jobs: max(jobs, 1)) }
            #expect(try Data(contentsOf: folder.appending(path: "large.txt")) == expected)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                    == ["large.txt", "small.txt"])
        }
    }
}
