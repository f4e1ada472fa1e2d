import Geometry
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// Rates under which a part of the people becomes larger than the whole, by hand.
@Suite struct OutgrowthTests {
    private static func community(
        _ id: String, population: Int?, elders: ElderFigures, in town: GridTown
    ) -> Community {
        Community(
            id: id, name: id, point: town.point(2, 2), population: population.map { ExactDecimal($0) },
            households: ExactDecimal(100), elders: elders)
    }

    private static func elders(_ total: Int, eightyPlus: Int? = nil, others: Int? = nil) -> ElderFigures {
        ElderFigures(
            statedTotal: ExactDecimal(total), sixties: others.map { ExactDecimal($0) },
            seventies: others.map { ExactDecimal($0) }, eightyPlus: eightyPlus.map { ExactDecimal($0) })
    }

    private static func notices(
        _ rates: RateTable, from: Int = 2020, to: Int = 2023, compounds: [Compound] = [],
        _ communities: (GridTown) -> [Community]
    ) async throws -> [ScenarioNotice] {
        let town = try GridTown(blocks: 4, spacing: 100)
        let study = Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: communities(town), compounds: compounds,
            facilities: [ScenarioWorld.facility("F", at: town.point(1, 1))])
        return try await ScenarioWorld.run(
            Scenario(name: "plain", rates: rates), on: study, in: town, pack: ScenarioWorld.pack(),
            from: from, to: to
        ).notices
    }

    @Test("Elders who grow by 5 % a year in a standing population outgrow it in the third")
    func eldersBeyondThePopulation() async throws {
        // 90 of 100: 94.5, 99.2, 104.2. Of B's 1,000 people 100 are elders; C states more from the start.
        let rates = RateTable(all: 0, elders: 0.05)
        func communities(_ town: GridTown) -> [Community] {
            [
                Self.community("A", population: 100, elders: Self.elders(90), in: town),
                Self.community("B", population: 1000, elders: Self.elders(100), in: town),
                Self.community("C", population: 10, elders: Self.elders(11), in: town),
                Self.community("D", population: nil, elders: Self.elders(11), in: town),
            ]
        }
        #expect(
            try await Self.notices(rates, communities) == [
                .outgrowsWhole(.elders, communities: 1, compounds: 0, firstYear: 2023, inSumFrom: nil)
            ])
        #expect(try await Self.notices(rates, to: 2022, communities).isEmpty)
        // As many elders as people who move alike do not outgrow them by a rounding.
        let alike = try await Self.notices(RateTable(all: 0.037, elders: 0.037), to: 2035) {
            [Self.community("A", population: 97, elders: Self.elders(97), in: $0)]
        }
        #expect(alike.isEmpty)
    }

    @Test("The sum of all communities is told of from the year in which it is so, and compounds are counted")
    func sumsAndCompounds() async throws {
        // 90 of 100 as above; 99 of 100 is 103.95 in the first year. Together 189 of 200: 198.45, then 208.4.
        let point = try GridTown(blocks: 4, spacing: 100).point(3, 3)
        let compounds = [
            Compound(id: "K", elders: ExactDecimal(20), population: ExactDecimal(20), point: point)
        ]
        let found = try await Self.notices(RateTable(all: 0, elders: 0.05), compounds: compounds) {
            [
                Self.community("A", population: 100, elders: Self.elders(90), in: $0),
                Self.community("B", population: 100, elders: Self.elders(99), in: $0),
            ]
        }
        #expect(
            found == [
                .outgrowsWhole(.elders, communities: 2, compounds: 1, firstYear: 2021, inSumFrom: 2022)
            ])
    }

    @Test("People of 80 and over beside a stated total")
    func oldestBeyondTheElders() async throws {
        // Groups of 10, 10 and 48 beside a total of 50. The oldest: 52.8, 58.08; the total moves as their sum, by
        // 72.8 / 68 to 53.5 and by 78.08 / 68 to 57.4.
        let found = try await Self.notices(RateTable(sixties: 0, seventies: 0, eightyPlus: 0.1)) {
            [
                Self.community(
                    "A", population: nil, elders: Self.elders(50, eightyPlus: 48, others: 10), in: $0)
            ]
        }
        #expect(
            found == [
                .outgrowsWhole(.eightyPlus, communities: 1, compounds: 0, firstYear: 2022, inSumFrom: 2022)
            ])
    }
}
