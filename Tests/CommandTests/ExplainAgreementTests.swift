import Foundation
import Testing

/// What `explain` says of a place is what the files of `coverage` and `check` say of it.
@Suite struct ExplainAgreementTests {
    @Test(
        "Every compound, community, rate and verdict of the hamlet is explained with the figures of the files"
    )
    func hamlet() throws {
        let hamlet = try HamletStudy()
        try agreement(in: hamlet.place, places: 7)
    }

    @Test("So is every one of a synthetic town", arguments: [11])
    func town(seed: Int) throws {
        let place = try CommandPlace()
        defer { place.remove() }
        let (_, stderr, status) = try place.run([
            "synth", "--size", "town", "--seed", "\(seed)", "--out", "study", "--quiet",
        ])
        #expect(status == 0, "\(stderr)")
        try agreement(in: place, places: 200)
    }

    @Test(
        "Every figure of a scenario's year and every target in it is explained with the figures of the files"
    )
    func scenarioYear() throws {
        let hamlet = try HamletStudy()
        let place = hamlet.place
        let scenario = ["study", "study/scenarios/field-home.yaml"]
        let (_, said, ran) = try place.run(
            ["scenario", "run"] + scenario + ["--out", "files", "--quiet"])
        #expect(ran == 0, "\(said)")
        for year in ["2020", "2025", "2035"] {
            try agreement(in: place, year: year)
        }
    }

