package import Compliance
package import Places

/// One target in one year and scope.
package struct TargetRow: Hashable, Sendable {
    /// The target's id.
    package let target: String
    /// The day by which it is to be reached; nothing: always.
    package let due: PartialDate?
    package let year: Int
    package let scope: Scope
    /// Pass where it is met; else pending before it is due, and then fail, or unknown where what is unknown could
    /// still meet it or there is nothing to take it over.
    package let verdict: Verdict
    /// The figure as of 31 December; nothing where there is nothing to take it over, or nobody states it.
    package let value: Double?
    /// The least figure that meets the target.
    package let required: ExactDecimal
    /// What is counted towards it; nothing where nobody states it.
    package let numerator: Double?
    /// What the figure is taken over; nothing for plain counts.
    package let denominator: Double?
    /// How much of the denominator cannot be judged.
    package let unknown: Double
    /// How much of the denominator is estimated.
    package let estimated: Double
    /// How many are in no part of the figure, since nobody states theirs.
    package let unstated: Int
    /// The district's place among the districts by their figures of the year; nothing of other scopes.
    package let rank: Int?
    /// What the figure is.
    package let figure: FindingFigure
}
