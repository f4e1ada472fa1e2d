import Siting
import Testing

/// The fewest sites where sites turn people away, as large tables are searched: against all choices tried one by one.
@Suite struct CapacityCoverTests {
    @Test func aroundTheFewestOfAllChoices() throws {
        var (found, best, bound, count, upgraded) = (0.0, 0.0, 0.0, 0, 0)
        for seed in 5000..<5400 as Range<UInt64> {
            let problem = SeededSitingCase(seed: seed, objective: .lscp).problem
            guard problem.isForFlows else { continue }
            let value = BruteForce(problem: problem).best()
            let hasUpgrades = problem.table.candidates.contains { $0.replaces != nil }
            do throws(SitingFailure) {
                let solution = try problem.solvedLimited()
                let all = problem.table.demands.reduce(0) { $0 + $1.weight }
                // Upgrades may shut one another out: then a little less may be asked for than any choice serves.
                if problem.share == nil, hasUpgrades { continue }
                guard let value else {
                    Issue.record("seed \(seed): a choice where none is")
                    continue
                }
                #expect(solution.bound <= value && value <= solution.objective, "seed \(seed)")
                #expect(solution.objective == Double(solution.sites.count))
                #expect(solution.served >= (problem.share ?? 0) * all - 1e-6, "seed \(seed)")
                for (index, candidate) in problem.table.candidates.enumerated() {
                    #expect(solution.loads[index] <= (candidate.capacity ?? .infinity) + 1e-6)
                    if candidate.state == .excluded { #expect(!solution.sites.contains(index)) }
                    if candidate.state == .required { #expect(solution.sites.contains(index)) }
                    if let replaced = candidate.replaces, solution.sites.contains(index) {
                        #expect(solution.loads[replaced] == 0)
                        upgraded += 1
                    }
                }
                found += solution.objective
                best += value
                bound += solution.bound
                count += 1
            } catch {
                // A share that all versions together could serve may be out of reach of any choice of them.
                #expect(value == nil, "seed \(seed): \(error)")
            }
        }
        #expect(count > 200 && upgraded > 3, "\(count), \(upgraded)")
        #expect(found <= 1.03 * best && bound >= 0.8 * best, "\(found), \(best), \(bound)")
    }

    /// Two places of 10 and 10 elders; sites for 6, 6 and 20 people, the last near both: one site is enough.
    ///
    /// Where the large one holds 8, all three serve 6 + 6 + 8 = 20, and none can be left out.
    @Test func byHand() throws {
        func problem(_ capacity: Double, share: Double? = nil) -> SitingProblem {
            SitingProblem(
                .lscp,
                SitingTable(
                    demands: [10, 10].enumerated().map { .init(id: "d\($0)", weight: $1) },
                    candidates: [6, 6, capacity].enumerated().map { .init(id: "s\($0)", capacity: $1) },
                    pairs: [(0, 0), (1, 1), (0, 2), (1, 2)].map {
                        .init(demand: $0, candidate: $1, distance: 5)
                    }), share: share)
        }
        #expect(try problem(20).solvedLimited().sites == [2])
        let all = try problem(8).solvedLimited()
        #expect(all.sites == [0, 1, 2] && all.isProven && all.served == 20)
        let some = try problem(8, share: 0.7).solvedLimited()
        #expect(some.sites.count == 2 && some.isProven && some.served >= 14)
        #expect(throws: SitingFailure.shareOutOfReach(share: 1, most: 0.9)) {
            try problem(6, share: 1).solvedLimited()
        }
    }

    /// A centre is far enough where so few sites are needed within its distance; what is known of that is never too many.
    @Test func neverMoreThanNeededWithinADistance() {
        var count = 0
        for seed in 5400..<5800 as Range<UInt64> {
            let problem = SeededSitingCase(seed: seed, objective: .pCenter).problem
            guard problem.isForFlows, let value = BruteForce(problem: problem).best(), value > 0 else {
                continue
            }
            #expect(problem.limitedCovering(within: value).least <= problem.p ?? 0, "seed \(seed)")
            count += 1
        }
        #expect(count > 60)
    }

    @Test func requiredVersionsAreNamed() {
        let table = SitingTable(
            demands: [.init(id: "d", weight: 5)],
            candidates: [
                .init(id: "old", state: .required), .init(id: "new", state: .required, replaces: 0),
            ],
            pairs: [.init(demand: 0, candidate: 0, distance: 1), .init(demand: 0, candidate: 1, distance: 1)])
        for (objective, p) in [(SitingObjective.lscp, Int?.none), (.mclp, 2), (.pMedian, 2), (.pCenter, 2)] {
            #expect(throws: SitingFailure.requiredExclusive("old", "new")) {
                try SitingProblem(objective, table, p: p).solved()
            }
        }
    }
}
