package import Places

/// Why an action stands in a plan.
package enum PlanReason: Hashable, Sendable {
    /// The scenario's programme says so, in the entry read at this row.
    case programme(SourceRow)
    /// The scenario's build-out chose it.
    case buildOut(BuildOutChoice)
}

/// One action of a plan.
package struct PlanRow: Hashable, Sendable {
    package let year: Int
    /// The day on which it happens.
    package let day: Day
    package let action: ActionKind
    /// The facility as it is after the action; its community is an index into the plan's study.
    package let facility: Facility
    package let money: ActionMoney
    /// By how many elders the action changes those who reach a counted facility at the year's end.
    ///
    /// Within the walk where the study has streets, else within the radius. Actions of a year count in their
    /// order, so that they add up; what a closure leaves uncovered is less than zero.
    package let newlyCoveredElders: Double
    package let reason: PlanReason
}
