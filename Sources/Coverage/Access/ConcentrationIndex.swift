/// The concentration index.
package enum ConcentrationIndex {
    /// How unequally values lie along a ranking: 2/μ · Σ w·x·r − 1, with r the middle of each one's share of the people
    /// in order of rank; people of one rank share one r.
    ///
    /// Kakwani, Wagstaff and van Doorslaer, *Socioeconomic inequalities in health* (Journal of Econometrics 77, 1997). From
    /// −1 (all with those of the lowest rank) to 1 (all with those of the highest); 0 where rank says nothing.
    ///
    /// - Parameters:
    ///   - values: what one person has, none below 0.
    ///   - weights: how many people have it, none below 0.
    ///   - ranks: what they are ranked by.
    /// - Returns: the index; nothing where there are no people or all have 0.
    package static func of(_ values: [Double], weights: [Double], rankedBy ranks: [Double]) -> Double? {
        precondition(values.count == weights.count && ranks.count == values.count, "one of each for all")
        let people = weights.reduce(0, +)
        let access = values.indices.reduce(0) { $0 + values[$1] * weights[$1] }
        guard people > 0, access > 0 else { return nil }
        let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        var (sum, before, first) = (0.0, 0.0, 0)
        while first < order.count {
            let rank = ranks[order[first]]
            let next = order[first...].firstIndex { ranks[$0] != rank } ?? order.count
            let (same, held) = order[first..<next].reduce((0.0, 0.0)) {
                ($0.0 + weights[$1], $0.1 + weights[$1] * values[$1])
            }
            sum += held * (before + same / 2) / people
            before += same
            first = next
        }
        return 2 * sum / access - 1
    }
}
