package import Places

/// How much land for care a compound sets aside (the rule `space.land`): so many m² for each of its people.
package struct LandRule: Hashable, Sendable {
    /// The rule's name in outputs.
    package static let id = "space.land"

    /// What the pack calls this version of the rule.
    package let entry: String
    /// Where it is written.
    package let clause: Clause
    /// When a compound must have been planned for the rule to hold for it; without a first day: each that owes
    /// care space.
    package let period: EffectivePeriod
    /// m² of land for each person.
    package let perPerson: ExactDecimal

    /// Makes a rule.
    package init(
        entry: String = LandRule.id, clause: Clause, effectiveFrom: PartialDate? = nil,
        effectiveTo: PartialDate? = nil, perPerson: ExactDecimal
    ) {
        self.entry = entry
        self.clause = clause
        period = EffectivePeriod(from: effectiveFrom, to: effectiveTo)
        self.perPerson = perPerson
    }
}
