package import Compliance
package import Scenarios

/// The chain behind what is said of one facility: whether it is open, for what it counts, what the rules say.
package struct FacilityExplanation: Sendable {
    /// The facility, as an index into the study's.
    package let facility: Int
    /// Whether it is open on the day.
    package let isOpen: Bool
    /// The measures that it counts for, by their names.
    package let measures: [String]
    /// What the pack's rules say of it.
    package let findings: [Finding]
    /// What a scenario's plan has done with it by the year that is asked for.
    package let actions: [PlanRow]
    /// The one rule that is asked; nothing: all.
    package let rule: String?
}
