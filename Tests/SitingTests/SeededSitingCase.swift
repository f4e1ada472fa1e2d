import Siting
import TestWorlds

/// A small siting problem drawn by a seed: costs, capacities, upgrades, existing and required sites, limits.
struct SeededSitingCase {
    let problem: SitingProblem

    init(seed: UInt64, objective: SitingObjective) {
        var generator = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let demandCount = draw(3...9)
        let candidateCount = draw(3...7)
        let isCapacitated = draw(0...1) == 1
        let hasUpgrades = draw(0...1) == 1
        // Nobody lives in one place of five of every other problem.
        let demands = (0..<demandCount).map {
            SitingTable.Demand(
                id: "d\($0)", weight: seed % 2 == 0 && draw(0...4) == 0 ? 0 : Double(draw(0...20)))
        }
        var candidates: [SitingTable.Candidate] = []
        for index in 0..<candidateCount {
            let roll = draw(0...9)
            let state: SitingTable.State =
                roll < 2 ? .existing : roll == 2 ? .required : roll == 3 ? .excluded : .free
            let replaced = hasUpgrades && index > 0 && draw(0...2) == 0 ? draw(0...(index - 1)) : nil
            let isFirst =
                replaced.map { candidates[$0].replaces == nil && candidates[$0].state != .excluded } ?? false
            candidates.append(
                .init(
                    id: "c\(index)", cost: draw(0...4) == 0 ? nil : Double(draw(1...9)),
                    capacity: isCapacitated && draw(0...3) > 0 ? Double(draw(5...40)) : nil,
                    state: isFirst ? .free : state, replaces: isFirst ? replaced : nil))
        }
        var pairs: [SitingTable.Pair] = []
        let reach = draw(3...10)
        for demand in 0..<demandCount {
            for candidate in 0..<candidateCount where draw(0...9) < reach {
                pairs.append(.init(demand: demand, candidate: candidate, distance: Double(draw(1...30))))
            }
        }
        let limit = draw(0...2)
        let isBudget = objective != .pCenter && limit > 0
        problem = SitingProblem(
            objective, SitingTable(demands: demands, candidates: candidates, pairs: pairs),
            p: objective == .lscp || (isBudget && limit == 1) ? nil : draw(0...4),
            budget: objective != .lscp && isBudget ? Double(draw(0...20)) : nil,
            share: objective == .lscp && limit == 0 ? Double(draw(3...10)) / 10 : nil,
            servesEmptyPlaces: seed % 6 == 0)
    }
}
