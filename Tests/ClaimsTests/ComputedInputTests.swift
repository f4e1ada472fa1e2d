import Claims
import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// Figures of a study and of its scenarios among the numbers of a formula, worked by hand.
///
/// East has 160 elders in 100 households, of whom 100 in 50 stand at the facility and 60 in 50 walk 2 km; West has
/// 80, of whom 40 stand at the facility and 40 a kilometre off every street.
@Suite struct ComputedInputTests {
    private let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))
    private let town: GridTown
    private let study: Study
    private let day: Day

    init() throws {
        let town = try GridTown(blocks: 6, spacing: 1000)
        self.town = town
        let places: [(community: Int, elders: Int, households: Int, x: Double, y: Double)] = [
            (0, 100, 50, 0, 0), (0, 60, 50, 2, 0), (1, 40, 10, 0, 0), (1, 40, 10, 6, 7),
        ]
        let corner = town.point(0, 0)
        var care = Facility(id: "F", level: .community, point: corner)
        care.beds = ExactDecimal(12)
        study = Study(
            name: "s", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: ["East", "West"].map {
                Community(id: $0, name: $0, point: corner, district: $0)
            },
            compounds: places.enumerated().map { index, place in
                Compound(
                    id: "H\(index)", community: place.community, households: ExactDecimal(place.households),
                    elders: ExactDecimal(place.elders), point: town.point(place.x, place.y))
            }, facilities: [care])
        day = try #require(Day.last(ofYear: 2020))
    }

    private func figures(scenarios: [ScenarioResult] = []) -> StudyFigures {
        let ground = StudyGround(
            study: study, pack: .withoutRules, network: town.network, plane: town.plane)
        let qualified = Rate(
            measure: "has_qualified", basis: .count, scope: .city("s"), numerator: 1, denominator: 2,
            unknown: 0, estimated: 0, unstated: 0, counted: "any")
        return StudyFigures(
            study: study, coverage: [ground.coverage(on: day)], named: [day: [qualified]],
            scenarios: scenarios)
    }

    private func share(
        _ district: String, _ basis: Basis = .elders, _ quantity: CoverageClaim.Quantity = .share
    ) -> ClaimInput {
        ClaimInput(
            name: district, value: nil,
            computed: .coverage(
                CoverageClaim(
                    quantity: quantity, measure: .within15min, basis: basis, scope: "district",
                    scopeID: district, date: PartialDate(year: 2020))))
    }

    private func stated(_ number: Int, scope: String? = nil) -> ClaimInput {
        ClaimInput(name: "n", value: ExactDecimal(number), scope: scope)
    }

    private func judged(
        _ value: String, _ first: ClaimInput, _ operation: ClaimFormula.Operation, _ second: ClaimInput,
        scope: String? = nil, scenarios: [ScenarioResult] = []
    ) throws -> ClaimResult {
        let formula = ClaimArithmetic(
            .combined(operation, .input(0), .input(1)), of: [first, second])
        return try judged(value, .arithmetic(formula), scope: scope, scenarios: scenarios)
    }

    private func judged(
        _ value: String, _ figure: PublishedClaim.Figure, unit: String = "people", scope: String? = nil,
        scenarios: [ScenarioResult] = []
    ) throws -> ClaimResult {
        let claim = PublishedClaim(
            id: "c", clause: clause, value: try #require(ExactDecimal(value)),
            precision: ExactDecimal(coefficient: 1, scale: 1), unit: ClaimUnit(unit), figure: figure,
            scope: scope)
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "表"), claims: [claim])
        let judge = ClaimJudge(assuming: nil, figures: figures(scenarios: scenarios))
        return try #require(judge.results(of: ledger).first)
    }

    @Test("A share of the study times a number: 0.625 of 160 are 100")
    func shares() throws {
        #expect(try judged("100", share("East"), .times, stated(160)).verdict == .agrees)
        #expect(try judged("101", share("East"), .times, stated(160)).difference == ExactDecimal(-1))
        // What the source says of East goes with East's share, and with no other's.
        #expect(try judged("100", share("East"), .times, stated(160, scope: "East")).verdict == .agrees)
        #expect(
            try judged("100", share("East"), .times, stated(160, scope: "West")).verdict == .undefinedScope)
    }

    @Test("Rates of two scopes, or on two bases, are a figure of neither")
    func chained() throws {
        let scopes = try judged("12.5", share("East"), .minus, share("West"))
        #expect(scopes.reason == .chained(ScopeChain(first: 0, second: 1)))
        #expect(scopes.computed == nil)
        guard case .arithmetic(let arithmetic) = scopes.claim.figure else {
            Issue.record("a formula stays one")
            return
        }
        #expect(arithmetic.inputs.map(\.owner) == ["district East", "district West"])
        let bases = try judged("125", share("East"), .over, share("East", .households))
        #expect(bases.verdict == .undefinedScope)
        #expect(
            try judged("125", share("East", .elders, .numerator), .over, share("West", .elders, .numerator))
                .verdict == .undefinedScope)
        #expect(
            try judged("100", share("East"), .times, stated(160), scope: "West").reason
                == .chained(ScopeChain(first: 0, second: nil)))
        #expect(try judged("100", share("East"), .times, stated(160), scope: "district").verdict == .agrees)
    }

    @Test("What is unknown goes through the formula: West's share is anything from 0.5 to 1")
    func unknown() throws {
        let within = try judged("60", share("West"), .times, stated(80))
        #expect(within.reason == .unknownPart(least: ExactDecimal(40), most: ExactDecimal(80)))
        #expect(within.verdict == .notDerivable)
        let beyond = try judged("90", share("West"), .times, stated(80))
        #expect(beyond.verdict == .differs)
        #expect(beyond.computed == ExactDecimal(80))
        // 160 / 0.5 = 320, 160 / 1 = 160; 100 − 0.5 = 99.5, 100 − 1 = 99.
        #expect(
            try judged("200", stated(160), .over, share("West")).reason
                == .unknownPart(least: ExactDecimal(160), most: ExactDecimal(320)))
        let rest = ClaimArithmetic(
            .combined(.minus, .input(0), .input(1)), of: [stated(100), share("West")])
        #expect(
            try judged("99.6", .arithmetic(rest), unit: "share").computed?.description == "99.5")
        // Counts of two scopes may be added up: 100 + 40 are known, 40 more may be.
        let sum = try judged(
            "180.1", share("East", .elders, .numerator), .plus, share("West", .elders, .numerator))
        #expect(sum.verdict == .differs)
        #expect(sum.computed == ExactDecimal(180))
    }

    @Test("What a pack counts under a name of its own is a figure, too: 1 of 2")
    func named() throws {
        let claim = CoverageClaim(
            measure: .hasQualified, basis: .count, scope: "city", date: PartialDate(year: 2020))
        #expect(try judged("50", .coverage(claim), unit: "percent").verdict == .agrees)
    }

    @Test("Figures of a scenario's years: 240 elders, 10 % more each year")
    func scenarios() async throws {
        var scenario = Scenario(name: "more", rates: RateTable(elders: 0.1))
        scenario.maps = []
        let plan = try ScenarioPlan(scenario, study: study)
        let ground = ScenarioGround(
            plan: plan, pack: .withoutRules, network: town.network, plane: town.plane)
        let run = await ScenarioRun.run(
            plan: plan, years: try ScenarioYears(from: 2020, to: 2022, baseYear: 2020), ground: ground)
        func figure(
            _ column: AnnualColumn, _ year: Int?, _ scope: String? = nil, _ id: String? = nil,
            of name: String = "more"
        ) -> PublishedClaim.Figure {
            .scenario(ScenarioClaim(scenario: name, column: column, year: year, scope: scope, scopeID: id))
        }
        func result(_ value: String, _ figure: PublishedClaim.Figure) throws -> ClaimResult {
            try judged(value, figure, scenarios: [run])
        }
        #expect(try result("290.4", figure(.elders, 2022)).verdict == .agrees)
        #expect(try result("176", figure(.elders, 2021, "district", "East")).verdict == .agrees)
        // 12 beds for 240 elders are 50 for each 1,000, as a rate or as the column's own figure.
        for unit in ["per_1000", "beds_per_1000_elders"] {
            let beds = try judged("50", figure(.bedsPer1000Elders, 2020), unit: unit, scenarios: [run])
            #expect(beds.verdict == .agrees, "\(unit): \(beds)")
        }
        #expect(
            try result("1", figure(.elders, 2021, "district")).reason
                == .unknownScope(kind: "district", identifier: nil))
        #expect(try result("1", figure(.elders, nil)).reason == .noYear(nil))
        #expect(try result("1", figure(.elders, 2050)).reason == .noYear(2050))
        #expect(try result("1", figure(.elders, 2022, of: "less")).reason == .noScenario("less"))
        // The unknown part of a share stays one: 140 of 240 are covered, 40 unknown.
        let share = try judged(
            "0.6", figure(.elderShare15min, 2022), unit: "share", scenarios: [run])
        #expect(share.verdict == .notDerivable || share.verdict == .agrees)
        let elders = try #require(run.annual.first { $0.year == 2022 }?.elders)
        #expect(abs((share.rate?.denominator ?? 0) - elders) < 1e-9)
        // 290.4 in 2022 less the 240 of today.
        let today = ClaimInput(
            name: "today", value: nil,
            computed: .coverage(
                CoverageClaim(
                    quantity: .denominator, measure: .within1km, basis: .elders, scope: "city",
                    date: PartialDate(year: 2020))))
        let then = ClaimInput(name: "then", value: nil, computed: figure(.elders, 2022))
        #expect(try judged("50.4", then, .minus, today, scenarios: [run]).verdict == .agrees)
        let elsewhere = ClaimInput(name: "e", value: nil, computed: figure(.elders, 2022, "district", "East"))
        #expect(try judged("1.1", elsewhere, .over, today, scenarios: [run]).verdict == .undefinedScope)
    }
}
