package import Places

/// That care space of a development built in phases stands in the first (the rule `space.first_phase`).
package struct FirstPhaseRule: Hashable, Sendable {
    /// The rule's name in outputs.
    package static let id = "space.first_phase"

    /// What the pack calls this version of the rule.
    package let entry: String
    /// Where it is written.
    package let clause: Clause
    /// When a compound must have been planned for the rule to hold for it; without a first day: each that owes
    /// care space.
    package let period: EffectivePeriod
    /// Where the first phase holds too little, the space must be built before this share of all dwellings
    /// is (0.5: while fewer than half are); nothing: there is no second chance.
    package let builtBeforeShare: ExactDecimal?

    /// Makes a rule, with or without a fallback.
    package init(
        entry: String = FirstPhaseRule.id, clause: Clause, effectiveFrom: PartialDate? = nil,
        effectiveTo: PartialDate? = nil, builtBeforeShare: ExactDecimal? = nil
    ) {
        self.entry = entry
        self.clause = clause
        period = EffectivePeriod(from: effectiveFrom, to: effectiveTo)
        self.builtBeforeShare = builtBeforeShare
    }
}
