import Siting
import TestWorlds
import Testing

/// Maximal covering where sites turn people away, as large tables are searched: against all choices tried one by one.
@Suite struct CapacityTests {
    @Test func aroundTheBestOfAllChoices() throws {
        var (found, best, bound, count) = (0.0, 0.0, 0.0, 0)
        for seed in 3000..<3400 as Range<UInt64> {
            let problem = SeededSitingCase(seed: seed, objective: .mclp).problem
            guard problem.isForFlows, let value = BruteForce(problem: problem).best() else { continue }
            let solution = try problem.solvedLimited()
            #expect(solution.served <= value + 1e-6 && value <= solution.bound + 1e-6, "seed \(seed)")
            #expect(solution.objective == solution.served && solution.isProven == (solution.gap == 0))
            if solution.isProven { #expect(abs(solution.served - value) < 1e-6, "seed \(seed)") }
            for (index, candidate) in problem.table.candidates.enumerated() {
                #expect(solution.loads[index] <= (candidate.capacity ?? .infinity) + 1e-6)
                if candidate.state == .excluded { #expect(!solution.sites.contains(index)) }
                if candidate.state == .required { #expect(solution.sites.contains(index)) }
            }
            #expect(solution.sites.count <= problem.p ?? .max)
            #expect(problem.cost(of: solution.sites) <= (problem.budget ?? .infinity) + 1e-9)
            let left = solution.uncovered.reduce(0) { $0 + $1.weight }
            #expect(abs(solution.served + left - problem.table.demands.reduce(0) { $0 + $1.weight }) < 1e-6)
            found += solution.served
            best += value
            bound += solution.bound
            count += 1
        }
        #expect(count > 200)
        #expect(found >= 0.99 * best && bound <= 1.05 * best, "\(found), \(best), \(bound)")
    }

    /// Three places of 10, 8 and 6; sites for 9, 12 and 5 people: the second reaches the first two, the third the last.
    @Test func byHand() throws {
        let problem = SitingProblem(
            .mclp,
            SitingTable(
                demands: [10, 8, 6].enumerated().map { .init(id: "d\($0)", weight: $1) },
                candidates: [9, 12, 5].enumerated().map { .init(id: "s\($0)", capacity: $1) },
                pairs: [(0, 0), (0, 1), (1, 1), (2, 2)].map { .init(demand: $0, candidate: $1, distance: 5) }),
            p: 2)
        let found = try problem.solvedLimited()
        // The first and the second: all 18 of the first two places, where the third would add 5 to 12.
        #expect(found.sites == [0, 1] && found.served == 18 && found.bound >= 18)
        #expect(found.loads[0] <= 9 && found.loads[1] <= 12 && found.weightedDistance == 18 * 5)
        #expect(found.uncovered.map(\.weight) == [6] && found.uncovered.map(\.reason) == [.notChosen])
    }

    /// Forty places of 7 in a ring, sixty sites that each reach ten of them in turn.
    private static func ring(capacity: Double, p: Int) -> SitingProblem {
        SitingProblem(
            .mclp,
            SitingTable(
                demands: (0..<40).map { .init(id: "d\($0)", weight: 7) },
                candidates: (0..<60).map { .init(id: "s\($0)", capacity: capacity - Double($0 % 3)) },
                pairs: (0..<60).flatMap { site in
                    (0..<10).map { .init(demand: (site * 10 + $0) % 40, candidate: site, distance: 5) }
                }), p: p)
    }

    /// Sites for 20, 19 and 18 people in turn, each of which reaches 70: the p largest are full, and nothing serves more.
    @Test func theLargestSitesFullAreBest() throws {
        let found = try Self.ring(capacity: 20, p: 7).solvedLimited()
        #expect(found.isProven && found.served == 140 && found.bound == 140)
    }

    /// Sites for more people than they reach turn nobody away: four of them reach all.
    @Test func roomForAllIsNoLimit() throws {
        let found = try Self.ring(capacity: 90, p: 3).solvedLimited()
        #expect(found.isProven && found.served == 210)
        let all = try Self.ring(capacity: 90, p: 5).solvedLimited()
        #expect(all.isProven && all.served == 280 && all.sites.count == 4 && all.uncovered.isEmpty)
    }

    /// Five places that the same two sites reach count as one to the search, and are served one after the other.
    @Test func placesOfOneReachAreServedInTurn() throws {
        let problem = SitingProblem(
            .mclp,
            SitingTable(
                demands: [4, 3, 5, 2, 6].enumerated().map { .init(id: "d\($0)", weight: $1) },
                candidates: [6, 9].enumerated().map { .init(id: "s\($0)", capacity: $1) },
                pairs: (0..<5).flatMap { demand in
                    (0..<2).map { .init(demand: demand, candidate: $0, distance: 10) }
                }), p: 2)
        let found = try problem.solvedLimited()
        #expect(found.isProven && found.served == 15 && found.loads == [6, 9])
        #expect(found.uncovered == [.init(demand: 4, weight: 5, reason: .capacity)])
    }
}
