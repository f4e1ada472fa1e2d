/// The Lagrangian bound on how few sites serve enough people where sites turn people away.
///
/// At a price of each row, paid in parts as the row is served, a site is worth opening where what it serves at most pays more
/// than 1. All prices less what the sites would gain is a number of sites that no choice goes below. What is not asked for
/// leaves the dearest rows out. Prices move along subgradients, with steps that halve while nothing improves.
struct CapacityCoverDual {
    private let ground: CapacitatedSites
    /// How many people need not be served.
    private let spare: Double
    /// What no choice has fewer sites than, unrounded.
    private(set) var bound = 0.0
    /// The sites that are worth opening at the prices that show it.
    private(set) var selection: [Int] = []

    /// Starts with what the sites together must at least be.
    ///
    /// - Parameters:
    ///   - ground: the sites and the people.
    ///   - spare: how many people need not be served.
    init(_ ground: CapacitatedSites, spare: Double) {
        (self.ground, self.spare) = (ground, max(0, spare))
    }

    /// Raises the bound.
    ///
    /// - Parameters:
    ///   - steps: how many subgradients at most.
    ///   - known: a number of sites that is known to be enough.
    mutating func climb(steps: Int, known: Double) {
        let weights = ground.weights
        // At such prices no site is worth more than 1.
        var prices = [Double](repeating: 0, count: weights.count)
        for site in ground.rows.indices where ground.isFree[site] && ground.ceilings[site] > 0 {
            for row in ground.rows[site] {
                let share = weights[Int(row)] / ground.ceilings[site]
                let so = prices[Int(row)]
                prices[Int(row)] = so == 0 ? share : min(so, share)
            }
        }
        var best = prices
        var (scale, stale) = (1.0, 0)
        for _ in 0..<steps where scale > 0.005 && bound <= known - 1 + 1e-6 {
            var slope = weights.map { $0 > 0 ? 1.0 : 0 }
            var sum = prices.reduce(0, +)
            sum -= leaveOut(prices, from: &slope)
            let chosen = serve(prices, &sum, &slope)
            if sum > bound + 1e-6 * max(1, bound) { stale = 0 } else { stale += 1 }
            if sum > bound {
                (bound, selection, best) = (sum, chosen, prices)
            }
            if stale >= 15 {
                (scale, stale) = (scale / 2, 0)
                prices = best
                continue
            }
            var length = 0.0
            for row in slope.indices where slope[row] > 0 || prices[row] > 0 {
                length += slope[row] * slope[row]
            }
            guard length > 1e-12 else { return }
            let step = scale * max(known - sum, 0.1) / length
            for row in prices.indices { prices[row] = max(0, prices[row] + step * slope[row]) }
        }
    }

    /// What the dearest rows cost that need not be served; they ask for nothing any more.
    private func leaveOut(_ prices: [Double], from slope: inout [Double]) -> Double {
        guard spare > 0 else { return 0 }
        let weights = ground.weights
        let order = prices.indices.filter { weights[$0] > 0 && prices[$0] > 0 }
            .sorted { (prices[$1] * weights[$0], $0) < (prices[$0] * weights[$1], $1) }
        var (left, sum) = (spare, 0.0)
        for row in order {
            guard left > 0 else { break }
            let part = min(1, left / weights[row])
            left -= part * weights[row]
            sum += part * prices[row]
            slope[row] -= part
        }
        return sum
    }

    /// Takes off what sites gain at some prices, the best version of each group; says which are worth opening.
    private func serve(_ prices: [Double], _ sum: inout Double, _ slope: inout [Double]) -> [Int] {
        var gains = [Double](repeating: 0, count: ground.standing.count)
        var winners = [Int?](repeating: nil, count: ground.standing.count)
        for (group, site) in ground.standing.enumerated() {
            guard let site else { continue }
            (gains[group], winners[group]) = (pay(site, prices), site)
        }
        for site in ground.rows.indices where ground.isFree[site] {
            let group = ground.groups[site]
            let gain = pay(site, prices) - 1
            if gain > gains[group] { (gains[group], winners[group]) = (gain, site) }
        }
        var chosen: [Int] = []
        for (group, winner) in winners.enumerated() {
            guard let winner else { continue }
            sum -= gains[group]
            served(winner, prices) { slope[$0] -= $1 }
            if ground.isFree[winner] { chosen.append(winner) }
        }
        return chosen
    }

    private func pay(_ site: Int, _ prices: [Double]) -> Double {
        var sum = 0.0
        served(site, prices) { sum += prices[$0] * $1 }
        return sum
    }

    /// The parts of its rows that a site serves at some prices: those that pay most for a person first.
    private func served(_ site: Int, _ prices: [Double], _ body: (Int, Double) -> Void) {
        let weights = ground.weights
        let wanted = ground.rows[site].filter { prices[Int($0)] > 0 && weights[Int($0)] > 0 }
        var left = ground.capacities[site]
        var asked = 0.0
        for row in wanted { asked += weights[Int(row)] }
        let order =
            asked <= left
            ? wanted
            : wanted.sorted {
                (prices[Int($1)] * weights[Int($0)], $0) < (prices[Int($0)] * weights[Int($1)], $1)
            }
        for row in order where left > 0 {
            let amount = min(left, weights[Int(row)])
            left -= amount
            body(Int(row), amount / weights[Int(row)])
        }
    }
}
