import Foundation
import Testing

/// What the files of a scenario say of money adds up.
@Suite struct PlanSumsTests {
    @Test(
        "The rows of subsidies.csv and plan.csv add up to the money of annual.csv, year by year and district by district",
        arguments: [
            ("riverside", "limited-budget"), ("riverside", "points-first"), ("town", "made"),
        ])
    func sums(study: String, scenario: String) throws {
        let place = try CommandPlace()
        defer { place.remove() }
        if study == "town" {
            let made = try place.run([
                "synth", "--size", "town", "--seed", "3", "--out", "study", "--quiet",
            ])
            #expect(made.status == 0, "\(made.stderr)")
            let text = """
                name: made
                build_out: {objective: mclp, per_year: 2, candidates: all}
                """
            try Data(text.utf8).write(to: place.root.appending(path: "study/made.yaml"))
        } else {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "datasets/riverside")
            try place.lay(folder, at: "study")
        }
        let file = study == "town" ? "study/made.yaml" : "study/scenarios/\(scenario).yaml"
        let (_, stderr, status) = try place.run([
            "scenario", "run", "study", file, "--out", "files", "--quiet",
        ])
        #expect(status == 0, "\(stderr)")
        let folder = "files/scenario/\(scenario)"
        let annual = try rows("\(folder)/annual.csv", in: place)
        let grants = try rows("\(folder)/subsidies.csv", in: place)
        let plan = try rows("\(folder)/plan.csv", in: place)
        let money = try rows("\(folder)/money.csv", in: place)
        func sum(_ rows: [[String: String]], _ column: String, in row: [String: String]) -> Decimal {
            rows.filter { own in
                own["year"] == row["year"] && (row["scope"] == "city" || own["district"] == row["scope_id"])
            }.reduce(0) { $0 + (Decimal(string: $1[column] ?? "") ?? 0) }
        }
        for row in annual {
            let name = "\(row["year"] ?? "") \(row["scope_id"] ?? "")"
            for (kind, column) in [("once", "subsidy_once_yuan"), ("yearly", "subsidy_yearly_yuan")] {
                let own = grants.filter { $0["kind"] == kind }
                #expect(sum(own, "yuan", in: row) == Decimal(string: row[column] ?? ""), "\(column) \(name)")
                let paid = money.filter {
                    $0["kind"] == kind && $0["year"] == row["year"] && $0["scope"] == row["scope"]
                        && $0["scope_id"] == row["scope_id"]
                }
                #expect(
                    paid.reduce(0) { $0 + (Decimal(string: $1["yuan"] ?? "") ?? 0) }
                        == sum(own, "yuan", in: row), "\(name)")
            }
            #expect(
                sum(plan, "capital_yuan", in: row) == Decimal(string: row["capital_yuan"] ?? ""),
                "capital \(name)")
        }
        #expect(grants.contains { $0["in_plan"] == "true" } && grants.contains { $0["in_plan"] == "false" })
        // One-off sums of the plan stand in the year in which they are paid, all of them within the years of the run.
        let first = Set(plan.compactMap { $0["facility"] })
        let planned = plan.reduce(0) { $0 + (Decimal(string: $1["subsidy_once_yuan"] ?? "") ?? 0) }
        let paid = grants.filter { $0["kind"] == "once" && first.contains($0["facility"] ?? "") }
            .reduce(0) { $0 + (Decimal(string: $1["yuan"] ?? "") ?? 0) }
        #expect(paid >= planned && planned >= 0)
    }

    private func rows(_ path: String, in place: CommandPlace) throws -> [[String: String]] {
        let cells = table(try String(contentsOf: place.root.appending(path: path), encoding: .utf8))
        return cells.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(cells[0], $0)) }
    }
}
