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
        let (isReached, _) = reached
        var rows = [[Int]](repeating: [], count: table.demands.count)
        for pair in table.pairs
        where pair.distance <= limit && table.candidates[pair.candidate].state != .excluded {
            rows[pair.demand].append(pair.candidate)
        }
        guard zip(rows, isReached).allSatisfy({ !$0.isEmpty || !$1 }) else { return ([], .max) }
        var search = CoverSearch()
        search.run(
            rows.filter { !$0.isEmpty }, columnCount: table.candidates.count, fixed: settled, effort: effort)
        let sites = search.columns.filter { table.candidates[$0].state != .existing }
        return (sites, search.bound - existingCount)
    }

    /// LSCP of a share: the smallest number of sites whose MCLP covers it.
    private func solvedShare(_ share: Double) throws(SitingFailure) -> SitingSolution {
        let all = table.demands.reduce(0) { $0 + $1.weight }
        let target = share * all * (1 - 1e-12)
        guard reached.weight >= target else {
            throw .shareOutOfReach(share: share, most: all > 0 ? reached.weight / all : 0)
        }
        let required = table.candidates.count { $0.state == .required }
        let most = table.candidates.count { $0.state == .free || $0.state == .required }
        // The smallest number that is seen to be enough, and the largest that is known not to be, without a proof each.
        var known: [Int: SitingSolution] = [:]
        func covering(_ p: Int, _ effort: SitingEffort) throws(SitingFailure) -> SitingSolution {
            try SitingProblem(.mclp, table, p: p, effort: effort).solved()
        }
        var (low, high) = (required, most)
        while low < high {
            let middle = (low + high) / 2
            let found = try covering(middle, SitingEffort(nodes: 0))
            known[middle] = found
            if found.objective >= target { high = middle } else { low = middle + 1 }
        }
        var best: SitingSolution
        if let found = known[high] { best = found } else { best = try covering(high, SitingEffort(nodes: 0)) }
        var least = required
        for (p, found) in known where found.bound < target { least = max(least, p + 1) }
        // What lies between is settled from above, while the effort does.
        while least < best.sites.count, effort.nodes > 0 {
            let found = try covering(best.sites.count - 1, effort)
            if found.objective >= target {
                best = found
            } else {
                if found.bound < target { least = best.sites.count }
                break
            }
        }
        return solution(sites: best.sites, bound: Double(min(least, best.sites.count)))
    }
}
