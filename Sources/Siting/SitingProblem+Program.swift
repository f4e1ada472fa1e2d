extension SitingProblem {
    /// LSCP, MCLP and p-median with capacities or upgrades, by CBC.
    func solvedProgram() throws(SitingFailure) -> SitingSolution {
        if isLargeAndLimited { return try solvedLimited() }
        switch objective {
        case .lscp: return try programCover()
        case .mclp, .pMedian, .pCenter:
            let (choice, bound, isComplete) = SitingProgram(self, objective).solved(
                nodes: max(1, effort.nodes) * 50)
            guard let choice else {
                if isComplete { throw .cannotServeAll(sitesNeeded: nil) }
                throw .noneFound
            }
            return solution(choice, bound: objective == .mclp ? -bound : bound, isProven: isComplete)
        }
    }

    /// LSCP: all that can be served at once, or the share asked for.
    private func programCover() throws(SitingFailure) -> SitingSolution {
        let reachedWeight = reached.weight
        let all = table.demands.reduce(0) { $0 + $1.weight }
        // What everything together can serve: where capacities are short, less than what is reached.
        var open = self
        open.p = nil
        open.budget = nil
        let (full, _, _) = SitingProgram(open, .mclp).solved(nodes: max(1, effort.nodes) * 50)
        guard let full else { throw .noneFound }
        let most = solution(full, bound: 0, isProven: false).served
        var least: Double?
        if let share {
            least = share * all
            if most < share * all * (1 - 1e-9) {
                throw .shareOutOfReach(share: share, most: all > 0 ? most / all : 0)
            }
        } else if most < reachedWeight * (1 - 1e-9) {
            least = most
        }
        var (choice, bound, isComplete) = SitingProgram(self, .lscp, least: least)
            .solved(nodes: max(1, effort.nodes) * 50)
        if choice == nil, isComplete {
            // Upgrades may shut places where nobody lives out without any weight lost: then as many as can be.
            least = least ?? most
            let near = SitingProgram(self, .lscp, least: least, empty: .most)
                .solved(nodes: max(1, effort.nodes) * 50)
            let count = near.choice.map { emptyPlaces(near: $0) } ?? 0
            (choice, bound, isComplete) = SitingProgram(self, .lscp, least: least, empty: .atLeast(count))
                .solved(nodes: max(1, effort.nodes) * 50)
            isComplete = isComplete && near.isComplete
        }
        guard let choice else { throw isComplete ? .cannotServeAll(sitesNeeded: nil) : .noneFound }
        return solution(
            least == nil ? choice : serving(choice), bound: (bound - 1e-6).rounded(.up), isProven: isComplete)
    }

    /// How many places where nobody lives the sites of a choice reach.
    private func emptyPlaces(near choice: SitingProgram.Choice) -> Int {
        Set(
            usefulPairs.filter { choice.open[$0.candidate] && table.demands[$0.demand].weight == 0 }
                .map(\.demand)
        ).count
    }

    /// The sites of a choice with all whom they can serve: a program that is asked for a share stops counting at it.
    private func serving(_ choice: SitingProgram.Choice) -> SitingProgram.Choice {
        let new = table.candidates.indices.filter { table.candidates[$0].state != .existing }
        let chosen = Set(new.filter { choice.open[$0] })
        var settled = self
        settled.table = table.with(required: chosen, excluded: Set(new).subtracting(chosen))
        settled.p = nil
        settled.budget = nil
        settled.share = nil
        return SitingProgram(settled, .mclp).solved(nodes: max(1, effort.nodes) * 50).0 ?? choice
    }

    /// The fewest new sites that serve everybody within a distance, for p-center.
    func programCovering(within limit: Double) throws(SitingFailure) -> (
        solution: SitingSolution?, least: Int
    ) {
        if isLargeAndLimited { return limitedCovering(within: limit) }
        let (choice, bound, isComplete) = SitingProgram(self, .lscp, within: limit)
            .solved(nodes: max(1, effort.nodes) * 50)
        guard let choice else { return (nil, isComplete ? .max : 0) }
        var cover = self
        cover.objective = .lscp
        let found = cover.solution(choice, bound: (bound - 1e-6).rounded(.up), isProven: isComplete)
        return (found, isComplete ? found.sites.count : Int(max(0, found.bound)))
    }

    /// The solution that a choice of the program is.
    func solution(_ choice: SitingProgram.Choice, bound: Double, isProven: Bool) -> SitingSolution {
        let sites = table.candidates.indices.filter {
            choice.open[$0] && table.candidates[$0].state != .existing
        }
        var loads = [Double](repeating: 0, count: table.candidates.count)
        var parts = [Double](repeating: 0, count: table.demands.count)
        var isOpenNear = [Bool](repeating: false, count: table.demands.count)
        var isReached = [Bool](repeating: false, count: table.demands.count)
        var (distance, farthest) = (0.0, 0.0)
        for pair in table.pairs where table.candidates[pair.candidate].state != .excluded {
            isReached[pair.demand] = true
            if choice.open[pair.candidate] { isOpenNear[pair.demand] = true }
        }
        for (pair, part) in choice.parts where part > 1e-9 {
            let weight = table.demands[pair.demand].weight * part
            loads[pair.candidate] += weight
            parts[pair.demand] += part
            distance += weight * pair.distance
            farthest = max(farthest, pair.distance)
        }
        var served = 0.0
        var uncovered: [SitingSolution.Gap] = []
        for (index, demand) in table.demands.enumerated() {
            // Who stands at an open site and needs none of it is served.
            let isEmpty = demand.weight == 0 && isOpenNear[index]
            let part = isEmpty || parts[index] > 1 - 1e-7 ? 1 : parts[index]
            served += demand.weight * part
            guard part < 1 else { continue }
            let reason: SitingSolution.Uncovered =
                demand.obstacle
                ?? (isOpenNear[index] ? .capacity : isReached[index] ? .notChosen : .noCandidateWithinReach)
            uncovered.append(.init(demand: index, weight: demand.weight * (1 - part), reason: reason))
        }
        served = SitingProblem.tidy(served)
        distance = SitingProblem.tidy(distance)
        let value =
            switch objective {
            case .lscp: Double(sites.count)
            case .mclp: served
            case .pMedian: distance
            case .pCenter: farthest
            }
        let outer = objective == .mclp ? max(bound, value) : min(bound, value)
        return SitingSolution(
            objective: value, bound: isProven ? value : outer, isProven: isProven || outer == value,
            sites: sites,
            loads: loads.map(SitingProblem.tidy), served: served, weightedDistance: distance,
            cost: statedCost(of: sites),
            uncovered: uncovered)
    }

    /// A sum as it would be without the solver's rounding, where that is a short decimal.
    private static func tidy(_ sum: Double) -> Double {
        let short = (sum * 1000).rounded() / 1000
        return abs(short - sum) <= 1e-7 * abs(sum) ? short : sum
    }
}

extension SitingSolution {
    /// A cover seen as a solution of p-center.
    func asCenter(farthest: Double, bound: Double) -> SitingSolution {
        let bound = min(bound, farthest)
        return SitingSolution(
            objective: farthest, bound: bound, isProven: bound == farthest, sites: sites, loads: loads,
            served: served, weightedDistance: weightedDistance, cost: cost, uncovered: uncovered)
    }
}
