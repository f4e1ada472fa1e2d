extension SitingProblem {
    /// Whether it is maximal covering with capacities that CBC would need minutes for, and nobody asks it to.
    var isLargeAndLimited: Bool {
        objective == .mclp && table.pairs.count > 3000 && effort.nodes <= SitingEffort.usual.nodes
            && table.candidates.allSatisfy { $0.replaces == nil }
    }

    /// MCLP with capacities on a large table: greedy choices bettered by exchange, and a Lagrangian bound.
    package func solvedLimited() -> SitingSolution {
        let sites = table.candidates.indices.filter { table.candidates[$0].state != .excluded }
        var place = [Int?](repeating: nil, count: table.candidates.count)
        for (index, site) in sites.enumerated() { place[site] = index }
        var rows = [[Int32]](repeating: [], count: sites.count)
        for pair in usefulPairs {
            if let site = place[pair.candidate] { rows[site].append(Int32(pair.demand)) }
        }
        let weights = table.demands.map(\.weight)
        let capacities = sites.indices.map { site in
            table.candidates[sites[site]].capacity ?? rows[site].reduce(0) { $0 + weights[Int($1)] }
        }
        let isOpen = sites.map { table.candidates[$0].state != .free }
        let prices = sites.map { table.candidates[$0].cost ?? 0 }
        let required = table.candidates.indices.filter { table.candidates[$0].state == .required }
        let (limit, budget) = (p.map { $0 - required.count }, budget.map { $0 - cost(of: required) })
        var search = CapacitySearch(
            weights: weights, rows: rows, capacities: capacities, isOpen: isOpen, prices: prices,
            limit: limit,
            budget: budget)
        search.tryChoice(from: [], perYuan: false)
        if budget != nil { search.tryChoice(from: [], perYuan: true) }
        var dual = CapacityDual(
            weights: weights, rows: rows, capacities: capacities, isOpen: isOpen, prices: prices,
            limit: limit,
            budget: budget)
        dual.descend(steps: 600, known: search.flow.served)
        search.tryChoice(from: dual.selection, perYuan: budget != nil)
        if effort.nodes > 0 { search.exchange(trials: 60) }
        // People of whole numbers, served by whole places, are a whole number.
        let isWhole = (weights + capacities).allSatisfy { $0 == $0.rounded() }
        let bound = isWhole ? (dual.bound + 1e-6).rounded(.down) : dual.bound
        var open = [Bool](repeating: false, count: table.candidates.count)
        for (index, site) in sites.enumerated() where isOpen[index] { open[site] = true }
        for site in search.sites { open[sites[site]] = true }
        var parts: [(pair: SitingTable.Pair, part: Double)] = []
        for (index, site) in sites.enumerated() where open[site] {
            for (row, served) in zip(rows[index], search.flow.parts(of: index)) where served > 0 {
                // The distance takes no part in what is served; the pair is found again below.
                parts.append(
                    (
                        SitingTable.Pair(demand: Int(row), candidate: site, distance: 0),
                        served / weights[Int(row)]
                    ))
            }
        }
        let tolerance = 1e-9 * max(1, search.flow.served)
        return solution(
            SitingProgram.Choice(open: open, parts: located(parts)), bound: bound,
            isProven: bound <= search.flow.served + tolerance)
    }

    /// Pairs with their distances.
    private func located(
        _ parts: [(pair: SitingTable.Pair, part: Double)]
    ) -> [(pair: SitingTable.Pair, part: Double)] {
        struct Ends: Hashable {
            let demand: Int
            let candidate: Int
        }
        var distances: [Ends: Double] = [:]
        for pair in usefulPairs {
            distances[Ends(demand: pair.demand, candidate: pair.candidate)] = pair.distance
        }
        return parts.map { pair, part in
            let distance = distances[Ends(demand: pair.demand, candidate: pair.candidate)] ?? 0
            return (.init(demand: pair.demand, candidate: pair.candidate, distance: distance), part)
        }
    }
}
