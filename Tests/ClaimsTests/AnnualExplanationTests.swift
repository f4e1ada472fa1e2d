import Claims
import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

@Suite struct AnnualExplanationTests {
    /// Figures that are sums of parts; of the others a rate, the history or money is the chain.
    private let sums: [AnnualColumn] = [
        .population, .elders, .eldersEightyPlus, .households, .facilities, .area, .beds,
        .communitiesWithFacility, .communities, .careSpace, .careSpaceRequired, .subsidyOnce, .subsidyYearly,
    ]

    private func run(_ village: RandomVillage, _ generator: inout SeededGenerator) async throws
        -> ScenarioYear
    {
        var opening = FacilityOpening(
            id: "new", level: .community, point: village.ground.study.communities[0].point)
        opening.attributes.kind = .station
        opening.attributes.beds = ExactDecimal(12)
        // Opened in a year and accepted, and paid for, perhaps in a later one.
        opening.attributes.accepted = PartialDate(year: 2022, month: 11)
        let date = try #require(PartialDate(year: generator.int(in: 2021...2023)))
        var scenario = Scenario(
            name: "s", rates: RateTable(all: 0.01, elders: 0.03, households: 0.02),
            programme: [ProgrammeEntry(date: date, action: .open(opening), cost: ExactDecimal(900))])
        scenario.maps = [2022]
        var study = village.ground.study
        for index in study.facilities.indices {
            // Some close and some open in the year by dates of their own.
            if index % 3 == 0 { study.facilities[index].closed = PartialDate(year: 2022, month: 3) }
            if index % 3 == 1, study.facilities[index].closed == nil {
                study.facilities[index].opened = PartialDate(year: 2022)
            }
        }
        let plan = try ScenarioPlan(scenario, study: study)
        let ground = ScenarioGround(
            plan: plan, pack: VillagePack.pack, network: village.town.network, plane: village.town.plane)
        let years = try ScenarioYears(from: 2020, to: 2023, baseYear: 2020)
        let result = await ScenarioRun.run(plan: plan, years: years, ground: ground)
        return try #require(ScenarioYear(2022, of: result))
    }

    private func explainer(of year: ScenarioYear, _ village: RandomVillage) -> Explainer {
        let ground = StudyGround(
            study: year.map.study, pack: VillagePack.pack, network: village.town.network,
            plane: village.town.plane)
        return Explainer(
            ground: ground, result: year.map.coverage,
            findings: TargetFindings.all(
                of: VillagePack.pack, from: year.map.targets, on: year.map.coverage.day),
            pack: VillagePack.pack, targets: year.map.targets, year: year)
    }

    @Test("The parts of every figure of a scenario's year add up to it, in studies full of gaps")
    func sums() async throws {
        var seen: Set<AnnualColumn> = []
        for seed in UInt64(0)..<20 {
            var generator = SeededGenerator(seed: seed)
            let village = try RandomVillage(&generator, pack: VillagePack.pack)
            let year = try await run(village, &generator)
            let explainer = explainer(of: year, village)
            for scope in year.scopes {
                for column in AnnualColumn.allCases {
                    guard case .annual(let chain) = explainer.explanation(of: .annual(column, scope)) else {
                        Issue.record("\(column) is a figure of a year")
                        continue
                    }
                    let row = try #require(
                        year.result.annual.first { $0.year == 2022 && $0.scope == scope })
                    #expect(chain.row == row)
                    #expect(chain.history.map(\.year) == [2020, 2021, 2022])
                    if expect(chain, row, "seed \(seed), \(column), \(scope)") { seen.insert(column) }
                }
            }
        }
        #expect(seen.isSuperset(of: Set(sums).subtracting([.eldersEightyPlus])))
        #expect(
            seen.isSuperset(of: [
                .elderShare15min, .bedsPer1000Elders, .spacePer100Households, .opened, .closed,
            ]))
    }

    /// Holds a chain against its row; whether there was a figure to hold it against.
    private func expect(_ chain: AnnualExplanation, _ row: AnnualRow, _ name: Comment) -> Bool {
        func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
        func total(_ parts: [RatePart], _ figure: (RatePart) -> Double) -> Double {
            parts.reduce(0) { $0 + figure($1) }
        }
        let parts = total(chain.parts, \.covered)
        switch chain.column {
        case let column where sums.contains(column):
            let value: Double? =
                switch row.figure(column) {
                case .whole(let count)?: Double(count)
                case .exact(let sum)?: sum.double
                case .amount(let amount, _)?: amount
                case nil: nil
                }
            // Of 80 and over a sum is no figure where somebody's ages are not known.
            guard let value else { return column == .eldersEightyPlus || chain.parts.isEmpty }
            #expect(near(parts, value), name)
        case .bedsPer1000Elders:
            guard let value = row.bedsPerThousandElders else { return false }
            #expect(near(parts * 1000 / total(chain.over, \.amount), value), name)
        case .spacePer100Households:
            guard let value = row.squareMetresPerHundredHouseholds else { return false }
            #expect(near(parts * 100 / total(chain.over, \.amount), value), name)
        case .areaUnstated: #expect(chain.unstated.count == row.facilitiesWithoutArea, name)
        case .bedsUnstated: #expect(chain.unstated.count == row.facilitiesWithoutBeds, name)
        case .careSpaceUnstated: #expect(chain.unstated.count == row.compoundsWithoutCareSpace, name)
        case .careSpaceRequiredUnknown:
            #expect(chain.unstated.count == row.compoundsOfUnknownObligation, name)
        case .populationUnstated: #expect(chain.unstated.count == row.placesWithoutPopulation, name)
        case .opened:
            let own = chain.ownDates.filter { $0.year == 2022 && $0.opens }
            #expect(
                chain.actions.count { $0.year == 2022 && $0.action == .open } + own.count == row.opened, name)
        case .closed:
            let own = chain.ownDates.filter { $0.year == 2022 && !$0.opens }
            #expect(
                chain.actions.count { $0.year == 2022 && $0.action == .close } + own.count == row.closed, name
            )
            #expect(own.allSatisfy { $0.day.description == "2022-03-31" }, name)
            return !own.isEmpty
        case .cumulative:
            let sum = chain.history.reduce(ExactDecimal.zero) {
                $0 + $1.money.capital + $1.money.subsidyYearly
            }
            #expect(sum == row.money.cumulative, name)
        default:
            guard let rate = row.rate(behind: chain.column) else { return false }
            #expect(chain.rate?.rate == rate, name)
            #expect(near(total(chain.rate?.parts ?? [], \.amount), rate.denominator), name)
            #expect(near(total(chain.rate?.parts ?? [], \.covered), rate.numerator), name)
        }
        return true
    }

    @Test("People of a place in a scenario's year come out of what the scenario has moved")
    func people() async throws {
        var shared = 0
        for seed in UInt64(0)..<20 {
            var generator = SeededGenerator(seed: seed)
            let village = try RandomVillage(&generator, pack: VillagePack.pack)
            let year = try await run(village, &generator)
            let explainer = explainer(of: year, village)
            for index in year.map.study.communities.indices {
                guard case .community(let community) = explainer.explanation(of: .community(index)) else {
                    Issue.record("a community is a community")
                    continue
                }
                for place in community.places {
                    for (value, origin) in [
                        (place.demand.households, place.households), (place.demand.elders, place.elders),
                    ] {
                        guard case .shared(let remainder) = origin else { continue }
                        shared += 1
                        #expect(remainder.share == value, "seed \(seed), \(place.place)")
                    }
                }
            }
        }
        #expect(shared > 50)
    }
}
