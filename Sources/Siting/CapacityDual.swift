/// The Lagrangian bound of maximal covering where sites turn people away: that people are served once is priced, not imposed.
///
/// At a price u of a person in each row, a site is worth what it serves beyond these prices, its cheapest rows first up to what
/// it can serve. Nothing serves more than all prices together and the worthiest sites within the limits (Pirkul & Schilling 1991).
/// Prices move along subgradients, each bent by those before it (Camerini, Fratta & Maffioli 1975), with steps that halve while
/// nothing improves.
struct CapacityDual {
    private let ground: CapacitatedSites
    private let weights: [Double]
    /// The rows of all sites in one list, and where each site's begin.
    private let rows: ContiguousArray<Int32>
    private let starts: [Int]
    /// What nothing serves more than, and the sites that are worth most at the prices that show it.
    private(set) var bound: Double
    private(set) var selection: [Int] = []
    /// The prices that show it.
    private var prices: [Double]

    /// Starts with what all sites together can serve at most, and with half a person as each one's price.
    init(_ ground: CapacitatedSites, most: Double) {
        self.ground = ground
        weights = ground.weights
        var starts = [0]
        for rows in ground.rows { starts.append(starts[starts.count - 1] + rows.count) }
        self.starts = starts
        rows = ContiguousArray(ground.rows.joined())
        bound = most
        prices = [Double](repeating: 0.5, count: weights.count)
    }

    /// What the largest sites that the limits let could serve if each had all people to itself.
    mutating func boundByRoom() {
        let (sum, chosen, _) = relaxed(at: [Double](repeating: 0, count: weights.count))
        if sum < bound { (bound, selection) = (sum, chosen) }
    }

    /// Lowers the bound.
    ///
    /// - Parameters:
    ///   - steps: how many subgradients at most.
    ///   - known: what is known to be served.
    ///   - offer: takes sites that were worth most at some prices; returns what is known to be served then.
    mutating func descend(steps: Int, known: Double, offer: (_ sites: [Int]) -> Double = { _ in 0 }) {
        var (u, known) = (prices, known)
        var (scale, stale, lowest) = (1.0, 0, Double.infinity)
        var direction = [Double](repeating: 0, count: u.count)
        var offered: [Int] = []
        for _ in 0..<steps where scale > 0.002 && bound > known * (1 + 1e-12) {
            let (sum, chosen, slope) = relaxed(at: u)
            if sum < lowest * (1 - 1e-5) { stale = 0 } else { stale += 1 }
            if sum < lowest {
                if chosen != offered, sum < lowest * (1 - 1e-4) {
                    offered = chosen
                    known = max(known, offer(chosen))
                }
                (lowest, selection, prices) = (sum, chosen, u)
                bound = min(bound, sum)
            }
            if stale >= 25 {
                (scale, stale) = (scale / 2, 0)
                u = prices
                for row in direction.indices { direction[row] = 0 }
                continue
            }
            var length = 0.0
            for row in u.indices {
                direction[row] = slope[row] + 0.9 * direction[row]
                if direction[row] < 0 ? u[row] < 1 : u[row] > 0 { length += direction[row] * direction[row] }
            }
            guard length > 0 else { return }
            let step = scale * max(sum - known, 1e-6 * sum) / length
            for row in u.indices { u[row] = min(1, max(0, u[row] - step * direction[row])) }
        }
    }

    /// What nothing serves more than at some prices, the sites that are worth most, and how many of each row are left over.
    private func relaxed(at u: [Double]) -> (sum: Double, sites: [Int], slope: [Double]) {
        var slope = weights
        var sum = zip(u, weights).reduce(0) { $0 + $1.0 * $1.1 }
        var scratch: [(price: Double, people: Double)] = []
        var values = ground.rows.indices.map { site in
            ground.isFree[site] || ground.isOpen[site] ? worth(site, u, &scratch) : 0
        }
        for site in ground.standing.lazy.compactMap({ $0 }) {
            sum += values[site]
            take(site, u, 1, from: &slope)
        }
        // An upgrade is worth what it adds to the site whose place it takes.
        for site in values.indices where ground.isFree[site] {
            if let before = ground.standing[ground.groups[site]] { values[site] -= values[before] }
        }
        let (chosen, most) = worthiest(values)
        for site in chosen {
            take(site, u, 1, from: &slope)
            if let before = ground.standing[ground.groups[site]] { take(before, u, -1, from: &slope) }
        }
        return (sum + most, chosen, slope)
    }

    /// What a site is worth: its cheapest rows up to what it can serve.
    private func worth(_ site: Int, _ u: [Double], _ scratch: inout [(price: Double, people: Double)])
        -> Double
    {
        let capacity = ground.capacities[site]
        guard capacity > 0 else { return 0 }
        scratch.removeAll(keepingCapacity: true)
        var (sum, asked) = (0.0, 0.0)
        for index in starts[site]..<starts[site + 1] {
            let row = Int(rows[index])
            guard u[row] < 1 else { continue }
            sum += (1 - u[row]) * weights[row]
            asked += weights[row]
            scratch.append((u[row], weights[row]))
        }
        guard asked > capacity else { return sum }
        // The dearest are left out.
        return sum - Self.dearest(&scratch, people: asked - capacity)
    }

    /// What the dearest of some people are worth beyond their prices.
    private static func dearest(_ list: inout [(price: Double, people: Double)], people: Double) -> Double {
        var (low, high, left, sum) = (0, list.count, people, 0.0)
        // Each turn parts the list at a price: the dearer part goes out whole, or holds all that goes out.
        while high - low > 8 {
            let (a, b, c) = (list[low].price, list[(low + high) / 2].price, list[high - 1].price)
            let pivot = max(min(a, b), min(max(a, b), c))
            var (front, back) = (low, high)
            var (people, worth) = (0.0, 0.0)
            while front < back {
                if list[front].price > pivot {
                    people += list[front].people
                    worth += (1 - list[front].price) * list[front].people
                    front += 1
                } else {
                    back -= 1
                    list.swapAt(front, back)
                }
            }
            if people >= left, front < high, front > low {
                high = front
            } else if people < left, front > low {
                (left, sum, low) = (left - people, sum + worth, front)
            } else {
                // Nobody is dearer than the pivot: whose price it is, goes first.
                var equal = low
                for index in low..<high where list[index].price == pivot {
                    list.swapAt(index, equal)
                    equal += 1
                }
                for index in low..<equal {
                    let part = min(left, list[index].people)
                    sum += (1 - pivot) * part
                    left -= part
                }
                low = equal
            }
            guard left > 0 else { return sum }
        }
        for entry in list[low..<high].sorted(by: { $0.price > $1.price }) where left > 0 {
            let part = min(left, entry.people)
            sum += (1 - entry.price) * part
            left -= part
        }
        return sum
    }

    /// Takes off the rows that a site serves at some prices, as many of each as it does: the cheapest first, of equal ones by
    /// index.
    private func take(_ site: Int, _ u: [Double], _ sign: Double, from slope: inout [Double]) {
        var left = ground.capacities[site]
        let wanted = ground.rows[site].filter { u[Int($0)] < 1 && weights[Int($0)] > 0 }
        let order =
            wanted.reduce(0) { $0 + weights[Int($1)] } <= left
            ? wanted : wanted.sorted { (u[Int($0)], $0) < (u[Int($1)], $1) }
        for row in order where left > 0 {
            let amount = min(left, weights[Int(row)])
            left -= amount
            slope[Int(row)] -= sign * amount
        }
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
