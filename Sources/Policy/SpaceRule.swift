package import Places

/// Whether a rule sees a compound as new or as existing.
package enum CompoundClass: String, Hashable, Sendable, CaseIterable {
    case new, existing
}

/// How much care space a compound owes (the rule `space`): so many m² per 100 households.
package struct SpaceRule: Hashable, Sendable {
    /// The rule's name in outputs.
    package static let id = "space"

    /// What the pack calls this version of the rule: `space`, or `space@` and a word of the pack's.
    package let entry: String
    /// Where it is written.
    package let clause: Clause
    /// A compound is new if its date is on or after the period's first day, and not after its last.
    package let period: EffectivePeriod
    /// Which date of a compound decides its class.
    package let classDate: Milestone
    /// What a new compound owes, m² per 100 households; nothing if the rule has no rate for it.
    package let newRate: ExactDecimal?
    /// What an existing compound owes, m² per 100 households; nothing if the rule has no rate for it.
    package let existingRate: ExactDecimal?
    /// Whether space that a compound provides elsewhere, in lieu of its own, counts for it (异地配建).
    package let countsElsewhere: Bool

    /// Makes a rule of its rates.
    package init(
        entry: String = SpaceRule.id, clause: Clause, effectiveFrom: PartialDate?,
        effectiveTo: PartialDate? = nil, classDate: Milestone = .planned, newRate: ExactDecimal?,
        existingRate: ExactDecimal? = nil, countsElsewhere: Bool = false
    ) {
        self.entry = entry
        self.clause = clause
        period = EffectivePeriod(from: effectiveFrom, to: effectiveTo)
        self.classDate = classDate
        self.newRate = newRate
        self.existingRate = existingRate
        self.countsElsewhere = countsElsewhere
    }

    /// What a compound of a class owes, m² per 100 households; nothing if the rule has no rate for it.
    package func rate(of class: CompoundClass) -> ExactDecimal? {
        switch `class` {
        case .new: newRate
        case .existing: existingRate
        }
    }

    /// The care space that so many households of a class ask for, m²; nothing if the rule has no rate for it.
    package func required(households: ExactDecimal, class: CompoundClass) -> ExactDecimal? {
        guard let rate = rate(of: `class`) else { return nil }
        return (households * rate).shifted(right: 2)
    }
}
