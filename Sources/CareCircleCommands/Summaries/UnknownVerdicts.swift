internal import Compliance
internal import Places
internal import Policy
internal import Reports

/// Why verdicts are unknown: of how many compounds each thing is not stated.
struct UnknownVerdicts {
    /// What is not stated of a compound, in the order in which a planner would fill it in.
    enum Gap: String, CaseIterable {
        case date = "no_date"
        case dayOfDate = "only_month_or_year"
        case ruleDate = "rule_without_day"
        case households = "no_households"
        case careSpace = "no_care_space"
        case careSpaceByPhase = "no_care_space_by_phase"
        case phase = "no_phase"
        case population = "no_population"
        case land = "no_land"
        case street = "no_street"
    }

    /// Of how many compounds each is missing; only what is missing somewhere.
    let gaps: [(gap: Gap, compounds: Int)]
    /// How many compounds there are findings on.
    private let all: Int
    private let classDate: String

    init(_ findings: [Finding], pack: PolicyPack) {
        var subjects: [Gap: Set<String>] = [:]
        let findings = findings.filter { $0.scope == .compound }
        for finding in findings where finding.verdict == .unknown {
            if let gap = Gap(finding) { subjects[gap, default: []].insert(finding.subject) }
        }
        gaps = Gap.allCases.compactMap { gap in subjects[gap].map { (gap, $0.count) } }
        all = Set(findings.map(\.subject)).count
        classDate = pack.space.first?.classDate.rawValue ?? "planned"
    }

    var json: JSONText {
        .list(
            gaps.map { .object([("because", .text($0.gap.rawValue)), ("compounds", .whole($0.compounds))]) })
    }

    /// One line; nothing where every verdict is known.
    func line(_ say: Language) -> String? {
        guard !gaps.isEmpty else { return nil }
        let parts = gaps.map { "\($0.compounds) \(words($0.gap, say))" }
        return say(
            "Unknown among \(counted(all, "compound")): " + parts.joined(separator: "; "),
            "\(all) 个小区中不明者：" + parts.joined(separator: "；"))
    }

    private func words(_ gap: Gap, _ say: Language) -> String {
        switch gap {
        case .date:
            say(
                "without a date that tells new from existing (\(classDate), a phase's housing_\(classDate), delivered)",
                "个无日期可判定新建或既有（\(classDate)、分期的 housing_\(classDate)、delivered）")
        case .dayOfDate:
            say(
                "with a date known to the month or year only, which leaves the verdict open", "个日期仅到月或年，不足以判定"
            )
        case .ruleDate:
            say("that the rule's own date, not known to the day, leaves open", "个因规则生效日不明而无法判定")
        case .households: say("without households", "个未列户数")
        case .careSpace: say("without care space", "个未列养老服务用房")
        case .careSpaceByPhase: say("without care space by phase", "个各分期未列用房面积")
        case .population: say("without a population", "个未列人口")
        case .land: say("without land of a facility", "个未列设施用地")
        case .street: say("too far from any street, or without streets", "个附近无街道或未提供街道")
        case .phase: say("without a row of the phase that the rule asks about", "个无规则所问分期的资料")
        }
    }
}

extension UnknownVerdicts.Gap {
    /// What a finding whose verdict is unknown lacks.
    fileprivate init?(_ finding: Finding) {
        switch finding.detail {
        case .classOpen(.noDate): self = .date
        case .classOpen(.partialDate), .steps: self = .dayOfDate
        case .classOpen(.ruleDate), .classOpen(.ruleUndated): self = .ruleDate
        case .rateOpen(_, _, _, let from): self = from.precision == .day ? .dayOfDate : .ruleDate
        // The day of the written exception.
        case .waived: self = .dayOfDate
        // Without dwellings it is open what is owed, and so whether the first phase holds enough.
        case .firstPhaseMayHoldEnough: self = .households
        case .buildOut: self = finding.required == nil ? .households : .dayOfDate
        case .householdsNotStated: self = .households
        case .careSpaceNotStated: self = .careSpace
        case .careSpaceByPhaseNotStated: self = .careSpaceByPhase
        case .noPhase: self = .phase
        case .populationNotStated: self = .population
        case .landOfFacilities: self = .land
        case .noWalk: self = .street
        case .owes, .noRate, .noRates, .owesNothing, .notInForce, .noLongerInForce, .firstPhaseHoldsAll,
            .firstPhaseHoldsRequired, .firstPhaseHoldsTooLittle, .smallestPlace, .holdsNoSpace,
            .pool, .holdsItsOwn, .neighbours,
            .floorArea, .areaNotStated, .shareOfPublicService, .publicServiceNotStated, .noBeds,
            .bedsNotStated, .bedsTimesArea, .floor, .floorNotStated, .servicesMissing, .servicesNotStated,
            .serviceClass, .serviceClassNotStated, .landArea, .landAreaNotStated, .longestStay,
            .longestStayNotStated, .entitledNotStated, .nobodyEntitled, .serviceHours, .servicesMissingFor,
            .counted, .target:
            return nil
        }
    }
}
