import Foundation
import Testing

/// `carecircle synth`: the same bytes for the same seed, and what it says.
@Suite struct SynthTests {
    /// The study that comes with the program, which `synth --size town --seed 2020` made.
    private static let riverside = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "datasets/riverside")

    @Test(
        "A town is the same bytes on every run, and those of the bundled study; another seed is another town")
    func sameBytes() throws {
        let place = try CommandPlace()
        defer { place.remove() }
        for (seed, out) in [("2020", "one"), ("2020", "other/place"), ("2021", "next")] {
            let (stdout, stderr, status) = try place.run(
                ["synth", "--size", "town", "--seed", seed, "--out", out, "--quiet"])
            #expect(stdout.isEmpty)
            #expect(stderr.isEmpty)
            #expect(status == 0)
        }
        let one = try files(place, "one")
        #expect(one == (try files(place, "other/place")))
        #expect(one == (try CommandPlace.files(below: Self.riverside)))
        let next = try files(place, "next")
        #expect(next.keys.sorted() == one.keys.sorted())
        #expect(next["compounds.csv"] != one["compounds.csv"])
    }

    @Test("The scenario of cohorts runs; without ages there is none")
    func cohorts() throws {
        let place = try CommandPlace()
        defer { place.remove() }
        let made = try place.run(["synth", "--seed", "2020", "--out", "aged", "--quiet"])
        #expect(made.status == 0 && made.stderr.isEmpty)
        let run = try place.run([
            "scenario", "run", "aged", "aged/scenarios/cohorts.yaml", "--to", "2025", "--quiet",
        ])
        #expect(run.status == 0)
        #expect(run.stderr.contains("4 of 40 communities do not state all groups by sex and age"))
        let plain = try place.run(["synth", "--seed", "2020", "--no-ages", "--out", "plain", "--quiet"])
        #expect(plain.status == 0)
        #expect(try files(place, "plain")["scenarios/cohorts.yaml"] == nil)
    }

    @Test("The summary counts what the notes of the bundled study count, in words and as JSON")
    func summary() throws {
        let place = try CommandPlace()
        defer { place.remove() }
        let run = { (out: String, more: [String]) in
            try place.run(["synth", "--size", "town", "--seed", "2020", "--out", out] + more).stdout
        }
        #expect(
            try run("en", [])
                == """
                A synthetic town, seed 2020: 40 communities, 200 compounds in 157 phases with 174 gates, \
                55 facilities, 28 candidates, 9374 street nodes, 2 bridges, 2 islands.
                Written to en; next: carecircle coverage en

                """)
        #expect(
            try run("zh", ["--lang", "zh"])
                == """
                合成城市（town，种子 2020）：社区 40，小区 200，分期 157，出入口 174，设施 55，备选点 28，街道节点 9374，桥 2，岛 2。
                已写入 zh；下一步：carecircle coverage zh

                """)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(try run("json", ["--json"]).utf8)) as? [String: Any])
        #expect(json["communities"] as? Int == 40)
        #expect(json["compounds"] as? Int == 200)
        #expect(json["street_ways"] as? Int == 2641)
        #expect(json["seed"] as? Int == 2020)
        #expect((json["files"] as? [String])?.contains("study.yaml") == true)
    }

    @Test("A folder that holds something is left as it is")
    func notEmpty() throws {
        let hamlet = try HamletStudy()
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try hamlet.place.run(["synth", "--out", "study"])
        #expect(stdout.isEmpty)
        #expect(stderr.hasPrefix("study: "))
        #expect(status == 1)
        #expect(try hamlet.place.files() == before)
    }

    /// The files of a study that was made in a place, by their path in it.
    private func files(_ place: CommandPlace, _ study: String) throws -> [String: Data] {
        try CommandPlace.files(below: place.root.appending(path: study))
    }
}
