/// Who is served where in one year, as many as possible: a flow that grows by augmenting paths (Ford & Fulkerson 1956).
///
/// When a site grows, it takes in people who are served nowhere, or people of another site, which then takes in others. What is
/// served stays served, so a flow that is largest before is largest after.
struct SiteFlow {
    private let service: LimitedService
    private var unserved: [Double]
    private var spare: [Double]
    /// For each site how many of each of its rows it serves.
    private var flows: [[Double]]
    /// For each row the sites that reach it, and where it stands among their rows.
    private let reach: [[(site: Int32, position: Int32)]]
    private(set) var served = 0.0

    /// The people of a year, served by what the sites can without any option.
    init(_ service: LimitedService, year: Int) {
        self.service = service
        unserved = service.weights[year]
        spare = [Double](repeating: 0, count: service.sites.count)
        flows = service.sites.map { [Double](repeating: 0, count: $0.rows.count) }
        var reach = [[(site: Int32, position: Int32)]](repeating: [], count: unserved.count)
        for (site, places) in service.sites.enumerated() {
            for (position, row) in places.rows.enumerated() {
                reach[Int(row)].append((Int32(site), Int32(position)))
            }
        }
        self.reach = reach
        for (site, places) in service.sites.enumerated() { grow(site, by: places.capacity[year]) }
    }

    /// How many of each of its rows a site serves, in the order of its rows.
    func parts(of site: Int) -> [Double] { flows[site] }

    /// How many people could come to be served if a site grew without end: those unserved that chains of sites lead to.
    func reachable(by site: Int) -> Double {
        var seen: Set<Int> = [site]
        var isCounted = [Bool](repeating: false, count: unserved.count)
        var (queue, next, sum) = ([site], 0, 0.0)
        while next < queue.count {
            let here = queue[next]
            next += 1
            for row in service.sites[here].rows where !isCounted[Int(row)] {
                isCounted[Int(row)] = true
                sum += unserved[Int(row)]
                for (other, given) in reach[Int(row)] where flows[Int(other)][Int(given)] > 1e-9 {
                    if seen.insert(Int(other)).inserted { queue.append(Int(other)) }
                }
            }
        }
        return sum
    }

    /// Adds to what a site can serve.
    mutating func grow(_ site: Int, by capacity: Double) {
        guard capacity > 0 else { return }
        spare[site] += capacity
        while spare[site] > 1e-9, augment(from: site) {}
    }

    /// Finds a shortest chain of sites that ends with somebody unserved, and moves as many along it as it carries.
    private mutating func augment(from first: Int) -> Bool {
        // For each site reached: from which site, by which of its positions, and at which own one.
        var origin: [Int: (site: Int, taken: Int, given: Int)] = [:]
        var queue = [first]
        var next = 0
        while next < queue.count {
            let site = queue[next]
            next += 1
            for (position, row) in service.sites[site].rows.enumerated() {
                if unserved[Int(row)] > 1e-9 {
                    push(to: site, at: position, row: Int(row), first: first, origin: origin)
                    return true
                }
                for (other, given) in reach[Int(row)]
                where Int(other) != first && Int(other) != site && flows[Int(other)][Int(given)] > 1e-9
                    && origin[Int(other)] == nil
                {
                    origin[Int(other)] = (site, position, Int(given))
                    queue.append(Int(other))
                }
            }
        }
        return false
    }

    private mutating func push(
        to last: Int, at position: Int, row: Int, first: Int,
        origin: [Int: (site: Int, taken: Int, given: Int)]
    ) {
        var amount = min(spare[first], unserved[row])
        var site = last
        while site != first, let step = origin[site] {
            amount = min(amount, flows[site][step.given])
            site = step.site
        }
        flows[last][position] += amount
        unserved[row] -= amount
        site = last
        while site != first, let step = origin[site] {
            flows[site][step.given] -= amount
            flows[step.site][step.taken] += amount
            site = step.site
        }
        spare[first] -= amount
        served += amount
    }
}
