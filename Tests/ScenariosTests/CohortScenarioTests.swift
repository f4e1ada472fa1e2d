import Coverage
import Places
import Population
import Scenarios
import TestWorlds
import Testing

/// Scenarios whose people move by cohorts.
struct CohortScenarioTests {
    /// One death rate at all ages; only the proportions matter here.
    static let table: DemographicTable = {
        let deaths = [Double](repeating: 0.012, count: LifeTable.ages.count)
        return DemographicTable(
            id: "test", source: "none", start: 2021,
            periods: [
                DemographicTable.Period(
                    femaleDeathRates: deaths, maleDeathRates: deaths,
                    totalFertility: [.low: 1, .middle: 1.4, .high: 2],
                    fertilityShares: [0.05, 0.2, 0.35, 0.25, 0.1, 0.04, 0.01], sexRatioAtBirth: 1.08)
            ])
    }()

    static func ages(_ first: Int, step: Int) throws -> SexByAge {
        let groups = (0..<18).map { ExactDecimal(max(0, first - $0 * step)) }
        return try ScenarioWorld.required(SexByAge(female: groups, male: groups))
    }

    /// A random town, some of whose communities state sex and age.
    private func world(_ seed: UInt64) throws -> (RandomTown, Study, Scenario) {
        var random = SeededGenerator(seed: seed)
        let world = try RandomTown(&random)
        var study = world.study
        for index in study.communities.indices where random.int(in: 0...3) > 0 {
            study.communities[index].ages = try Self.ages(
                random.int(in: 20...90), step: random.int(in: 0...5))
        }
        var scenario = world.scenario
        scenario.cohort = CohortChoice(
            table: Self.table, migration: random.double(in: -0.02...0.03),
            households: random.int(in: 0...1) == 0 ? .dwellings : .headship)
        return (world, study, scenario)
    }

    /// What flows in a year adds up, whoever moves by cohorts and whoever by rates, with dwellings coming in.
    @Test func everyYearAddsUp() async throws {
        for seed in 300..<340 as Range<UInt64> {
            let (world, study, scenario) = try world(seed)
            let result = try await ScenarioWorld.run(
                scenario, on: study, in: world.town, pack: RandomTown.pack, from: 2020, to: 2035,
                streets: false)
            for account in result.accounts {
                #expect(account.imbalances == [], "seed \(seed), \(account)")
            }
            let without = study.communities.count { $0.ages == nil }
            #expect(
                result.notices.contains(.withoutAges(communities: without, of: 8)) == (without > 0),
                "seed \(seed)")
        }
    }

    /// The same for any number of tasks.
    @Test func anyNumberOfJobsGivesTheSame() async throws {
        let (world, study, scenario) = try world(341)
        func run(_ jobs: Int) async throws -> ScenarioResult {
            try await ScenarioWorld.run(
                scenario, on: study, in: world.town, pack: RandomTown.pack, from: 2020, to: 2035, jobs: jobs,
                streets: false)
        }
        let (one, seven) = (try await run(1), try await run(7))
        #expect(one.annual == seven.annual && one.accounts == seven.accounts)
    }

    /// A city of two communities of one district is after 5, 10 and 15 years where cohorts alone lead, whatever
    /// dwellings come in between; and new dwellings only move people within it.
    @Test func fiveYearPointsAreTheProjections() async throws {
        let town = try GridTown(blocks: 10, spacing: 100)
        var study = Study(
            name: "Two", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: try [(300, 12), (80, 3)].enumerated().map { index, figures in
                let ages = try Self.ages(figures.0, step: figures.1)
                return Community(
                    id: "C\(index)", name: "C\(index)", point: town.point(Double(3 + index), 3),
                    district: "D", city: "Two", population: ages.people(in: 0..<18),
                    households: ExactDecimal(1_000),
                    elders: ElderFigures(
                        sixties: ages.people(in: 12..<14), seventies: ages.people(in: 14..<16),
                        eightyPlus: ages.people(in: 16..<18)), ages: ages)
            })
        let start = study.communities.compactMap(\.ages).map { AgeStructure($0) }.reduce(.none, +)
        study.compounds = [
            Compound(
                id: "K", community: 1, households: ExactDecimal(500),
                delivered: try ScenarioWorld.day(2023, 5, 1), point: town.point(5, 5))
        ]
        let scenario = Scenario(
            name: "two", cohort: CohortChoice(table: Self.table, migration: 0.01))
        let result = try await ScenarioWorld.run(
            scenario, on: study, in: town, pack: ScenarioWorld.pack(), from: 2020, to: 2035, streets: false)
        let city = result.annual.filter { $0.scope == .city("Two") }
        var people = start
        for year in [2020, 2025, 2030] {
            people =
                CohortComponent.project(
                    people, rates: Self.table.rates(fromEndOf: year, variant: .middle),
                    migration: MigrationSchedule.rates(0.01, of: people)
                ).people
            let row = try #require(city.first { $0.year == year + 5 })
            #expect(abs((row.population ?? 0) - people.total) < 1e-6, "\(year + 5)")
            #expect(abs((row.elders ?? 0) - people.people(in: 12..<18)) < 1e-6, "\(year + 5)")
            #expect(abs((row.eldersEightyPlus ?? 0) - people.people(in: 16..<18)) < 1e-6, "\(year + 5)")
        }
        // Without the delivery the city is the same; only who lives where differs.
        study.compounds = []
        let quiet = try await ScenarioWorld.run(
            scenario, on: study, in: town, pack: ScenarioWorld.pack(), from: 2020, to: 2035, streets: false)
        for (row, other) in zip(city, quiet.annual.filter { $0.scope == .city("Two") }) {
            #expect(abs((row.population ?? 0) - (other.population ?? 0)) < 1e-6)
        }
    }
}
