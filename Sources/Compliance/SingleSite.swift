internal import Places
package import Policy

/// The rule `space.min_single`: no place of care space is smaller than the pack's minimum.
///
/// It speaks of each compound that owes care space and has some. Its places are its phases that hold care space,
/// else what it states as a whole, as one place. Measured is the smallest. Care space that compounds share stands in one
/// of them: the others state 0 and are exempt, or hold places that the group does not need (``HeldTogether``).
package enum SingleSite {
    /// What the rule says of a compound.
    package static func finding(
        on record: CompoundRecord, under rule: SingleSiteRule, owing space: SpaceRule?
    ) -> Finding {
        func finding(
            _ verdict: Verdict, measured: ExactDecimal? = nil, shortfall: ExactDecimal? = nil,
            _ detail: FindingDetail
        ) -> Finding {
            Finding(
                rule: SingleSiteRule.id, clause: rule.clause, scope: .compound,
                subject: record.compound.id, verdict: verdict, measured: measured,
                required: verdict == .exempt ? nil : rule.minimum, unit: .squareMetres,
                shortfall: shortfall, detail: detail)
        }
        switch record.applicability(of: rule.period, owing: space) {
        case .no(let reason): return finding(.exempt, reason)
        case .unclear(let doubt): return finding(.unknown, .classOpen(doubt))
        case .yes: break
        }
        guard let space = record.careSpace else { return finding(.unknown, .careSpaceNotStated) }
        guard space > .zero else { return finding(.exempt, .holdsNoSpace) }
        let places = places(of: record)
        let smallest = places.min() ?? space
        return smallest >= rule.minimum
            ? finding(.pass, measured: smallest, shortfall: .zero, .smallestPlace(of: places.count))
            : finding(
                .fail, measured: smallest, shortfall: rule.minimum - smallest,
                .smallestPlace(of: places.count))
    }

    /// The places of care space that a compound holds, m²: its phases' that hold any, else all of it as one.
    static func places(of record: CompoundRecord) -> [ExactDecimal] {
        let phases = record.phasesHoldingCareSpace.compactMap(\.careSpace)
        return phases.isEmpty ? [record.careSpace].compactMap(\.self).filter { $0 > .zero } : phases
    }
}
