import Siting
import TestWorlds
import Testing

/// Places where nobody lives, asked for where sites turn people away: against all choices tried one by one.
@Suite struct EmptyPlacesTests {
    @Test func coversOfEveryPlace() throws {
        var (solved, short, shutOut) = (0, 0, 0)
        for seed in 7000..<7300 as Range<UInt64> {
            let problem = drawn(seed)
            let brute = BruteForce(problem: problem)
            let best = brute.best()
            do throws(SitingFailure) {
                let found = try problem.solved()
                #expect(
                    found.isProven && found.objective == best,
                    "seed \(seed): \(found.objective), \(String(describing: best))")
                let table = problem.table
                let left = Set(found.uncovered.map(\.demand))
                let reached = table.demands.indices.count {
                    table.demands[$0].weight == 0 && !left.contains($0)
                }
                #expect((problem.share ?? 1) < 1 || reached == brute.mostPlaces, "seed \(seed)")
                let open = Set(
                    table.pairs.filter { table.candidates[$0.candidate].state != .excluded }.map(\.demand))
                let all = table.demands.indices.count { table.demands[$0].weight == 0 && open.contains($0) }
                solved += 1
                if found.uncovered.contains(where: { $0.reason == .capacity }) { short += 1 }
                if reached < all { shutOut += 1 }
            } catch {
                #expect(best == nil, "seed \(seed): \(error)")
            }
        }
        #expect(solved > 150 && short > 20 && shutOut > 5, "\(solved), \(short), \(shutOut)")
    }

    /// One of three places is empty; capacities, shares and upgrades come and go.
    private func drawn(_ seed: UInt64) -> SitingProblem {
        var problem = SeededSitingCase(seed: seed, objective: .lscp).problem
        problem.servesEmptyPlaces = true
        problem.share = [nil, 1, 0.7][Int(seed % 3)]
        let table = problem.table
        problem.table = SitingTable(
            demands: table.demands.enumerated().map { index, demand in
                .init(id: demand.id, weight: (index + Int(seed)) % 3 == 0 ? 0 : demand.weight)
            },
            candidates: table.candidates.enumerated().map { index, candidate in
                .init(
                    id: candidate.id, cost: candidate.cost,
                    capacity: candidate.capacity
                        ?? (seed % 4 < 2 ? Double(4 + (index * 7 + Int(seed)) % 20) : nil),
                    state: candidate.state, replaces: candidate.replaces)
            }, pairs: table.pairs)
        return problem
    }

    /// A place of 10 people at a site for 14 or 4 of them, and an empty one at another site: both are needed.
    @Test(arguments: [14, 4] as [Double], [nil, 1] as [Double?]) func byHand(room: Double, share: Double?)
        throws
    {
        let problem = SitingProblem(
            .lscp,
            SitingTable(
                demands: [.init(id: "a", weight: 10), .init(id: "b", weight: 0)],
                candidates: [.init(id: "A", capacity: room), .init(id: "B", capacity: 9)],
                pairs: [0, 1].map { .init(demand: $0, candidate: $0, distance: 100) }),
            share: share, servesEmptyPlaces: true)
        guard room == 14 || share == nil else {
            #expect(throws: SitingFailure.shareOutOfReach(share: 1, most: 0.4)) { try problem.solved() }
            return
        }
        let found = try problem.solved()
        #expect(found.sites == [0, 1] && found.isProven && found.served == min(room, 10))
    }
}
