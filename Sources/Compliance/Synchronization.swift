package import Places
package import Policy

/// The rules `sync.planned`, `sync.built`, `sync.accepted` and `sync.delivered` (四同步): care space reaches
/// each milestone no later than the housing.
///
/// H is the housing date of the phase that the pack refers to; C the last care date over the phases that hold
/// care space (missing in one of them: not happened; none holds any: the pack's phase); A the as-of day, after
/// which nothing has happened. Exempt if no care space is required of the compound; else unknown without a row
/// of the pack's phase, or where its class is open. Both happened: pass if C ≤ H, else fail by C − H days; H
/// only: fail by A − H so far; C only: pass; neither: pending. Dates known to the month or year decide only
/// where every possible day gives the same verdict, and then the days late are the fewest possible.
package enum Synchronization {
    /// What a rule says of a compound as of a day.
    package static func finding(
        on record: CompoundRecord, under rule: SynchronizationRule, owing space: SpaceRule?, asOf day: Day
    ) -> Finding {
        func finding(
            _ verdict: Verdict, measured: Int? = nil, shortfall: Int? = nil, due: PartialDate? = nil,
            _ detail: FindingDetail
        ) -> Finding {
            Finding(
                rule: rule.id, clause: rule.clause, scope: .compound, subject: record.compound.id,
                verdict: verdict, measured: measured.map { ExactDecimal($0) },
                required: verdict == .pass || verdict == .fail ? .zero : nil, unit: .days,
                shortfall: shortfall.map { ExactDecimal($0) }, due: due, detail: detail)
        }
        switch record.applicability(of: rule.period, owing: space) {
        case .no(let reason): return finding(.exempt, reason)
        case .unclear(let doubt): return finding(.unknown, .classOpen(doubt))
        case .yes: break
        }
        guard let referred = record.phases.first(where: { $0.number == rule.phase }) else {
            return finding(.unknown, .noPhase(rule.phase))
        }
        let steps = Steps(record, rule: rule, referred: referred)
        let verdict = steps.possible(asOf: day).common
        let days = steps.days(verdict, asOf: day)
        return finding(
            verdict, measured: days.measured, shortfall: days.late,
            due: verdict == .pending ? referred.housing[rule.milestone] : nil,
            .steps(
                housing: steps.housing, care: steps.care, missingIn: steps.missingIn,
                isAtLeast: days.isAtLeast,
                until: verdict == .fail && steps.care?.mayBeToCome(after: day) ?? false ? day : nil,
                permits: record.permits { phase, permit in
                    permit.milestone == rule.milestone
                        && (permit.isCare
                            ? steps.careOf.contains(phase.number) : phase.number == referred.number)
                }, later: steps.later))
    }
}

/// The two dates that a synchronization compares.
private struct Steps {
    let housing: DaySpan?
    let care: DaySpan?
    let missingIn: [Int]
    /// The phases whose care space is compared.
    let careOf: [Int]
    /// Of the first phase that lacks the date and states a later one, that.
    let later: LaterStep?

    init(_ record: CompoundRecord, rule: SynchronizationRule, referred: Phase) {
        housing = referred.housing[rule.milestone].map { DaySpan($0) }
        let holding = record.phasesHoldingCareSpace
        let compared = holding.isEmpty ? [referred] : holding
        careOf = compared.map(\.number)
        let missing = compared.filter { $0.care[rule.milestone] == nil }
        missingIn = missing.map(\.number)
        later =
            missing.lazy.compactMap { phase in
                phase.care.first(behind: rule.milestone).flatMap { milestone in
                    phase.care[milestone].map {
                        LaterStep(phase: phase.number, milestone: milestone, date: $0)
                    }
                }
            }.first
        care = missingIn.isEmpty ? DaySpan.latest(of: compared.compactMap { $0.care[rule.milestone] }) : nil
    }

    func possible(asOf day: Day) -> PossibleVerdicts {
        let housingCame = housing?.mayHaveCome(by: day) ?? false
        let housingToCome = housing?.mayBeToCome(after: day) ?? true
        let careCame = care?.mayHaveCome(by: day) ?? false
        let careToCome = care?.mayBeToCome(after: day) ?? true
        var possible = PossibleVerdicts(
            pass: careCame && housingToCome, fail: housingCame && careToCome,
            pending: housingToCome && careToCome)
        if let housing, let care, housingCame, careCame {
            if care.first <= min(housing.last, day) { possible.pass = true }
            if min(care.last, day) > housing.first { possible.fail = true }
        }
        return possible
    }

    /// The days between the two where they are sure, and how many the care space is late, at least.
    func days(_ verdict: Verdict, asOf day: Day) -> (measured: Int?, late: Int?, isAtLeast: Bool) {
        switch verdict {
        case .pass:
            guard let housing, let care, housing.isOneDay, care.isOneDay, housing.last <= day else {
                return (nil, 0, false)
            }
            return (care.first - housing.last, 0, false)
        case .fail:
            guard let housing else { return (nil, nil, false) }
            // Every possible day of the housing has come, or the verdict would not be sure.
            let end = care.flatMap { $0.mayHaveCome(by: day) ? $0 : nil }
            let late = (end?.first ?? day) - housing.last
            let isAtLeast = !housing.isOneDay || !(end?.isOneDay ?? true)
            return (late, late, isAtLeast)
        case .pending, .unknown, .exempt, .waived:
            return (nil, nil, false)
        }
    }
}
