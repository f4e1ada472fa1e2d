internal import Foundation
internal import Reports
internal import Siting

/// What `site` says when it is done: the choice, how good it is, and who is left out.
struct SitingSummary {
    let problem: SitingProblem
    let solution: SitingSolution
    /// How many places are left out because nobody states how many live there.
    let unknown: Int
    /// The bad rows that no figure counts.
    let setAside: SetAsideRows
    /// What is written; nothing where no folder is named.
    let files: OutputFolder?

    init(
        _ problem: SitingProblem, _ solution: SitingSolution, unknown: Int, setAside: SetAsideRows,
        files: OutputFolder?
    ) {
        self.problem = problem
        self.solution = solution
        self.unknown = unknown
        self.setAside = setAside
        self.files = files
    }

    /// A share in percent: one that only rounding makes a whole percent has the digits that tell it apart.
    private func percent(of share: Double) -> String {
        let short = NumberText.fixed(share * 100, decimals: 2)
        guard short.hasSuffix(".00"), abs((share * 100).rounded() - share * 100) > 1e-9 else { return short }
        return NumberText.fixed(share * 100, decimals: 4)
    }

    private var all: Double { problem.table.demands.reduce(0) { $0 + $1.weight } }

    private var reasons: [(reason: SitingSolution.Uncovered, count: Int, weight: Double)] {
        SitingSolution.Uncovered.allCases.map { reason in
            let gaps = solution.uncovered.filter { $0.reason == reason }
            return (reason, gaps.count, gaps.reduce(0) { $0 + $1.weight })
        }.filter { $0.count > 0 }
    }

    var json: JSONText {
        let table = problem.table
        return .object([
            ("problem", .text(problem.objective.rawValue)), ("objective", .figure(solution.objective)),
            ("bound", .figure(solution.bound)),
            ("gap", solution.gap.isFinite ? .number(solution.gap, decimals: 8) : .null),
            ("proven", .flag(solution.isProven)),
            ("sites", .list(solution.sites.map { .text(table.candidates[$0].id) })),
            ("existing", .whole(table.candidates.count { $0.state == .existing })),
            ("excluded", .whole(table.candidates.count { $0.state == .excluded })),
            ("cost_yuan", .number(solution.cost)), ("demand", .figure(all)),
            ("served", .figure(solution.served)),
            ("share", all > 0 ? .number(solution.served / all) : .null),
            ("weighted_distance", .figure(solution.weightedDistance)),
            (
                "mean_distance",
                solution.served > 0 ? .number(solution.weightedDistance / solution.served) : .null
            ),
            (
                "uncovered",
                .list(
                    solution.uncovered.map { gap in
                        .object([
                            ("demand", .text(table.demands[gap.demand].id)), ("weight", .figure(gap.weight)),
                            ("reason", .text(gap.reason.rawValue)),
                        ])
                    })
            ),
            ("unknown", .whole(unknown)), ("set_aside", .whole(setAside.count)),
            ("out", files.map { .text($0.root.path) } ?? .null),
            ("files", .list((files?.paths ?? []).map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        let wording = SitingWording(language: say)
        let table = problem.table
        var lines = [wording.title(problem)]
        lines += setAside.lines(say, in: "site")
        if unknown > 0 {
            lines.append(
                say(
                    "\(counted(unknown, "place is", "places are")) left out: nobody states how many live there",
                    "有 \(unknown) 处未注明人数或户数，未计入"))
        }
        lines += [
            "", "  " + wording.value(problem.objective, solution.objective), "  " + wording.quality(solution),
        ]
        let share = all > 0 ? percent(of: solution.served / all) : "–"
        lines.append(
            "  "
                + say(
                    "serves \(wording.number(solution.served)) of \(wording.number(all)) (\(share) %)",
                    "服务 \(wording.number(solution.served))，共 \(wording.number(all))（\(share) %）"))
        if solution.served > 0 {
            let mean = NumberText.fixed(solution.weightedDistance / solution.served, decimals: 1)
            lines.append("  " + say("mean distance \(mean) m", "平均距离 \(mean) 米"))
        }
        if let cost = solution.cost, cost > 0 {
            lines.append(
                "  " + say("costs \(wording.number(cost)) yuan", "造价 \(wording.number(cost)) 元"))
        }
        lines += wording.withoutCost(solution.sites, of: table, hasBudget: problem.budget != nil).map {
            "  " + $0
        }
        lines += wording.excluded(from: table).map { "  " + $0 }
        lines += ["", say("New sites: \(solution.sites.count)", "新增站点：\(solution.sites.count)")]
        for site in solution.sites {
            let candidate = table.candidates[site]
            let upgrade = candidate.replaces.map { table.candidates[$0].id }
            lines.append(
                "  " + padded(candidate.id, 20)
                    + say(
                        "serves \(wording.number(solution.loads[site]))",
                        "服务 \(wording.number(solution.loads[site]))")
                    + (upgrade.map { say(" (upgrade of \($0))", "（升级自 \($0)）") } ?? ""))
        }
        if !reasons.isEmpty {
            lines += ["", say("Left out:", "未覆盖：")]
            for (reason, count, weight) in reasons {
                lines.append(
                    "  " + padded(wording.reason(reason, problem.objective), 34)
                        + say(
                            "\(counted(count, "place")), \(wording.number(weight))",
                            "\(count) 处，\(wording.number(weight))"))
            }
        }
        if let files {
            lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
            lines += files.paths.map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
