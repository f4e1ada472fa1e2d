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
            (["--p", "1", "--per-1000", "4"], "--per-1000 goes with --capacity"),
            (["--p", "1000001"], "--p takes a whole number from 0 to 1000000, not 1000001"),
            (["--p", "1", "--within", "-5"], "expected a distance above 0 such as 800m, 1km or 15min"),
            (["--p", "1", "--within", "5h"], "expected a distance above 0 such as 800m, 1km or 15min"),
            (["--budget", "1,00"], "expected yuan from 0 to 1e12, such as 3000000 or 300万"),
            (["--budget", "-1"], "expected yuan from 0 to 1e12"),
            (["--share", "90%"], "expected a share above 0 and up to 1, such as 0.9"),
            (["--share", "0"], "expected a share above 0 and up to 1, such as 0.9"),
        ])
    func usage(options: [String], words: String) throws {
        let (_, stderr, status) = try site(Self.free, options)
        #expect(status == 64)
        #expect(stderr.contains(words))
    }

    @Test(
        "Options that would do nothing, or ask for what cannot be, are wrong usage",
        arguments: [
            (["coverage", "study", "--circles", "none", "--land"], "do not go with --circles none"),
            (
                ["coverage", "study", "--circles", "none", "--circles-minutes", "5"],
                "do not go with --circles none"
            ),
            (["coverage", "study", "--circles-minutes", "1e9"], "expected minutes from 0.001 to 1440"),
            (["verify", "study", "--circles-minutes", "0"], "expected minutes from 0.001 to 1440"),
            (
                ["verify", "study", "--circles", "circles.geojson", "--circles-minutes", "5"],
                "--circles-minutes draws circles anew"
            ),
            (
                ["network", "diagnose", "study", "--within", "1e-300"],
                "--within takes metres from 0.01 to 100, not 1e-300"
            ),
        ])
    func idle(command: [String], words: String) throws {
        let hamlet = try HamletStudy()
        let (_, stderr, status) = try hamlet.place.run(command)
        #expect(status == 64)
        #expect(stderr.contains(words), "\(stderr)")
    }

    @Test("A stair is refused, or takes so many times as long: nothing else")
    func stairs() throws {
        let hamlet = try HamletStudy()
        let study = hamlet.place.root.appending(path: "study/study.yaml")
        let text = String(decoding: try Data(contentsOf: study), as: UTF8.self)
        let profile = "walking:\n  profiles:\n    slow: {speed_m_per_s: 0.8, stairs: banned}\n"
        #expect(!text.contains("walking:"))
        try Data((text + profile).utf8).write(to: study)
        for (language, words) in [
            ("en", "“banned” is out of range, expected refused, or a number 1–100"),
            ("zh", "“banned”超出范围，应为 refused，或 1–100 之间的数字"),
        ] {
            let (_, stderr, status) = try hamlet.run("validate", ["--lang", language])
            #expect(status == 1)
            #expect(stderr.contains(words), "\(stderr)")
        }
    }

    @Test("An unknown candidate is no upgrade, and is named")
    func unknown() throws {
        let (_, stderr, status) = try site(Self.free, ["--p", "1", "--require", "c"])
        #expect(status == 1)
        #expect(stderr.contains("there is no candidate “c”, expected the id of one"))
    }

    @Test("A column that is nearly an optional one is not passed by")
    func mistyped() throws {
        let header = "demand,weight,candidate,distance"
        for (column, meant) in [
            ("costs", "cost"), ("cost_yuan", "cost"), ("capacty", "capacity"), ("capacities", "capacity"),
            ("Capacity_beds", "capacity"),
        ] {
            let (_, stderr, status) = try site("\(header),\(column)\nd,4,a,10,3\n", ["--p", "1"])
            #expect(status == 1)
            #expect(
                stderr.contains("pairs.csv:1: \(column): nothing reads this column, expected “\(meant)”"),
                "\(stderr)")
        }
        #expect(try site("\(header),cost,costs\nd,4,a,10,3,9\n", ["--p", "1"]).status == 0)
        for column in ["remark", "estate", "coast", "stage"] {
            #expect(try site("\(header),\(column)\nd,4,a,10,near\n", ["--p", "1"]).status == 0, "\(column)")
        }
    }

    @Test("A weight that is too large is told the limit that holds")
    func limit() throws {
        let table = "demand,weight,candidate,distance\nd,86510679004600,a,10\n"
        let (_, stderr, _) = try site(table, ["--p", "1"])
        #expect(stderr.contains("is too large, expected less than 10^12"), "\(stderr)")
    }

    @Test("Weights that are shares of millions keep their digits")
    func smallWeights() throws {
        let table = "demand,weight,candidate,distance\nd,0.0000012345,a,10\ne,0.0000000002,b,10\n"
        let (stdout, _, _) = try site(table, ["--p", "1", "--json"])
        #expect(
            stdout.contains("\"objective\":0.0000012345") || stdout.contains("\"objective\": 0.0000012345"))
    }

    @Test("A new site with a facility's id is refused, as scenarios refuse it")
    func sharedID() throws {
        let hamlet = try HamletStudy()
        try hamlet.replace(#""id": "S1""#, with: #""id": "F1""#, in: "candidates.geojson")
        let (_, stderr, status) = try hamlet.run("site", ["--objective", "mclp", "--p", "1"])
        #expect(status == 1)
        #expect(
            stderr.contains("id: the candidate “F1” bears the id of a facility, expected another id"),
            "\(stderr)")
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

    @Test(
        "Amounts and distances are read as cells of tables are",
        arguments: [
            (["--budget", "0.0005万"], "New sites: 1"), (["--budget", "５"], "New sites: 1"),
            (["--budget", "4,999"], "New sites: 1"), (["--budget", "4"], "New sites: 0"),
            (["--budget", "5", "--within", "9 米"], "New sites: 0"),
            (["--budget", "5", "--within", "0.01公里"], "New sites: 1"),
        ])
    func amounts(options: [String], words: String) throws {
        let (stdout, stderr, status) = try site(Self.priced, options)
        #expect(status == 0, "\(stderr)")
        #expect(stdout.contains(words), "\(stdout)")
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
        for (old, new, words) in [
            (
                "\"tolerance_m\":1}", "\"tolerance_m\":500}",
                "tolerance_m: “500” is out of range, expected number 0–10"
            ),
            (
                "\"tolerance_m\":1}", "\"tolerance_m\":-1}",
                "tolerance_m: “-1” is out of range, expected number 0–10"
            ),
            (
                "\"limit_minutes\":15", "\"limit_minutes\":0",
                "limit_minutes: “0” is out of range, expected number 0.001–1440"
            ),
            (
                "[114.", "[1140000.",
                "lies outside the area of EPSG:4326"
            ),
            (text, #"{"type":"FeatureCollection","features":[]}"#, "holds no rows, expected at least one"),
            (
                text,
                #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"walk","facility":null,"limit_minutes":15,"tolerance_m":1},"geometry":{"type":"LineString","coordinates":[[114.3,30.5],[114.31,30.5]]}}]}"#,
                "geometry: the geometry is a line, expected a polygon"
            ),
        ] {
            #expect(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: file)
            let wrong = try hamlet.run("verify", ["--circles", "out/coverage/circles.geojson"])
            #expect(wrong.status == 1)
            #expect(wrong.stderr.contains(words), "\(wrong.stderr)")
        }
        try Data(text.replacing("\"tolerance_m\":1}", with: "\"tolerance_m\":-1}").utf8).write(to: file)
        let chinese = try hamlet.run("verify", ["--circles", "out/coverage/circles.geojson", "--lang", "zh"])
        #expect(chinese.stderr.contains("“-1”超出范围，应为 数字 0–10"), "\(chinese.stderr)")
        let many = try hamlet.run("verify", ["--places", "99999999999"])
        #expect(many.status == 64 && many.stderr.contains("from 0 to 100000000, not 99999999999"))
        let none = try hamlet.run("verify", ["--date", "1900-01-01", "--places", "10"])
        #expect(none.stdout.contains("There is no circle to hold."))
        #expect(!none.stdout.contains("Every circle holds."))
    }

    @Test("That no water is taken out of circles, where none is known, is said")
    func noWater() throws {
        let hamlet = try HamletStudy()
        let (_, stderr, status) = try hamlet.run("coverage", ["--land"])
        #expect(status == 0 && stderr.contains("water"), "\(stderr)")
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
