/// Sites that a choice pays for and nobody needs: limits allow them, and no search that only looks at the objective minds
/// them.
extension SitingProblem {
    /// A solution without the sites that can be left out without any loss of its objective, the dearest first.
    ///
    /// Required sites stay, and the objective and its bound do. A choice of LSCP is as small as its search makes it: each of its
    /// sites counts.
    func withoutNeedless(_ found: SitingSolution) -> SitingSolution {
        guard objective != .lscp else { return found }
        if isSimple {
            let sites = needed(found.sites, for: found.objective)
            guard sites.count < found.sites.count else { return found }
            return solution(sites: sites, bound: found.isProven ? nil : found.bound)
        }
        if objective == .mclp, isForFlows { return withoutSpare(found) }
        return table.pairs.count <= 3000 ? withoutReplaceable(found) : withoutIdle(found)
    }

    /// The sites of a choice that cannot be left out, nobody being turned away.
    ///
    /// - Parameters:
    ///   - sites: the chosen candidates, ascending.
    ///   - objective: what they come to.
    /// - Returns: the rest, ascending.
    func needed(_ sites: [Int], for objective: Double) -> [Int] {
        var isChosen = [Bool](repeating: false, count: table.candidates.count)
        for site in sites { isChosen[site] = true }
        let open = table.pairs.filter {
            (isChosen[$0.candidate] || table.candidates[$0.candidate].state == .existing)
                && isAsking($0.demand)
        }
        // Up to which distance a site does as well as the one that a demand has.
        var limits = [Double](
            repeating: self.objective == .pCenter ? objective : .infinity, count: table.demands.count)
        if self.objective == .pMedian {
            for pair in open where table.demands[pair.demand].weight > 0 {
                limits[pair.demand] = min(limits[pair.demand], pair.distance)
            }
        }
        var servers = [Int](repeating: 0, count: table.demands.count)
        var served = [[Int]](repeating: [], count: table.candidates.count)
        for pair in open where pair.distance <= limits[pair.demand] {
            servers[pair.demand] += 1
            if isChosen[pair.candidate] { served[pair.candidate].append(pair.demand) }
        }
        for site in dearestFirst(sites) where served[site].allSatisfy({ servers[$0] > 1 }) {
            isChosen[site] = false
            for demand in served[site] { servers[demand] -= 1 }
        }
        return sites.filter { isChosen[$0] }
    }

    /// A solution of MCLP with capacities without the sites whose people others have room for.
    private func withoutSpare(_ found: SitingSolution) -> SitingSolution {
        let limited = LimitedTable(self, within: .infinity)
        let ground = limited.ground
        var flow = SiteFlow(ground.service, year: 0)
        var kept = found.sites.filter { limited.site(of: $0).map { ground.isFree[$0] } ?? false }
        for site in kept.compactMap(limited.site) { ground.open(site, in: &flow) }
        let least = found.served - 1e-9 * max(1e-9, found.served)
        guard flow.served >= least else { return withoutIdle(found) }
        let before = kept.count
        for candidate in dearestFirst(kept) {
            guard let site = limited.site(of: candidate) else { continue }
            var trial = flow
            guard ground.close(site, in: &trial, keeping: least), trial.served >= least else { continue }
            flow = trial
            kept.removeAll { $0 == candidate }
        }
        guard kept.count < before else { return found }
        return solution(
            limited.choice(of: kept.compactMap(limited.site), flow), bound: found.bound,
            isProven: found.isProven)
    }

    /// A solution of a small table without the sites whose work others do as well, each choice being assigned anew.
    private func withoutReplaceable(_ found: SitingSolution) -> SitingSolution {
        let new = Set(table.candidates.indices.filter { table.candidates[$0].state != .existing })
        let slack = 1e-9 * max(1e-9, abs(found.objective), found.served)
        var best = found
        for site in dearestFirst(found.sites) {
            let others = Set(best.sites).subtracting([site])
            var trial = self
            trial.table = table.with(required: others, excluded: new.subtracting(others))
            (trial.p, trial.budget) = (nil, nil)
            let program =
                objective == .pCenter
                ? SitingProgram(trial, .lscp, within: found.objective) : SitingProgram(trial, objective)
            guard let choice = program.solved(nodes: max(1, effort.nodes)).0 else { continue }
            let other = solution(choice, bound: found.bound, isProven: found.isProven)
            let isWorse =
                objective == .mclp
                ? other.objective < found.objective - slack : other.objective > found.objective + slack
            guard !isWorse, other.served >= found.served - slack,
                !servesEmptyPlaces || other.uncovered.count <= found.uncovered.count
            else { continue }
            best = other
        }
        return best
    }

    /// A solution without the sites that serve nobody.
    private func withoutIdle(_ found: SitingSolution) -> SitingSolution {
        guard !servesEmptyPlaces else { return found }
        let idle = Set(dearestFirst(found.sites).filter { found.loads[$0] == 0 })
        guard !idle.isEmpty else { return found }
        let sites = found.sites.filter { !idle.contains($0) }
        return SitingSolution(
            objective: found.objective, bound: found.bound, isProven: found.isProven, sites: sites,
            loads: found.loads, served: found.served, weightedDistance: found.weightedDistance,
            cost: statedCost(of: sites), uncovered: found.uncovered)
    }

    /// Sites that need not be, those of the highest cost before the others, of the same cost in the table's order.
    private func dearestFirst(_ sites: [Int]) -> [Int] {
        sites.filter { table.candidates[$0].state == .free }.sorted { a, b in
            (table.candidates[b].cost ?? 0, a) < (table.candidates[a].cost ?? 0, b)
        }
    }
}
