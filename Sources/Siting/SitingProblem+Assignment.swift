extension SitingProblem {
    /// The solution that some chosen candidates make where each demand goes wholly to the nearest that serves.
    ///
    /// - Parameters:
    ///   - sites: the chosen candidates, existing ones not among them.
    ///   - bound: what no choice does better than; nothing where nothing better exists.
    /// - Returns: the solution with its loads and gaps.
    func solution(sites: [Int], bound: Double?) -> SitingSolution {
        var isOpen = table.candidates.map { $0.state == .existing }
        for site in sites { isOpen[site] = true }
        var nearest = [SitingTable.Pair?](repeating: nil, count: table.demands.count)
        var isReached = [Bool](repeating: false, count: table.demands.count)
        for pair in table.pairs where table.candidates[pair.candidate].state != .excluded {
            isReached[pair.demand] = true
            guard isOpen[pair.candidate] else { continue }
            if let known = nearest[pair.demand], known.distance <= pair.distance { continue }
            nearest[pair.demand] = pair
        }
        var loads = [Double](repeating: 0, count: table.candidates.count)
        var uncovered: [SitingSolution.Gap] = []
        var (served, distance, farthest) = (0.0, 0.0, 0.0)
        for (index, demand) in table.demands.enumerated() {
            if let pair = nearest[index] {
                loads[pair.candidate] += demand.weight
                served += demand.weight
                distance += demand.weight * pair.distance
                if isAsking(index) { farthest = max(farthest, pair.distance) }
            } else {
                uncovered.append(
                    .init(
                        demand: index, weight: demand.weight,
                        reason: demand.obstacle ?? (isReached[index] ? .notChosen : .noCandidateWithinReach)))
            }
        }
        let value =
            switch objective {
            case .lscp: Double(sites.count)
            case .mclp: served
            case .pMedian: distance
            case .pCenter: farthest
            }
        return SitingSolution(
            objective: value, bound: bound ?? value, isProven: bound == nil || bound == value,
            sites: sites.sorted(),
            loads: loads, served: served, weightedDistance: distance, cost: statedCost(of: sites),
            uncovered: uncovered)
    }

    /// What some candidates cost, yuan; nothing where one of them states no cost.
    func statedCost(of sites: [Int]) -> Double? {
        sites.contains { table.candidates[$0].cost == nil } ? nil : cost(of: sites)
    }

    /// What some candidates cost as far as they state it, yuan.
    package func cost(of sites: [Int]) -> Double {
        sites.sorted().reduce(0) { $0 + (table.candidates[$1].cost ?? 0) }
    }

    /// Whether a demand asks for anything.
    func isAsking(_ demand: Int) -> Bool { servesEmptyPlaces || table.demands[demand].weight > 0 }

    /// Whether places where nobody lives are to be within reach: a share below 1 asks for people, and for no place by itself.
    var asksForEmptyPlaces: Bool { servesEmptyPlaces && share ?? 1 >= 1 }

    /// The pairs that a choice may rest on: of candidates that are not excluded, and of demands that ask for something.
    var usefulPairs: [SitingTable.Pair] { table.pairs.filter(isUseful) }

    /// Whether a choice may rest on a pair.
    func isUseful(_ pair: SitingTable.Pair) -> Bool {
        table.candidates[pair.candidate].state != .excluded && isAsking(pair.demand)
    }

    /// The demands that ask for something and that some candidate reaches, and what they weigh.
    var reached: (demands: [Bool], weight: Double) {
        var isReached = [Bool](repeating: false, count: table.demands.count)
        for pair in usefulPairs { isReached[pair.demand] = true }
        let weight = zip(isReached, table.demands).reduce(0) { $0 + ($1.0 ? $1.1.weight : 0) }
        return (isReached, weight)
    }

    /// How many candidates stand already.
    var existingCount: Int { table.candidates.count { $0.state == .existing } }

    /// Which candidates are in or out from the start.
    var settled: [Bool?] {
        table.candidates.map {
            switch $0.state {
            case .free: nil
            case .existing, .required: true
            case .excluded: false
            }
        }
    }
}
