package import Places

/// One year and scope of two scenarios.
package struct AnnualChange: Hashable, Sendable {
    /// The row of the first scenario.
    package let first: AnnualRow
    /// The row of the other.
    package let other: AnnualRow
    /// The elders within the radius.
    package let within1km: CoverageChange
    /// The elders within the walk.
    package let within15min: CoverageChange

    package var year: Int { other.year }
    package var scope: Scope { other.scope }

    /// How much more the other scenario has spent by then, yuan: capital and running subsidies from the run's first
    /// year on.
    package var cumulative: ExactDecimal { other.money.cumulative - first.money.cumulative }

    /// Whether it is known how much more has been spent: what nobody states is the same in both.
    package var isCostKnown: Bool { first.money.withoutCost == other.money.withoutCost }

    /// What one more covered elder costs, yuan: the cumulative difference over the difference in covered elders.
    ///
    /// - Parameter change: within the radius or within the walk.
    /// - Returns: yuan per elder, below 0 where more are covered for less; nothing where the other scenario covers
    ///   no more elders than the first, and where nobody states what some actions cost.
    package func yuanPerNewlyCovered(_ change: CoverageChange) -> Double? {
        // Less than a millionth of a person is rounding, not anybody.
        isCostKnown && change.difference > 1e-6 ? cumulative.double / change.difference : nil
    }
}
