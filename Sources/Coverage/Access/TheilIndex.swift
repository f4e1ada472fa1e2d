internal import Glibc

/// The Theil index.
package enum TheilIndex {
    /// Theil's T of values and the people who have each: Σ w·(x/μ)·ln(x/μ), with 0 for those who have nothing.
    ///
    /// Theil, *Economics and Information Theory* (1967). 0 where all have the same, ln(n) where one of n has all.
    ///
    /// - Parameters:
    ///   - values: what one person has, none below 0.
    ///   - weights: how many people have it, none below 0.
    /// - Returns: the index; nothing where there are no people or all have 0.
    package static func of(_ values: [Double], weights: [Double]) -> Double? {
        precondition(values.count == weights.count, "a weight for each value")
        let people = weights.reduce(0, +)
        let access = values.indices.reduce(0) { $0 + values[$1] * weights[$1] }
        guard people > 0, access > 0 else { return nil }
        let mean = access / people
        return values.indices.reduce(0) { sum, index in
            guard values[index] > 0 else { return sum }
            let relative = values[index] / mean
            return sum + weights[index] / people * relative * log(relative)
        }
    }
}
