internal import Places
internal import Reports
internal import Scenarios

/// The words for a scenario: its plan, its years and what a careful reader should know of a run.
struct ScenarioWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// Why an action is in the plan.
    func reason(_ reason: PlanReason) -> String {
        switch reason {
        case .programme(let source): say("programme, line \(source.row)", "行动计划第 \(source.row) 行")
        case .buildOut(let choice): BuildOutWording(language: say).reason(choice)
        }
    }

    /// Of a year that a run does not have.
    func yearOutside(_ year: Int, from: Int?, to: Int) -> String {
        let first = from.map(String.init) ?? say("the base year", "基年")
        return say(
            "--year \(year) is not one of the run's years, \(first) to \(to).",
            "--year \(year) 不在推演年份 \(first) 至 \(to) 之内。")
    }

    /// Why years cannot be run.
    func years(_ failure: ScenarioFailure) -> String {
        switch failure {
        case .yearsRunBackwards(let from, let to):
            say("--to \(to) is before --from \(from).", "--to \(to) 早于 --from \(from)。")
        case .beforeBaseYear(let from, let baseYear):
            say(
                "--from \(from) is before the study's base year \(baseYear), of which nothing earlier is known.",
                "--from \(from) 早于研究基年 \(baseYear)，更早的情况未知。")
        case .noSuchYear(let year):
            say("There is no year \(year).", "没有 \(year) 年。")
        case .tooFar(let to, let last):
            say(
                "--to \(to) is too far off: a run ends in \(last) at the latest.",
                "--to \(to) 过远：最晚到 \(last) 年。")
        case .programme, .topology, .buildOut:
            say("The programme does not fit the study.", "行动计划与研究资料不符。")
        }
    }

    /// What is said to somebody who names a day.
    var dateChangesNothing: String {
        say(
            "--date changes nothing here: a scenario's years are as of their 31 December.",
            "--date 在此不起作用：情景各年均截至当年 12 月 31 日。")
    }

    /// What a careful reader should know.
    func notice(_ notice: ScenarioNotice) -> String {
        switch notice {
        case .unknownCosts(let count, let first):
            say(
                "nobody states what \(count) \(count == 1 ? "action costs" : "actions cost") (first: \(first)): empty in the plan, 0 in sums, and no money for each newly covered elder",
                "有 \(count) 项行动未列费用（首项：\(first)）：计划中为空，合计按 0 计，不给出每新增覆盖老年人的费用")
        case .yearsOutsideBuildOut(.shares, let years):
            say(
                "`share` names \(list(years)), in which the run builds nothing: due in the nearest year that it has",
                "`share` 列有 \(list(years))，推演当年不布点：改在最近的年份实现")
        case .yearsOutsideBuildOut(.budgets, let years):
            say(
                "`budget_yuan` names \(list(years)), in which the run builds nothing: that money is not spent",
                "`budget_yuan` 列有 \(list(years))，推演当年不布点：该资金不使用")
        case .outsideAllCommunities(let facility):
            say(
                "\(facility) opens outside every community: counts at city scope only, and in no sum where the study has several cities",
                "\(facility) 位于所有社区之外：仅计入全市；资料含多个城市时不计入任何合计")
        case .tooFarFromStreets(let facility):
            say(
                "\(facility) opens too far from any street to be reached on foot",
                "\(facility) 离街道过远，步行不可达")
        case .afterLastYear(let facility, let action, let year):
            say(
                "the \(action.rawValue) of \(facility) in \(year) comes after the last year",
                "\(facility) 的\(name(action))（\(year)）晚于最后一年")
        case .beforeFirstYear(let facility, let action, let year):
            say(
                "the \(action.rawValue) of \(facility) in \(year) came before the first year: done, but not in the accounts",
                "\(facility) 的\(name(action))（\(year)）早于首年：已实施，不计入账目")
        case .mapOutsideYears(let year):
            say("the year \(year) of `maps` is not in the run", "`maps` 中的 \(year) 年不在推演范围内")
        case .noEntitledPeople(let entitlement):
            say(
                "\(entitlement): the layer `groups` states no people who are entitled: no money is counted",
                "\(entitlement)：图层 `groups` 未列保障人数，未计费用")
        case .overEnvelope(let envelope, let years, let first, let most, let mostYear):
            say(
                "the envelope \(envelope) does not suffice in \(years) \(years == 1 ? "year" : "years") from \(first) on: at most \(most) yuan too little, in \(mostYear)",
                "资金安排 \(envelope) 自 \(first) 年起有 \(years) 年不足：\(mostYear) 年缺口最大，为 \(most) 元")
        case .outgrowsWhole(let part, let communities, let compounds, let first, let inSum):
            outgrowsWhole(part, communities, compounds, first, inSum)
        case .noMixOfAges:
            say(
                "no community states ages and no rate `elders` is given: elders move by the mean of the groups' rates",
                "各社区均未列分龄人口且未给出 `elders` 比率：老年人按各龄组比率均值变动")
        case .candidatesWithoutCost(let count):
            say(
                "\(counted(count, "candidate states", "candidates state")) no cost, nor does the pack: the build-out does not use \(count == 1 ? "it" : "them")",
                "\(count) 个备选点未列费用，政策包亦无默认值：自动布点不予采用")
        case .sitesWithoutSize(let count):
            say(
                "\(counted(count, "facility or candidate states", "facilities and candidates state")) no size: where capacities count, nobody is served there",
                "\(count) 个设施或备选点未列规模：计算容量时不服务任何人")
        case .noOfferCounts(let target, let counted):
            say(
                "no candidate would count for target \(target) as it opens (\(counted)): what no candidate has of itself, such as a grade, `set` of the build-out can give",
                "备选点开放后均不计入目标 \(target)（\(counted)）：备选点本身没有的属性（如等级）可由 build_out 的 `set` 给出")
        case .goalNotReached(let purpose, let scope):
            say(
                "the build-out does not reach \(BuildOutWording(language: say).name(purpose)) in \(scope) by the end of the run",
                "至推演末年，自动布点未能在\(scope)实现\(BuildOutWording(language: say).name(purpose))")
        case .shareNotReached(let end, let year, let scope):
            shareNotReached(end, from: year, scope: scope)
        case .goalReachedLate(let purpose, let scope, let due, let from):
            say(
                "the build-out reaches \(BuildOutWording(language: say).name(purpose)) in \(scope) only from \(from) on, due in \(due)",
                "自动布点自 \(from) 年起才在\(scope)实现\(BuildOutWording(language: say).name(purpose))，应在 \(due) 年实现")
        case .withoutAges(let count, let all):
            say(
                "\(count) of \(counted(all, "community")) \(count == 1 ? "does" : "do") not state all groups by sex and age: people there move by the rates, not by cohorts",
                "\(all) 个社区中有 \(count) 个未列全分性别年龄人口：按比率变动，不按队列推算")
        }
    }

    private func shareNotReached(_ end: SharesEnd, from year: Int, scope: String) -> String {
        func percent(_ share: Double) -> String { NumberText.trimmed(share * 100, decimals: 2) + " %" }
        let why =
            end.isAllThatCanBe
            ? say("no candidate reaches the others", "其余无备选点可达")
            : say(
                "all candidates together would reach \(percent(end.coverable)), the limits on number or money do not let them",
                "全部备选点合计可达 \(percent(end.coverable))，受数量或资金所限")
        return say(
            "the build-out does not reach the share to be covered from \(year) on in \(scope) by the end of the run: \(percent(end.covered)) of the \(percent(end.asked)) asked for; \(why)",
            "至推演末年，自动布点未能在\(scope)实现 \(year) 年起的覆盖比例：要求 \(percent(end.asked))，实为 \(percent(end.covered))；\(why)"
        )
    }

    private func outgrowsWhole(
        _ part: PartOfPeople, _ communities: Int, _ compounds: Int, _ first: Int, _ inSum: Int?
    ) -> String {
        let (english, chinese) =
            switch part {
            case .elders: ("the elders outgrow the population", "老年人口超过总人口")
            case .eightyPlus: ("people of 80 and over outgrow the elders", "80 岁以上人口超过老年人口")
            }
        func count(_ number: Int, _ one: String, _ many: String) -> String? {
            number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
        }
        let places = [
            count(communities, say("community", "个社区"), say("communities", "个社区")),
            count(compounds, say("compound", "个小区"), say("compounds", "个小区")),
        ].compactMap { $0 }.joined(separator: say(" and ", "、"))
        let sum = inSum.map { say(", in the sum of all communities from \($0)", "，各社区合计自 \($0) 年起") } ?? ""
        return say(
            "\(english) in \(places), first in \(first)\(sum): the rates do not go together",
            "\(places)的\(chinese)，最早为 \(first) 年\(sum)：各项增长率互不相符")
    }

    private func list(_ years: [Int]) -> String { years.map(String.init).joined(separator: say(", ", "、")) }

    private func name(_ action: ActionKind) -> String {
        switch action {
        case .open: "启用"
        case .upgrade: "升级"
        case .close: "停用"
        }
    }
}
