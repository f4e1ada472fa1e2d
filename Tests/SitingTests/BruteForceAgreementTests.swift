import Siting
import Testing

/// Small problems of every kind, against all choices tried one by one.
@Suite struct BruteForceAgreementTests {
    @Test("the best of all choices", arguments: SitingObjective.allCases)
    func best(objective: SitingObjective) {
        var solvedCount = 0
        for seed in stride(
            from: UInt64(SitingObjective.allCases.firstIndex(of: objective) ?? 0), to: 500, by: 4)
        {
            let problem = SeededSitingCase(seed: seed, objective: objective).problem
            let expected = BruteForce(problem: problem).best()
            do throws(SitingFailure) {
                let found = try problem.solved()
                solvedCount += 1
                let isMost = objective == .mclp
                #expect(found.isProven, "seed \(seed)")
                #expect(
                    expected.map { abs($0 - found.objective) <= 1e-6 } ?? false,
                    "seed \(seed): \(found.objective) against \(String(describing: expected))")
                #expect(
                    isMost ? found.bound >= found.objective : found.bound <= found.objective, "seed \(seed)")
                check(found, of: problem, seed)
            } catch {
                #expect(expected == nil, "seed \(seed): \(error) against \(String(describing: expected))")
            }
        }
        #expect(solvedCount > 60)
    }

    /// A site and its upgrade reach a place each, and nobody lives in one of the two: serving the other is all there is to do.
    @Test func emptyPlacesAreNoReasonToRefuse() throws {
        let table = SitingTable(
            demands: [.init(id: "d0", weight: 5), .init(id: "d2", weight: 0)],
            candidates: [.init(id: "a"), .init(id: "b", replaces: 0)],
            pairs: [
                .init(demand: 0, candidate: 0, distance: 92), .init(demand: 1, candidate: 1, distance: 281),
            ])
        let found = try SitingProblem(.lscp, table).solved()
        #expect(found.objective == 1 && found.sites == [0] && found.served == 5 && found.isProven)
    }

    /// What a solution says of itself holds.
    private func check(_ found: SitingSolution, of problem: SitingProblem, _ seed: UInt64) {
        let table = problem.table
        #expect(found.sites == found.sites.sorted())
        #expect(
            found.sites.allSatisfy {
                table.candidates[$0].state != .existing && table.candidates[$0].state != .excluded
            })
        #expect(
            table.candidates.indices.allSatisfy {
                table.candidates[$0].state != .required || found.sites.contains($0)
            })
        if problem.objective != .lscp {
            #expect(found.sites.count <= problem.p ?? .max)
            #expect(found.cost <= (problem.budget ?? .infinity) + 1e-9)
        }
        for (index, candidate) in table.candidates.enumerated() {
            #expect(found.loads[index] <= (candidate.capacity ?? .infinity) + 1e-6, "seed \(seed)")
        }
        let left = found.uncovered.reduce(0) { $0 + $1.weight }
        let all = table.demands.reduce(0) { $0 + $1.weight }
        #expect(abs(found.served + left - all) < 1e-6, "seed \(seed)")
    }
}
