internal import Policy
internal import Coverage
internal import Foundation
internal import Places
internal import Reports

/// What `coverage` says when it is done: the city's rates, and where the files are.
struct CoverageSummary {
    let study: Study
    let result: CoverageResult
    /// All rates.
    let rates: [Rate]
    /// Those of them that are told in words.
    let spoken: [Rate]
    /// Access to capacity; empty where it was not asked for.
    let access: [CapacityAccess]
    /// The bad rows that no rate counts.
    let setAside: SetAsideRows
    let files: OutputFolder

    var json: JSONText {
        let access = access.flatMap { AccessLine.ofCity(in: $0) }
        return .object(
            [
                ("study", .text(study.name)), ("date", .text(result.day.description)),
                ("communities", .whole(study.communities.count)),
                ("compounds", .whole(study.compounds.count)),
                ("compounds_counted", .whole(result.states.count { $0.isCounted })),
                ("residuals", .whole(result.demand.residuals.count { $0 != nil })),
                ("facilities", .whole(study.facilities.count)),
                ("facilities_open", .whole(study.facilities.count { $0.isOpen(on: result.day) })),
                ("set_aside", .whole(setAside.count)),
            ] + StandardLine(standard: result.standard).parameters + [
                (
                    "rates",
                    .list(
                        rates.filter { isCity($0.scope) }.map {
                            RateLine(rate: $0, setAside: setAside.count).json
                        })
                ),
                ("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text))),
            ] + (access.isEmpty ? [] : [("access", .list(access.map(\.json)))]))
    }

    func words(_ say: Language) -> String {
        var lines = [
            say("\(study.name), as of \(result.day)", "\(study.name)，截至 \(result.day)"),
            say(
                "\(counted(study.compounds.count, "compound")) (\(result.states.count { $0.isCounted }) counted), \(counted(study.communities.count, "community")), \(counted(study.facilities.count, "facility")) (\(study.facilities.count { $0.isOpen(on: result.day) }) open)",
                "小区 \(study.compounds.count) 个（计入 \(result.states.count { $0.isCounted })），社区 \(study.communities.count) 个，设施 \(study.facilities.count) 处（开放 \(study.facilities.count { $0.isOpen(on: result.day) })）"
            ),
            StandardLine(standard: result.standard).words(say),
        ]
        lines += setAside.lines(say, in: "coverage")
        lines.append("")
        let cities = spoken.filter { isCity($0.scope) }
        let isAlone = Set(cities.map(\.scope)).count == 1
        let width = RateLine.measureWidth(of: cities, say)
        var named: Scope?
        for rate in cities {
            if !isAlone, rate.scope != named {
                lines.append(say("  \(rate.scope.identifier):", "  \(rate.scope.identifier)："))
                named = rate.scope
            }
            lines.append(
                "  " + RateLine(rate: rate, setAside: setAside.count).words(say, measureWidth: width))
        }
        lines += UnstatedPlaces(of: cities).lines(say).map { "  " + $0 }
        for line in access.flatMap({ AccessLine.ofCity(in: $0) }) { lines.append("  " + line.words(say)) }
        lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    private func isCity(_ scope: Scope) -> Bool { if case .city = scope { true } else { false } }
}
