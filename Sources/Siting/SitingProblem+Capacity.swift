extension SitingProblem {
    /// Whether capacities or upgrades make a program that CBC would need minutes for, and nobody asks it to.
    ///
    /// Places without people that are to be within reach are for CBC alone, and so is a version of a version.
    var isLargeAndLimited: Bool {
        table.pairs.count > 3000 && effort.nodes <= SitingEffort.usual.nodes && isForFlows
    }

    /// Whether searches by flows know all that the problem asks for.
    package var isForFlows: Bool {
        guard objective != .pMedian, !servesEmptyPlaces else { return false }
        return table.candidates.allSatisfy { candidate in
            candidate.replaces.map {
                table.candidates[$0].replaces == nil && candidate.state != .existing
            } ?? true
        }
    }

    /// MCLP and LSCP with capacities or upgrades on a large table: greedy choices by flows bettered by exchange, and Lagrangian
    /// bounds.
    ///
    /// - Throws: ``SitingFailure/shareOutOfReach(share:most:)``.
    package func solvedLimited() throws(SitingFailure) -> SitingSolution {
        let limited = LimitedTable(self, within: .infinity)
        return objective == .lscp ? try cover(limited) : try covering(limited)
    }

    /// The most people for a number of sites or a budget.
    private func covering(_ limited: LimitedTable) throws(SitingFailure) -> SitingSolution {
        let ground = limited.ground
        var search = CapacitySearch(ground)
        // Nobody being turned away, no more are served.
        var loose = withoutCapacities
        loose.effort = SitingEffort(nodes: 0)
        let wide = try loose.solvedMedian()
        search.tryChoice(from: limited.sites(of: wide.sites), perYuan: false)
        var dual = CapacityDual(ground, most: min(ground.most, wide.bound))
        dual.boundByRoom()
        let isWhole = (ground.weights + ground.capacities).allSatisfy { $0 == $0.rounded() }
        // People of whole numbers, served by whole places, are a whole number.
        func bound() -> Double { isWhole ? (dual.bound + 1e-6).rounded(.down) : dual.bound }
        func isProven() -> Bool { bound() <= search.flow.served + 1e-9 * max(1, search.flow.served) }
        if !isProven() {
            search.tryChoice(from: [], perYuan: false)
            if budget != nil { search.tryChoice(from: [], perYuan: true) }
            dual.descend(steps: 600, known: search.flow.served) { sites in
                search.tryChoice(from: sites, perYuan: budget != nil)
                return search.flow.served
            }
        }
        if effort.nodes > 0, !isProven() { search.exchange(trials: 60) }
        return solution(
            limited.choice(of: search.sites, search.flow), bound: bound(), isProven: isProven())
    }

    /// The same problem with room for everybody at each site that has any, and with upgrades beside what they upgrade.
    private var withoutCapacities: SitingProblem {
        var loose = self
        loose.table = SitingTable(
            demands: table.demands,
            candidates: table.candidates.map { candidate in
                let isNothing = candidate.capacity == 0 && candidate.state != .required
                return SitingTable.Candidate(
                    id: candidate.id, cost: candidate.cost, state: isNothing ? .excluded : candidate.state)
            }, pairs: table.pairs)
        return loose
    }

    /// The fewest sites that serve all that can be served, or the share asked for.
    private func cover(_ limited: LimitedTable) throws(SitingFailure) -> SitingSolution {
        let all = table.demands.reduce(0) { $0 + $1.weight }
        if let share, limited.ground.most < share * all * (1 - 1e-9) {
            throw .shareOutOfReach(share: share, most: all > 0 ? limited.ground.most / all : 0)
        }
        let needed = share.map { $0 * all } ?? limited.mostServed
        let found: (sites: [Int], flow: SiteFlow, least: Int)?
        do throws(SitingFailure) {
            found = try limited.fewest(serving: needed, effort: effort)
        } catch {
            throw .shareOutOfReach(share: share ?? 1, most: all > 0 ? limited.mostServed / all : 0)
        }
        guard let found else { throw .noneFound }
        // Who lives near a chosen site with room is served, too, where less is asked for.
        return solution(
            limited.choice(of: found.sites, found.flow), bound: Double(found.least),
            isProven: found.least >= found.sites.count + limited.required)
    }

    /// The fewest new sites that serve everybody within a distance, for p-center: nothing where none were found, and how many
    /// at least are needed, without end where no number is enough.
    package func limitedCovering(within limit: Double) -> (solution: SitingSolution?, least: Int) {
        let limited = LimitedTable(self, within: limit)
        let asked = reached.weight
        guard limited.ground.most >= asked * (1 - 1e-9), limited.reachesAll else { return (nil, .max) }
        let found: (sites: [Int], flow: SiteFlow, least: Int)?
        do throws(SitingFailure) {
            found = try limited.fewest(serving: asked, effort: effort)
        } catch { return (nil, .max) }
        guard let found else { return (nil, 0) }
        var cover = self
        cover.objective = .lscp
        let solution = cover.solution(
            limited.choice(of: found.sites, found.flow), bound: Double(found.least), isProven: false)
        return (solution, found.least)
    }
}
