/// How far the quantities that a scenario rests on may lie from what it says.
///
/// Each is a range from which a draw takes a value, every value alike likely. The neutral value (a factor or share of 1,
/// an addition or delay of 0) changes nothing; a range that is left out holds only that.
package struct Uncertainty: Hashable, Sendable {
    /// A lowest and a highest value.
    package struct Range: Hashable, Sendable {
        package let low: Double
        package let high: Double

        /// Makes a range; the highest value is no lower than the lowest.
        package init(low: Double, high: Double) {
            precondition(low <= high, "a range runs upwards")
            self.low = low
            self.high = high
        }

        /// A range of one value.
        package init(_ value: Double) { self.init(low: value, high: value) }

        /// The value at a share of the way from the lowest to the highest.
        package func value(at share: Double) -> Double { low == high ? low : low + (high - low) * share }
    }

    /// A factor on the children per woman, of communities that move by cohorts.
    package var fertility = Range(1)
    /// Net migrants per person and year, added to those of cohorts and to each yearly rate of people.
    package var migration = Range(0)
    /// By how many months later everything is delivered that is not delivered by the end of the base year.
    package var deliveryDelayMonths = Range(0)
    /// The share of compounds whose care space comes with the housing as it is dated; that of the others does not come
    /// in the years of the run.
    package var compliance = Range(1)
    /// The share of the elders within the walk who take the services up.
    package var takeUp = Range(1)

    /// Nothing is uncertain.
    package init() {}
}