    private func agreement(in place: CommandPlace, year: String) throws {
        let annual = try table("files/scenario/field-home/annual.csv", in: place)
            .filter { $0["year"] == year }
        let targets = try table("files/scenario/field-home/targets.csv", in: place)
            .filter { $0["year"] == year }
        let figures = annual.flatMap { row in
            row.keys.filter { !["year", "scope", "scope_id", "set_aside"].contains($0) }.sorted()
                .map { (row: row, column: $0) }
        }
        func scope(_ row: [String: String]) -> String {
            "\(row["scope"] ?? "")/\(row["scope_id"] ?? "")"
        }
        let subjects =
            figures.map { "\($0.column)/\(scope($0.row))" }
            + targets.map { "target.\($0["target"] ?? "")/\(scope($0))" }
        let (stdout, stderr, status) = try place.run(
            [
                "explain", "study", "--json", "--scenario", "study/scenarios/field-home.yaml", "--year",
                year,
            ]
                + subjects)
        #expect(status == 0, "\(stderr)")
        let json = try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any]
        let explanations = try #require(json?["explanations"] as? [[String: Any]])
        #expect(explanations.count == subjects.count && figures.count > 30 && targets.count > 5)
        for ((row, column), explanation) in zip(figures, explanations) {
            let own = try #require(explanation["row"] as? [String: Any])
            let cell = row[column] ?? ""
            if let number = Double(cell), let value = own[column] as? NSNumber {
                #expect(value.doubleValue == number, "\(column) of \(year)")
            } else {
                #expect(text(own[column]) == cell, "\(column) of \(year)")
            }
        }
        for (row, explanation) in zip(targets, explanations.suffix(targets.count)) {
            let part = try #require((explanation["scopes"] as? [[String: Any]])?.first)
            let own = try #require(part["row"] as? [String: Any])
            #expect(text(own["verdict"]) == row["verdict"])
            for (column, name) in [("measured", "value"), ("required", "required")] {
                #expect((own[column] as? NSNumber)?.doubleValue == Double(row[name] ?? ""), "\(name)")
            }
            for name in ["numerator", "denominator", "unknown"] {
                #expect((part[name] as? NSNumber)?.doubleValue == Double(row[name] ?? ""), "\(name)")
            }
        }
    }

    private func agreement(in place: CommandPlace, places least: Int) throws {
        for command in [["coverage", "study", "--circles", "none"], ["check", "study"]] {
            let (_, _, status) = try place.run(command + ["--out", "files", "--quiet"])
            #expect(status == (command[0] == "check" ? 3 : 0))
        }
        let compounds = try table("files/coverage/compounds.csv", in: place)
        let residuals = try table("files/coverage/residuals.csv", in: place)
        let communities = try table("files/coverage/communities.csv", in: place)
        let rates = try table("files/coverage/summary.csv", in: place)
        // A rule that says nothing of the study has no unit.
        let allChecks = try table("files/checks.csv", in: place).filter { $0["unit"] != "" }
        let checks = Dictionary(grouping: allChecks.filter { $0["scope"] == "compound" }) {
            $0["subject"] ?? ""
        }
        let rateNames = rates.map { row in
            ["measure", "basis", "scope", "scope_id"].map { row[$0] ?? "" }.joined(separator: "/")
        }
        let subjects =
            compounds.map { "compound:\($0["id"] ?? "")" }
            + communities.map { "community:\($0["id"] ?? "")" } + rateNames
            + allChecks.map { row in
                ["rule", "scope", "subject"].map { row[$0] ?? "" }.joined(separator: "/")
            }
        let (stdout, _, status) = try place.run(["explain", "study", "--json"] + subjects)
        #expect(status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any]
        let explanations = try #require(json?["explanations"] as? [[String: Any]])
        #expect(explanations.count == subjects.count)
        #expect(compounds.count + residuals.count >= least)

        for (row, explanation) in zip(compounds, explanations) {
            try expect(explanation, is: row)
            let findings = try #require(explanation["findings"] as? [[String: Any]])
            let expected = checks[row["id"] ?? ""] ?? []
            #expect(findings.count == expected.count)
            for (finding, check) in zip(findings, expected) {
                for (column, cell) in check { #expect(text(finding[column]) == cell, "\(column)") }
            }
            try expectChain(of: explanation, row)
        }
        let ofCommunities = explanations.dropFirst(compounds.count)
        var seen = 0
        for (row, explanation) in zip(communities, ofCommunities) {
            try expect(explanation, is: row)
            let places = try #require(explanation["places"] as? [[String: Any]])
            for place in places where place["subject"] as? String == "residual" {
                let residual = try #require(residuals.first { $0["id"] == row["id"] })
                try expect(place, is: residual)
                try expectChain(of: place, residual)
                seen += 1
            }
        }
        #expect(seen == residuals.count)
        for (row, explanation) in zip(rates, ofCommunities.dropFirst(communities.count)) {
            try expect(explanation, is: row)
        }
        // Every verdict of every rule, of targets with the numerator and denominator that they come from.
        let verdicts = explanations.suffix(allChecks.count)
        #expect(allChecks.contains { $0["rule"]?.hasPrefix("target.") ?? false })
        for (row, explanation) in zip(allChecks, verdicts) {
            guard explanation["subject"] as? String == "target" else {
                try expect(explanation, is: row)
                continue
            }
            let scopes = try #require(explanation["scopes"] as? [[String: Any]])
            #expect(scopes.count == 1)
            try expect(try #require(scopes.first), is: row)
            for column in ["numerator", "denominator"] {
                #expect(text(scopes.first?[column]) == row[column], "\(column) of \(row["rule"] ?? "")")
            }
        }
    }

    /// The row that an explanation repeats is the file's, cell by cell.
    private func expect(_ explanation: [String: Any], is row: [String: String]) throws {
        let own = try #require(explanation["row"] as? [String: Any])
        for (column, cell) in row {
            if let number = Double(cell), let value = own[column] as? NSNumber {
                #expect(value.doubleValue == number, "\(column) of \(row["id"] ?? "")")
            } else {
                #expect(text(own[column]) == cell, "\(column) of \(row["id"] ?? "")")
            }
        }
    }

    /// The chain leads to the figures of the row: people by their arithmetic, walks by their parts.
    private func expectChain(of explanation: [String: Any], _ row: [String: String]) throws {
        for (name, decimals) in [("households", 6), ("elders", 1)] {
            let people = try #require(explanation[name] as? [String: Any])
            let cell = row[name] ?? ""
            guard let value = (people["value"] as? NSNumber)?.doubleValue else {
                #expect(cell.isEmpty)
                continue
            }
            #expect(abs(value - (Double(cell) ?? -1)) <= 0.5000001 * pow(10, -Double(decimals)))
            if people["origin"] as? String == "shared" {
                func part(_ key: String) throws -> Double {
                    try #require((people[key] as? NSNumber)?.doubleValue)
                }
                let left = max(0, try part("community_states") - part("counted_compounds_state"))
                #expect(abs(left * (try part("part")) / (try part("whole")) - value) < 1e-4)
            }
        }
        let walk = try #require(explanation["walk"] as? [String: Any])
        guard let parts = walk["parts"] as? [String: Any] else {
            #expect(row["walk_mm"] ?? "" == "")
            return
        }
        let millimetres = ["to_street_mm", "along_streets_mm", "from_street_mm"].reduce(0) {
            $0 + ((parts[$1] as? NSNumber)?.intValue ?? .min / 4)
        }
        #expect("\(millimetres)" == row["walk_mm"])
    }

    private func text(_ value: Any?) -> String {
        switch value {
        case let text as String: text
        case let number as NSNumber where isFlag(number): number.boolValue ? "true" : "false"
        case let number as NSNumber: "\(number)"
        default: ""
        }
    }

    private func isFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    /// The rows of a CSV file by column; cells of these files may be quoted, but hold no line breaks.
    private func table(_ path: String, in place: CommandPlace) throws -> [[String: String]] {
        let text = try String(contentsOf: place.root.appending(path: path), encoding: .utf8)
        let lines = text.split(separator: "\n").map { cells(of: $0) }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    private func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
