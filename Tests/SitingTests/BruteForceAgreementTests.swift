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

    /// Limits allow sites that nobody needs; none of them is chosen.
    @Test("nothing can be left out", arguments: [SitingObjective.mclp, .pMedian, .pCenter])
    func nothingNeedless(objective: SitingObjective) {
        var chosen = 0
        for seed in UInt64(0)..<300 {
            let problem = SeededSitingCase(seed: seed, objective: objective).problem
            guard
                case .success(let found) = Result(catching: { () throws(SitingFailure) in try problem.solved()
                })
            else { continue }
            let force = BruteForce(problem: problem)
            for site in found.sites where problem.table.candidates[site].state == .free {
                chosen += 1
                guard let without = force.value(of: found.sites.filter { $0 != site }) else { continue }
                let isLost =
                    objective == .mclp ? without < found.objective - 1e-9 : without > found.objective + 1e-9
                // Who asks for empty places wants them near, whatever the objective.
                #expect(
                    isLost || problem.servesEmptyPlaces, "seed \(seed): \(problem.table.candidates[site].id)")
            }
        }
        #expect(chosen > 100)
    }

    /// Three places in a row, with nobody in the last: two sites are enough for all models, unless it is asked for.
    @Test func placesWithoutPeopleAskForNothing() throws {
        let table = SitingTable(
            demands: [.init(id: "d0", weight: 4), .init(id: "d1", weight: 3), .init(id: "empty", weight: 0)],
            candidates: [.init(id: "a"), .init(id: "b"), .init(id: "c")],
            pairs: [(0, 0, 10), (1, 1, 20), (2, 2, 900), (2, 1, 990)].map {
                .init(demand: $0, candidate: $1, distance: $2)
            })
        func solved(_ objective: SitingObjective, _ p: Int?, all: Bool = false) throws -> SitingSolution {
            try SitingProblem(objective, table, p: p, servesEmptyPlaces: all).solved()
        }
        let cover = try solved(.lscp, nil)
        #expect(cover.sites == [0, 1] && cover.isProven && cover.served == 7)
        #expect(try solved(.pMedian, 2).objective == 4 * 10 + 3 * 20)
        #expect(try solved(.pCenter, 2).objective == 20)
        #expect(try solved(.pCenter, 3).objective == 20)
        // Asked for, it is served by b, which is farther from it than c.
        #expect(try solved(.pCenter, 2, all: true).objective == 990)
        #expect(try solved(.pCenter, 3, all: true).objective == 900)
        #expect(try solved(.lscp, nil, all: true).sites == [0, 1])
        let apart = SitingTable(
            demands: table.demands, candidates: table.candidates,
            pairs: table.pairs.filter { $0.distance != 990 })
        #expect(try SitingProblem(.lscp, apart).solved().sites == [0, 1])
        #expect(try SitingProblem(.pMedian, apart, p: 2).solved().sites == [0, 1])
        #expect(try SitingProblem(.lscp, apart, servesEmptyPlaces: true).solved().sites == [0, 1, 2])
        #expect(throws: SitingFailure.cannotServeAll(sitesNeeded: 3)) {
            try SitingProblem(.pCenter, apart, p: 2, servesEmptyPlaces: true).solved()
        }
    }

    /// What must stand stands in every model, whoever is near it.
    @Test(arguments: SitingObjective.allCases) func requiredSitesStand(objective: SitingObjective) throws {
        let demands = [SitingTable.Demand(id: "d0", weight: 5), .init(id: "far", weight: 2)]
        let candidates = [
            SitingTable.Candidate(id: "a"), .init(id: "b", state: .required),
            .init(id: "c", state: .required),
        ]
        for pairs in [[], [SitingTable.Pair(demand: 0, candidate: 0, distance: 9)]] {
            let table = SitingTable(demands: demands, candidates: candidates, pairs: pairs)
            let found = try SitingProblem(objective, table, p: objective == .lscp ? nil : 3).solved()
            #expect(found.sites == (pairs.isEmpty ? [1, 2] : [0, 1, 2]), "\(pairs.count)")
        }
    }

    /// What a choice costs is known only where every chosen site states its cost.
    @Test func costsNobodyStates() throws {
        let table = SitingTable(
            demands: [5, 4, 3].enumerated().map { .init(id: "d\($0)", weight: $1) },
            candidates: [.init(id: "a", cost: 7), .init(id: "b"), .init(id: "c", cost: 2)],
            pairs: (0..<3).map { .init(demand: $0, candidate: $0, distance: 1) })
        #expect(try SitingProblem(.mclp, table, p: 1).solved().cost == 7)
        #expect(try SitingProblem(.mclp, table, p: 2).solved().cost == nil)
        #expect(try SitingProblem(.mclp, table, p: 0).solved().cost == 0)
        let frontier = try SitingProblem(.mclp, table).frontier(.sites(upTo: 3))
        #expect(frontier.points.map(\.cost) == [0, 7, nil, nil])
    }

    /// A site and its upgrade reach a place each, and nobody lives in one of the two: serving the other is all there is to do.
    @Test func emptyPlacesAreNoReasonToRefuse() throws {
        let table = SitingTable(
            demands: [.init(id: "d0", weight: 5), .init(id: "d2", weight: 0)],
            candidates: [.init(id: "a"), .init(id: "b", replaces: 0)],
            pairs: [
                .init(demand: 0, candidate: 0, distance: 92), .init(demand: 1, candidate: 1, distance: 281),
            ])
        let found = try SitingProblem(.lscp, table, servesEmptyPlaces: true).solved()
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
            #expect(problem.cost(of: found.sites) <= (problem.budget ?? .infinity) + 1e-9)
        }
        for (index, candidate) in table.candidates.enumerated() {
            #expect(found.loads[index] <= (candidate.capacity ?? .infinity) + 1e-6, "seed \(seed)")
        }
        let left = found.uncovered.reduce(0) { $0 + $1.weight }
        let all = table.demands.reduce(0) { $0 + $1.weight }
        #expect(abs(found.served + left - all) < 1e-6, "seed \(seed)")
    }
}
