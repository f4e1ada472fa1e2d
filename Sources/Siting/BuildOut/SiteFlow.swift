/// Who is served where in one year, as many as possible: a flow that grows by augmenting paths (Ford & Fulkerson 1956).
///
/// When a site grows, it takes in people who are served nowhere, or people of another site, which then takes in others. What is
/// served stays served, so a flow that is largest before is largest after. A step of a chain moves people of all rows that
/// two sites share at once, so that few chains are needed.
struct SiteFlow {
    private let service: LimitedService
    private var unserved: [Double]
    private var spare: [Double]
    /// For each site how many of each of its rows it serves.
    private var flows: [[Double]]
    /// The sites near each row that have had room, as a list of their own for each row: only they serve anybody.
    private var near: NearSites
    private var isActive: [Bool]
    private(set) var served = 0.0
    /// How each site was come by in the search of a chain that has its mark.
    private var steps: [Step]
    private var mark: Int32 = 0

    /// A step of a chain: the site before it, and how many the two can pass on.
    private struct Step {
        var mark: Int32 = 0
        var before: Int32 = -1
        var amount = 0.0
    }

    /// The people of a year, served by what the sites can without any option.
    init(_ service: LimitedService, year: Int) {
        self.service = service
        unserved = service.weights[year]
        spare = [Double](repeating: 0, count: service.sites.count)
        isActive = [Bool](repeating: false, count: service.sites.count)
        steps = [Step](repeating: Step(), count: service.sites.count)
        flows = service.sites.map { [Double](repeating: 0, count: $0.rows.count) }
        near = NearSites(rowCount: unserved.count)
        grow(service.sites.map { $0.capacity[year] })
    }

    /// How many of each of its rows a site serves, in the order of its rows.
    func parts(of site: Int) -> [Double] { flows[site] }

    /// How many a site serves.
    func load(of site: Int) -> Double { flows[site].reduce(0, +) }

    /// How many people could come to be served if a site grew without end: those unserved that chains of sites lead to.
    func reachable(by site: Int) -> Double {
        var isSeen = [Bool](repeating: false, count: spare.count)
        var isCounted = [Bool](repeating: false, count: unserved.count)
        isSeen[site] = true
        var (queue, next, sum) = ([site], 0, 0.0)
        while next < queue.count {
            let here = queue[next]
            next += 1
            for row in service.sites[here].rows where !isCounted[Int(row)] {
                isCounted[Int(row)] = true
                sum += unserved[Int(row)]
                var link = near.first(ofRow: Int(row))
                while let other = near.follow(&link) {
                    guard !isSeen[other.site], flows[other.site][other.position] > 1e-9 else { continue }
                    isSeen[other.site] = true
                    queue.append(other.site)
                }
            }
        }
        return sum
    }

    /// Adds to what a site can serve.
    mutating func grow(_ site: Int, by capacity: Double) {
        guard capacity > 0 else { return }
        activate(site)
        spare[site] += capacity
        takeIn(site)
        while spare[site] > 1e-9, augment(from: site) {}
    }

