internal import Reports
internal import Siting

/// The words for choices of sites, and for why there is none.
struct SitingWording {
    private let say: Language

    init(language: Language) { say = language }

    func number(_ value: Double) -> String {
        NumberText.significant(value, decimals: 1, digits: 3)
    }

    // Weights may be shares of millions of people.
    /// What was asked for.
    func title(_ problem: SitingProblem) -> String {
        var limits: [String] = []
        if let p = problem.p { limits.append(say("\(counted(p, "site"))", "\(p) 个站点")) }
        if let budget = problem.budget { limits.append(say("\(number(budget)) yuan", "\(number(budget)) 元")) }
        let within = limits.joined(separator: say(" and ", "、"))
        switch problem.objective {
        case .lscp:
            guard let share = problem.share else {
                return say("Fewest sites that serve all who can be (LSCP)", "服务全部可达需求的最少站点（LSCP）")
            }
            let percent = NumberText.trimmed(share * 100)
            return say("Fewest sites that serve \(percent) % (LSCP)", "服务 \(percent) % 需求的最少站点（LSCP）")
        case .mclp: return say("Most served with \(within) (MCLP)", "\(within)内服务最多（MCLP）")
        case .pMedian:
            return say("Least total distance with \(within) (p-median)", "\(within)内总距离最短（p-median）")
        case .pCenter:
            return say("Least largest distance with \(within) (p-center)", "\(within)内最远距离最短（p-center）")
        }
    }

    /// What the objective comes to.
    func value(_ objective: SitingObjective, _ value: Double) -> String {
        switch objective {
        case .lscp: say("\(counted(number(value), "new site"))", "新增 \(number(value)) 个站点")
        case .mclp: say("\(number(value)) served", "服务 \(number(value))")
        case .pMedian: say("weighted distance \(number(value)) m", "加权距离 \(number(value)) 米")
        case .pCenter: say("largest distance \(number(value)) m", "最远距离 \(number(value)) 米")
        }
    }

    /// How good it is known to be.
    func quality(_ solution: SitingSolution) -> String {
        if solution.isProven { return say("proven: no choice is better", "已证明：没有更优方案") }
        let gap = GapText(share: solution.gap, decimals: 4).text(say)
        return say(
            "not proven best: none is better than \(number(solution.bound)) (gap \(gap))",
            "尚未证明最优：任何方案不优于 \(number(solution.bound))（差距 \(gap)）")
    }

    func reason(_ reason: SitingSolution.Uncovered, _ objective: SitingObjective) -> String {
        switch reason {
        case .tooFarFromStreets: say("too far from any street", "距街道过远")
        case .unreachableComponent: say("no site on its part of the streets", "所在路网片区无站点")
        case .noCandidateWithinReach: say("no candidate within reach", "可达范围内无备选点")
        case .capacity: say("sites within reach are full", "可达站点已满")
        case .notChosen where objective == .lscp:
            say("not needed for what is asked for", "要求之外，未入选")
        case .notChosen: say("others were worth more", "未入选")
        }
    }

    /// Why there is no choice.
    func failure(_ failure: SitingFailure) -> String {
        switch failure {
        case .noLimit: say("a number of sites or a budget is needed", "需要给出站点数或预算")
        case .onlyNumber: say("p-center takes a number of sites", "p-center 以站点数为限")
        case .requiredBeyondNumber(let required, let p):
            say(
                "\(counted(required, "candidate is", "candidates are")) required, but only \(p) may be chosen",
                "必选备选点有 \(required) 个，但最多只能选 \(p) 个")
        case .requiredExclusive(let one, let other):
            say(
                "\(one) and \(other) are both required, but take one another's place: only one of them can serve",
                "必选的 \(one) 与 \(other) 互为替代，只能选其一")
        case .requiredBeyondBudget(let cost, let budget):
            say(
                "the required candidates cost \(number(cost)) yuan, more than the budget of \(number(budget))",
                "必选备选点造价 \(number(cost)) 元，超过预算 \(number(budget)) 元")
        case .shareOutOfReach(let share, let most):
            say(
                "all candidates together serve \(NumberText.trimmed(most * 100, decimals: 4)) % of the demand, less than the \(NumberText.trimmed(share * 100, decimals: 4)) % asked for",
                "全部备选点合计只能服务 \(NumberText.trimmed(most * 100, decimals: 4)) % 的需求，低于要求的 \(NumberText.trimmed(share * 100, decimals: 4)) %"
            )
        case .cannotServeAll(let needed):
            if let needed {
                say(
                    "these limits cannot serve everybody whom candidates reach: at least \(counted(needed, "new site is", "new sites are")) needed",
                    "在此限制下无法服务全部可达需求：至少需要新增 \(needed) 个站点")
            } else {
                say("these limits cannot serve everybody whom candidates reach", "在此限制下无法服务全部可达需求")
            }
        case .noneFound:
            say(
                "no choice was found within the effort, though there may be one: try more --nodes",
                "在给定的计算量内未找到方案，但可能存在：请增大 --nodes")
        }
    }

    /// That nobody states what some sites cost; nothing where all do, or where costs do not count at all.
    ///
    /// - Parameters:
    ///   - sites: the chosen sites.
    ///   - table: the table that they are of.
    ///   - hasBudget: whether money is limited, which only a required site can then pass by.
    /// - Returns: a line at most.
    func withoutCost(_ sites: [Int], of table: SitingTable, hasBudget: Bool) -> [String] {
        let count = sites.count { table.candidates[$0].cost == nil }
        guard count > 0, hasBudget || table.candidates.contains(where: { $0.cost != nil }) else { return [] }
        if hasBudget {
            return [
                say(
                    "\(counted(count, "required site states", "required sites state")) no cost and takes nothing of the budget: what all cost together is not known",
                    "必选站点中有 \(count) 处未列造价，未占用预算：总造价未知")
            ]
        }
        return [
            say(
                "\(count) of the chosen sites \(count == 1 ? "states" : "state") no cost: what all cost together is not known",
                "所选站点中有 \(count) 处未列造价：总造价未知")
        ]
    }

    /// That some candidates of a table could not be chosen; nothing where all could.
    func excluded(from table: SitingTable) -> [String] {
        let excluded = table.candidates.count { $0.state == .excluded }
        guard excluded > 0 else { return [] }
        return [
            say(
                "\(excluded) of \(counted(table.candidates.count { $0.state != .existing }, "candidate")) could not be chosen: excluded, too small, without a cost for a budget, or not to be had before a later year (--date)",
                "备选点 \(table.candidates.count { $0.state != .existing }) 处中 \(excluded) 处不可选：已排除、面积不足、按预算而未列造价，或最早可用年份在此之后（--date）"
            )
        ]
    }
}
