/// How values that people state are counted in whole units, so that sums and bounds of them are exact.
struct WholeUnits: Sendable {
    /// How many units one is.
    let factor: Double
    /// Whether every value is a whole number of coarse units; else values are rounded to units.
    let isExact: Bool
    /// The difference below which two sums count as equal, in units: the coarse unit, or next to nothing.
    let tolerance: Int64

    /// How finely a coarse unit is divided, for multipliers.
    private static let division = 256.0

    /// Chooses units.
    ///
    /// - Parameters:
    ///   - values: what is to be counted.
    ///   - stake: what all that is at stake sums up to.
    ///   - total: what the largest sum comes to, penalties included.
    init(of values: some Sequence<Double>, stake: Double, total: Double) {
        // Short decimals first: sums of them are whole numbers of the coarse unit.
        for power in 0...6 {
            let scale = [1, 10, 100, 1e3, 1e4, 1e5, 1e6][power]
            guard total * scale < 0x1p50 else { break }
            // What rounds to nothing is not nothing: shares of millions of people are small.
            let isExact = values.allSatisfy {
                let rounded = ($0 * scale).rounded()
                return abs(rounded - $0 * scale) <= 1e-9 * max(1, $0 * scale) && (rounded != 0 || $0 == 0)
            }
            if isExact {
                factor = scale * WholeUnits.division
                self.isExact = true
                tolerance = Int64(WholeUnits.division)
                return
            }
        }
        var scale = 1.0
        while total * scale < 0x1p55 { scale *= 2 }
        while total * scale > 0x1p57 { scale /= 2 }
        factor = scale
        isExact = false
        tolerance = max(1, Int64(stake * scale * 1e-9))
    }

    /// A value in units.
    func count(_ value: Double) -> Int64 {
        isExact
            ? Int64((value * factor / WholeUnits.division).rounded()) * Int64(WholeUnits.division)
            : Int64((value * factor).rounded())
    }

    /// What a count of units is worth.
    func value(_ count: Int64) -> Double { Double(count) / factor }

    /// A bound from below in units as a value: up to the next coarse unit, or what rounding may have added taken off.
    func lowerBound(_ count: Int64, terms: Int) -> Double {
        guard isExact else { return value(count - Int64(terms)) }
        let coarse = Int64(WholeUnits.division)
        let whole = count >= 0 ? (count + coarse - 1) / coarse : -(-count / coarse)
        return Double(whole) / (factor / WholeUnits.division)
    }
}
