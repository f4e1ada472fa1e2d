internal import Places
package import Policy

/// The rule `space`: a compound holds the care space that its households ask for.
///
/// Where the pack lets space elsewhere stand in for it, that counts too, as far as the compound states it.
///
/// required = households × rate / 100, exact, on the stated figures whatever the delivery dates; measured is
/// the compound's care space, else the sum of its phases'. Exempt where the pack has no rate for its class
/// (which goes before all else); unknown where its class, its households or its care space is.
package enum SpacePerHundredHouseholds {
    /// What the rule says of a compound.
    package static func finding(on record: CompoundRecord, under rule: SpaceRule) -> Finding {
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
        switch record.obligation(under: rule) {
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
