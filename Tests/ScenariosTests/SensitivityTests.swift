import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import Testing

/// Draws of what is uncertain: the random numbers themselves, figures by hand, and what must hold of every band.
@Suite struct SensitivityTests {
    /// The known answers that the authors of Philox publish with it (Random123, kat_vectors).
    @Test func philoxHasItsPublishedAnswers() {
        let zero = CounterRandom(seed: 0).block((0, 0, 0, 0))
        #expect(zero == (0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
        let ones = CounterRandom(seed: .max).block((.max, .max, .max, .max))
        #expect(ones == (0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
        let pi = CounterRandom(seed: 0x299F_31D0_A409_3822)
            .block((0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344))
        #expect(pi == (0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
    }

    /// Numbers are alike likely: of 4,000 draws the mean is within four standard errors of a half, and no tenth holds
    /// less than 320 or more than 480 (four standard errors are 76).
    @Test func fractionsSpreadEvenly() {
        let random = CounterRandom(seed: 42)
        let fractions = (0..<4_000).map { random.fraction(draw: UInt32($0), quantity: 3) }
        // The standard error of a mean of 4,000 is √(1/12) / √4,000 = 0.00456.
        let mean = fractions.reduce(0, +) / 4_000
        #expect(abs(mean - 0.5) < 0.0183)
        for tenth in 0..<10 {
            let count = fractions.count { Int($0 * 10) == tenth }
            #expect((320...480).contains(count))
        }
        #expect(Set(fractions).count == 4_000)
    }

    /// numpy.quantile([1, 2, 4, 8, 16], [0.1, 0.5, 0.9]) is [1.4, 4, 12.8].
    @Test func quantilesAreThoseOfNumpy() {
        let sorted = [1.0, 2, 4, 8, 16]
        for (share, expected) in [(0.1, 1.4), (0.5, 4), (0.9, 12.8)] {
            let found = SensitivityBand.quantile(share, of: sorted)
            #expect(found.map { abs($0 - expected) < 1e-12 } == true)
        }
        #expect(SensitivityBand.quantile(0.9, of: [7]) == 7 && SensitivityBand.quantile(0.5, of: []) == nil)
    }

    // A town of two communities: see `study`.

