internal import Foundation
internal import Reports
internal import Siting

/// What `site --frontier` says when it is done: what each limit serves at best, and what more would buy.
struct FrontierSummary {
    let problem: SitingProblem
    let frontier: SitingFrontier
    /// How many places are left out because nobody states how many live there.
    let unknown: Int
    /// The bad rows that no figure counts.
    let setAside: SetAsideRows
    /// What is written; nothing where no folder is named.
    let files: OutputFolder?

    /// Every point with the one before it.
    private var pairs: [(before: SitingFrontier.Point?, point: SitingFrontier.Point)] {
        frontier.points.indices.map {
            ($0 > 0 ? frontier.points[$0 - 1] : nil, frontier.points[$0])
        }
    }

    var json: JSONText {
        let table = problem.table
        return .object([
            ("problem", .text(problem.objective.rawValue)), ("demand", .figure(frontier.demand)),
            (
                "frontier",
                .list(
                    pairs.map { before, point in
                        .object([
                            ("p", point.p.map { .whole($0) } ?? .null),
                            ("budget_yuan", .number(point.budget)),
                            ("sites", .list(point.sites.map { .text(table.candidates[$0].id) })),
                            ("cost_yuan", .number(point.cost)), ("served", .figure(point.served)),
                            (
                                "share",
                                frontier.demand > 0 ? .number(point.served / frontier.demand) : .null
                            ),
                            ("bound", .figure(point.bound)),
                            ("gap", point.gap.isFinite ? .number(point.gap, decimals: 8) : .null),
                            ("added", .figure(before.map { point.served - $0.served })),
                            ("added_per_million_yuan", .number(point.addedPerMillion(after: before))),
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
        let ofMoney = frontier.points.first?.budget != nil
        var lines = [
            say(
                "What \(ofMoney ? "more money" : "more sites") would serve, of \(wording.number(frontier.demand)) in all",
                "\(ofMoney ? "资金" : "站点")增加时的服务量，总需求 \(wording.number(frontier.demand))")
        ]
        lines += setAside.lines(say, in: "site")
        if unknown > 0 {
            lines.append(
                say(
                    "\(counted(unknown, "place is", "places are")) left out: nobody states how many live there",
                    "有 \(unknown) 处未注明人数或户数，未计入"))
        }
        lines += wording.excluded(from: problem.table)
        let chosen = Set(frontier.points.flatMap(\.sites)).sorted()
        lines += wording.withoutCost(chosen, of: problem.table, hasBudget: ofMoney)
        lines += [
            "",
            "  " + leading(ofMoney ? say("budget, yuan", "预算（元）") : say("sites", "站点"), 14)
                + leading(say("cost, yuan", "造价（元）"), 14) + leading(say("served", "服务"), 12)
                + leading(say("at most", "上限"), 12) + leading(say("gap", "差距"), 14)
                + leading(say("added", "新增"), 12) + leading(say("per million", "每百万元"), 13),
        ]
        for (before, point) in pairs {
            func amount(_ value: Double?) -> String { value.map { NumberText.fixed($0, decimals: 0) } ?? "–" }
            lines.append(
                "  " + leading(point.p.map(String.init) ?? amount(point.budget), 14)
                    + leading(amount(point.cost), 14) + leading(amount(point.served), 12)
                    + leading(amount(point.bound), 12)
                    + leading(
                        point.gap.isFinite ? GapText(share: point.gap, decimals: 2).text(say) : "–", 14)
                    + leading(amount(before.map { point.served - $0.served }), 12)
                    + leading(
                        point.addedPerMillion(after: before).map { NumberText.fixed($0, decimals: 1) } ?? "–",
                        13))
        }
        if let files {
            lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
            lines += files.paths.map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
