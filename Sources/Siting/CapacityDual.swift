/// The Lagrangian bound of maximal covering where sites turn people away: that people are served once is priced, not imposed.
///
/// At a price u of a person in each row, a site is worth what it serves beyond these prices, its cheapest rows first up to what
/// it can serve. Nothing serves more than all prices together and the worthiest sites within the limits (Pirkul & Schilling 1991).
/// Prices move along subgradients, with steps that halve while nothing improves.
struct CapacityDual {
    private let weights: [Double]
    private let rows: [[Int32]]
    private let capacities: [Double]
    /// Which sites are open in any case; the others may be chosen.
    private let isOpen: [Bool]
    private let prices: [Double]
    private let limit: Int?
    private let budget: Double?
    /// What nothing serves more than, and the sites that are worth most at the prices that show it.
    private(set) var bound: Double
    private(set) var selection: [Int] = []

    /// Starts with what can be served at all.
    ///
    /// - Parameters:
    ///   - weights: how many live in each row.
    ///   - rows: the rows that each site reaches.
    ///   - capacities: how many each can serve.
    ///   - isOpen: which are open in any case.
    ///   - prices: what the others cost, yuan.
    ///   - limit: how many of them may be chosen; nothing: any number.
    ///   - budget: what they may cost; nothing: anything.
    init(
        weights: [Double], rows: [[Int32]], capacities: [Double], isOpen: [Bool], prices: [Double],
        limit: Int?,
        budget: Double?
    ) {
        (self.weights, self.rows, self.capacities, self.isOpen) = (weights, rows, capacities, isOpen)
        (self.prices, self.limit, self.budget) = (prices, limit, budget)
        bound = weights.reduce(0, +)
    }

    /// Lowers the bound.
    ///
    /// - Parameters:
    ///   - steps: how many subgradients at most.
    ///   - known: what is known to be served.
    mutating func descend(steps: Int, known: Double) {
        var u = [Double](repeating: 0.5, count: weights.count)
        var best = u
        var (scale, stale) = (1.0, 0)
        var slope = u
        for _ in 0..<steps where scale > 0.01 && bound > known {
            slope = weights
            var sum = zip(u, weights).reduce(0) { $0 + $1.0 * $1.1 }
            let values = rows.indices.map { worth($0, u) }
            for site in rows.indices where isOpen[site] {
                sum += values[site]
                take(site, u, from: &slope)
            }
            let (chosen, most) = worthiest(values)
            sum += most
            for site in chosen { take(site, u, from: &slope) }
            if sum < bound * (1 - 1e-6) { stale = 0 } else { stale += 1 }
            if sum < bound {
                bound = sum
                selection = chosen
                best = u
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
        var left = capacities[site]
        let wanted = rows[site].filter { u[Int($0)] < 1 && weights[Int($0)] > 0 }
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

    private func take(_ site: Int, _ u: [Double], from slope: inout [Double]) {
        served(site, u) { slope[$0] -= $1 }
    }

    /// The sites to be chosen that are worth most within the limits, and what no choice is worth more than: under a budget the
    /// last one in part (Dantzig 1957).
    private func worthiest(_ values: [Double]) -> (sites: [Int], most: Double) {
        let free = values.indices.filter {
            !isOpen[$0] && values[$0] > 0 && prices[$0] <= budget ?? .infinity
        }
        let byWorth = free.sorted { (values[$1], $0) < (values[$0], $1) }.prefix(limit ?? .max)
        var best = (sites: Array(byWorth), most: byWorth.reduce(0) { $0 + values[$1] })
        guard let budget else { return best }
        var (left, most, sites) = (budget, 0.0, [Int]())
        func ratio(_ site: Int) -> Double { prices[site] > 0 ? values[site] / prices[site] : .infinity }
        for site in free.sorted(by: { (ratio($1), $0) < (ratio($0), $1) }) {
            guard prices[site] <= left else {
                most += left * ratio(site)
                break
            }
            left -= prices[site]
            most += values[site]
            sites.append(site)
        }
        if most < best.most { best = (sites, most) }
        return best
    }
}
