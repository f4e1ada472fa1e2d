import Siting
import Testing

/// A share says how many sites are enough; whom they serve is all whom they can.
@Suite struct ShareServiceTests {
    private func problem(
        _ weights: [Double], _ candidates: [SitingTable.Candidate], _ pairs: [(Int, Int)],
        _ objective: SitingObjective = .lscp, p: Int? = nil, share: Double? = nil
    ) -> SitingProblem {
        SitingProblem(
            objective,
            SitingTable(
                demands: weights.enumerated().map { .init(id: "d\($0)", weight: $1) },
                candidates: candidates,
                pairs: pairs.map { .init(demand: $0.0, candidate: $0.1, distance: 100) }),
            p: p, share: share)
    }

    /// The site beside the one place of 16 people serves all of them, not the 12 that were asked for.
    @Test func withUpgrades() throws {
        let found = try problem(
            [16, 0], [.init(id: "c0"), .init(id: "c1", replaces: 0)], [(0, 0), (1, 1)], share: 0.75
        ).solved()
        #expect(found.sites == [0])
        #expect(found.served == 16)
        #expect(found.isProven)
        #expect(found.uncovered.allSatisfy { $0.weight == 0 })
    }

    /// What stands has room for 10 of 16 people; a share of 0.3 is 4.8 of them.
    @Test func withCapacities() throws {
        let candidates: [SitingTable.Candidate] = [
            .init(id: "e", capacity: 10, state: .existing), .init(id: "c", capacity: 100),
        ]
        let few = try problem([8, 8], candidates, [(0, 0), (1, 0), (0, 1), (1, 1)], share: 0.3).solved()
        #expect(few.sites.isEmpty)
        #expect(few.served == 10)
        let more = try problem([8, 8], candidates, [(0, 0), (1, 0), (0, 1), (1, 1)], share: 0.7).solved()
        #expect(more.sites == [1])
        #expect(more.served == 16)
    }

    /// A required site is chosen although nobody is within reach of anything.
    @Test func requiredFarFromEverybody() throws {
        let found = try problem(
            [5], [.init(id: "a"), .init(id: "b", state: .required)], [], .pCenter, p: 2
        ).solved()
        #expect(found.sites == [1])
    }
}
