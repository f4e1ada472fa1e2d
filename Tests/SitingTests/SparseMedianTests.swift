import Siting
import TestWorlds
import Testing

/// p-median where candidates reach only some of the demands, so that too few sites cannot serve everybody.
@Suite struct SparseMedianTests {
    /// Places in a row, a candidate at each, that reaches itself, its neighbours and whom it stands second from.
    private func row(_ count: Int, p: Int, nodes: Int = 200) -> SitingProblem {
        let pairs = (0..<count).flatMap { demand in
            (max(0, demand - 2)...min(count - 1, demand + 2)).map {
                SitingTable.Pair(
                    demand: demand, candidate: $0, distance: 100 * Double(abs(demand - $0)))
            }
        }
        return SitingProblem(
            .pMedian,
            SitingTable(
                demands: (0..<count).map { .init(id: "d\($0)", weight: 1 + Double($0 % 3)) },
                candidates: (0..<count).map { .init(id: "c\($0)") }, pairs: pairs),
            p: p, effort: SitingEffort(nodes: nodes))
    }

    @Test func tooFewSitesAreRefusedWithTheirNumber() {
        // A site serves five places of a hundred: twenty are needed.
        #expect(throws: SitingFailure.cannotServeAll(sitesNeeded: 20)) { try row(100, p: 19).solved() }
    }

    /// With twenty sites there is one way only: in the middle of each five, with 200, 100, 0, 100 and 200 m to walk.
    @Test(arguments: [0, 200]) func justEnoughSitesAreFound(nodes: Int) throws {
        let found = try row(100, p: 20, nodes: nodes).solved()
        #expect(found.sites == (0..<20).map { 5 * $0 + 2 } && found.served == 199)
        var byHand = 0.0
        for place in 0..<100 {
            let elders = Double(1 + place % 3)
            byHand += elders * 100 * Double(abs(place % 5 - 2))
        }
        #expect(found.objective == byHand && found.bound <= byHand && found.bound >= 0)
    }

    @Test(arguments: [21, 25, 40, 60]) func boundsAreNeverBelowNothing(p: Int) throws {
        let (found, quick) = (try row(100, p: p).solved(), try row(100, p: p, nodes: 0).solved())
        #expect(found.isProven && quick.bound <= found.objective && found.objective <= quick.objective)
        #expect(quick.bound >= 0)
    }

    /// Candidates that reach two or three places of nine, and limits about as tight as can be, against all choices.
    @Test(arguments: [false, true]) func agreesWithAllChoices(isMoney: Bool) {
        var (solved, refused) = (0, 0)
        for seed in UInt64(0)..<120 {
            var problem = seeded(seed, isMoney: isMoney)
            let expected = BruteForce(problem: problem).best()
            for nodes in [200, 0] {
                problem.effort = SitingEffort(nodes: nodes)
                do throws(SitingFailure) {
                    let found = try problem.solved()
                    solved += 1
                    let least = expected ?? -1
                    #expect(found.bound <= least + 1e-6 && least <= found.objective + 1e-6, "seed \(seed)")
                    if nodes > 0 {
                        #expect(found.isProven && abs(found.objective - least) <= 1e-6, "seed \(seed)")
                    }
                } catch {
                    refused += 1
                    #expect(expected == nil, "seed \(seed): \(error)")
                }
            }
        }
        #expect(solved > 80 && refused > 20)
    }

    private func seeded(_ seed: UInt64, isMoney: Bool) -> SitingProblem {
        var generator = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let candidates = (0..<8).map { index in
            let roll = draw(0...15)
            return SitingTable.Candidate(
                id: "c\(index)", cost: Double(draw(1...9)),
                state: roll == 0 ? .existing : roll == 1 ? .required : roll == 2 ? .excluded : .free)
        }
        let pairs = (0..<9).flatMap { demand in
            Set((0..<draw(2...3)).map { _ in draw(0...7) }).sorted().map {
                SitingTable.Pair(demand: demand, candidate: $0, distance: Double(draw(1...400)) / 4)
            }
        }
        return SitingProblem(
            .pMedian,
            SitingTable(
                demands: (0..<9).map { .init(id: "d\($0)", weight: Double(draw(0...12)) / 2) },
                candidates: candidates, pairs: pairs),
            p: isMoney && seed % 2 == 0 ? nil : draw(3...5), budget: isMoney ? Double(draw(10...28)) : nil)
    }
}
