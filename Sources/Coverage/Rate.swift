package import Places
package import Policy

/// A rate with all that is needed to read it: of what, where, on which basis, and what is not known of it.
///
/// What is unknown stays in the denominator, so that the share is a lower bound and
/// (numerator + unknown) / denominator an upper one.
package struct Rate: Hashable, Sendable {
    /// The measure's name (`within_1km`).
    package let measure: String
    /// What numerator and denominator are counted in.
    package let basis: Basis
    /// Where.
    package let scope: Scope
    /// What meets the measure.
    package let numerator: Double
    /// All of it.
    package let denominator: Double
    /// How much of the denominator cannot be judged.
    package let unknown: Double
    /// How much of the denominator is estimated.
    package let estimated: Double
    /// How many places of the scope are in neither numerator nor denominator, since nobody states their figure on
    /// this basis; of areas, how many communities have none.
    package let unstated: Int
    /// The selector that says which facilities count.
    package let counted: String

    /// Makes a rate; none of its parts can be left out.
    package init(
        measure: String, basis: Basis, scope: Scope, numerator: Double, denominator: Double, unknown: Double,
        estimated: Double, unstated: Int, counted: String
    ) {
        self.measure = measure
        self.basis = basis
        self.scope = scope
        self.numerator = numerator
        self.denominator = denominator
        self.unknown = unknown
        self.estimated = estimated
        self.unstated = unstated
        self.counted = counted
    }

    /// Makes a rate of sums, whose basis is that of their type.
    init<Counted>(measure: String, scope: Scope, sums: BasisSums<Counted>, counted: String) {
        self.init(
            measure: measure, basis: Counted.basis, scope: scope, numerator: sums.covered,
            denominator: sums.total, unknown: sums.unknown, estimated: sums.estimated,
            unstated: sums.unstated, counted: counted)
    }

    /// The share from 0 to 1; nothing where there is nothing to share.
    package var share: Double? { denominator > 0 ? numerator / denominator : nil }
}
