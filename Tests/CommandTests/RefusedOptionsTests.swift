import Foundation
import Testing

/// What options, tables and files ask for that cannot be meant is said, and nothing is chosen or proved by it.
@Suite struct RefusedOptionsTests {
    private static let priced = "demand,weight,candidate,distance,cost\nd,9,a,10,5\nd,9,b,20,\n"
    private static let free = "demand,weight,candidate,distance\nd,9,a,10\nd,9,b,20\n"

    private func site(
        _ table: String, _ options: [String]
    ) throws -> (stdout: String, stderr: String, status: Int32) {
        let hamlet = try HamletStudy()
        try hamlet.write(Data(table.utf8), to: "pairs.csv")
        return try hamlet.place.run(
            ["site", "--table", "study/pairs.csv", "--objective", "mclp"] + options)
    }

    @Test(
        "Options that contradict each other are wrong usage",
        arguments: [
            (["--p", "1", "--require", "a", "--exclude", "a"], "--require and --exclude both name a"),
            (["--p", "1", "--basis", "households"], "--basis is for studies"),
        ])
    func usage(options: [String], words: String) throws {
        let (_, stderr, status) = try site(Self.free, options)
        #expect(status == 64)
        #expect(stderr.contains(words))
    }

    @Test("An unknown candidate is no upgrade, and is named")
    func unknown() throws {
        let (_, stderr, status) = try site(Self.free, ["--p", "1", "--require", "c"])
        #expect(status == 1)
        #expect(stderr.contains("there is no candidate “c”, expected the id of one"))
    }

    @Test("A candidate without a price is weighed against no budget")
    func unpriced() throws {
        let none = try site(Self.free, ["--budget", "9"])
        #expect(none.status == 1)
        #expect(none.stderr.contains("none of 2 candidates states a cost"))
        let one = try site(Self.priced, ["--budget", "0"])
        #expect(one.status == 0)
        #expect(one.stdout.contains("New sites: 0"))
        #expect(one.stdout.contains("1 of 2 candidates could not be chosen"))
    }

    @Test("Networks are kept in a folder, not at the root")
    func emptyFolder() throws {
        let hamlet = try HamletStudy()
        let built = try hamlet.place.run(["network", "build", "study", "--network-cache", ""])
        #expect(built.status == 64)
        #expect(built.stderr.contains("--network-cache takes a folder"))
    }

    @Test("A file of circles may not allow itself any tolerance, and no circle holds nothing")
    func tolerance() throws {
        let hamlet = try HamletStudy()
        #expect(try hamlet.run().status == 0)
        let file = hamlet.place.root.appending(path: "out/coverage/circles.geojson")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text.contains("\"tolerance_m\":1}"))
        try Data(text.replacing("\"tolerance_m\":1}", with: "\"tolerance_m\":500}").utf8).write(to: file)
        let wide = try hamlet.run("verify", ["--circles", "out/coverage/circles.geojson"])
        #expect(wide.status == 1)
        #expect(wide.stderr.contains("tolerance_m: “500” is out of range, expected at most 10"))
        let none = try hamlet.run("verify", ["--date", "1900-01-01", "--places", "10"])
        #expect(none.stdout.contains("There is no circle to hold."))
        #expect(!none.stdout.contains("Every circle holds."))
    }

    @Test("What an opening costs is said once")
    func twoCosts() throws {
        let hamlet = try HamletStudy()
        let entry =
            "programme:\n  - {date: 2022, cost_yuan: 9, open: {id: N, level: community, kind: station, lon: 114.3, lat: 30.5, cost_yuan: 7}}\n"
        try hamlet.write(Data(("name: twice\n" + entry).utf8), to: "twice.yaml")
        let (_, stderr, status) = try hamlet.place.run(
            ["scenario", "run", "study", "study/twice.yaml", "--to", "2023", "--out", "out"])
        #expect(status == 1)
        #expect(stderr.contains("one cost_yuan, in open or beside it"))
    }
}
