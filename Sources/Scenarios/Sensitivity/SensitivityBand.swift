package import Places

/// Between which figures a measure lies in one year and scope.
package struct SensitivityBand: Hashable, Sendable {
    package let year: Int
    package let scope: Scope
    package let measure: SensitivityMeasure
    /// The figure of the scenario as it stands.
    package let plain: Double?
    /// A tenth of the draws lies at it or below.
    package let tenth: Double?
    /// Half of them.
    package let half: Double?
    /// Nine tenths of them.
    package let ninetieth: Double?
    /// How many draws have a figure.
    package let draws: Int

    /// Makes a band of the figures that draws have.
    init(year: Int, scope: Scope, measure: SensitivityMeasure, plain: Double?, figures: [Double]) {
        self.year = year
        self.scope = scope
        self.measure = measure
        self.plain = plain
        let sorted = figures.sorted()
        tenth = Self.quantile(0.1, of: sorted)
        half = Self.quantile(0.5, of: sorted)
        ninetieth = Self.quantile(0.9, of: sorted)
        draws = figures.count
    }

    /// The quantile of figures in ascending order, between two of them in proportion; nothing of none.
    ///
    /// Definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996.
    package static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
        guard let last = sorted.last else { return nil }
        let place = Double(sorted.count - 1) * share
        let below = Int(place.rounded(.down))
        guard below + 1 < sorted.count else { return last }
        let (low, high) = (sorted[below], sorted[below + 1])
        return low == high ? low : low + (high - low) * (place - Double(below))
    }
}