    /// Adds to what sites can serve, all at once.
    mutating func grow(_ capacities: [Double]) {
        for (site, capacity) in capacities.enumerated() where capacity > 0 {
            activate(site)
            spare[site] += capacity
            takeIn(site)
        }
        place(unserved.indices.filter { unserved[$0] > 1e-9 }.map { Int32($0) })
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
            var link = near.first(ofRow: row)
            while let site = near.follow(&link)?.site {
                guard !sites[site] else { continue }
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

    /// Takes a site out of service; whom it served goes to others as far as chains of sites lead to room.
    ///
    /// - Parameters:
    ///   - site: the site, which serves nobody afterwards.
    ///   - least: how many must still be served.
    /// - Returns: whether so many are; where not, the flow is of no use any more.
    mutating func close(_ site: Int, keeping least: Double = 0) -> Bool {
        spare[site] = 0
        var freed: [Int32] = []
        for (position, row) in service.sites[site].rows.enumerated() where flows[site][position] > 0 {
            freed.append(row)
            unserved[Int(row)] += flows[site][position]
            served -= flows[site][position]
            flows[site][position] = 0
        }
        place(freed)
        return served >= least
    }

    private mutating func activate(_ site: Int) {
        guard !isActive[site] else { return }
        isActive[site] = true
        for (position, row) in service.sites[site].rows.enumerated() {
            near.add(site, at: position, toRow: Int(row))
        }
    }

    /// Serves whom a site reaches and nobody serves.
    private mutating func takeIn(_ site: Int) {
        var left = spare[site]
        for (position, row) in service.sites[site].rows.enumerated() where unserved[Int(row)] > 0 {
            guard left > 1e-9 else { break }
            let amount = min(left, unserved[Int(row)])
            flows[site][position] += amount
            unserved[Int(row)] -= amount
            left -= amount
        }
        served += spare[site] - left
        spare[site] = left
    }

    /// Finds a shortest chain of sites that ends with people unserved, and moves as many along it as it carries.
    private mutating func augment(from first: Int) -> Bool {
        mark += 1
        steps[first] = Step(mark: mark, before: -1, amount: spare[first])
        var queue = [first]
        var next = 0
        while next < queue.count {
            let site = queue[next]
            next += 1
            if site != first {
                steps[site].amount = min(steps[site].amount, steps[Int(steps[site].before)].amount)
                var waiting = 0.0
                for row in service.sites[site].rows { waiting += unserved[Int(row)] }
                if waiting > 1e-9 {
                    let amount = min(steps[site].amount, waiting)
                    spare[site] += amount
                    takeIn(site)
                    pass(amount, backFrom: site, whereNextTakes: true)
                    spare[first] -= amount
                    return true
                }
            }
            for row in service.sites[site].rows {
                var link = near.first(ofRow: Int(row))
                while let other = near.follow(&link) {
                    let given = flows[other.site][other.position]
                    if given > 1e-9 { reach(other.site, from: site, amount: given, &queue) }
                }
            }
        }
        return false
    }

    /// Finds room for people of some rows who are unserved, along shortest chains of sites, as long as there is any.
    private mutating func place(_ rows: [Int32]) {
        while true {
            mark += 1
            var queue: [Int] = []
            for row in rows where unserved[Int(row)] > 1e-9 {
                var link = near.first(ofRow: Int(row))
                while let site = near.follow(&link)?.site {
                    reach(site, from: -1, amount: unserved[Int(row)], &queue)
                }
            }
            var next = 0
            var isPlaced = false
            while next < queue.count, !isPlaced {
                let site = queue[next]
                next += 1
                let before = Int(steps[site].before)
                if before >= 0 { steps[site].amount = min(steps[site].amount, steps[before].amount) }
                if spare[site] > 1e-9 {
                    let amount = min(steps[site].amount, spare[site])
                    spare[site] -= amount
                    let first = pass(amount, backFrom: site, whereNextTakes: false)
                    admit(amount, of: rows, to: first)
                    isPlaced = true
                    continue
                }
                for (position, row) in service.sites[site].rows.enumerated() {
                    let held = flows[site][position]
                    guard held > 1e-9 else { continue }
                    var link = near.first(ofRow: Int(row))
                    while let other = near.follow(&link)?.site {
                        reach(other, from: site, amount: held, &queue)
                    }
                }
            }
            guard isPlaced else { return }
        }
    }

    /// Comes by a site on the way from another, with so many more people that can pass between the two.
    @inline(__always)
    private mutating func reach(_ site: Int, from before: Int, amount: Double, _ queue: inout [Int]) {
        if steps[site].mark != mark {
            steps[site] = Step(mark: mark, before: Int32(before), amount: 0)
            queue.append(site)
        }
        if Int(steps[site].before) == before { steps[site].amount += amount }
    }

    /// Passes people along a chain, from its last site back to its first.
    ///
    /// - Parameters:
    ///   - amount: how many.
    ///   - last: the last site of the chain.
    ///   - whereNextTakes: whether each site gives to the one before it; else it is given by that one.
    /// - Returns: the first site of the chain.
    @discardableResult
    private mutating func pass(_ amount: Double, backFrom last: Int, whereNextTakes: Bool) -> Int {
        var site = last
        while steps[site].before >= 0 {
            let before = Int(steps[site].before)
            if whereNextTakes {
                move(amount, from: site, to: before)
            } else {
                move(amount, from: before, to: site)
            }
            site = before
        }
        return site
    }

    /// Moves people of the rows that two sites share from one to the other.
    private mutating func move(_ amount: Double, from giver: Int, to taker: Int) {
        var left = amount
        for (position, row) in service.sites[giver].rows.enumerated() where flows[giver][position] > 1e-9 {
            guard left > 0 else { return }
            guard let taken = near.position(of: taker, inRow: Int(row)) else { continue }
            let part = min(left, flows[giver][position])
            flows[giver][position] -= part
            flows[taker][taken] += part
            left -= part
        }
    }

    /// Serves unserved people of some rows at a site.
    private mutating func admit(_ amount: Double, of rows: [Int32], to site: Int) {
        var left = amount
        for row in rows where unserved[Int(row)] > 1e-9 {
            guard left > 0 else { break }
            guard let position = near.position(of: site, inRow: Int(row)) else { continue }
            let part = min(left, unserved[Int(row)])
            unserved[Int(row)] -= part
            flows[site][position] += part
            left -= part
        }
        served += amount - left
    }
}

/// For each row the sites near it, in lists that are quick to copy and to add to.
private struct NearSites {
    private var heads: [Int32]
    private var links: [Link] = []

    private struct Link {
        let site: Int32
        let position: Int32
        let next: Int32
    }

    init(rowCount: Int) { heads = [Int32](repeating: -1, count: rowCount) }

    mutating func add(_ site: Int, at position: Int, toRow row: Int) {
        links.append(Link(site: Int32(site), position: Int32(position), next: heads[row]))
        heads[row] = Int32(links.count - 1)
    }

    /// Where the list of a row begins.
    func first(ofRow row: Int) -> Int32 { heads[row] }

    /// The next site of a list, and where the row stands among the site's; nothing at its end.
    @inline(__always)
    func follow(_ link: inout Int32) -> (site: Int, position: Int)? {
        guard link >= 0 else { return nil }
        let here = links[Int(link)]
        link = here.next
        return (Int(here.site), Int(here.position))
    }

    /// Where a row stands among those of a site near it.
    func position(of site: Int, inRow row: Int) -> Int? {
        var link = heads[row]
        while let here = follow(&link) {
            if here.site == site { return here.position }
        }
        return nil
    }
}
