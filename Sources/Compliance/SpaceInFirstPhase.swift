package import Places
package import Policy

/// The rule `space.first_phase`: care space of a phased development stands in its first phase.
///
/// It speaks of each compound that owes care space, has several phases and has some. Pass if the first phase
/// (the lowest-numbered row) holds all that the phases state, or at least what is owed, so that a surplus
/// elsewhere never turns a pass into a fail. Else fail, or where the pack has a fallback: pass if the dwellings
/// whose `housing_built` lies strictly before the last `care_built` are under the pack's share of all that
/// the phases state; pending while care is not built and the dwellings built so far are under it; else fail.
/// Dates known to the month or year decide only where every possible day gives the same verdict.
package enum SpaceInFirstPhase {
    /// What the rule says of a compound as of a day; nothing where it does not speak of it.
    package static func finding(
        on record: CompoundRecord, under rule: FirstPhaseRule, owing spaceRule: SpaceRule, asOf day: Day
    ) -> Finding? {
        guard let owed = owed(by: record, under: spaceRule),
            isInForce(rule, for: record, space: spaceRule),
            record.phases.count > 1, let first = record.phases.first
        else { return nil }
        guard let space = record.careSpace, space > .zero else { return nil }
        let stated = record.careSpaceOfPhases
        let all = stated ?? .zero
        let held = first.careSpace ?? .zero
        func finding(_ verdict: Verdict, due: PartialDate? = nil, _ detail: FindingDetail) -> Finding {
            let shortfall: ExactDecimal? =
                switch verdict {
                case .pass: .zero
                case .fail: min(all, owed.required ?? all) - held
                default: nil
                }
            return Finding(
                rule: FirstPhaseRule.id, clause: rule.clause, scope: .compound, subject: record.compound.id,
                verdict: verdict, measured: stated == nil ? nil : held, required: owed.required,
                unit: .squareMetres, shortfall: shortfall, due: due, detail: detail)
        }
        guard stated != nil else { return finding(.unknown, .careSpaceByPhaseNotStated) }
        if held >= all { return finding(.pass, .firstPhaseHoldsAll(phase: first.number)) }
        if let required = owed.required, held >= required {
            return finding(.pass, .firstPhaseHoldsRequired(phase: first.number))
        }
        // Where it is not known what is owed, what the first phase holds may be enough.
        let mayHoldEnough = owed.required == nil
        guard let share = rule.builtBeforeShare else {
            return mayHoldEnough
                ? finding(
                    .unknown, .firstPhaseMayHoldEnough(phase: first.number, elsewhere: all - held))
                : finding(.fail, .firstPhaseHoldsTooLittle(phase: first.number, elsewhere: all - held))
        }
        let buildOut = BuildOut(record, share: share, asOf: day)
        var possible = buildOut.possible
        if mayHoldEnough { possible.pass = true }
        let verdict = possible.common
        return finding(
            verdict, due: verdict == .pending ? buildOut.due : nil,
            .buildOut(
                least: buildOut.least, most: buildOut.most, of: buildOut.dwellings, care: buildOut.care,
                permits: record.permits { phase, permit in
                    permit.milestone == .built && (!permit.isCare || phase.careSpace ?? .zero > .zero)
                }))
    }

    /// What a compound owes that does owe care space: so many m², or nothing known.
    private struct Owed {
        let required: ExactDecimal?
    }

    private static func owed(by record: CompoundRecord, under space: SpaceRule) -> Owed? {
        switch record.obligation(under: space) {
        case .owed(_, _, _, let required): Owed(required: required)
        case .owedUnstated: Owed(required: nil)
        case .noRate, .nothing, .open: nil
        }
    }

    private static func isInForce(
        _ rule: FirstPhaseRule, for record: CompoundRecord, space: SpaceRule
    ) -> Bool {
        guard let from = rule.period.from else { return true }
        return record.classing(by: space.classDate, from: from) == .known(.new)
    }
}
