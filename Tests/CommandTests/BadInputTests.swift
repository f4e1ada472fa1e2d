import Foundation
import Testing

/// What bad input gets: a line for each problem, status 1, and an output folder that is what it was before.
@Suite struct BadInputTests {
    @Test("A fault is said in its line, and nothing is written", arguments: BadInput.all)
    func alone(_ fault: BadInput) throws {
        let hamlet = try HamletStudy()
        try fault.apply(hamlet)
        let before = try hamlet.place.files()
        for command in ["coverage", "validate"] {
            let (stdout, stderr, status) = try hamlet.run(command)
            #expect(stderr == text(fault.lines), "\(command)")
            #expect(status == 1, "\(command)")
            #expect(stdout.isEmpty, "\(command)")
            #expect(try hamlet.place.files() == before, "\(command)")
        }
    }

    @Test("Beside two others it is still said, and they are, too, in order", arguments: BadInput.all)
    func amongOthers(_ fault: BadInput) throws {
        let hamlet = try HamletStudy()
        for apply in [fault.apply] + fault.others.map(\.apply) { try apply(hamlet) }
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try hamlet.run()
        #expect(stderr == text(fault.linesAmongOthers))
        #expect(status == 1)
        #expect(stdout.isEmpty)
        #expect(try hamlet.place.files() == before)
    }

