import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// A random study on a small grid town, with every kind of compound, facility and statement of people.
struct RandomTown {
    let town: GridTown
    let study: Study
    let scenario: Scenario

    init(_ random: inout SeededGenerator) throws {
        let town = try GridTown(blocks: 24, spacing: 100)
        func point() -> (Double, Double) {
            (random.double(in: 0...24), random.double(in: 0...24))
        }
        func chance(_ share: Double) -> Bool { random.double(in: 0...1) < share }
        func date(_ years: ClosedRange<Int>) throws -> PartialDate {
            let year = random.int(in: years)
            return try ScenarioWorld.required(
                chance(0.3)
                    ? PartialDate(year: year)
                    : PartialDate(year: year, month: random.int(in: 1...12), day: random.int(in: 1...28)))
        }
        func number(_ range: ClosedRange<Int>) -> ExactDecimal { ExactDecimal(random.int(in: range)) }
        var communities: [Community] = []
        for index in 0..<8 {
            let (x, y) = point()
            let statesAges = chance(0.5)
            communities.append(
                Community(
                    id: "C\(index)", name: "Community \(index)", point: town.point(x, y),
                    subdistrict: "S\(index % 3)", district: "D\(index % 2)", city: "Grid",
                    population: chance(0.9) ? number(500...2000) : nil,
                    households: chance(0.9) ? number(100...900) : nil,
                    elders: statesAges
                        ? ElderFigures(
                            statedTotal: chance(0.3) ? number(60...300) : nil, sixties: number(30...90),
                            seventies: number(20...60), eightyPlus: number(0...40))
                        : ElderFigures(statedTotal: chance(0.8) ? number(60...300) : nil)))
        }
        var compounds: [Compound] = []
        var phases: [Phase] = []
        for index in 0..<30 {
            let (x, y) = point()
            compounds.append(
                Compound(
                    id: "K\(index)", community: chance(0.9) ? random.int(in: 0...7) : nil,
                    households: chance(0.8) ? number(20...200) : nil,
                    elders: chance(0.3) ? number(5...40) : nil,
                    population: chance(0.2) ? number(50...400) : nil,
                    careSpace: chance(0.3) ? number(5...40) : nil,
                    planned: chance(0.7) ? try date(2010...2026) : nil,
                    delivered: chance(0.7) ? try date(2015...2034) : nil, point: town.point(x, y)))
            for phase in 0..<random.int(in: 0...3) {
                phases.append(
                    Phase(
                        compound: index, number: phase + 1, households: number(10...80),
                        careSpace: chance(0.5) ? number(1...30) : nil,
                        housing: Milestones(delivered: chance(0.7) ? try date(2015...2034) : nil),
                        care: Milestones(delivered: chance(0.5) ? try date(2015...2034) : nil)))
            }
        }
        var facilities: [Facility] = []
        for index in 0..<10 {
            let (x, y) = point()
            let opened = chance(0.8) ? try date(2010...2026) : nil
            facilities.append(
                ScenarioWorld.facility(
                    "F\(index)", at: town.point(x, y),
                    kind: [.station, .centre, .platform, nil][random.int(in: 0...3)],
                    community: chance(0.9) ? random.int(in: 0...7) : nil, area: random.int(in: 50...500),
                    beds: random.int(in: 0...30), opened: opened,
                    closed: chance(0.2) ? try date(2012...2034) : nil,
                    status: chance(0.1) ? .suspended : nil))
        }
        var programme: [ProgrammeEntry] = []
        for index in 0..<12 {
            let (x, y) = point()
            programme.append(
                ScenarioWorld.opening(
                    "N\(index)", on: try date(2020...2035), at: town.point(x, y),
                    community: chance(0.8) ? "C\(random.int(in: 0...7))" : nil,
                    cost: chance(0.8) ? random.int(in: 10_000...3_000_000) : nil
                ) {
                    $0.kind = [.station, .centre][random.int(in: 0...1)]
                    $0.network = chance(0.5) ? .embedded : .radiating
                    $0.beds = ExactDecimal(random.int(in: 0...40))
                })
            let opened = programme[programme.count - 1].date.last.year
            if chance(0.5), opened < 2034 {
                programme.append(
                    ScenarioWorld.upgrade(
                        "N\(index)", on: try ScenarioWorld.day(opened + 1), cost: random.int(in: 0...900_000)
                    ) {
                        $0.kind = .centre
                        $0.beds = ExactDecimal(50)
                    })
            }
            if chance(0.4), opened < 2032 {
                programme.append(
                    ScenarioWorld.closure("N\(index)", on: try ScenarioWorld.day(opened + 2, 3, 5)))
            }
        }
        self.town = town
        study = Study(
            name: "Random town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: communities, compounds: compounds, phases: phases, facilities: facilities)
        scenario = Scenario(
            name: "random", deliveries: chance(0.5) ? .whole : .byPhase,
            rates: RateTable(
                all: random.double(in: -0.01...0.02), elders: chance(0.3) ? 0.03 : nil,
                sixties: random.double(in: -0.02...0.06), seventies: 0.04,
                eightyPlus: random.double(in: -0.02...0.06), households: chance(0.3) ? 0.01 : nil),
            programme: programme)
    }

    static let pack = ScenarioWorld.pack(
        space: PartialDate(year: 2017, month: 8, day: 31).map {
            SpaceRule(clause: ScenarioWorld.clause, effectiveFrom: $0, newRate: ExactDecimal(20))
        },
        subsidies: [
            Subsidy(
                id: "once", clause: ScenarioWorld.clause, selector: FacilitySelector(kinds: [.station]),
                form: .once(ExactDecimal(90_000))),
            Subsidy(
                id: "yearly", clause: ScenarioWorld.clause, selector: .any,
                form: .yearly(ExactDecimal(50_000))),
            Subsidy(
                id: "share", clause: ScenarioWorld.clause, selector: FacilitySelector(networks: [.embedded]),
                form: .shareOfCost(
                    share: ExactDecimal(coefficient: 5, scale: 1), cap: ExactDecimal(500_000))),
        ])
}

@Suite struct ConservationTests {
    /// What flows in a year adds up, over sixteen years of towns with everything in them.
    @Test(arguments: [true, false]) func everyYearAddsUp(streets: Bool) async throws {
        for seed in 0..<(streets ? 12 : 30) as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let world = try RandomTown(&random)
            let result = try await ScenarioWorld.run(
                world.scenario, on: world.study, in: world.town, pack: RandomTown.pack, from: 2020, to: 2035,
                streets: streets)
            #expect(result.accounts.count == 16)
            for account in result.accounts {
                #expect(account.imbalances == [], "seed \(seed), \(account)")
            }
            let city = result.annual.filter { $0.scope == .city("Grid") }
            for (row, account) in zip(city, result.accounts) {
                #expect(
                    abs((row.households ?? 0) - account.dwellings.after) < 1e-6, "seed \(seed) \(row.year)")
                #expect(row.facilities == account.facilitiesAfter)
                #expect(row.money.cumulative == account.cumulativeAfter)
                // The plan's rows are the year's money; subsidies are part of it.
                let actions = result.actions.filter { $0.year == row.year }
                #expect(
                    actions.reduce(ExactDecimal.zero) { $0 + ($1.money.capital ?? .zero) }
                        == row.money.capital)
                #expect(
                    actions.reduce(ExactDecimal.zero) { $0 + $1.money.subsidyOnce } == row.money.subsidyOnce)
                for action in actions {
                    if let capital = action.money.capital { #expect(action.money.subsidyOnce <= capital) }
                }
                #expect(row.upgraded == actions.count { $0.action == .upgrade })
                // The districts and what lies outside all communities make the city.
                let districts = result.annual.filter { $0.year == row.year && $0.scope != row.scope }
                let outside = result.plan.study.facilities.contains { $0.community == nil }
                #expect(
                    outside
                        ? districts.reduce(0) { $0 + $1.facilities } <= row.facilities
                        : districts.reduce(0) { $0 + $1.facilities } == row.facilities)
            }
        }
    }

    /// Dwellings come in by the compounds' own dates, counted here anew.
    @Test func dwellingsComeWithTheirCompounds() async throws {
        for seed in 100..<120 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let world = try RandomTown(&random)
            var study = world.study
            study.phases = []
            for index in study.compounds.indices {
                study.compounds[index].households = study.compounds[index].households ?? ExactDecimal(30)
            }
            let result = try await ScenarioWorld.run(
                Scenario(name: "deliveries only"), on: study, in: world.town, pack: ScenarioWorld.pack(),
                from: 2020, to: 2035, streets: false)
            let city = result.annual.filter { $0.scope == .city("Grid") }
            for (before, after) in zip(city, city.dropFirst()) {
                let delivered = study.compounds.filter { $0.delivered?.last.year == after.year }
                    .reduce(0) { $0 + ($1.households?.double ?? 0) }
                #expect(
                    abs((after.households ?? 0) - (before.households ?? 0) - delivered) < 1e-9,
                    "seed \(seed) \(after.year)")
            }
        }
    }

    /// What a year's actions newly cover is what its facilities cover more than those of before would.
    @Test(arguments: [true, false]) func newlyCoveredEldersAddUp(streets: Bool) async throws {
        var moved = 0
        for seed in 200..<206 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let world = try RandomTown(&random)
            var scenario = world.scenario
            scenario.rates = RateTable()
            var study = world.study
            // Nothing but the programme moves.
            for index in study.compounds.indices { study.compounds[index].delivered = nil }
            study.phases = []
            study.facilities = study.facilities.map {
                var facility = $0
                facility.closed = nil
                facility.opened = nil
                return facility
            }
            let result = try await ScenarioWorld.run(
                scenario, on: study, in: world.town, pack: ScenarioWorld.pack(), from: 2020, to: 2035,
                streets: streets)
            let city = result.annual.filter { $0.scope == .city("Grid") }
            func covered(_ row: AnnualRow) -> Double {
                ((streets ? row.elderShare15min : row.elderShare1km) ?? 0) * (row.elders ?? 0)
            }
            for (before, after) in zip(city, city.dropFirst()) {
                let newly = result.actions.filter { $0.year == after.year }
                    .reduce(0) { $0 + $1.newlyCoveredElders }
                #expect(
                    abs(covered(after) - covered(before) - newly) < 1e-6, "seed \(seed) \(after.year)")
            }
            moved += result.actions.count { $0.newlyCoveredElders != 0 }
        }
        #expect(moved > 0)
    }

    @Test func anyNumberOfJobsGivesTheSame() async throws {
        var random = SeededGenerator(seed: 7)
        let world = try RandomTown(&random)
        let results = try await [1, 2, 7].asyncMap { jobs in
            try await ScenarioWorld.run(
                world.scenario, on: world.study, in: world.town, pack: RandomTown.pack, from: 2020, to: 2035,
                jobs: jobs)
        }
        for other in results.dropFirst() {
            #expect(other.annual == results[0].annual)
            #expect(other.actions == results[0].actions)
            #expect(other.targets == results[0].targets)
            #expect(other.accounts == results[0].accounts)
        }
    }

    /// Without changes and rates every year is the base year.
    @Test func nothingChangesWithoutChanges() async throws {
        var random = SeededGenerator(seed: 11)
        let world = try RandomTown(&random)
        var study = world.study
        for index in study.compounds.indices { study.compounds[index].delivered = nil }
        for index in study.phases.indices {
            study.phases[index].housing = Milestones()
            study.phases[index].care = Milestones()
        }
        study.facilities = study.facilities.map {
            var facility = $0
            facility.opened = nil
            facility.closed = nil
            return facility
        }
        let result = try await ScenarioWorld.run(
            Scenario(name: "still"), on: study, in: world.town, pack: ScenarioWorld.pack(), from: 2020,
            to: 2035)
        let rows = result.annual.filter { $0.scope == .city("Grid") }
        #expect(rows.count == 16)
        let first = try #require(rows.first)
        #expect(first.elders != nil && first.households != nil)
        for row in rows { #expect(row.restated(in: 2020) == first) }
        #expect(result.actions.isEmpty)
    }
}

extension AnnualRow {
    /// The row as if it were another year's.
    fileprivate func restated(in year: Int) -> AnnualRow {
        AnnualRow(
            year: year, scope: scope, population: population,
            placesWithoutPopulation: placesWithoutPopulation, elders: elders,
            eldersEightyPlus: eldersEightyPlus, households: households, facilities: facilities, area: area,
            facilitiesWithoutArea: facilitiesWithoutArea, beds: beds,
            facilitiesWithoutBeds: facilitiesWithoutBeds, elders1km: elders1km, elders15min: elders15min,
            households15min: households15min, communitiesWithFacility: communitiesWithFacility,
            communities: communities, careSpace: careSpace,
            compoundsWithoutCareSpace: compoundsWithoutCareSpace, careSpaceRequired: careSpaceRequired,
            compoundsOfUnknownObligation: compoundsOfUnknownObligation,
            compoundHouseholds: compoundHouseholds, opened: opened, upgraded: upgraded, closed: closed,
            money: money)
    }
}

extension Array {
    fileprivate func asyncMap<Other>(_ transform: (Element) async throws -> Other) async rethrows -> [Other] {
        var others: [Other] = []
        for element in self { others.append(try await transform(element)) }
        return others
    }
}