    /// Two communities, of which one gains compounds.
    ///
    /// C1 at (2,2) with 100 elders, of whom 60 live in K1, which stands; C2 at (14,2) with 50 elders of 70 and over.
    /// K2 (40 dwellings, 16 m² of care space) comes in June 2021, K3 (30, 12 m²) in March 2022, both in C2. F1 is 200 m
    /// from C1, F2 200 m from C2.
    private static func study(_ town: GridTown, ages: Bool = false) throws -> Study {
        var c1 = Community(
            id: "C1", name: "C1", point: town.point(2, 2), district: "East", city: "Grid",
            population: ExactDecimal(300), households: ExactDecimal(100),
            elders: ElderFigures(statedTotal: ExactDecimal(100)))
        let c2 = Community(
            id: "C2", name: "C2", point: town.point(14, 2), district: "West", city: "Grid",
            population: ExactDecimal(200), households: ExactDecimal(80),
            elders: ElderFigures(
                sixties: ExactDecimal(0), seventies: ExactDecimal(40), eightyPlus: ExactDecimal(10)))
        if ages { c1.ages = try CohortScenarioTests.ages(20, step: 1) }
        func compound(_ id: String, _ community: Int, _ dwellings: Int, space: Int?, delivered: PartialDate?)
            -> Compound
        {
            Compound(
                id: id, community: community, households: ExactDecimal(dwellings),
                careSpace: space.map { ExactDecimal($0) }, delivered: delivered,
                point: community == 0 ? town.point(2, 2) : town.point(14, 2))
        }
        return Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition, communities: [c1, c2],
            compounds: [
                compound("K1", 0, 60, space: 8, delivered: nil),
                compound("K2", 1, 40, space: 16, delivered: try ScenarioWorld.day(2021, 6)),
                compound("K3", 1, 30, space: 12, delivered: try ScenarioWorld.day(2022, 3)),
            ],
            facilities: [
                ScenarioWorld.facility("F1", at: town.point(2, 4), community: 0, beds: 10),
                ScenarioWorld.facility("F2", at: town.point(14, 4), community: 1, beds: 20),
            ])
    }

    private static func result(
        _ uncertainty: Uncertainty, cohort: Bool = false, draws: Int = 60, seed: UInt64 = 5, jobs: Int = 1,
        pack: PolicyPack = ScenarioWorld.pack()
    ) async throws -> SensitivityResult {
        let town = try GridTown(blocks: 20, spacing: 100)
        let study = try study(town, ages: cohort)
        let rates = RateTable(all: 0.01, sixties: 0.02, seventies: 0.03, eightyPlus: 0.04)
        let choice = cohort ? CohortChoice(table: CohortScenarioTests.table) : nil
        let scenario = Scenario(name: "s", rates: rates, cohort: choice, uncertainty: uncertainty)
        let plan = try ScenarioPlan(scenario, study: study)
        let years = try ScenarioYears(from: 2020, to: 2024, baseYear: 2020)
        let ground = ScenarioGround(
            plan: plan, pack: pack, network: town.network, plane: town.plane)
        let plain = await ScenarioRun.run(plan: plan, years: years, ground: ground)
        return await SensitivityRun.run(
            plain, on: ground, uncertainty: uncertainty, draws: draws, seed: seed, jobs: jobs)
    }

    private func band(
        _ result: SensitivityResult, _ measure: SensitivityMeasure, _ year: Int
    ) throws -> SensitivityBand {
        try ScenarioWorld.required(
            result.bands.first {
                $0.year == year && $0.measure == measure && $0.scope == .city("Grid")
            })
    }

    private func plain(_ uncertainty: (inout Uncertainty) -> Void, cohort: Bool = false, draws: Int = 60)
        async throws -> SensitivityResult
    {
        var ranges = Uncertainty()
        uncertainty(&ranges)
        return try await Self.result(ranges, cohort: cohort, draws: draws)
    }

    private func figures(_ result: SensitivityResult, _ measure: SensitivityMeasure) throws -> [Double?] {
        try (2020...2024).map { try band(result, measure, $0).half }
    }

    // By hand.

    @Test func aDelayOfAYear() async throws {
        let plain = try await plain { _ in }
        // 60 and 40 in C1, 80 in C2; K2's 40 come in June 2021, K3's 30 in March 2022.
        #expect(try figures(plain, .households) == [180, 220, 250, 250, 250])
        #expect(try figures(plain, .careSpace) == [8, 24, 36, 36, 36])
        let late = try await self.plain { $0.deliveryDelayMonths = .init(12) }
        #expect(try figures(late, .households) == [180, 180, 220, 250, 250])
        #expect(try figures(late, .careSpace) == [8, 8, 24, 36, 36])
        // June 2021 and six months is December, and seven is January; March 2022 and nine is December.
        let six = try await self.plain { $0.deliveryDelayMonths = .init(6) }
        #expect(try figures(six, .households) == [180, 220, 250, 250, 250])
        let seven = try await self.plain { $0.deliveryDelayMonths = .init(7) }
        #expect(try figures(seven, .households) == [180, 180, 250, 250, 250])
    }

    @Test func careSpaceOfThoseWhoDoNotComply() async throws {
        let none = try await plain { $0.compliance = .init(0) }
        #expect(try figures(none, .careSpace) == [8, 8, 8, 8, 8])
        #expect(try figures(none, .households) == [180, 220, 250, 250, 250])
        // With half of them, each draw has K1's 8, with K2's 16 and K3's 12 or without; all four turn up.
        let half = try await plain({ $0.compliance = .init(0.5) }, draws: 400)
        let last = try band(half, .careSpace, 2024)
        #expect(last.tenth == 8 && last.ninetieth == 36 && [20, 24].contains(last.half))
    }

    @Test func takeUpTakesAShareOfThoseWithinTheWalk() async throws {
        let result = try await plain { $0.takeUp = .init(0.4) }
        for year in 2020...2024 {
            let within = try ScenarioWorld.required(try band(result, .eldersWithin15min, year).plain)
            #expect(try band(result, .eldersWithin15min, year).half == within)
            #expect(try band(result, .eldersTakingUp, year).half == within * 0.4)
            #expect(try band(result, .eldersTakingUp, year).plain == within)
        }
    }

    @Test func migrationAddsToEveryRateOfPeople() async throws {
        let result = try await plain { $0.migration = .init(0.005) }
        // 500 people at 1.5 % a year; of C2's 40 and 10 elders at 3.5 and 4.5 %.
        let population = try band(result, .population, 2024).half
        #expect(population.map { abs($0 - 500 * 1.015 * 1.015 * 1.015 * 1.015) < 1e-9 } == true)
        let west = try ScenarioWorld.required(
            result.bands.first {
                $0.year == 2021 && $0.measure == .elders && $0.scope == .district("West")
            })
        #expect(west.half.map { abs($0 - (40 * 1.035 + 10 * 1.045)) < 1e-9 } == true)
    }

    @Test func fertilityMovesTheChildrenOfCohortsAlone() async throws {
        let result = try await plain({ $0.fertility = .init(2) }, cohort: true)
        for year in 2021...2024 {
            let population = try band(result, .population, year)
            let (drawn, plain) = (
                try ScenarioWorld.required(population.half), try ScenarioWorld.required(population.plain)
            )
            #expect(drawn > plain)
            #expect(try band(result, .elders, year).half == band(result, .elders, year).plain)
        }
    }

    /// A draw meets a target by its due date where what comes in time is enough.
    ///
    /// K1 has 8 m² for 60 dwellings, with K2 24 for 100, so that 20 for each 100 are there by the end of 2021 where K2 is no more
    /// than six months late (June to December). With delays of their own K3 does not matter: it comes in 2022.
    @Test(arguments: [false, true]) func howLikelyATargetIsMet(each: Bool) async throws {
        let pack = ScenarioWorld.pack(targets: [
            Target(
                id: "space", name: BilingualText(en: "space", zh: "space"), clause: ScenarioWorld.clause,
                measure: .spacePer100Households, basis: .count, due: try ScenarioWorld.day(2021, 12, 31),
                atLeast: ExactDecimal(20))
        ])
        var uncertainty = Uncertainty()
        uncertainty.deliveryDelayMonths = .init(low: 0, high: 20)
        uncertainty.delaysEachCompound = each
        let result = try await Self.result(uncertainty, draws: 100, pack: pack)
        let target = try ScenarioWorld.required(result.targets.first)
        let inTime = result.draws.count { $0.delayMonths(ScenarioDraw.item(of: "K2")) <= 6 }
        #expect(target.met == inTime && target.draws == 100 && target.share == Double(inTime) / 100)
        #expect(
            inTime > 15 && inTime < 55 && target.plainVerdict == .pass && target.unknown == 0
                && target.plain == 24)
        #expect(target.quantiles[0] == 8.0 * 100 / 60 && target.quantiles[2] == 24)
        #expect(result.draws.allSatisfy { ($0.deliveryDelayMonths == nil) == each })
        if each {
            let apart = result.draws.count {
                $0.delayMonths(ScenarioDraw.item(of: "K2")) != $0.delayMonths(ScenarioDraw.item(of: "K3"))
            }
            #expect(apart > 80)
        }
    }

    /// Half of the draws of a triangle over 0 to 10 lies below 5 with the mode there, and a quarter of one over 0 to 24 below
    /// its mode of 6; at its ends nothing is likely.
    @Test func triangles() {
        let even = Uncertainty.Range(low: 0, high: 10, mode: 5)
        #expect(even.value(at: 0.5) == 5 && even.value(at: 0.125) == 2.5 && even.value(at: 0.875) == 7.5)
        let early = Uncertainty.Range(low: 0, high: 24, mode: 6)
        #expect(abs(early.value(at: 0.25) - 6) < 1e-12)
        #expect(early.value(at: 0) == 0 && Uncertainty.Range(low: 3, high: 3, mode: 3).value(at: 0.7) == 3)
        #expect(Uncertainty.Range(low: 0, high: 4, mode: 0).value(at: 0.75) == 2)
        // The share below a value is (x − a)² / ((b − a)(c − a)) up to the mode, and one less the like from there.
        for share in stride(from: 0.01, to: 1, by: 0.01) {
            let x = early.value(at: share)
            let below = x < 6 ? x * x / (24 * 6) : 1 - (24 - x) * (24 - x) / (24 * 18)
            #expect(abs(below - share) < 1e-12)
        }
    }

    // What must hold of every band.

    private static var wide: Uncertainty {
        var uncertainty = Uncertainty()
        uncertainty.fertility = .init(low: 0.7, high: 1.4)
        uncertainty.migration = .init(low: -0.004, high: 0.006)
        uncertainty.deliveryDelayMonths = .init(low: 0, high: 30)
        uncertainty.compliance = .init(low: 0.3, high: 1)
        uncertainty.takeUp = .init(low: 0.5, high: 0.9)
        uncertainty.cost = .init(low: 0.9, high: 1.4, mode: 1)
        return uncertainty
    }

    @Test func threadsChangeNothing() async throws {
        let one = try await Self.result(Self.wide, cohort: true, jobs: 1)
        let three = try await Self.result(Self.wide, cohort: true, jobs: 3)
        #expect(one.bands == three.bands && one.draws == three.draws)
        let other = try await Self.result(Self.wide, cohort: true, seed: 6)
        #expect(one.bands != other.bands)
    }

    /// A draw keeps its numbers, however many there are.
    @Test func moreDrawsAddToThoseThereAre() async throws {
        let few = try await Self.result(Self.wide, draws: 10)
        let many = try await Self.result(Self.wide, draws: 20)
        #expect(Array(many.draws.prefix(10)) == few.draws)
    }

    @Test func bandsWidenWithEachRange() async throws {
        typealias Case = (SensitivityMeasure, Int, (inout Uncertainty, Double) -> Void)
        let cases: [Case] = [
            (.population, 2024, { $0.fertility = .init(low: 1 - 0.2 * $1, high: 1 + 0.2 * $1) }),
            (.elders, 2024, { $0.migration = .init(low: -0.004 * $1, high: 0.004 * $1) }),
            (.households, 2022, { $0.deliveryDelayMonths = .init(low: 0, high: 9.4 * $1) }),
            (.careSpace, 2024, { $0.compliance = .init(low: 1 - 0.15 * $1, high: 1) }),
            (.eldersTakingUp, 2024, { $0.takeUp = .init(low: 0.9 - 0.2 * $1, high: 0.9) }),
        ]
        for (measure, year, change) in cases {
            var widths: [Double] = []
            for factor in [0.0, 1, 2, 4] {
                var uncertainty = Uncertainty()
                change(&uncertainty, factor)
                let result = try await Self.result(uncertainty, cohort: true, draws: 100)
                let found = try band(result, measure, year)
                widths.append(
                    try ScenarioWorld.required(found.ninetieth) - ScenarioWorld.required(found.tenth))
            }
            #expect(widths[0] == 0, "\(measure)")
            #expect(widths == widths.sorted() && widths[3] > widths[0], "\(measure): \(widths)")
        }
    }
}
