import Siting
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
}
