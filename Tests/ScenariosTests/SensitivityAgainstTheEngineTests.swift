import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// Draws of random towns against the yearly engine itself.
@Suite struct SensitivityAgainstTheEngineTests {
    private func world(_ seed: UInt64) throws -> (GridTown, Study, Scenario) {
        var random = SeededGenerator(seed: seed)
        let world = try RandomTown(&random)
        var (study, scenario) = (world.study, world.scenario)
        if random.int(in: 0...1) == 0 {
            for index in study.communities.indices where random.int(in: 0...3) > 0 {
                study.communities[index].ages = try CohortScenarioTests.ages(
                    random.int(in: 20...90), step: random.int(in: 0...5))
            }
            scenario.cohort = CohortChoice(
                table: CohortScenarioTests.table, migration: random.double(in: -0.01...0.03),
                households: random.int(in: 0...1) == 0 ? .dwellings : .headship)
        }
        return (world.town, study, scenario)
    }

    /// Targets of every kind that draws move, and one that they do not.
    private static func pack() throws -> PolicyPack {
        func target(
            _ id: String, _ measure: Target.Measure, _ basis: Basis, _ due: Int?, _ least: String,
            selector: FacilitySelector? = nil, extent: Target.Extent = .city
        ) throws -> Target {
            Target(
                id: id, name: BilingualText(en: id, zh: id), clause: ScenarioWorld.clause, measure: measure,
                selector: selector, extent: extent, basis: basis,
                due: try due.map { try ScenarioWorld.day($0, 12, 31) },
                atLeast: try ScenarioWorld.required(ExactDecimal(least)))
        }
        return ScenarioWorld.pack(
            space: PartialDate(year: 2017, month: 8, day: 31).map {
                SpaceRule(clause: ScenarioWorld.clause, effectiveFrom: $0, newRate: ExactDecimal(20))
            },
            subsidies: [
                Subsidy(
                    id: "yearly", clause: ScenarioWorld.clause, selector: .any,
                    form: .yearly(ExactDecimal(50_000)))
            ],
            targets: [
                try target("walk", .coverage(.within15min), .elders, 2024, "0.5"),
                try target("homes", .coverage(.within15min), .households, 2027, "0.6", extent: .eachDistrict),
                try target(
                    "near", .coverage(.within1km), .elders, nil, "0.7",
                    selector: FacilitySelector(kinds: [.station])),
                try target("beds", .bedsPer1000Elders, .count, 2030, "20"),
                try target("space", .spacePer100Households, .count, 2027, "15"),
                try target("compounds", .compoundsWithCareSpace, .count, 2026, "0.5"),
                try target("new", .newCompoundsMeetSpace, .count, 2040, "0.5"),
                try target("sites", .facilities, .count, 2030, "3"),
            ])
    }

    private func run(
        _ scenario: Scenario, _ study: Study, _ town: GridTown
    ) throws -> (ScenarioPlan, ScenarioYears, ScenarioGround) {
        let plan = try ScenarioPlan(scenario, study: study)
        let years = try ScenarioYears(from: 2021, to: 2035, baseYear: 2020)
        let ground = ScenarioGround(
            plan: plan, pack: try Self.pack(), network: town.network, plane: town.plane)
        return (plan, years, ground)
    }

