package import Places

/// How large a single place of care space must be (the rule `space.min_single`).
package struct SingleSiteRule: Hashable, Sendable {
    /// The rule's name in outputs.
    package static let id = "space.min_single"

    /// What the pack calls this version of the rule.
    package let entry: String
    /// Where it is written.
    package let clause: Clause
    /// When a compound must have been planned for the rule to hold for it; without a first day: each that owes
    /// care space.
    package let period: EffectivePeriod
    /// The least floor area of one place, m².
    package let minimum: ExactDecimal

    /// Makes a rule.
    package init(
        entry: String = SingleSiteRule.id, clause: Clause, effectiveFrom: PartialDate? = nil,
        effectiveTo: PartialDate? = nil, minimum: ExactDecimal
    ) {
        self.entry = entry
        self.clause = clause
        period = EffectivePeriod(from: effectiveFrom, to: effectiveTo)
        self.minimum = minimum
    }
}
