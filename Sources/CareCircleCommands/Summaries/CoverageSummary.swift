internal import Policy
internal import Coverage
internal import Foundation
internal import Places
internal import Reports

/// What `coverage` says when it is done: the city's rates, and where the files are.
struct CoverageSummary {
    let study: Study
    let result: CoverageResult
    /// How many bad rows no rate counts.
    let setAside: Int
    let files: OutputFolder

    var json: JSONText {
        .object([
            ("study", .text(study.name)), ("date", .text(result.day.description)),
            ("communities", .whole(study.communities.count)), ("compounds", .whole(study.compounds.count)),
            ("compounds_counted", .whole(result.states.count { $0.isCounted })),
            ("residuals", .whole(result.demand.residuals.count { $0 != nil })),
            ("facilities", .whole(study.facilities.count)),
            ("facilities_open", .whole(study.facilities.count { $0.isOpen(on: result.day) })),
            ("set_aside", .whole(setAside)),
            (
                "rates",
                .list(
                    result.rates.filter { isCity($0.scope) }.map {
                        RateLine(rate: $0, setAside: setAside).json
                    })
            ),
            ("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        var lines = [
            say("\(study.name), as of \(result.day)", "\(study.name)，截至 \(result.day)"),
            say(
                "\(study.compounds.count) compounds (\(result.states.count { $0.isCounted }) counted), \(study.communities.count) communities, \(study.facilities.count) facilities (\(study.facilities.count { $0.isOpen(on: result.day) }) open)",
                "小区 \(study.compounds.count) 个（计入 \(result.states.count { $0.isCounted })），社区 \(study.communities.count) 个，设施 \(study.facilities.count) 处（开放 \(study.facilities.count { $0.isOpen(on: result.day) })）"
            ),
        ]
        if let line = setAsideLine(setAside, say) { lines.append(line) }
        lines.append("")
        for rate in result.rates where isCity(rate.scope) {
            lines.append("  " + RateLine(rate: rate, setAside: setAside).words(say))
        }
        lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    private func isCity(_ scope: Scope) -> Bool { if case .city = scope { true } else { false } }
}

/// What a summary says of bad rows that no figure counts; nothing where there are none.
func setAsideLine(_ count: Int, _ say: Language) -> String? {
    guard count > 0 else { return nil }
    return say(
        "\(count) bad rows set aside, counted nowhere below: see rejected.csv",
        "已剔除有误的行 \(count) 行，以下均未计入：见 rejected.csv")
}
