package import Places

/// That care space reaches a milestone no later than the housing does (the rules `sync.*`).
package struct SynchronizationRule: Hashable, Sendable {
    /// What the pack calls this version of the rule.
    package let entry: String
    /// Which of the four synchronizations it is.
    package let milestone: Milestone
    /// Where it is written.
    package let clause: Clause
    /// When a compound must have been planned for the rule to hold for it; without a first day: each that owes
    /// care space.
    package let period: EffectivePeriod
    /// The number of the phase whose housing the care space keeps step with.
    package let phase: Int

    /// The rule's name in outputs: `sync.planned`, `sync.built`, `sync.accepted` or `sync.delivered`.
    package var id: String { SynchronizationRule.id(of: milestone) }

    /// Makes a rule; the housing is phase 1's unless another is named.
    package init(
        entry: String? = nil, milestone: Milestone, clause: Clause, effectiveFrom: PartialDate? = nil,
        effectiveTo: PartialDate? = nil, phase: Int = 1
    ) {
        self.entry = entry ?? SynchronizationRule.id(of: milestone)
        self.milestone = milestone
        self.clause = clause
        period = EffectivePeriod(from: effectiveFrom, to: effectiveTo)
        self.phase = phase
    }

    /// The name of a milestone's rule in outputs.
    package static func id(of milestone: Milestone) -> String { "sync." + milestone.rawValue }
}
