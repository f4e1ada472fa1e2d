import Coverage
import Places
import Policy
import Scenarios
import TestWorlds
import Testing

/// Access in two scenarios, worked out by hand: beds shared by all who reach them, and what is lacking.
///
/// Three communities without compounds, far from one another: C1 with 100 elders beside F1 with 10 beds, C2 with 60, C3
/// with 40. The other scenario opens N1 with 20 beds beside C2.
@Suite struct AccessChangeTests {
    private static func changes(_ wishes: AccessWishes, streets: Bool = true) async throws -> [AccessChange]?
    {
        let town = try GridTown(blocks: 20, spacing: 100)
        let places = [("C1", 2.0, 2.0, 100), ("C2", 14, 2, 60), ("C3", 14, 15, 40)]
        let study = Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: places.map { id, east, north, elders in
                Community(
                    id: id, name: id, point: town.point(east, north), district: "D", city: "Grid",
                    households: ExactDecimal(100), elders: ElderFigures(statedTotal: ExactDecimal(elders)))
            },
            compounds: [],
            facilities: [ScenarioWorld.facility("F1", at: town.point(2, 4), community: 0, beds: 10)])
        let opening = ScenarioWorld.opening(
            "N1", on: try ScenarioWorld.day(2021), at: town.point(14, 4), community: "C2"
        ) { $0.beds = ExactDecimal(20) }
        let years = try ScenarioYears(from: 2020, to: 2022, baseYear: 2020)
        let plans = try [Scenario(name: "usual"), Scenario(name: "opened", programme: [opening])].map {
            try ScenarioPlan($0, study: study).mapping([2022])
        }
        let grounds = plans.map {
            ScenarioGround(
                plan: $0, pack: ScenarioWorld.pack(), network: streets ? town.network : nil,
                plane: town.plane)
        }
        let results = await ScenarioSet.run(plans, on: grounds, years: years, jobs: 2)
        return await ScenarioComparison(first: results[0], other: results[1])
            .access(on: (grounds[0], grounds[1]), wishes, jobs: 1)
    }

    private func close(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-12 } ?? false }

    @Test func bedsOfBothHeldAgainstTheFirst() async throws {
        let changes = try #require(try await Self.changes(AccessWishes()))
        #expect(changes.map(\.year) == [2022] && changes.map(\.capacity) == [.beds])
        let (first, other) = (try #require(changes[0].first), try #require(changes[0].other))
        // 10 beds over 200 elders: 0.05 each is the norm of both.
        #expect(close(first.norm, 0.05) && close(other.norm, 0.05))
        #expect(first.communities.map { $0.methods[0].mean } == [0.1, 0, 0])
        #expect(close(other.communities[1].methods[0].mean, 20.0 / 60))
        // C2 lacks 3 and C3 2; then C3 alone.
        #expect(close(first.scopes[0].access.methods[0].unmet, 5))
        #expect(close(other.scopes[0].access.methods[0].unmet, 2))
        #expect(first.scopes[0].access.methods[0].eldersWithout == 100)
        #expect(other.scopes[0].access.methods[0].eldersWithout == 40)
    }

    @Test func aNormThatIsAskedFor() async throws {
        let changes = try #require(try await Self.changes(AccessWishes(normPerThousand: 120)))
        // 0.12: C1 lacks 0.02 · 100, C2 7.2 or nothing, C3 4.8.
        #expect(close(changes[0].first?.scopes[0].access.methods[0].unmet, 2 + 7.2 + 4.8))
        #expect(close(changes[0].other?.scopes[0].access.methods[0].unmet, 2 + 4.8))
    }

    @Test func nothingWithoutStreets() async throws {
        let changes = try await Self.changes(AccessWishes(), streets: false)
        #expect(changes == nil)
    }
}