    /// Where nothing is uncertain every draw has the figures of the plain run, to the last bit.
    @Test func zeroVarianceIsThePlainRun() async throws {
        for seed in 400..<430 as Range<UInt64> {
            let (town, study, scenario) = try world(seed)
            let (plan, years, ground) = try run(scenario, study, town)
            let plain = await ScenarioRun.run(plan: plan, years: years, ground: ground)
            let result = await SensitivityRun.run(
                plain, on: ground, uncertainty: Uncertainty(), draws: 3, seed: seed)
            #expect(result.bands.count == plain.annual.count * SensitivityMeasure.allCases.count)
            for band in result.bands {
                #expect(
                    band.tenth == band.plain && band.half == band.plain && band.ninetieth == band.plain
                        && band.draws == (band.plain == nil ? 0 : 3), "seed \(seed): \(band)")
            }
            let judged = plain.targets.filter { row in result.targets.contains { isOf($0, row) } }
            #expect(!judged.isEmpty && judged.count == result.targets.count)
            for target in result.targets {
                #expect(target.quantiles.allSatisfy { $0 == target.plain }, "seed \(seed): \(target)")
                #expect(target.met == (target.plainVerdict == .pass ? 3 : 0))
                #expect(target.unknown == (target.plainVerdict == .unknown ? 3 : 0))
                #expect((target.share == nil) == (target.unknown > 0))
                let row = try ScenarioWorld.required(plain.targets.first { isOf(target, $0) })
                #expect(row.value == target.plain && row.verdict == target.plainVerdict)
            }
        }
    }

    private func isOf(_ target: SensitivityTarget, _ row: TargetRow) -> Bool {
        target.target == row.target && target.year == row.year && target.scope == row.scope
    }

    /// One draw's figures are those of the engine over the scenario with its rates and the study with its dates.
    @Test(arguments: [false, true]) func aDrawIsARunOfItsOwn(each: Bool) async throws {
        for seed in 500..<530 as Range<UInt64> {
            let (town, study, scenario) = try world(seed)
            var uncertainty = Uncertainty()
            if scenario.cohort != nil { uncertainty.fertility = .init(low: 0.5, high: 1.8) }
            uncertainty.migration = .init(low: -0.005, high: 0.01)
            uncertainty.deliveryDelayMonths = .init(low: 0, high: 40)
            uncertainty.delaysEachCompound = each
            uncertainty.cost = .init(low: 0.8, high: 1.5)
            let (plan, years, ground) = try run(scenario, study, town)
            let plain = await ScenarioRun.run(plan: plan, years: years, ground: ground)
            let result = await SensitivityRun.run(
                plain, on: ground, uncertainty: uncertainty, draws: 1, seed: seed)
            let draw = result.draws[0]
            var moved = scenario
            moved.cohort?.fertilityFactor = draw.fertility
            moved.cohort?.migration += draw.migration
            let rates = scenario.rates
            moved.rates = RateTable(
                all: (rates.all ?? 0) + draw.migration, elders: rates.elders.map { $0 + draw.migration },
                sixties: rates.sixties.map { $0 + draw.migration },
                seventies: rates.seventies.map { $0 + draw.migration },
                eightyPlus: rates.eightyPlus.map { $0 + draw.migration }, households: rates.households)
            let (latePlan, _, lateGround) = try run(
                moved,
                try late(study) { draw.delayMonths(ScenarioDraw.item(of: study.compounds[$0].id)) }, town)
            let expected = await ScenarioRun.run(plan: latePlan, years: years, ground: lateGround)
            let measures = SensitivityMeasure.allCases
            // Capital costs what the draw says, running subsidies what they did.
            var dearer: [Scope: Double] = [:]
            for (position, row) in expected.annual.enumerated() {
                dearer[row.scope, default: 0] += row.money.capital.double * (draw.cost - 1)
                for (offset, measure) in measures.enumerated() {
                    let band = result.bands[position * measures.count + offset]
                    #expect(band.year == row.year && band.scope == row.scope && band.measure == measure)
                    let figure: Double? =
                        switch measure {
                        case .capital: row.money.capital.double * draw.cost
                        case .cumulative: row.money.cumulative.double + (dearer[row.scope] ?? 0)
                        default: measure.value(of: row)
                        }
                    #expect(
                        band.half == figure
                            || abs((band.half ?? 0) - (figure ?? 0)) < 1e-6 && measure.isMoney,
                        "seed \(seed), \(band)")
                }
            }
            for target in result.targets {
                let row = try ScenarioWorld.required(expected.targets.first { isOf(target, $0) })
                #expect(target.quantiles[1] == row.value, "seed \(seed), \(target)")
                #expect(target.met == (row.verdict == .pass ? 1 : 0), "seed \(seed), \(target)")
                #expect(target.unknown == (row.verdict == .unknown ? 1 : 0), "seed \(seed), \(target)")
            }
        }
    }

    /// The study with all that is delivered after the base year so many months later, compound by compound, at the month's end.
    private func late(_ study: Study, months late: (Int) -> Int) throws -> Study {
        func later(_ date: PartialDate?, _ compound: Int) throws -> PartialDate? {
            let months = late(compound)
            guard months > 0, let date, date.last.year > study.baseYear else { return date }
            let (year, month, _) = date.last.components
            let count = year * 12 + month - 1 + months
            return PartialDate(
                try ScenarioWorld.required(
                    Day(
                        year: count / 12, month: count % 12 + 1,
                        day: Day.count(month: count % 12 + 1, year: count / 12))))
        }
        var moved = study
        for index in study.compounds.indices {
            moved.compounds[index].delivered = try later(study.compounds[index].delivered, index)
        }
        for (index, phase) in study.phases.enumerated() {
            moved.phases[index].housing.delivered = try later(phase.housing.delivered, phase.compound)
            moved.phases[index].care.delivered = try later(phase.care.delivered, phase.compound)
        }
        return moved
    }
}

extension SensitivityMeasure {
    fileprivate var isMoney: Bool { self == .capital || self == .cumulative }
}
