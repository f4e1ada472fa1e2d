package import Places
package import Policy

/// The rule `space`: a compound holds the care space that its households ask for.
///
/// Where the pack lets space elsewhere stand in for it, that counts too, as far as the compound states it.
///
/// required = households × rate / 100, exact, on the stated figures whatever the delivery dates; measured is
/// the compound's care space, else the sum of its phases'. Exempt where the pack has no rate for its class
/// (which goes before all else); unknown where its class, its households or its care space is.
package enum SpacePerHundredHouseholds {
    /// What a pack says of a compound by the version of the rule that is for it; nothing where the pack has none for it.
    ///
    /// Where it is open which of two versions is for a compound that is new under either, both are asked: a verdict that
    /// they share stands, with what is the least that is owed and lacking; else only the rate is open.
    package static func finding(
        on record: CompoundRecord, under pack: PolicyPack, asOf day: Day
    ) -> Finding? {
        guard let choice = record.spaceChoice(of: pack, asOf: day) else { return nil }
        guard let other = choice.otherwise else { return finding(on: record, under: choice.rule) }
        let later = finding(on: record, under: choice.rule, seenAs: .known(.new))
        let earlier = finding(on: record, under: other)
        let least = [earlier, later].min { ($0.required ?? .zero) < ($1.required ?? .zero) } ?? earlier
        let most = least.required == earlier.required ? later : earlier
        if earlier.verdict == later.verdict, earlier.verdict != .unknown {
            return earlier.verdict == .pass ? most : least
        }
        guard let households = record.compound.households, let a = other.newRate, let b = choice.rule.newRate,
            let from = choice.rule.period.from
        else { return finding(on: record, under: choice.rule) }
        return Finding(
            rule: SpaceRule.id, clause: choice.rule.clause, scope: .compound, subject: record.compound.id,
            verdict: .unknown, measured: record.careSpace(by: choice.rule), required: least.required,
            unit: .squareMetres,
            detail: record.careSpace == nil
                ? .careSpaceNotStated : .rateOpen(households: households, a, b, from: from))
    }

    /// What the rule says of a compound; its class as its dates tell, or as it is taken to be.
    package static func finding(
        on record: CompoundRecord, under rule: SpaceRule, seenAs taken: CompoundClassing? = nil
    ) -> Finding {
        let measured = record.careSpace(by: rule)
        func finding(
            _ verdict: Verdict, required: ExactDecimal? = nil, shortfall: ExactDecimal? = nil,
            _ detail: FindingDetail
        ) -> Finding {
            Finding(
                rule: SpaceRule.id, clause: rule.clause, scope: .compound, subject: record.compound.id,
                verdict: verdict, measured: measured, required: required, unit: .squareMetres,
                shortfall: shortfall, detail: detail)
        }
        func compared(with required: ExactDecimal, _ detail: FindingDetail) -> Finding {
            guard let measured else { return finding(.unknown, required: required, .careSpaceNotStated) }
            return measured >= required
                ? finding(.pass, required: required, shortfall: .zero, detail)
                : finding(.fail, required: required, shortfall: required - measured, detail)
        }
        switch record.obligation(under: rule, seenAs: taken) {
        case .noRate(let known):
            return finding(.exempt, known.map(FindingDetail.noRate) ?? .noRates)
        case .nothing(.known):
            return compared(with: .zero, .owesNothing)
        case .nothing(.open(let doubt)), .open(let doubt):
            return finding(.unknown, .classOpen(doubt))
        case .owedUnstated(let known, let rate):
            return finding(.unknown, .householdsNotStated(class: known, rate: rate))
        case .owed(let known, let rate, let households, let required):
            return compared(with: required, .owes(class: known, households: households, rate: rate))
        }
    }
}
