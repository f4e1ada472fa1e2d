extension SitingProblem {
    /// MCLP and p-median, nobody being turned away.
    func solvedMedian() throws(SitingFailure) -> SitingSolution {
        let (isReached, reachedWeight) = reached
        let isMedian = objective == .pMedian
        let pairs = table.pairs.filter { table.candidates[$0.candidate].state != .excluded }
        let open = table.candidates.count { $0.state != .excluded }
        func cost(_ pair: SitingTable.Pair) -> Double { table.demands[pair.demand].weight * pair.distance }
        var dearest = [Double](repeating: 0, count: table.demands.count)
        var reachedBy = [Int](repeating: 0, count: table.demands.count)
        for pair in pairs {
            dearest[pair.demand] = max(dearest[pair.demand], isMedian ? cost(pair) : 0)
            reachedBy[pair.demand] += 1
        }
        // Where some candidates reach only some demands, leaving one out costs more than any way of serving all.
        let stake = isMedian ? dearest.reduce(0, +) : reachedWeight
        let isDense = zip(isReached, reachedBy).allSatisfy { !$0 || $1 == open }
        let isSparse = isMedian && !isDense
        let known = isSparse ? try feasibleSites() : nil
        // Nothing that costs more than a known choice is of interest.
        let most = known.map { solution(sites: $0, bound: nil).objective } ?? stake
        let penalty = isDense ? 1 : most + 1
        let units = WholeUnits(
            of: isMedian ? pairs.map(cost) : table.demands.map(\.weight), stake: stake,
            total: isMedian ? stake + penalty * Double(table.demands.count) : stake)
        var columns = ContiguousArray<Int64>()
        for (index, demand) in table.demands.enumerated() {
            let value = isMedian ? dearest[index] + penalty : demand.weight
            columns.append(isReached[index] ? max(units.count(value), isMedian ? 1 : 0) : 0)
        }
        let matrix = MedianMatrix(
            entries: pairs.map {
                .init(row: $0.demand, column: $0.candidate, cost: isMedian ? units.count(cost($0)) : 0)
            }, columnCount: table.candidates.count, fallbacks: columns)
        let money = prices
        guard
            let start = MedianNode(
                matrix, limit: (p ?? table.candidates.count) + existingCount, prices: money.prices,
                budget: money.budget
            ).deciding(settled, multipliers: [])
        else { throw .noneFound }
        var search = MedianSearch(unit: units.tolerance)
        // Where no cover so small was found, a tree of choices finds none either.
        let isHopeless = isSparse && p != nil && budget == nil && known == nil
        search.run(
            start, from: known, isSparse: isSparse, effort: isHopeless ? SitingEffort(nodes: 0) : effort)
        let chosen = search.columns ?? start.chosen
        let sites = chosen.filter { table.candidates[$0].state != .existing }
        let isProven = search.bound >= search.cost
        let found = solution(sites: sites, bound: nil)
        if isMedian, found.uncovered.contains(where: { isReached[$0.demand] }) {
            if search.bound > units.count(stake) { throw .cannotServeAll(sitesNeeded: nil) }
            throw .noneFound
        }
        if isProven { return found }
        let least = units.lowerBound(search.bound, terms: table.demands.count)
        // Nobody is nearer than to the nearest candidate.
        var shortest = [Double](repeating: .infinity, count: table.demands.count)
        for pair in pairs { shortest[pair.demand] = min(shortest[pair.demand], cost(pair)) }
        let nearest = shortest.reduce(0) { $1 < .infinity ? $0 + $1 : $0 } * (1 - 1e-12)
        return solution(
            sites: sites,
            bound: isMedian
                ? min(max(least, nearest), found.objective) : max(reachedWeight - least, found.objective))
    }

    /// Some sites, existing ones aside, that serve everybody whom candidates reach and keep the limits.
    ///
    /// - Returns: the sites of a cover; nothing where the covers that were found break a limit.
    /// - Throws: ``SitingFailure/cannotServeAll(sitesNeeded:)`` where more sites are needed than the number allows.
    private func feasibleSites() throws(SitingFailure) -> [Int]? {
        let most = p ?? .max
        var quick = self
        quick.effort = SitingEffort(nodes: 0)
        var (sites, least) = quick.cover(within: .infinity)
        if least <= most, sites.count > most, effort.nodes > 0 {
            (sites, least) = cover(within: .infinity)
        }
        guard least <= most else { throw .cannotServeAll(sitesNeeded: least) }
        return sites.count <= most && cost(of: sites) <= budget ?? .infinity ? sites : nil
    }

    /// What the candidates cost in whole hundredths of a yuan, and how many of them may be spent; nothing where money
    /// is not limited.
    private var prices: (prices: [Int64], budget: Int64) {
        guard let budget else { return ([], .max) }
        let prices = table.candidates.map { candidate in
            candidate.state == .existing ? 0 : Int64(((candidate.cost ?? 0) * 100).rounded())
        }
        return (prices, Int64((min(budget, 1e15) * 100 + 1e-6).rounded(.down)))
    }
}
