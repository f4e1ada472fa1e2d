package import Places

/// That care space of a development built in phases stands in the first (the rule `space.first_phase`).
package struct FirstPhaseRule: Hashable, Sendable {
    /// The rule's name in outputs.
    package static let id = "space.first_phase"

    /// Where it is written.
    package let clause: Clause
    /// From when a compound must have been planned for the rule to hold for it; nothing: for each that owes
    /// care space.
    package let effectiveFrom: Day?
    /// Where the first phase holds too little, the space must be built before this share of all dwellings
    /// is (0.5: while fewer than half are); nothing: there is no second chance.
    package let builtBeforeShare: ExactDecimal?

    /// Makes a rule, with or without a fallback.
    package init(clause: Clause, effectiveFrom: Day? = nil, builtBeforeShare: ExactDecimal? = nil) {
        self.clause = clause
        self.effectiveFrom = effectiveFrom
        self.builtBeforeShare = builtBeforeShare
    }
}