    @Test("Set aside, a bad row is listed and counted, and the rest is computed", arguments: BadInput.all)
    func setAside(_ fault: BadInput) throws {
        let hamlet = try HamletStudy()
        try fault.apply(hamlet)
        // A second bad row, far from the first.
        let other = fault.others[0]
        try other.apply(hamlet)
        let before = try hamlet.place.files()
        let (_, stderr, status) = try hamlet.run("coverage", ["--set-aside", "--circles", "none"])
        guard fault.isOfRow else {
            #expect(status == 1)
            let said = stderr.split(separator: "\n").map(String.init)
            #expect(fault.lines.allSatisfy(said.contains), "\(stderr)")
            #expect(try hamlet.place.files() == before)
            return
        }
        #expect(status == 0, "\(stderr)")
        // Without its community a place may lie outside all: a warning, no more.
        #expect(stderr.split(separator: "\n").allSatisfy { $0.contains(": warning: ") })
        let rejected = try table(hamlet.result("coverage/rejected.csv"))
        #expect(rejected.first == ["layer", "file", "row", "id", "column", "problem"])
        let said = rejected.dropFirst().map { row in
            "\(row[1]):\(row[2]): \(row[4].isEmpty ? "" : row[4] + ": ")\(row[5])"
        }
        for line in fault.lines + [other.line] { #expect(said.contains(line), "\(said)") }
        let rows = Set(rejected.dropFirst().map { "\($0[1]):\($0[2])" })
        let summary = try table(hamlet.result("coverage/summary.csv"))
        let column = try #require(summary.first?.firstIndex(of: "set_aside"))
        for row in summary.dropFirst() { #expect(row[column] == "\(rows.count)") }
    }

    @Test("As JSON the same problems stand on standard output, taken apart", arguments: BadInput.all)
    func asJSON(_ fault: BadInput) throws {
        let hamlet = try HamletStudy()
        try fault.apply(hamlet)
        for language in ["en", "zh"] {
            let (stdout, stderr, status) = try hamlet.run("coverage", ["--json", "--lang", language])
            #expect(status == 1)
            let json = try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any]
            let problems = try #require(json?["problems"] as? [[String: Any]])
            let lines = stderr.split(separator: "\n").map(String.init)
            #expect(problems.compactMap { $0["message"] as? String } == lines)
            if language == "en" { #expect(lines == fault.lines) }
            for (problem, line) in zip(problems, lines) {
                let file = try #require(problem["file"] as? String)
                let row = (problem["row"] as? Int).map { ":\($0)" } ?? ""
                let column = (problem["column"] as? String).map { ": \($0)" } ?? ""
                let wrong = try #require(problem["problem"] as? String)
                let place = file + row + column + (language == "en" ? ": " : "：")
                #expect(line.hasPrefix(file + row + column) && !wrong.isEmpty, "\(place)")
                if let expected = problem["expected"] as? String {
                    #expect(line.hasSuffix(expected) && line.contains(wrong) && !expected.isEmpty)
                    #expect(!wrong.contains(", expected ") || wrong.contains("“"))
                }
                if line.contains(", expected ") { #expect(problem["expected"] is String, "\(line)") }
            }
        }
    }

    @Test(
        "So do those of packs, ledgers, scenarios, tables and subjects, and what only the study shows to be misused"
    )
    func asJSONElsewhere() throws {
        let hamlet = try HamletStudy()
        try hamlet.write(Data("id: x\nnonsense: 1\n".utf8), to: "bad.yaml")
        try hamlet.write(Data("demand,weight\n1,2\n".utf8), to: "bad.csv")
        for (arguments, wanted) in [
            (["policy", "validate", "study/bad.yaml"], Int32(1)), (["policy", "show", "nowhere"], 1),
            (["claims", "study/bad.yaml"], 1), (["scenario", "run", "study", "study/bad.yaml"], 1),
            (["site", "--table", "study/bad.csv", "--objective", "lscp"], 1),
            (["explain", "study", "H7"], 1), (["network", "info", "nowhere"], 1),
            (
                [
                    "scenario", "run", "study", "study/scenarios/field-home.yaml", "--from", "2030", "--to",
                    "2020",
                ], 64
            ),
        ] {
            let (stdout, stderr, status) = try hamlet.place.run(arguments + ["--json"])
            #expect(status == wanted, "\(arguments)")
            let json = try? JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any]
            let problems = try #require(json?["problems"] as? [[String: Any]], "\(arguments): \(stderr)")
            for problem in problems {
                let message = try #require(problem["message"] as? String)
                #expect(stderr.contains(message), "\(arguments)")
            }
            #expect(!problems.isEmpty)
        }
    }

    @Test("A layer of which nothing is left is said with how many rows it had")
    func nothingLeft() throws {
        let hamlet = try HamletStudy()
        for level in ["community,station", "subdistrict,", "micro,", "community,rural_home"] {
            let rest = level.drop { $0 != "," }
            try hamlet.replace(level, with: "village\(rest)", in: "facilities.csv")
        }
        let before = try hamlet.place.files()
        for (language, line) in [
            ("en", "all 4 rows have been set aside, expected at least one that can be used"),
            ("zh", "全部 4 行均已被搁置，应至少有一行可用"),
        ] {
            let (_, stderr, status) = try hamlet.run("check", ["--set-aside", "--lang", language])
            #expect(stderr.hasPrefix("facilities.csv: \(line)\n"), "\(stderr)")
            #expect(status == 1)
        }
        #expect(try hamlet.place.files() == before)
    }

    @Test("Problems of one row are set aside in the order in which they are said")
    func orderOfProblems() throws {
        let hamlet = try HamletStudy()
        // The last column is judged before the first ones.
        try hamlet.replace(
            "K2,250,70,40,2019-05-20,2021-06-30,114.3165,30.506",
            with: "K9,x,-70,40,never,2021-06-30,114.3165,north", in: "compounds.csv")
        try hamlet.replace("900,40,2018", with: "many,40.5,2018-13", in: "facilities.csv")
        try hamlet.replace("H3,1,250", with: "H3,one,-250", in: "phases.csv")
        let said = try hamlet.run().stderr.split(separator: "\n").map(String.init)
        #expect(said.count == 10)
        _ = try hamlet.run("coverage", ["--set-aside", "--circles", "none"])
        let rejected = try table(hamlet.result("coverage/rejected.csv")).dropFirst().map {
            "\($0[1]):\($0[2]): \($0[4]): \($0[5])"
        }
        // A phase of a compound that is set aside is so, too: that is said only there.
        #expect(rejected.filter { !$0.contains("is set aside") } == said)
    }

    @Test("In Chinese every fault has words of its own", arguments: BadInput.all)
    func inChinese(_ fault: BadInput) throws {
        let hamlet = try HamletStudy()
        try fault.apply(hamlet)
        let (_, stderr, status) = try hamlet.run("validate", ["--lang", "zh"])
        #expect(status == 1)
        let lines = stderr.split(separator: "\n")
        #expect(lines.count == fault.lines.count)
        for (line, english) in zip(lines, fault.lines) {
            #expect(line.contains("应") || line.contains("没有"), "\(line)")
            #expect(!line.contains(", expected"), "\(line)")
            // File and row are the same in any language.
            #expect(line.prefix { $0 != " " } == english.prefix { $0 != " " })
        }
    }

    @Test(
        "Broken YAML is said with line and column, whatever else is wrong",
        arguments: [
            (
                "{path: gates.csv}", "{path: gates.csv",
                "study.yaml:9: 13: cannot be read as YAML, expected well-formed YAML (did not find expected ',' or '}')"
            ),
            (
                "  gates:", "\tgates:",
                "study.yaml:8: 1: cannot be read as YAML, expected well-formed YAML (found character that cannot start any token)"
            ),
            (
                "policy: wuhan", "policy: wuhan\npolicy: hubei",
                "study.yaml:3: 1: cannot be read as YAML, expected well-formed YAML (duplicate keys: policy)"
            ),
        ])
    func brokenYAML(old: String, new: String, line: String) throws {
        let hamlet = try HamletStudy()
        try hamlet.replace(old, with: new, in: "study.yaml")
        // Which layers there are nobody can tell now.
        for other in OtherFault.ofCompounds { try other.apply(hamlet) }
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try hamlet.run()
        #expect(stderr == line + "\n")
        #expect(stdout.isEmpty)
        #expect(status == 1)
        #expect(try hamlet.place.files() == before)
    }

    @Test("Layers in other formats are read, so that their damaged copies are bad for the damage alone")
    func wholeFormats() throws {
        let hamlet = try HamletStudy()
        try hamlet.take("streets.osm.pbf", insteadOf: "streets.osm")
        try hamlet.take("facilities.xlsx", insteadOf: "facilities.csv")
        try hamlet.take("gates.gpkg", insteadOf: "gates.csv")
        let (_, stderr, status) = try hamlet.run("coverage", ["--circles", "none"])
        #expect(stderr.isEmpty)
        #expect(status == 0)
        let plain = try HamletStudy()
        _ = try plain.run("coverage", ["--circles", "none"])
        for file in ["compounds", "residuals", "communities", "summary"] {
            #expect(try hamlet.result("coverage/\(file).csv") == plain.result("coverage/\(file).csv"))
        }
    }

    @Test("A study may lie all over the disk")
    func outsideTheFolder() throws {
        let hamlet = try HamletStudy()
        let root = hamlet.place.root
        try FileManager.default.moveItem(
            at: root.appending(path: "study/gates.csv"), to: root.appending(path: "gates.csv"))
        try hamlet.replace("gates.csv", with: "../gates.csv", in: "study.yaml")
        let (_, stderr, status) = try hamlet.run("coverage", ["--circles", "none"])
        #expect(stderr.isEmpty)
        #expect(status == 0)
        #expect(try hamlet.result("coverage/manifest.json").contains("\"path\": \"../gates.csv\""))
    }

    /// The compounds as a Chinese map shows them.
    ///
    /// By the published formula for GCJ-02 in Python, to six decimals; by pyproj.Geod(ellps="WGS84") they lie
    /// 588.3 m from where they are, in the mean.
    @Test("Coordinates of another datum are suspected")
    func anotherDatum() throws {
        let hamlet = try HamletStudy()
        for (place, shifted) in [
            ("114.303,30.5055", "114.308434,30.503056"), ("114.3065,30.5085", "114.311939,30.506063"),
            ("114.3165,30.506", "114.321954,30.503580"),
            ("114.318,30.505", "114.323456,30.502583"), ("114.327,30.5052", "114.332470,30.502800"),
            ("114.329,30.501", "114.334473,30.498603"),
        ] {
            try hamlet.replace(place, with: shifted, in: "compounds.csv")
        }
        let warning =
            "compounds.csv: warning: seems to be in gcj02 coordinates, 588 m off the layer communities: is `datum:` right?\n"
            + "compounds.csv:6: lon,lat: warning: lies outside every community: counts at city scope only, and in no rate where the study has several cities\n"
        let (_, stderr, status) = try hamlet.run("validate")
        #expect(stderr == warning)
        #expect(status == 0)
        #expect(try hamlet.run("validate", ["--strict"]).status == 3)
        // Once the datum is stated there is nothing to suspect.
        try hamlet.replace("compounds.csv}", with: "compounds.csv, datum: gcj02}", in: "study.yaml")
        let (_, silence, again) = try hamlet.run("validate", ["--strict"])
        #expect(silence.isEmpty)
        #expect(again == 0)
    }

    private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

/// The cells of a CSV text.
func table(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var (cells, cell, isQuoted) = ([String](), "", false)
    var characters = text.makeIterator()
    var next = characters.next()
    while let character = next {
        next = characters.next()
        switch character {
        case "\"" where isQuoted && next == "\"":
            cell.append("\"")
            next = characters.next()
        case "\"": isQuoted.toggle()
        case "," where !isQuoted:
            cells.append(cell)
            cell = ""
        case "\n" where !isQuoted:
            rows.append(cells + [cell])
            (cells, cell) = ([], "")
        default: cell.append(character)
        }
    }
    return rows
}
