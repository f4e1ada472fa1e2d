package import Places

/// Whether a rule sees a compound as new or as existing.
package enum CompoundClass: String, Hashable, Sendable, CaseIterable {
    case new, existing
}

/// How much care space a compound owes (the rule `space`): so many m² per 100 households.
package struct SpaceRule: Hashable, Sendable {
    /// The rule's name in outputs.
    package static let id = "space"

    /// Where it is written.
    package let clause: Clause
    /// A compound is new if its date is on or after this day.
    package let effectiveFrom: Day
    /// Which date of a compound decides its class.
    package let classDate: Milestone
    /// What a new compound owes, m² per 100 households; nothing if the rule has no rate for it.
    package let newRate: ExactDecimal?
    /// What an existing compound owes, m² per 100 households; nothing if the rule has no rate for it.
    package let existingRate: ExactDecimal?

    /// Makes a rule of its rates.
    package init(
        clause: Clause, effectiveFrom: Day, classDate: Milestone = .planned, newRate: ExactDecimal?,
        existingRate: ExactDecimal? = nil
    ) {
        self.clause = clause
        self.effectiveFrom = effectiveFrom
        self.classDate = classDate
        self.newRate = newRate
        self.existingRate = existingRate
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
