extension SitingProblem {
    /// LSCP, nobody being turned away.
    func solvedCover() throws(SitingFailure) -> SitingSolution {
        if let share, share < 1 { return try solvedShare(share) }
        if share != nil {
            let all = table.demands.reduce(0) { $0 + $1.weight }
            if reached.weight < all { throw .shareOutOfReach(share: 1, most: reached.weight / all) }
        }
        let (sites, least) = cover(within: .infinity)
        let bound = max(least, 0)
        return solution(sites: sites, bound: Double(bound))
    }

    /// The fewest new sites that serve, within a distance, every demand that a candidate reaches at all.
    ///
    /// - Returns: The sites, and the number that at least is needed; without end where some demand is beyond the distance of all.
    func cover(within limit: Double) -> (sites: [Int], least: Int) {
        var isReached = [Bool](repeating: false, count: table.demands.count)
        var rows = [[Int]](repeating: [], count: table.demands.count)
        for pair in table.pairs where isUseful(pair) {
            isReached[pair.demand] = true
            if pair.distance <= limit { rows[pair.demand].append(pair.candidate) }
        }
        guard zip(rows, isReached).allSatisfy({ !$0.isEmpty || !$1 }) else { return ([], .max) }
        var search = CoverSearch()
        search.run(
            rows.filter { !$0.isEmpty }, columnCount: table.candidates.count, fixed: settled, effort: effort)
        let sites = search.columns.filter { table.candidates[$0].state != .existing }
        return (sites, search.bound - existingCount)
    }

    /// LSCP of a share: a build-out of least cost in one year, where every site costs the same.
    private func solvedShare(_ share: Double) throws(SitingFailure) -> SitingSolution {
        let all = table.demands.reduce(0) { $0 + $1.weight }
        let target = share * all * (1 - 1e-12)
        guard reached.weight >= target else {
            throw .shareOutOfReach(share: share, most: all > 0 ? reached.weight / all : 0)
        }
        var rows = [[Int32]](repeating: [], count: table.candidates.count)
        var weights = table.demands.map(\.weight)
        for pair in table.pairs {
            switch table.candidates[pair.candidate].state {
            case .free: rows[pair.candidate].append(Int32(pair.demand))
            case .existing, .required: weights[pair.demand] = 0
            case .excluded: break
            }
        }
        let free = table.candidates.indices.filter { table.candidates[$0].state == .free }
        let cover = YearlyCover(weights: [weights], rows: free.map { rows[$0] })
        let served = all - weights.reduce(0, +)
        let problem = BuildOutProblem(
            .lscp, years: 1,
            options: free.map { BuildOutOption(id: table.candidates[$0].id, capital: 1, years: 1) },
            service: cover,
            goals: [BuildOutGoal(name: "share", cover: cover, needed: [target - served], due: 0)],
            effort: effort)
        let found = effort.nodes > 0 ? problem.solvedHorizon() : problem.solvedRolling()
        let required = table.candidates.indices.filter { table.candidates[$0].state == .required }
        let sites = (required + found.openings.map { free[$0.option] }).sorted()
        return solution(sites: sites, bound: Double(required.count) + found.bound)
    }
}
