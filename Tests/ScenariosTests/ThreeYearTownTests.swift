import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// A town of two communities over three years, every figure of which is worked out here by hand.
///
/// Blocks of 100 m; the walk is at most 900 m, the radius 1,000 m. In blocks east and north:
/// - East: community C1 at (2,2) with 100 dwellings; compound K1 there with 60; station F1 at (2,4).
/// - West: community C2 at (14,2) with 200 dwellings; K2 there with 150 and 40 elders; centre F2 at (14,4);
///   K3 at (14,15) with 50, delivered in June 2021 and its 20 m² of care space in May 2022.
/// - The programme opens N1 at (14,13) in 2021 (200 m from K3, 1,100 m from K2), and in 2022 enlarges F1 and
///   closes F2, 1,100 m from K3.
@Suite struct ThreeYearTownTests {
    private static func study(_ town: GridTown) throws -> Study {
        let c1 = Community(
            id: "C1", name: "East village", point: town.point(2, 2), subdistrict: "S1", district: "East",
            city: "Grid",
            population: ExactDecimal(300), households: ExactDecimal(100),
            elders: ElderFigures(
                sixties: ExactDecimal(40), seventies: ExactDecimal(20), eightyPlus: ExactDecimal(10)))
        let c2 = Community(
            id: "C2", name: "West village", point: town.point(14, 2), subdistrict: "S2", district: "West",
            city: "Grid",
            population: ExactDecimal(500), households: ExactDecimal(200),
            elders: ElderFigures(statedTotal: ExactDecimal(100)))
        let k1 = Compound(
            id: "K1", community: 0, households: ExactDecimal(60), careSpace: ExactDecimal(12),
            planned: try ScenarioWorld.day(2010), point: town.point(2, 2))
        let k2 = Compound(
            id: "K2", community: 1, households: ExactDecimal(150), elders: ExactDecimal(40),
            point: town.point(14, 2))
        let k3 = Compound(
            id: "K3", community: 1, households: ExactDecimal(50), planned: try ScenarioWorld.day(2019),
            delivered: try ScenarioWorld.day(2021, 6), point: town.point(14, 15))
        let phase = Phase(
            compound: 2, number: 1, households: ExactDecimal(50), careSpace: ExactDecimal(20),
            care: Milestones(delivered: try ScenarioWorld.day(2022, 5)))
        return Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition, communities: [c1, c2],
            compounds: [k1, k2, k3], phases: [phase],
            facilities: [
                ScenarioWorld.facility(
                    "F1", at: town.point(2, 4), community: 0, area: 200, beds: 10,
                    opened: try ScenarioWorld.day(2015)),
                ScenarioWorld.facility(
                    "F2", at: town.point(14, 4), level: .subdistrict, kind: .centre, community: 1, area: 150,
                    beds: 5, opened: try ScenarioWorld.day(2018)),
            ])
    }

    private static func pack() throws -> PolicyPack {
        let clause = ScenarioWorld.clause
        func target(
            _ id: String, _ measure: Target.Measure, _ basis: Basis, _ extent: Target.Extent,
            _ due: PartialDate, _ least: Int
        ) -> Target {
            Target(
                id: id, name: BilingualText(en: id, zh: id), clause: clause, measure: measure,
                extent: extent, basis: basis, due: due, atLeast: ExactDecimal(least))
        }
        return ScenarioWorld.pack(
            space: SpaceRule(
                clause: clause,
                effectiveFrom: try ScenarioWorld.required(PartialDate(year: 2017, month: 8, day: 31)),
                newRate: ExactDecimal(20)),
            subsidies: [
                Subsidy(
                    id: "build.station", clause: clause, selector: FacilitySelector(kinds: [.station]),
                    form: .once(ExactDecimal(90_000))),
                Subsidy(
                    id: "run.station", clause: clause, selector: FacilitySelector(kinds: [.station]),
                    form: .yearly(ExactDecimal(50_000))),
                Subsidy(
                    id: "run.centre", clause: clause, selector: FacilitySelector(kinds: [.centre]),
                    form: .yearly(ExactDecimal(100_000))),
                Subsidy(
                    id: "build.embedded", clause: clause, selector: FacilitySelector(networks: [.embedded]),
                    form: .shareOfCost(
                        share: try ScenarioWorld.required(ExactDecimal("0.5")), cap: ExactDecimal(500_000))),
            ],
            targets: [
                target(
                    "circle", .coverage(.within15min), .elders, .city, try ScenarioWorld.day(2021), 1),
                target("two-each", .facilities, .count, .eachDistrict, try ScenarioWorld.day(2021, 12), 2),
                target("beds", .bedsPer1000Elders, .elders, .city, try ScenarioWorld.day(2022), 180),
                target(
                    "centres", .named(.subdistrictHasCentre), .count, .city, try ScenarioWorld.day(2020), 1),
            ])
    }

    private static func scenario(_ town: GridTown) throws -> Scenario {
        Scenario(
            name: "three-years",
            rates: RateTable(all: 0.01, sixties: 0.1, seventies: 0.05, eightyPlus: 0),
            programme: [
                ScenarioWorld.opening(
                    "N1", on: try ScenarioWorld.day(2021, 3, 1), at: town.point(14, 13),
                    community: "West village", cost: 900_000
                ) {
                    $0.kind = .station
                    $0.network = .embedded
                    $0.area = ExactDecimal(300)
                    $0.beds = ExactDecimal(20)
                },
                ScenarioWorld.upgrade("F1", on: try ScenarioWorld.day(2022), cost: 100_000) {
                    $0.area = ExactDecimal(250)
                    $0.beds = ExactDecimal(15)
                },
                ScenarioWorld.closure("F2", on: try ScenarioWorld.day(2022, 6, 30)),
            ], maps: [2022])
    }

    private static func result() async throws -> ScenarioResult {
        let town = try GridTown(blocks: 20, spacing: 100)
        return try await ScenarioWorld.run(
            try scenario(town), on: try study(town), in: town, pack: try pack(), from: 2020, to: 2022)
    }

    private func close(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

    @Test func peopleAndDwellingsOfTheCity() async throws {
        let rows = try await Self.result().annual
        #expect(
            rows.map { "\($0.year) \($0.scope.kind) \($0.scope.identifier)" } == [
                "2020 city Grid", "2020 district East", "2020 district West", "2021 city Grid",
                "2021 district East", "2021 district West", "2022 city Grid", "2022 district East",
                "2022 district West",
            ])
        // C1: 40, 20 and 10 elders grow by 10, 5 and 0 %: 70, 75, 80.45. C2 states only a total: 100 grows as
        // C1's elders do, × 75/70 and × 80.45/70.
        let west = [100, 100 * 75.0 / 70, 100 * 80.45 / 70]
        let east = [70, 75, 80.45]
        for year in 0..<3 {
            #expect(close(rows[3 * year].elders, east[year] + west[year]))
            #expect(close(rows[3 * year + 1].elders, east[year]))
            #expect(close(rows[3 * year + 2].elders, west[year]))
            // C2 states no ages, so neither do West and the city.
            #expect(rows[3 * year].eldersEightyPlus == nil && rows[3 * year + 2].eldersEightyPlus == nil)
            #expect(rows[3 * year + 1].eldersEightyPlus == 10)
            #expect(close(rows[3 * year].population, 800 * [1, 1.01, 1.0201][year]))
            // K3's 50 dwellings come on top of the 300.
            #expect(close(rows[3 * year].households, [300, 350, 350][year]))
            #expect(close(rows[3 * year + 1].households, 100))
        }
    }

    @Test func facilitiesCoverageAndCareSpaceOfTheCity() async throws {
        let rows = try await Self.result().annual.filter { $0.scope == .city("Grid") }
        #expect(rows.map(\.facilities) == [2, 3, 2])
        #expect(rows.map(\.opened) == [0, 1, 0])
        #expect(rows.map(\.upgraded) == [0, 0, 1])
        #expect(rows.map(\.closed) == [0, 0, 1])
        #expect(rows.map(\.area) == [350, 650, 550].map { ExactDecimal($0) })
        #expect(rows.map(\.beds) == [15, 35, 35].map { ExactDecimal($0) })
        #expect(rows.map(\.communitiesWithFacility) == [2, 2, 2])
        #expect(rows.map(\.communities) == [2, 2, 2])
        // 2022: K2 and the rest of C2 lose F2. Of C2's 114.93 elders 45.97 are K2's (40 × 80.45/70), the others
        // are shared by K3 and the residual, 50 dwellings each.
        let west = 100 * 80.45 / 70
        let k3 = (west - 40 * 80.45 / 70) / 2
        let share = (80.45 + k3) / (80.45 + west)
        for (row, expected) in zip(rows, [1, 1, share]) {
            #expect(close(row.elderShare15min, expected))
            #expect(close(row.elderShare1km, expected))
        }
        for (row, expected) in zip(rows, [1, 1, 150.0 / 350]) {
            #expect(close(row.householdShare15min, expected))
        }
        // K3's care space comes in 2022, a year after its dwellings, for which it owes 50 × 20 / 100.
        #expect(rows.map(\.careSpace) == [12, 12, 32])
        #expect(rows.map(\.careSpaceRequired) == [0, 10, 10])
        for (row, expected) in zip(rows, [1200.0 / 210, 1200.0 / 260, 3200.0 / 260]) {
            #expect(close(row.squareMetresPerHundredHouseholds, expected))
        }
        for (row, expected) in zip(
            rows, [15_000 / 170.0, 35_000 / (75 + 7500 / 70.0), 35_000 / (80.45 + west)])
        {
            #expect(close(row.bedsPerThousandElders, expected))
        }
    }

    @Test func money() async throws {
        let result = try await Self.result()
        let city = result.annual.filter { $0.scope == .city("Grid") }.map(\.money)
        #expect(city.map(\.capital) == [0, 900_000, 100_000].map { ExactDecimal($0) })
        // N1: 90,000 as a station and half of 900,000 as an embedded point. F1 already was a station.
        #expect(city.map(\.subsidyOnce) == [0, 540_000, 0].map { ExactDecimal($0) })
        // F1 50,000, F2 100,000, N1 50,000; F2 is gone by the end of 2022.
        #expect(city.map(\.subsidyYearly) == [150_000, 200_000, 100_000].map { ExactDecimal($0) })
        #expect(city.map(\.cumulative) == [150_000, 1_250_000, 1_450_000].map { ExactDecimal($0) })
        let east = result.annual.filter { $0.scope == .district("East") }.map(\.money)
        #expect(east.map(\.cumulative) == [50_000, 100_000, 250_000].map { ExactDecimal($0) })
    }

    @Test func plan() async throws {
        let rows = try await Self.result().actions
        #expect(
            rows.map { "\($0.day) \($0.action.rawValue) \($0.facility.id)" } == [
                "2021-03-01 open N1", "2022-06-30 close F2", "2022-12-31 upgrade F1",
            ])
        #expect(rows.map(\.money.capital) == [900_000, 0, 100_000].map { ExactDecimal($0) })
        #expect(rows.map(\.money.subsidyOnce) == [540_000, 0, 0].map { ExactDecimal($0) })
        #expect(rows.map(\.money.subsidyYearly) == [50_000, -100_000, 0].map { ExactDecimal($0) })
        // K3's half of what C2 has beside K2; then all of C2 but K3.
        let left2021 = (100 - 40) * 75.0 / 70
        #expect(close(rows[0].newlyCoveredElders, left2021 / 2))
        let west = 100 * 80.45 / 70
        #expect(close(rows[1].newlyCoveredElders, -(west - 60 * 80.45 / 70 / 2)))
        #expect(rows[2].newlyCoveredElders == 0)
        #expect(rows[0].facility.community == 1 && rows[0].facility.subdistrict == "S2")
        #expect(rows[2].facility.beds == ExactDecimal(15))
    }

    @Test func targets() async throws {
        let rows = try await Self.result().targets
        func verdicts(_ id: String, _ scope: Scope) -> [Verdict] {
            rows.filter { $0.target == id && $0.scope == scope }.map(\.verdict)
        }
        let city = Scope.city("Grid")
        #expect(verdicts("circle", city) == [.pass, .pass, .fail])
        #expect(verdicts("two-each", .district("East")) == [.pending, .fail, .fail])
        #expect(verdicts("two-each", .district("West")) == [.pending, .pass, .fail])
        #expect(verdicts("two-each", city) == [])
        // 15/170, 35/182.14 and 35/195.38 per thousand: 88, 192 and 179.
        #expect(verdicts("beds", city) == [.pending, .pass, .fail])
        #expect(verdicts("centres", city) == [.pass, .pass, .pass])
        let beds = try #require(rows.first { $0.target == "beds" })
        #expect(close(beds.value, 15_000 / 170.0) && beds.numerator == 15 && beds.denominator == 170)
        let facilities = try #require(rows.first { $0.target == "two-each" && $0.year == 2021 })
        #expect(facilities.value == 1 && facilities.denominator == nil)
    }

    @Test func accounts() async throws {
        let accounts = try await Self.result().accounts
        #expect(accounts.map(\.imbalances) == [[], [], []])
        #expect(accounts.map(\.delivered) == [0, 50, 0])
        #expect(accounts.map(\.facilitiesBefore) == [2, 2, 3])
        #expect(accounts.map(\.opened) == [0, 1, 0])
        #expect(accounts.map(\.closed) == [0, 0, 1])
        #expect(close(accounts[1].groups[0].change, 4) && close(accounts[1].groups[1].change, 1))
        #expect(close(accounts[2].groups[0].change, 4.4) && close(accounts[2].groups[2].change, 0))
        #expect(close(accounts[1].population.change, 8))
    }

    @Test func mapsAndNotices() async throws {
        let result = try await Self.result()
        #expect(result.maps.map(\.year) == [2022])
        #expect(
            result.maps[0].study.facilities.map { $0.isOpen(on: result.maps[0].coverage.day) } == [
                true, false, true,
            ])
        #expect(result.notices == [])
    }

    /// Years before the first of the run have passed all the same, but their money and actions are not the run's.
    @Test func aLaterStartContinues() async throws {
        let town = try GridTown(blocks: 20, spacing: 100)
        let all = try await Self.result()
        let late = try await ScenarioWorld.run(
            try Self.scenario(town), on: try Self.study(town), in: town, pack: try Self.pack(), from: 2022,
            to: 2022)
        let (a, b) = (try #require(all.annual.last), try #require(late.annual.last))
        #expect(a.elders == b.elders && a.households == b.households && a.facilities == b.facilities)
        #expect(late.actions == all.actions.filter { $0.year == 2022 })
        #expect(late.annual[0].money.cumulative == ExactDecimal(200_000))
        #expect(late.accounts.map(\.imbalances) == [[]])
        #expect(late.notices == [.beforeFirstYear(facility: "N1", action: .open, year: 2021)])
    }
}
