import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// Two scenarios of three communities, every difference of which is worked out here by hand.
///
/// Blocks of 100 m; the walk is at most 900 m, the radius 1,000 m. Nobody lives in compounds. In blocks east and
/// north: C1 at (2,2) with 100 elders, 200 m from the station F1; C2 at (14,2) with 60, C3 at (14,15) with 40.
/// - As usual: nobody moves, nothing happens.
/// - Moved: elders grow by 10 % a year; N1 opens 200 m from C2 and 1,100 m from C3 in 2021; F1 closes in 2022.
@Suite struct ScenarioComparisonTests {
    private static func study(_ town: GridTown) throws -> Study {
        func community(_ id: String, _ east: Double, _ north: Double, district: String, _ elders: Int)
            -> Community
        {
            Community(
                id: id, name: id, point: town.point(east, north), subdistrict: "S", district: district,
                city: "Grid", population: ExactDecimal(500), households: ExactDecimal(100),
                elders: ElderFigures(statedTotal: ExactDecimal(elders)))
        }
        return Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: [
                community("C1", 2, 2, district: "East", 100), community("C2", 14, 2, district: "West", 60),
                community("C3", 14, 15, district: "West", 40),
            ],
            compounds: [],
            facilities: [
                ScenarioWorld.facility(
                    "F1", at: town.point(2, 4), community: 0, opened: try ScenarioWorld.day(2015))
            ])
    }

    private static func pack() throws -> PolicyPack {
        let clause = ScenarioWorld.clause
        func target(
            _ id: String, _ measure: Target.Measure, _ basis: Basis, _ due: Int, _ least: String
        ) throws -> Target {
            Target(
                id: id, name: BilingualText(en: id, zh: id), clause: clause, measure: measure,
                basis: basis, due: try ScenarioWorld.day(due),
                atLeast: try ScenarioWorld.required(ExactDecimal(least)))
        }
        return ScenarioWorld.pack(
            subsidies: [
                Subsidy(
                    id: "run", clause: clause, selector: FacilitySelector(kinds: [.station]),
                    form: .yearly(ExactDecimal(50_000)))
            ],
            targets: [
                try target("half", .coverage(.within15min), .elders, 2021, "0.5"),
                try target("two", .facilities, .count, 2022, "2"),
            ])
    }

    private static func comparison(
        jobs: Int = 1, cost: Int? = 900_000, usual: [ProgrammeEntry] = []
    ) async throws -> ScenarioComparison {
        let town = try GridTown(blocks: 20, spacing: 100)
        let study = try study(town)
        let pack = try pack()
        let usual = Scenario(name: "usual", programme: usual, maps: [2021])
        let moved = Scenario(
            name: "moved", rates: RateTable(elders: 0.1),
            programme: [
                ScenarioWorld.opening(
                    "N1", on: try ScenarioWorld.day(2021, 3, 1), at: town.point(14, 4), community: "C2",
                    cost: cost
                ) { $0.kind = .station },
                ScenarioWorld.closure("F1", on: try ScenarioWorld.day(2022, 6, 30)),
            ])
        let plans = try [usual, moved].map { try ScenarioPlan($0, study: study) }
        let years = try ScenarioYears(from: 2020, to: 2022, baseYear: 2020)
        let grounds = plans.map {
            ScenarioGround(plan: $0, pack: pack, network: town.network, plane: town.plane)
        }
        let results = await ScenarioSet.run(plans, on: grounds, years: years, jobs: jobs)
        return ScenarioComparison(first: results[0], other: results[1])
    }

    private func close(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

    private func isEqual(_ change: CoverageChange, _ figures: [Double]) -> Bool {
        zip([change.before, change.after, change.gained, change.lost, change.grown], figures).allSatisfy {
            close($0, $1)
        }
    }

    @Test func theCityGainsAndLoses() async throws {
        let rows = try await Self.comparison().annual.filter { $0.scope == .city("Grid") }
        #expect(rows.map(\.year) == [2020, 2021, 2022])
        // 2021: C2's 66 are won, C1's 100 have become 110. 2022: C2 has 72.6, C1's 100 are lost.
        let figures = [[100, 100, 0, 0, 0], [100, 176, 66, 0, 10], [100, 72.6, 72.6, 100, 0]]
        for (row, expected) in zip(rows, figures) {
            #expect(isEqual(row.within15min, expected) && isEqual(row.within1km, expected))
            #expect(close(row.within15min.difference, expected[2] - expected[3] + expected[4]))
        }
    }

    @Test func moneyForEachNewlyCoveredElder() async throws {
        let changes = try await Self.comparison().annual
        let city = changes.filter { $0.scope == .city("Grid") }
        // N1 costs 900,000 and 50,000 a year; F1's 50,000 are saved in 2022.
        #expect(city.map(\.cumulative) == [0, 950_000, 950_000].map { ExactDecimal($0) })
        #expect(city[0].yuanPerNewlyCovered(city[0].within15min) == nil)
        #expect(close(city[1].yuanPerNewlyCovered(city[1].within15min), 950_000 / 76))
        #expect(city[2].yuanPerNewlyCovered(city[2].within15min) == nil)
        let west = changes.filter { $0.scope == .district("West") }
        #expect(close(west[1].yuanPerNewlyCovered(west[1].within1km), 950_000 / 66))
        #expect(west.map(\.cumulative) == [0, 950_000, 1_000_000].map { ExactDecimal($0) })
        let east = changes.filter { $0.scope == .district("East") }
        #expect(east.map(\.cumulative) == [0, 0, -50_000].map { ExactDecimal($0) })
        #expect(close(east[2].within15min.difference, -100) && east[2].within15min.lost == 100)
    }

    /// Where nobody states what N1 costs, it is not known what an elder costs, in the scopes that it stands in.
    @Test func moneyOfWhatNobodyPrices() async throws {
        let comparison = try await Self.comparison(cost: nil)
        let city = comparison.annual.filter { $0.scope == .city("Grid") }
        #expect(city.map(\.isCostKnown) == [true, false, false])
        #expect(city.allSatisfy { $0.yuanPerNewlyCovered($0.within15min) == nil })
        let east = comparison.annual.filter { $0.scope == .district("East") }
        #expect(east.allSatisfy { $0.isCostKnown })
        #expect(comparison.other.notices.contains(.unknownCosts(actions: 1, first: "N1")))
        #expect(!comparison.first.notices.contains(.unknownCosts(actions: 1, first: "N1")))
        // The same in both: the difference is known again, from the year in which both have it.
        let town = try GridTown(blocks: 20, spacing: 100)
        let later = ScenarioWorld.opening(
            "N1", on: try ScenarioWorld.day(2022, 3, 1), at: town.point(14, 4), community: "C2", cost: nil
        ) { $0.kind = .station }
        let both = try await Self.comparison(cost: nil, usual: [later]).annual
        #expect(both.filter { $0.scope == .city("Grid") }.map(\.isCostKnown) == [true, false, true])
    }

    @Test func communitiesThatDiffer() async throws {
        let comparison = try await Self.comparison()
        #expect(comparison.communities(of: 2020).allSatisfy { !$0.isChange })
        let last = comparison.communities(of: 2022)
        #expect(last.map(\.community) == [0, 1, 2] && last.allSatisfy(\.isChange))
        #expect(isEqual(last[0].within15min, [100, 0, 0, 100, 0]))
        #expect(isEqual(last[1].within15min, [0, 72.6, 72.6, 0, 0]))
        #expect(isEqual(last[2].within15min, [0, 0, 0, 0, 0]))
        #expect(last.map(\.eldersFirst) == [100, 60, 40] && close(last[2].eldersOther, 48.4))
        #expect(last.map(\.facilitiesFirst) == [1, 0, 0] && last.map(\.facilitiesOther) == [0, 1, 0])
        #expect(comparison.mapYears == [2021, 2022])
    }

    @Test func targetsAndWhenTheyAreMet() async throws {
        let comparison = try await Self.comparison()
        // Elders within the walk: 100/200 as usual; 100/200, 176/220 and 72.6/242 where N1 opens.
        let (usual, moved) = (comparison.first.targetHistories, comparison.other.targetHistories)
        #expect(usual.map(\.target) == ["half", "two"])
        #expect(usual.map(\.firstMet) == [2020, nil] && usual.map(\.metToTheEndFrom) == [2020, nil])
        #expect(usual.map(\.verdictWhenDue) == [.pass, .fail])
        #expect(moved.map(\.firstMet) == [2020, 2021] && moved.map(\.metToTheEndFrom) == [nil, nil])
        #expect(moved.map(\.verdictWhenDue) == [.pass, .fail])
        #expect(close(moved[0].last.value, 72.6 / 242))
    }

    @Test func threadsChangeNothing() async throws {
        let (one, four) = (try await Self.comparison(jobs: 1), try await Self.comparison(jobs: 4))
        #expect(one.annual == four.annual && one.communities == four.communities)
        #expect(one.other.targets == four.other.targets)
    }

    /// Communities add up to districts, districts to the city, and what is gained less what is lost and grown is the
    /// difference of the rates' numerators.
    @Test func everythingAddsUp() async throws {
        let comparison = try await Self.comparison()
        for year in 2020...2022 {
            let rows = comparison.annual.filter { $0.year == year }
            let communities = comparison.communities(of: year)
            for (change, ofCommunity) in [
                (\AnnualChange.within1km, \CommunityChange.within1km), (\.within15min, \.within15min),
            ] {
                let sum = communities.reduce(0) { $0 + $1[keyPath: ofCommunity].difference }
                #expect(close(rows[0][keyPath: change].difference, sum))
                #expect(close(rows[1...].reduce(0) { $0 + $1[keyPath: change].difference }, sum))
            }
            let numerators = rows[0].other.elders15min.flatMap { a in
                rows[0].first.elders15min.map { a.numerator - $0.numerator }
            }
            #expect(close(numerators, rows[0].within15min.difference))
        }
    }

    /// A scenario beside itself differs in nothing.
    @Test func besideItself() async throws {
        let moved = try await Self.comparison().other
        let same = ScenarioComparison(first: moved, other: moved)
        #expect(same.communities.allSatisfy { !$0.isChange })
        #expect(same.annual.allSatisfy { $0.cumulative == .zero && $0.within15min.difference == 0 })
    }
}
