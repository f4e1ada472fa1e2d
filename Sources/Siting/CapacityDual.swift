/// The Lagrangian bound of maximal covering where sites turn people away: that people are served once is priced, not imposed.
///
/// At a price u of a person in each row, a site is worth what it serves beyond these prices, its cheapest rows first up to what
/// it can serve. Nothing serves more than all prices together and the worthiest sites within the limits (Pirkul & Schilling 1991).
/// Prices move along subgradients, with steps that halve while nothing improves.
struct CapacityDual {
    private let ground: CapacitatedSites
    private let weights: [Double]
    /// What nothing serves more than, and the sites that are worth most at the prices that show it.
    private(set) var bound: Double
    private(set) var selection: [Int] = []

    /// Starts with what all sites together can serve.
    init(_ ground: CapacitatedSites) {
        self.ground = ground
        weights = ground.weights
        bound = ground.most
    }

    /// Lowers the bound.
    ///
    /// - Parameters:
    ///   - steps: how many subgradients at most.
    ///   - known: what is known to be served.
    mutating func descend(steps: Int, known: Double) {
        var u = [Double](repeating: 0.5, count: weights.count)
        var best = u
        var (scale, stale, lowest) = (1.0, 0, Double.infinity)
        var slope = u
        for _ in 0..<steps where scale > 0.01 && bound > known {
            slope = weights
            var sum = zip(u, weights).reduce(0) { $0 + $1.0 * $1.1 }
            var values = ground.rows.indices.map { worth($0, u) }
            for site in ground.standing.lazy.compactMap({ $0 }) {
                sum += values[site]
                take(site, u, 1, from: &slope)
            }
            // An upgrade is worth what it adds to the site whose place it takes.
            for site in values.indices where ground.isFree[site] {
                if let before = ground.standing[ground.groups[site]] { values[site] -= values[before] }
            }
            let (chosen, most) = worthiest(values)
            sum += most
            for site in chosen {
                take(site, u, 1, from: &slope)
                if let before = ground.standing[ground.groups[site]] { take(before, u, -1, from: &slope) }
            }
            if sum < lowest * (1 - 1e-6) { stale = 0 } else { stale += 1 }
            if sum < lowest {
                (lowest, selection, best) = (sum, chosen, u)
                bound = min(bound, sum)
            }
            if stale >= 12 {
                (scale, stale) = (scale / 2, 0)
                u = best
                continue
            }
            var length = 0.0
            for row in u.indices where slope[row] < 0 ? u[row] < 1 : u[row] > 0 {
                length += slope[row] * slope[row]
            }
            guard length > 0 else { return }
            let step = scale * max(sum - known, 1e-6 * sum) / length
            for row in u.indices { u[row] = min(1, max(0, u[row] - step * slope[row])) }
        }
    }

    /// The rows of a site that it serves at some prices, and how many of each: the cheapest first, of equal ones by index.
    private func served(_ site: Int, _ u: [Double], _ body: (Int, Double) -> Void) {
        var left = ground.capacities[site]
        let wanted = ground.rows[site].filter { u[Int($0)] < 1 && weights[Int($0)] > 0 }
        let order =
            wanted.reduce(0) { $0 + weights[Int($1)] } <= left
            ? wanted : wanted.sorted { (u[Int($0)], $0) < (u[Int($1)], $1) }
        for row in order where left > 0 {
            let amount = min(left, weights[Int(row)])
            left -= amount
            body(Int(row), amount)
        }
    }

    private func worth(_ site: Int, _ u: [Double]) -> Double {
        var sum = 0.0
        served(site, u) { sum += (1 - u[$0]) * $1 }
        return sum
    }

    private func take(_ site: Int, _ u: [Double], _ sign: Double, from slope: inout [Double]) {
        served(site, u) { slope[$0] -= sign * $1 }
    }

    /// The sites to be chosen that are worth most within the limits, and what no choice is worth more than: under a budget the
    /// last one in part (Dantzig 1957).
    private func worthiest(_ values: [Double]) -> (sites: [Int], most: Double) {
        var leaders = [Int?](repeating: nil, count: ground.standing.count)
        for site in values.indices
        where ground.isFree[site] && values[site] > 0 && ground.prices[site] <= ground.budget ?? .infinity {
            let group = ground.groups[site]
            if let so = leaders[group], values[so] >= values[site] { continue }
            leaders[group] = site
        }
        let byWorth = leaders.compactMap { $0 }.sorted { (values[$1], $0) < (values[$0], $1) }
            .prefix(ground.limit ?? .max)
        let best = (sites: Array(byWorth), most: byWorth.reduce(0) { $0 + values[$1] })
        guard let budget = ground.budget else { return best }
        var (left, most, sites) = (budget, 0.0, [Int]())
        func ratio(_ site: Int) -> Double {
            ground.prices[site] > 0 ? values[site] / ground.prices[site] : .infinity
        }
        // Money is spent as if versions of one site could all be had: nothing is worth more than that.
        let free = values.indices.filter {
            ground.isFree[$0] && values[$0] > 0 && ground.prices[$0] <= budget
        }
        for site in free.sorted(by: { (ratio($1), $0) < (ratio($0), $1) }) {
            guard ground.prices[site] <= left else {
                most += left * ratio(site)
                break
            }
            left -= ground.prices[site]
            most += values[site]
            sites.append(site)
        }
        // What the limit on the number shows, and what the money shows: the lower.
        return most < best.most ? (sites, most) : best
    }
}
