import Geometry
import Places
import Population
import Testing

@Suite struct YearlyRatesTests {
    private let point = GeographicPoint(longitude: 114, latitude: 30)

    private func study(_ elders: [ElderFigures], compounds: [Compound] = []) -> Study {
        Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547",
            communities: elders.enumerated().map { index, elders in
                Community(
                    id: "C\(index)", name: "C\(index)", point: point, population: ExactDecimal(1000),
                    households: ExactDecimal(400), elders: elders)
            }, compounds: compounds)
    }

    private func next(_ study: Study, _ table: RateTable) -> PeopleState {
        YearlyRates(table, study: study).advance(PeopleState(of: study)).state
    }

    @Test func ratesThatAreLeftOut() {
        let table = RateTable(all: 0.01, elders: 0.03, eightyPlus: 0.05)
        #expect(table[.sixties] == 0.03 && table[.eightyPlus] == 0.05 && table.population == 0.01)
        #expect(RateTable(all: 0.01)[.seventies] == 0.01)
        #expect(RateTable()[.seventies] == 0 && RateTable().population == 0)
    }

    /// A total beside the groups moves in the proportion of their sum: 100 × 110/100, not 90 × ….
    @Test func aStatedTotalKeepsItsOwnLevel() {
        let study = study([
            ElderFigures(
                statedTotal: ExactDecimal(120), sixties: ExactDecimal(50), seventies: ExactDecimal(30),
                eightyPlus: ExactDecimal(20))
        ])
        let state = next(study, RateTable(sixties: 0.1, seventies: 0.1, eightyPlus: 0.1))
        #expect(abs((state.communities[0].elders ?? 0) - 132) < 1e-12)
        #expect(abs((state.communities[0].groupSum ?? 0) - 110) < 1e-12)
    }

    @Test func totalsMoveByTheirOwnRateOrTheMixOrTheMean() {
        let total = ElderFigures(statedTotal: ExactDecimal(100))
        let ages = ElderFigures(
            sixties: ExactDecimal(60), seventies: ExactDecimal(30), eightyPlus: ExactDecimal(10))
        let table = RateTable(sixties: 0.1, seventies: 0.2, eightyPlus: 0.3)
        // 60 × 0.1 + 30 × 0.2 + 10 × 0.3 = 15 of 100.
        #expect(abs((next(study([total, ages]), table).communities[0].elders ?? 0) - 115) < 1e-12)
        var own = table
        own.elders = 0.01
        #expect(abs((next(study([total, ages]), own).communities[0].elders ?? 0) - 101) < 1e-12)
        #expect(abs((next(study([total]), table).communities[0].elders ?? 0) - 120) < 1e-12)
        #expect(next(study([ElderFigures()]), table).communities[0].elders == nil)
    }

    @Test func compoundsMoveWithTheirCommunity() {
        let ages = ElderFigures(
            sixties: ExactDecimal(100), seventies: ExactDecimal(0), eightyPlus: ExactDecimal(0))
        let old = ElderFigures(
            sixties: ExactDecimal(0), seventies: ExactDecimal(0), eightyPlus: ExactDecimal(100))
        func compound(_ community: Int?) -> Compound {
            Compound(
                id: "K", community: community, elders: ExactDecimal(10), population: ExactDecimal(50),
                point: point)
        }
        let study = study([ages, old], compounds: [compound(0), compound(1), compound(nil)])
        let state = next(study, RateTable(all: 0.02, sixties: 0.1, eightyPlus: 0.3))
        #expect(zip(state.compounds, [11, 13, 12]).allSatisfy { abs(($0.elders ?? 0) - $1) < 1e-12 })
        #expect(state.compounds.allSatisfy { abs(($0.population ?? 0) - 51) < 1e-12 })
        #expect(state.communities.allSatisfy { $0.households == 400 })
    }
}
