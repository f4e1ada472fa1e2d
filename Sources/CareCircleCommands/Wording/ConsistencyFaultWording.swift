internal import Places

// What is said of figures and dates that do not go together.
extension ProblemWording {
    /// That a facility closed before it opened.
    func closedBeforeOpened(_ opened: PartialDate, _ closed: PartialDate) -> String {
        say(
            "\(closed.text) is before it opened (\(opened.text)), expected a later date",
            "停用日期 \(closed.text) 早于启用日期 \(opened.text)，应为更晚的日期")
    }

    /// That a date lies before the one ahead of it.
    func datesRunBackwards(_ earlier: String, _ later: String) -> String {
        say(
            "\(later) is before \(earlier), expected dates in order",
            "\(later) 早于 \(earlier)，日期应依次排列")
    }

    /// That some of the three age groups are not stated.
    func missingAgeGroups(_ columns: [String]) -> String {
        say(
            "\(columns.joined(separator: " and ")) \(columns.count == 1 ? "is" : "are") not stated: the community's elders are unknown, expected all three age groups or a total",
            "缺少 \(columns.joined(separator: "、"))：该社区老年人数未知，应有三个年龄组或总数")
    }

    /// That some of the groups by sex and age are not stated.
    func missingAges(_ count: Int) -> String {
        say(
            "\(count) of the groups by sex and age \(count == 1 ? "is" : "are") not stated: the community moves by the rates, expected all 36 or none",
            "分性别年龄组缺少 \(count) 组：该社区按比率变动，应列全 36 组或均不列")
    }

    /// That ages add up to other people than are stated.
    func agesDiffer(_ stated: ExactDecimal, _ ages: ExactDecimal) -> String {
        say(
            "\(stated) is stated, but the groups by sex and age add up to \(ages), expected the same people in both",
            "所列为 \(stated)，而分性别年龄组合计 \(ages)，两者应为同一口径的人口")
    }

    /// That a compound states more elders than its community.
    func moreElders(_ elders: ExactDecimal, _ community: String, _ all: ExactDecimal) -> String {
        say(
            "\(counted(elders, "elder is", "elders are")) more than the \(all) that its community \(quoted(community)) states, expected no more than that",
            "老年人口 \(elders) 大于所属社区\(quoted(community))所列的 \(all)，应不大于后者")
    }

    /// That the care space of phases adds up to another figure.
    func phaseSumDiffers(_ stated: ExactDecimal, _ phases: ExactDecimal) -> String {
        say(
            "states \(stated) m² of care space, but its phases add up to \(phases) m²",
            "所列养老服务用房 \(stated) 平方米，而各分期合计 \(phases) 平方米")
    }

    /// That the dwellings of phases add up to another figure.
    func phaseHouseholdsDiffer(_ stated: ExactDecimal, _ phases: ExactDecimal) -> String {
        say(
            "states \(counted(stated, "household")), but its phases add up to \(phases)",
            "所列户数 \(stated) 户，而各分期合计 \(phases) 户")
    }

    /// That a later one of the four dates of a phase is stated, and earlier ones are not.
    func earlierDateMissing(
        _ phase: Int, _ isCare: Bool, _ stated: Milestone, _ missing: [Milestone]
    ) -> String {
        let words = MilestoneWording(language: say)
        let what = say(
            "\(isCare ? "the care space" : "the housing") of phase \(phase)",
            "第 \(phase) 期\(isCare ? "用房" : "住宅")")
        return say(
            "says when \(what) was \(words.word(stated)), and nothing says when it was \(missing.map(words.word).joined(separator: " and ")): what has no date counts as not happened, expected it, too",
            "列有\(what)\(words.word(stated))日期，而无\(missing.map(words.word).joined(separator: "、"))日期：无日期者按未发生处理，应一并列明"
        )
    }
}
