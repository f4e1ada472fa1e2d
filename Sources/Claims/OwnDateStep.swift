package import Places

/// A facility that opens or closes in a year of a scenario by its own dates, and by no action of the plan.
package struct OwnDateStep: Hashable, Sendable {
    /// The year.
    package let year: Int
    /// The day from which it is open or closed; of a month or year the last.
    package let day: Day
    /// The facility, as an index into the year's study.
    package let facility: Int
    /// Whether it opens, not closes.
    package let opens: Bool
}
