package import Places

/// The money of one year in one scope, yuan.
///
/// Subsidies say who bears a cost; they are never added to capital. The cumulative sum is that of capital and of
/// yearly running subsidies, from the run's first year on.
package struct MoneyRow: Hashable, Sendable {
    /// Gross cost of the year's actions.
    package var capital = ExactDecimal.zero
    /// What of it the public purse bears once.
    package var subsidyOnce = ExactDecimal.zero
    /// A full year's running subsidy of every facility open on 31 December.
    package var subsidyYearly = ExactDecimal.zero
    /// Capital and running subsidies so far.
    package var cumulative = ExactDecimal.zero

    /// The facilities so far of whose actions nobody states the cost, by id, one for each such action: in no sum.
    package var withoutCost: [String] = []

    /// No money.
    package init() {}
}
