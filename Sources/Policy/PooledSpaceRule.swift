package import Places

/// That small compounds may put their care space together (the rule `space.pooled`).
package struct PooledSpaceRule: Hashable, Sendable {
    /// The rule's name in outputs.
    package static let id = "space.pooled"

    /// Which compounds may share.
    package enum Grouping: Hashable, Sendable {
        /// Those of one group, as the study's column `pool` says.
        case pool
        /// Those of one community.
        case community
        /// Those within so many metres of each other in a straight line.
        case within(ExactDecimal)
        /// Those within a walk of so many metres of each other.
        case walk(ExactDecimal)

        /// The word for it in packs.
        package var word: String {
            switch self {
            case .pool: "pool"
            case .community: "community"
            case .within: "distance"
            case .walk: "walk"
            }
        }

        /// Every word.
        package static let words = ["pool", "community", "distance", "walk"]
    }

    /// What the pack calls this version of the rule.
    package let entry: String
    /// Where it is written.
    package let clause: Clause
    /// When a compound must have been planned for the rule to hold for it; without a first day: each that owes
    /// care space.
    package let period: EffectivePeriod
    /// Which compounds may share.
    package let grouping: Grouping

    /// Makes a rule.
    package init(
        entry: String = PooledSpaceRule.id, clause: Clause, effectiveFrom: PartialDate? = nil,
        effectiveTo: PartialDate? = nil, grouping: Grouping
    ) {
        self.entry = entry
        self.clause = clause
        period = EffectivePeriod(from: effectiveFrom, to: effectiveTo)
        self.grouping = grouping
    }
}
