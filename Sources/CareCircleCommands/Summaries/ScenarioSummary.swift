internal import Compliance
internal import Coverage
internal import Foundation
internal import Places
internal import Reports
internal import Scenarios

/// What `scenario run` says when it is done: the city's first and last years and those between in steps.
struct ScenarioSummary {
    let study: Study
    let standard: CoverageStandard
    let result: ScenarioResult
    /// The bad rows that no figure counts.
    let setAside: SetAsideRows
    let files: OutputFolder

    private var cities: [AnnualRow] {
        result.annual.filter { if case .city = $0.scope { true } else { false } }
    }

    var json: JSONText {
        .object([
            ("study", .text(study.name)), ("scenario", .text(result.plan.scenario.name)),
            ("from", .whole(result.years.from)), ("to", .whole(result.years.to)),
            ("set_aside", .whole(setAside.count)),
            ("standard", .object(StandardLine(standard: standard).parameters)),
            ("years", .list(cities.map(json))),
            (
                "targets",
                .list(
                    result.targets.map {
                        .object([
                            ("target", .text($0.target)), ("year", .whole($0.year)),
                            ("scope_id", .text($0.scope.identifier)),
                            ("verdict", .text($0.verdict.rawValue)), ("value", .number($0.value)),
                        ])
                    })
            ),
            ("build_out", BuildOutLine(result.plan.buildOut).json),
            ("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        var lines = [
            say(
                "\(study.name), scenario \(result.plan.scenario.name), \(result.years.from) to \(result.years.to)",
                "\(study.name)，方案 \(result.plan.scenario.name)，\(result.years.from)—\(result.years.to) 年"),
            StandardLine(standard: standard).words(say),
        ]
        if let words = BuildOutLine(result.plan.buildOut).words(say) { lines.append(words) }
        lines += setAside.lines(say, in: "scenario/\(result.plan.scenario.name)")
        lines += [
            "",
            "  " + say("year", "年份") + leading(say("elders", "老年人"), 11)
                + leading(say("facilities", "设施"), 12) + leading(say("beds", "床位"), 9)
                + leading(say("m²/100 hh", "m²/百户"), 12) + leading(say("cumulative yuan", "累计（元）"), 18),
        ]
        for row in cities where isShown(row.year) {
            lines.append(
                "  \(row.year)" + leading(row.elders.map { NumberText.fixed($0, decimals: 0) } ?? "–", 11)
                    + leading(String(row.facilities), 12) + leading(row.beds?.description ?? "–", 9)
                    + leading(
                        row.squareMetresPerHundredHouseholds.map { NumberText.fixed($0, decimals: 2) } ?? "–",
                        12)
                    + leading(row.money.cumulative.description, 18))
        }
        lines += unstated(say)
        for row in cities where isShown(row.year) {
            lines.append("")
            for rate in row.rates {
                lines.append("  \(row.year)  " + RateLine(rate: rate, setAside: setAside.count).words(say))
            }
        }
        lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Every fifth year, and the first and the last.
    private func isShown(_ year: Int) -> Bool {
        year == result.years.from || year == result.years.to || year % 5 == 0
    }

    /// What the table's sums leave out in the last year, where they do.
    private func unstated(_ say: Language) -> [String] {
        cities.filter { $0.year == result.years.to }.flatMap { row in
            var lines: [String] = []
            if row.facilitiesWithoutBeds > 0 {
                lines.append(
                    say(
                        "  \(row.year): \(row.facilitiesWithoutBeds) of \(counted(row.facilities, "facility")) \(row.facilitiesWithoutBeds == 1 ? "states no beds and counts" : "state no beds and count") for none",
                        "  \(row.year)：\(row.facilities) 处设施中 \(row.facilitiesWithoutBeds) 处未填床位，未计入"))
            }
            if row.compoundsWithoutCareSpace > 0 {
                lines.append(
                    say(
                        "  \(row.year): \(counted(row.compoundsWithoutCareSpace, "counted compound states no care space and counts for none", "counted compounds state no care space and count for none"))",
                        "  \(row.year)：\(row.compoundsWithoutCareSpace) 个计入小区未填养老服务用房，未计入"))
            }
            return lines
                + UnstatedPlaces(of: row.rates).lines(say).map {
                    say("  \(row.year): ", "  \(row.year)：") + $0
                }
        }
    }

    private func json(_ row: AnnualRow) -> JSONText {
        .object([
            ("year", .whole(row.year)), ("scope_id", .text(row.scope.identifier)),
            ("elders", .number(row.elders)), ("facilities", .whole(row.facilities)),
            ("beds", row.beds.map { .number($0.description) } ?? .null),
            ("beds_unstated", .whole(row.facilitiesWithoutBeds)),
            ("elder_share_1km", .number(row.elderShare1km)),
            ("elder_share_15min", .number(row.elderShare15min)),
            ("cumulative_yuan", .number(row.money.cumulative.description)),
            ("rates", .list(row.rates.map { RateLine(rate: $0, setAside: setAside.count).json })),
        ])
    }
}
