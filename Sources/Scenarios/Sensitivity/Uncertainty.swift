/// How far the quantities that a scenario rests on may lie from what it says.
///
/// Each is a range from which a draw takes a value: every value alike likely, or those near its mode more. The neutral value (a factor or share of 1,
/// an addition or delay of 0) changes nothing; a range that is left out holds only that.
package struct Uncertainty: Hashable, Sendable {
    /// A lowest and a highest value.
    package struct Range: Hashable, Sendable {
        package let low: Double
        package let high: Double
        /// The likeliest value, from which the others grow less likely in proportion (the triangular distribution); nothing:
        /// all are alike likely.
        package let mode: Double?

        /// Makes a range; the highest value is no lower than the lowest, and the mode lies between them.
        package init(low: Double, high: Double, mode: Double? = nil) {
            precondition(low <= mode ?? low && mode ?? low <= high, "a range runs upwards")
            self.low = low
            self.high = high
            self.mode = mode
        }

        /// A range of one value.
        package init(_ value: Double) { self.init(low: value, high: value) }

        /// The value below which a share of all draws lies: the inverse of the distribution function.
        package func value(at share: Double) -> Double {
            guard low < high else { return low }
            guard let mode else { return low + (high - low) * share }
            let width = high - low
            return share * width < mode - low
                ? low + (share * width * (mode - low)).squareRoot()
                : high - ((1 - share) * width * (high - mode)).squareRoot()
        }
    }

    /// A factor on the children per woman, of communities that move by cohorts.
    package var fertility = Range(1)
    /// Net migrants per person and year, added to those of cohorts and to each yearly rate of people.
    package var migration = Range(0)
    /// By how many months later everything is delivered that is not delivered by the end of the base year.
    package var deliveryDelayMonths = Range(0)
    /// Whether each compound has a delay of its own; else a draw has one delay for all.
    package var delaysEachCompound = false
    /// A factor on what actions cost.
    package var cost = Range(1)
    /// The share of compounds whose care space comes with the housing as it is dated; that of the others does not come
    /// in the years of the run.
    package var compliance = Range(1)
    /// The share of the elders within the walk who take the services up.
    package var takeUp = Range(1)

    /// Nothing is uncertain.
    package init() {}
}
