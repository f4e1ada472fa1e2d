import Population
import Testing

/// A population worked through three periods by hand, and what must hold for every one.
struct CohortComponentTests {
    /// 100 women of 15–19, 200 of 20–24, 100 men of 80–84, by ``CohortWorld/simpleRates``.
    ///
    /// 1: women 90 of 20–24 and 180 of 25–29; births 5 · 0.1 · (200 + 90) / 2 = 72.5; men 90 of 85 and over; deaths 10 +
    /// 20 + 10. 2: 81 and 162; births 0.5 · (90 + 0) / 2 = 22.5; children 32.625 of each sex; men 90 · 0.5 = 45; deaths 9 +
    /// 18 + 2 · 3.625 + 45. 3: 72.9 and 145.8, no births; children 29.3625 and 10.125 of each sex; men 22.5; deaths 8.1 +
    /// 16.2 + 2 · 3.2625 + 2 · 1.125 + 22.5.
    @Test func threePeriodsByHand() {
        let start = CohortWorld.people(female: [3: 100, 4: 200], male: [16: 100])
        let expected: [(people: AgeStructure, births: Double, deaths: Double)] = [
            (
                CohortWorld.people(female: [0: 36.25, 4: 90, 5: 180], male: [0: 36.25, 17: 90]), 72.5, 40
            ),
            (
                CohortWorld.people(
                    female: [0: 11.25, 1: 32.625, 5: 81, 6: 162], male: [0: 11.25, 1: 32.625, 17: 45]),
                22.5, 79.25
            ),
            (
                CohortWorld.people(
                    female: [1: 10.125, 2: 29.3625, 6: 72.9, 7: 145.8],
                    male: [1: 10.125, 2: 29.3625, 17: 22.5]), 0, 55.575
            ),
        ]
        var people = start
        for (period, expectation) in expected.enumerated() {
            let step = CohortWorld.step(people)
            expectSame(step.people, expectation.people, "period \(period + 1)")
            #expect(abs(step.flows.births - expectation.births) < 1e-9)
            #expect(abs(step.flows.deaths - expectation.deaths) < 1e-9)
            #expect(step.flows.migrants == 0)
            people = step.people
        }
        #expect(abs(people.total - 320.175) < 1e-9)
    }

    /// Migrants come half at the start, and half at the end with the rate of the group they are then in.
    ///
    /// 100 women of 30–34 of whom nine in ten live on, with a yearly net rate of 0.02 at 30–34 and −0.04 at 35–39: 100 · 1.05
    /// = 105 set out, 94.5 live, 94.5 · 0.9 = 85.05 stay. So 5 came and 9.45 left, and 10.5 died.
    @Test func migrantsComeHalfAtTheStartAndHalfAtTheEnd() {
        var migration = CohortWorld.noMigration
        migration[6] = 0.02
        migration[7] = -0.04
        let (people, flows) = CohortComponent.project(
            CohortWorld.people(female: [6: 100]), rates: CohortWorld.simpleRates, migration: migration)
        expectSame(people, CohortWorld.people(female: [7: 85.05]), "one cohort")
        #expect(abs(flows.deaths - 10.5) < 1e-9)
        #expect(abs(flows.migrants - (5 - 9.45)) < 1e-9)
    }

    /// Births, deaths and migrants are exactly the change, whatever the rates, and nobody turns negative.
    @Test func nothingIsLost() {
        for seed in 0..<200 {
            var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
            func draw() -> Double {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double(state >> 11) * 0x1p-53
            }
            let people = AgeStructure(
                female: (0..<18).map { _ in draw() * 1000 }, male: (0..<18).map { _ in draw() * 1000 })
            let rates = CohortRates(
                femaleSurvival: (0..<18).map { _ in draw() }, maleSurvival: (0..<18).map { _ in draw() },
                survivalOfBirths: (draw(), draw()), fertility: (0..<18).map { _ in draw() * 0.2 },
                sexRatioAtBirth: 1 + draw() / 10)
            let migration = (0..<18).map { _ in draw() * 0.5 - 0.39 }
            let (after, flows) = CohortComponent.project(people, rates: rates, migration: migration)
            #expect(
                abs(people.total + flows.change - after.total) < 1e-8, "seed \(seed)")
            #expect((after.female + after.male).allSatisfy { $0 >= 0 }, "seed \(seed)")
        }
    }
}

/// Whether two structures are the same to 10^-9 in every group.
func expectSame(
    _ a: AgeStructure, _ b: AgeStructure, _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation
) {
    let worst = zip(a.female + a.male, b.female + b.male).map { abs($0 - $1) }.max() ?? 0
    #expect(worst < 1e-9, what, sourceLocation: sourceLocation)
}
