import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// What nobody states is unknown, and shares stand with what is unknown and estimated in them: figures by hand.
///
/// A village of 100 dwellings and 50 elders on the grid, 500 m (in blocks, (2,2)) from facility F1 at (2,7);
/// compound K1 with 60 dwellings and 20 elders stands beside it at (2,3), K2 with 30 dwellings and none stated far
/// from any street. So the residual holds 10 dwellings, and the 30 elders left are shared by 30 : 10, 22.5 and 7.5,
/// both estimated.
@Suite struct UnstatedFiguresTests {
    private static func study(
        _ town: GridTown, facilities: [Facility], careSpaces: [Int?] = [nil, nil],
        planned: [Int?] = [nil, nil]
    ) throws -> Study {
        let village = Community(
            id: "C1", name: "Village", point: town.point(2, 2), district: "East", city: "Grid",
            households: ExactDecimal(100), elders: ElderFigures(statedTotal: ExactDecimal(50)))
        let places = [town.point(2, 3), town.point(120, 120)]
        let compounds = try (0..<2).map { index in
            Compound(
                id: "K\(index + 1)", community: 0, households: ExactDecimal([60, 30][index]),
                elders: index == 0 ? ExactDecimal(20) : nil,
                careSpace: careSpaces[index].map { ExactDecimal($0) },
                planned: try planned[index].map { try ScenarioWorld.day($0) },
                delivered: try ScenarioWorld.day(2019), point: places[index])
        }
        return Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition, communities: [village],
            compounds: compounds, facilities: facilities)
    }

    private static func station(
        _ town: GridTown, _ id: String, area: Int? = nil, beds: Int? = nil
    ) -> Facility {
        ScenarioWorld.facility(id, at: town.point(2, 7), community: 0, area: area, beds: beds)
    }

    private static func run(
        _ study: (GridTown) throws -> Study, targets: [Target] = [], streets: Bool = true, to: Int = 2020,
        programme: [ProgrammeEntry] = []
    ) async throws -> ScenarioResult {
        let town = try GridTown(blocks: 20, spacing: 100)
        let rule = SpaceRule(
            clause: ScenarioWorld.clause,
            effectiveFrom: try ScenarioWorld.required(PartialDate(year: 2017, month: 8, day: 31)),
            newRate: ExactDecimal(20))
        return try await ScenarioWorld.run(
            Scenario(name: "plain", rates: RateTable(), programme: programme), on: try study(town), in: town,
            pack: ScenarioWorld.pack(space: rule, targets: targets), from: 2020, to: to, streets: streets)
    }

    private static func target(_ measure: Target.Measure, _ basis: Basis, _ least: Int) throws -> Target {
        Target(
            id: measure.name, name: BilingualText(en: "t", zh: "t"), clause: ScenarioWorld.clause,
            measure: measure, extent: .city, basis: basis, due: try ScenarioWorld.day(2020),
            atLeast: ExactDecimal(least))
    }

    @Test("Shares stand with what is unknown and estimated of their denominators")
    func sharesWithTheirDoubt() async throws {
        let rows = try await Self.run { town in
            try Self.study(town, facilities: [Self.station(town, "F1")])
        }.annual
        #expect(rows.map(\.scope) == [.city("Grid"), .district("East")])
        for row in rows {
            let (straight, walk) = (try #require(row.elders1km), try #require(row.elders15min))
            // K2 is some 16 km away: out of the radius, and its walk is not known.
            #expect((straight.numerator, straight.denominator, straight.unknown) == (27.5, 50, 0))
            #expect((walk.numerator, walk.denominator, walk.unknown) == (27.5, 50, 22.5))
            #expect((straight.estimated, walk.estimated) == (30, 30))
            let dwellings = try #require(row.households15min)
            #expect((dwellings.numerator, dwellings.denominator, dwellings.unknown) == (70, 100, 30))
            #expect(dwellings.estimated == 0)
            #expect((row.elderShare1km, row.elderShare15min, row.householdShare15min) == (0.55, 0.55, 0.7))
            #expect(row.rates == [straight, walk, dwellings])
        }
    }

    @Test("Without streets every walk is unknown: the share is at least 0, and all of it unknown")
    func noStreets() async throws {
        let row = try #require(
            try await Self.run({ try Self.study($0, facilities: [Self.station($0, "F1")]) }, streets: false)
                .annual.first)
        #expect((row.elderShare15min, row.elders15min?.unknown) == (0, 50))
        #expect((row.householdShare15min, row.households15min?.unknown) == (0, 100))
        #expect((row.elderShare1km, row.elders1km?.unknown) == (0.55, 0))
    }

    @Test("Beds, floor area and care space that nobody states are unknown, not 0")
    func nobodyStates() async throws {
        let row = try #require(
            try await Self.run { town in
                try Self.study(town, facilities: ["F1", "F2"].map { Self.station(town, $0) })
            }.annual.first)
        #expect(row.facilities == 2)
        #expect(row.area == nil && row.facilitiesWithoutArea == 2)
        #expect(row.beds == nil && row.facilitiesWithoutBeds == 2)
        #expect(row.bedsPerThousandElders == nil)
        #expect(row.careSpace == nil && row.compoundsWithoutCareSpace == 2)
        #expect(row.squareMetresPerHundredHouseholds == nil)
        // Neither states `planned`, and both were delivered after the rule came: their class is not known.
        #expect(row.careSpaceRequired == nil && row.compoundsOfUnknownObligation == 2)
    }

    @Test("What some state is a lower bound, with those who do not beside it")
    func someState() async throws {
        let row = try #require(
            try await Self.run { town in
                try Self.study(
                    town,
                    facilities: [
                        Self.station(town, "F1", area: 200, beds: 10), Self.station(town, "F2", area: 100),
                        Self.station(town, "F3", beds: 0),
                    ], careSpaces: [18, nil], planned: [2018, nil])
            }.annual.first)
        #expect(row.area == ExactDecimal(300) && row.facilitiesWithoutArea == 1)
        #expect(row.beds == ExactDecimal(10) && row.facilitiesWithoutBeds == 1)
        #expect(row.bedsPerThousandElders == 200)
        #expect(row.careSpace == 18 && row.compoundsWithoutCareSpace == 1)
        // Over the 90 dwellings of both compounds.
        #expect(row.squareMetresPerHundredHouseholds == 20)
        // K1 was planned in 2018 and owes 60 × 20 / 100.
        #expect(row.careSpaceRequired == 12 && row.compoundsOfUnknownObligation == 1)
    }

    @Test("Stated zeros are zeros, and without any facility there are no beds")
    func zeros() async throws {
        let none = try #require(
            try await Self.run { try Self.study($0, facilities: [], careSpaces: [0, 0]) }.annual.first)
        #expect(none.area == .zero && none.facilitiesWithoutArea == 0)
        #expect(none.beds == .zero && none.facilitiesWithoutBeds == 0)
        #expect(none.bedsPerThousandElders == 0)
        #expect(none.careSpace == 0 && none.compoundsWithoutCareSpace == 0)
        let stated = try #require(
            try await Self.run {
                try Self.study($0, facilities: [Self.station($0, "F1", area: 50, beds: 0)])
            }.annual.first)
        #expect(stated.beds == .zero && stated.facilitiesWithoutBeds == 0)
    }

    @Test("An upgrade that states beds for the first time makes the sum known")
    func upgradeStates() async throws {
        let rows = try await Self.run(
            { try Self.study($0, facilities: [Self.station($0, "F1")]) }, to: 2021,
            programme: [
                ScenarioWorld.upgrade("F1", on: try ScenarioWorld.day(2021, 6, 1)) {
                    $0.beds = ExactDecimal(5)
                }
            ]
        ).annual.filter { $0.scope == .city("Grid") }
        #expect(rows.map(\.beds) == [nil, ExactDecimal(5)])
        #expect(rows.map(\.facilitiesWithoutBeds) == [1, 0])
    }

    @Test("A target on beds or care space that some do not state is unknown where it is not met")
    func targets() async throws {
        let targets = try [
            Self.target(.beds, .count, 8), Self.target(.bedsPer1000Elders, .elders, 300),
            Self.target(.spacePer100Households, .households, 30),
        ]
        let some = try await Self.run(
            { town in
                try Self.study(
                    town,
                    facilities: [Self.station(town, "F1", beds: 10), Self.station(town, "F2")],
                    careSpaces: [18, nil])
            }, targets: targets
        ).targets
        #expect(some.map(\.verdict) == [.pass, .unknown, .unknown])
        #expect(some.map(\.value) == [10, 200, 20])
        let none = try await Self.run(
            { try Self.study($0, facilities: [Self.station($0, "F1")]) }, targets: targets
        ).targets
        #expect(none.map(\.verdict) == [.unknown, .unknown, .unknown])
        #expect(none.allSatisfy { $0.value == nil && $0.numerator == nil })
        #expect(none.map(\.denominator) == [nil, 50, 90])
        let all = try await Self.run(
            { town in
                try Self.study(
                    town, facilities: [Self.station(town, "F1", beds: 4)], careSpaces: [18, 0])
            }, targets: targets
        ).targets
        #expect(all.map(\.verdict) == [.fail, .fail, .fail])
    }
}
