import Foundation
import Testing

/// Saved networks as a user meets them: made by one run, used by the next, without a trace in any result.
@Suite struct NetworkCommandTests {
    @Test("Build saves, info and coverage use it, and every result is the same as without")
    func saved() throws {
        let hamlet = try HamletStudy()
        func state(_ command: String) throws -> String? {
            let (stdout, stderr, status) = try hamlet.place.run([
                "network", command, "study", "--network-cache", "kept", "--json",
            ])
            #expect(status == 0 && stderr.isEmpty)
            let json = try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any]
            return json?["saved"] as? String
        }
        func coverage(_ cache: [String], out: String) throws -> [String: Data] {
            let (_, stderr, status) = try hamlet.place.run(
                ["coverage", "study", "--out", out, "--quiet"] + cache)
            #expect(status == 0 && stderr.isEmpty)
            return try CommandPlace.files(below: hamlet.place.root.appending(path: out))
        }
        #expect(try state("info") == "absent")
        let without = try coverage(["--no-network-cache"], out: "without")
        #expect(try state("info") == "absent")
        let first = try coverage(["--network-cache", "kept"], out: "first")
        #expect(try state("info") == "used")
        let second = try coverage(["--network-cache", "kept"], out: "second")
        #expect(first == without && second == without && without.count == 8)
        #expect(try state("build") == "used")

        // Damaged, it is built anew in its place.
        let kept = hamlet.place.root.appending(path: "kept")
        let file = try #require(
            try CommandPlace.files(below: kept).keys.first { !$0.hasSuffix(".faces") })
        let path = kept.appending(path: file)
        let sound = try Data(contentsOf: path)
        try sound.prefix(sound.count / 2).write(to: path)
        #expect(try state("info") == "absent")
        #expect(try state("build") == "written")
        #expect(try Data(contentsOf: path) == sound)
    }

    @Test("A folder that cannot be written stops build alone")
    func unwritable() throws {
        let hamlet = try HamletStudy()
        try Data().write(to: hamlet.place.root.appending(path: "kept"))
        let (_, stderr, status) = try hamlet.place.run([
            "network", "build", "study", "--network-cache", "kept",
        ])
        #expect(status == 1)
        #expect(stderr.hasPrefix("kept/") && stderr.split(separator: "\n").count == 1)
        let coverage = try hamlet.place.run(
            ["coverage", "study", "--network-cache", "kept", "--quiet", "--circles", "none"])
        #expect(coverage.status == 0 && coverage.stderr.isEmpty)
    }
}
