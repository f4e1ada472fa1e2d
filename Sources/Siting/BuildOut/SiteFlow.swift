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
    /// How each site was come by in the search of a chain that has its mark.
    private var steps: [Step]
    private var mark: Int32 = 0

    /// A step of a chain: from which site, which of its positions gives or takes, and which position of the site itself.
    private struct Step {
        var mark: Int32 = 0
        var site: Int32 = 0
        var there: Int32 = 0
        var here: Int32 = 0
    }

    /// The people of a year, served by what the sites can without any option.
    init(_ service: LimitedService, year: Int) {
        self.service = service
        unserved = service.weights[year]
        spare = [Double](repeating: 0, count: service.sites.count)
        steps = [Step](repeating: Step(), count: service.sites.count)
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

    /// The rows that wait for room with others, and the sites that are full of them: none of it has a way to any room.
    var starved: (rows: [Bool], sites: [Bool]) {
        var rows = unserved.map { $0 > 1e-9 }
        var sites = [Bool](repeating: false, count: spare.count)
        var queue = rows.indices.filter { rows[$0] }
        var next = 0
        while next < queue.count {
            let row = queue[next]
            next += 1
            for (near, _) in reach[row] where !sites[Int(near)] {
                let site = Int(near)
                sites[site] = true
                for (position, other) in service.sites[site].rows.enumerated()
                where !rows[Int(other)] && flows[site][position] > 1e-9 {
                    rows[Int(other)] = true
                    queue.append(Int(other))
                }
            }
        }
        return (rows, sites)
    }

    /// How many a site serves.
    func load(of site: Int) -> Double { flows[site].reduce(0, +) }

    /// Takes a site out of service; whom it served goes to others as far as chains of sites lead to room.
    ///
    /// - Parameters:
    ///   - site: the site, which serves nobody afterwards.
    ///   - least: how many must still be served.
    /// - Returns: whether so many are; where not, the flow is of no use any more.
    mutating func close(_ site: Int, keeping least: Double = 0) -> Bool {
        spare[site] = 0
        var freed: [(row: Int, amount: Double)] = []
        for (position, row) in service.sites[site].rows.enumerated() where flows[site][position] > 0 {
            freed.append((Int(row), flows[site][position]))
            unserved[Int(row)] += flows[site][position]
            flows[site][position] = 0
        }
        var left = freed.reduce(0) { $0 + $1.amount }
        served -= left
        for (row, amount) in freed {
            var waiting = amount
            while waiting > 1e-9 {
                let moved = place(row, atMost: waiting)
                guard moved > 0 else { break }
                waiting -= moved
            }
            left -= amount
            guard served + left >= least else { return false }
        }
        return true
    }

    /// Finds a shortest chain of sites from somebody unserved to room, and moves as many along it as it carries.
    private mutating func place(_ first: Int, atMost most: Double) -> Double {
        mark += 1
        var queue: [Int] = []
        for (site, position) in reach[first] where steps[Int(site)].mark != mark {
            steps[Int(site)] = Step(mark: mark, site: -1, there: 0, here: position)
            queue.append(Int(site))
        }
        var next = 0
        while next < queue.count {
            let site = queue[next]
            next += 1
            if spare[site] > 1e-9 { return move(first, to: site, atMost: most) }
            for (position, row) in service.sites[site].rows.enumerated() where flows[site][position] > 1e-9 {
                for (other, taken) in reach[Int(row)] where steps[Int(other)].mark != mark {
                    steps[Int(other)] = Step(
                        mark: mark, site: Int32(site), there: Int32(position), here: taken)
                    queue.append(Int(other))
                }
            }
        }
        return 0
    }

    /// Moves people of a row along a chain that ends at a site with room.
    private mutating func move(_ row: Int, to last: Int, atMost most: Double) -> Double {
        var amount = min(most, spare[last])
        var here = last
        while steps[here].site >= 0 {
            let step = steps[here]
            amount = min(amount, flows[Int(step.site)][Int(step.there)])
            here = Int(step.site)
        }
        spare[last] -= amount
        here = last
        while true {
            let step = steps[here]
            flows[here][Int(step.here)] += amount
            guard step.site >= 0 else { break }
            flows[Int(step.site)][Int(step.there)] -= amount
            here = Int(step.site)
        }
        unserved[row] -= amount
        served += amount
        return amount
    }

    /// Finds a shortest chain of sites that ends with somebody unserved, and moves as many along it as it carries.
    private mutating func augment(from first: Int) -> Bool {
        mark += 1
        steps[first] = Step(mark: mark, site: -1, there: 0, here: 0)
        var queue = [first]
        var next = 0
        while next < queue.count {
            let site = queue[next]
            next += 1
            for (position, row) in service.sites[site].rows.enumerated() {
                if unserved[Int(row)] > 1e-9 {
                    push(to: site, at: position, row: Int(row), first: first)
                    return true
                }
                for (other, given) in reach[Int(row)]
                where steps[Int(other)].mark != mark && flows[Int(other)][Int(given)] > 1e-9 {
                    steps[Int(other)] = Step(
                        mark: mark, site: Int32(site), there: Int32(position), here: given)
                    queue.append(Int(other))
                }
            }
        }
        return false
    }

    private mutating func push(to last: Int, at position: Int, row: Int, first: Int) {
        var amount = min(spare[first], unserved[row])
        var site = last
        while site != first {
            amount = min(amount, flows[site][Int(steps[site].here)])
            site = Int(steps[site].site)
        }
        flows[last][position] += amount
        unserved[row] -= amount
        site = last
        while site != first {
            let step = steps[site]
            flows[site][Int(step.here)] -= amount
            flows[Int(step.site)][Int(step.there)] += amount
            site = Int(step.site)
        }
        spare[first] -= amount
        served += amount
    }
}
