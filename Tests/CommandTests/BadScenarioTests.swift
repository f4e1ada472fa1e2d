import Foundation
import Testing

/// What a bad scenario gets: a line for each problem of it and of its study, and no results.
@Suite struct BadScenarioTests {
    private func run(
        _ hamlet: HamletStudy, _ options: [String] = []
    ) throws -> (stdout: String, stderr: String, status: Int32) {
        try hamlet.place.run(
            ["scenario", "run", "study", "study/\(BadScenario.file)", "--out", "out"] + options)
    }

    @Test("A fault is said in its line, and nothing is written", arguments: BadScenario.all)
    func alone(_ fault: BadScenario) throws {
        let hamlet = try HamletStudy()
        try fault.apply(hamlet)
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try run(hamlet)
        #expect(stderr == text(fault.lines))
        #expect(status == 1)
        #expect(stdout.isEmpty)
        #expect(try hamlet.place.files() == before)
    }

    @Test("Beside two others and two of the study all are said in one run", arguments: BadScenario.all)
    func amongOthers(_ fault: BadScenario) throws {
        let hamlet = try HamletStudy()
        let ofStudy = OtherFault.ofCompounds
        for apply in ([fault.apply] + (BadScenario.others + ofStudy).map(\.apply)) { try apply(hamlet) }
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try run(hamlet)
        #expect(stderr == text(ofStudy.map(\.line) + fault.lines + BadScenario.others.map(\.line)))
        #expect(status == 1)
        #expect(stdout.isEmpty)
        #expect(try hamlet.place.files() == before)
    }

    @Test("A scenario is nothing to set aside", arguments: BadScenario.all)
    func setAside(_ fault: BadScenario) throws {
        let hamlet = try HamletStudy()
        try fault.apply(hamlet)
        try OtherFault.ofCompounds[0].apply(hamlet)
        let before = try hamlet.place.files()
        let (_, stderr, status) = try run(hamlet, ["--set-aside"])
        #expect(stderr == text(fault.lines))
        #expect(status == 1)
        #expect(try hamlet.place.files() == before)
    }

    @Test("In Chinese every fault has words of its own", arguments: BadScenario.all)
    func inChinese(_ fault: BadScenario) throws {
        let hamlet = try HamletStudy()
        try fault.apply(hamlet)
        let (_, stderr, status) = try run(hamlet, ["--lang", "zh"])
        #expect(status == 1)
        let lines = stderr.split(separator: "\n")
        #expect(lines.count == fault.lines.count)
        for (line, english) in zip(lines, fault.lines) {
            #expect(line.contains("应") && !line.contains("expected"), "\(line)")
            #expect(line.prefix { $0 != " " } == english.prefix { $0 != " " })
        }
    }

    @Test("A build-out that asks for what there is not gets a line for each of it")
    func buildOutInVain() throws {
        let hamlet = try HamletStudy()
        try hamlet.replace(
            "maps: [2025, 2030]",
            with: """
                build_out:
                  per_year: 1
                  candidates: [N9]
                  targets: [points, social-operation]
                """,
            in: BadScenario.file)
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try run(hamlet)
        let lines = stderr.split(separator: "\n")
        let (candidates, targets) = ("9: build_out.candidates: ", "10: build_out.targets: ")
        let start = "study/\(BadScenario.file):"
        #expect(lines.count == 3)
        #expect(
            lines.first
                == "\(start)\(candidates)there is no candidate “N9”, expected an id, a kind of theirs, all, new, converted or upgrades"
        )
        #expect(
            lines.dropFirst().first?.hasPrefix(
                "\(start)\(targets)the pack has no target “points”, expected one of: network-points, network-1km, "
            )
                == true)
        #expect(
            lines.last
                == "\(start)\(targets)no opening can move the target “social-operation”, expected one of facilities, beds or coverage"
        )
        #expect(status == 1)
        #expect(stdout.isEmpty)
        #expect(try hamlet.place.files() == before)
    }

    /// 6° of longitude east of the hamlet: pyproj.Geod(ellps="WGS84").inv(114.315, 30.505, 120.327, 30.505)[2]
    /// gives 577,014 m from the middle community's point.
    @Test("An opening far from the study is a warning")
    func farAway() throws {
        let hamlet = try HamletStudy()
        try hamlet.replace("lon: 114.327", with: "lon: 120.327", in: BadScenario.file)
        let (_, stderr, status) = try run(hamlet)
        #expect(status == 0)
        #expect(
            stderr.hasPrefix(
                "study/\(BadScenario.file):4: programme: warning: lies 577 km from the other layers, expected the same city\n"
            ))
    }

    /// South of the Gulf of Guinea both orders are places on earth: only the study tells which one is meant.
    @Test("Swapped axes show against the study where no degree is beyond 90")
    func swappedAgainstTheStudy() throws {
        let hamlet = try HamletStudy()
        for file in [
            "communities.geojson", "compounds.csv", "gates.csv", "facilities.csv", "candidates.geojson",
        ] {
            try hamlet.replace("114.3", with: "14.3", in: file)
        }
        try hamlet.replace("  streets: {path: streets.osm}\n", with: "", in: "study.yaml")
        try hamlet.replace(
            "lon: 114.327, lat: 30.505", with: "lon: 30.505, lat: 14.327", in: BadScenario.file)
        let (_, stderr, status) = try run(hamlet)
        #expect(
            stderr
                == "study/\(BadScenario.file):4: programme: longitude 30.505 and latitude 14.327 look swapped, expected them the other way round\n"
        )
        #expect(status == 1)
    }

    @Test("What a bad row of the study would be is not unknown to the scenario")
    func facilitiesOnBadRows() throws {
        let hamlet = try HamletStudy()
        try hamlet.replace("900,40,", with: "900,many,", in: "facilities.csv")
        let fault = "facilities.csv:3: beds: “many” is not a number, expected a number such as 1200"
        #expect(try run(hamlet).stderr == text([fault]))
        // Set aside, nothing can be done with it.
        let set = try run(hamlet, ["--set-aside"])
        #expect(set.status == 1)
        #expect(
            set.stderr
                == "study/\(BadScenario.file):6: programme: refers to “F2” at facilities.csv:3, which is set aside\n"
        )
        // Its id is taken all the same.
        try hamlet.replace("id: N1", with: "id: F2", in: BadScenario.file)
        #expect(
            try run(hamlet).stderr
                == text([
                    fault, "study/\(BadScenario.file):4: programme: the id “F2” is taken, expected a new one",
                ]))
    }

    @Test("A file that is missing makes nothing of the scenario unknown")
    func facilitiesThatCannotBeRead() throws {
        let hamlet = try HamletStudy()
        try hamlet.remove("facilities.csv")
        #expect(
            try run(hamlet).stderr == "facilities.csv: there is no such file, expected a readable file\n")
    }

    @Test(
        "Years are judged before anything is read",
        arguments: [
            (["--from", "2019"], "Error: --from 2019 is before the study's base year 2020"),
            (["--from", "2030", "--to", "2025"], "Error: --to 2025 is before --from 2030."),
            (["--to", "2018"], "Error: --to 2018 is before --from 2020."),
        ])
    func years(_ options: [String], _ line: String) throws {
        let hamlet = try HamletStudy()
        for fault in OtherFault.ofCompounds + BadScenario.others { try fault.apply(hamlet) }
        let (stdout, stderr, status) = try run(hamlet, options)
        #expect(status == 64)
        #expect(stderr.hasPrefix(line))
        #expect(!stderr.contains("compounds.csv"))
        #expect(stdout.isEmpty)
    }

    private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
