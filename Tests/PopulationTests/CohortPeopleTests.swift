import Geometry
import Places
import Population
import Testing

/// A study of two communities with ages and one without.
struct CohortPeopleTests {
    private func study() throws -> Study {
        func community(_ id: String, ages: SexByAge?, population: Int, sixties: Int) -> Community {
            Community(
                id: id, name: id, point: GeographicPoint(longitude: 114, latitude: 30), district: "D",
                population: ExactDecimal(population), households: ExactDecimal(100),
                elders: ElderFigures(
                    sixties: ExactDecimal(sixties), seventies: ExactDecimal(30), eightyPlus: ExactDecimal(10)),
                ages: ages)
        }
        let ages = try CohortWorld.stated(100, step: 5)
        // By the columns 2 · (40 + 35) = 150 people of 60 to 69, 2 · (30 + 25) of 70 to 79, 2 · (20 + 15) of 80 and over.
        return Study(
            name: "S", baseYear: 2020, plane: "EPSG:4547",
            communities: [
                community("A", ages: ages, population: 2_070, sixties: 150),
                community("B", ages: ages, population: 4_140, sixties: 150),
                community("C", ages: nil, population: 1_000, sixties: 60),
            ],
            compounds: [
                Compound(
                    id: "K", community: 0, elders: ExactDecimal(20),
                    point: GeographicPoint(longitude: 114, latitude: 30)),
                Compound(
                    id: "L", community: 2, elders: ExactDecimal(20),
                    point: GeographicPoint(longitude: 114, latitude: 30)),
            ])
    }

    private let choice = CohortChoice(table: CohortWorld.table(), migration: 0.002)

    /// What is stated twice goes on being said twice: 2,070 are the columns' people, 4,140 twice as many, always.
    @Test func statedFiguresKeepTheirProportion() throws {
        let study = try study()
        var cohorts = CohortPeople(study, choice: choice, variant: .middle)
        var state = PeopleState(of: study)
        #expect(cohorts.total.total == 2 * 2_070)
        #expect(cohorts.communitiesWithoutAges == 1 && !cohorts.isEmpty)
        for year in 2020..<2027 {
            var growth = PeopleGrowth()
            let before = state
            cohorts.advance(&state, fromEndOf: year, growth: &growth)
            let a = try #require(state.communities[0].population)
            let b = try #require(state.communities[1].population)
            #expect(abs(b - 2 * a) < 1e-8)
            #expect(abs(2 * a - cohorts.total.total) < 1e-8)
            // The account: what the year added is what the figures changed by.
            func sum(_ figure: (CommunityPeople) -> Double?) -> Double {
                zip(state.communities, before.communities).reduce(0) {
                    $0 + (figure($1.0) ?? 0) - (figure($1.1) ?? 0)
                }
            }
            #expect(abs(growth.population - sum(\.population)) < 1e-8)
            #expect(abs(growth.elders - sum(\.elders)) < 1e-8)
            for group in AgeGroup.allCases { #expect(abs(growth[group] - sum { $0[group] }) < 1e-8) }
        }
        // One without ages stays for the rates to move.
        #expect(state.communities[2] == CommunityPeople(of: study.communities[2]))
        #expect(state.compounds[1].elders == 20)
        let elders = try #require(state.communities[0].elders)
        let compound = try #require(state.compounds[0].elders)
        #expect(abs(compound / 20 - elders / 190) < 0.2)
        #expect(compound != 20)
    }

    /// By headship, households follow the adults; by dwellings they stay.
    @Test func households() throws {
        let study = try study()
        for rule in CohortChoice.Households.allCases {
            var choice = choice
            choice.households = rule
            var cohorts = CohortPeople(study, choice: choice, variant: .middle)
            var state = PeopleState(of: study)
            let adults = cohorts.total.people(in: AgeStructure.adultGroups)
            var growth = PeopleGrowth()
            cohorts.advance(&state, fromEndOf: 2020, growth: &growth)
            let factor = cohorts.total.people(in: AgeStructure.adultGroups) / adults
            let households = try #require(state.communities[0].households)
            #expect(abs(households - (rule == .headship ? 100 * factor : 100)) < 1e-9)
            #expect(factor != 1)
        }
    }

    /// The rates leave alone those who move by cohorts, and move the others as they always do.
    @Test func ratesMoveTheOthers() throws {
        let study = try study()
        let cohorts = CohortPeople(study, choice: choice, variant: .middle)
        let rates = YearlyRates(RateTable(all: 0.1, elders: 0.2), study: study)
        let state = PeopleState(of: study)
        let (moved, growth) = rates.advance(state, besides: cohorts)
        #expect(moved.communities[0] == state.communities[0])
        #expect(moved.compounds[0] == state.compounds[0])
        #expect(abs((moved.communities[2].population ?? 0) - 1_100) < 1e-9)
        #expect(abs((moved.compounds[1].elders ?? 0) - 24) < 1e-9)
        #expect(abs(growth.population - 100) < 1e-9)
        #expect(abs(growth.elders - 20) < 1e-9)
    }
}
