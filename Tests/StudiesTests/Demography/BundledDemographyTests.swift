import Population
import Studies
import Testing

/// The table that comes with the program, and what follows from it, against its source and against numpy.
struct BundledDemographyTests {
    private let china: DemographicTable

    init() throws { china = try DemographyReader.bundled("china") }

    /// Life expectancies of the death rates are those that the source itself states, to 0.06 years.
    ///
    /// World Population Prospects 2024 by five-year period, files e0FprojMedium5 and e0MprojMed5 of the R package
    /// wpp2024; and to 10^-6 those of Tests/Reference/cohort_reference.py.
    @Test(arguments: [
        (0, 81.0967, 75.4418, 81.045804, 75.405494), (1, 82.0655, 76.746, 82.011814, 76.707549),
        (2, 82.867, 77.9392, 82.810529, 77.898281), (3, 83.5956, 79.0596, 83.536461, 79.015989),
    ])
    func lifeExpectancy(
        _ period: Int, _ women: Double, _ men: Double, _ womenByNumpy: Double, _ menByNumpy: Double
    ) {
        let rates = china.periods[period]
        let female = LifeTable(deathRates: rates.femaleDeathRates, sex: .female).lifeExpectancy
        let male = LifeTable(deathRates: rates.maleDeathRates, sex: .male).lifeExpectancy
        #expect(abs(female - women) < 0.06 && abs(male - men) < 0.06)
        #expect(abs(female - womenByNumpy) < 1e-6 && abs(male - menByNumpy) < 1e-6)
    }

    @Test func periodsAreWhole() {
        #expect(china.periods.count == 4 && china.start == 2020.5)
        for period in china.periods {
            #expect(abs(period.fertilityShares.reduce(0, +) - 1) < 1e-5)
            #expect(period.totalFertility.count == 3)
            #expect(zip(period.femaleDeathRates, period.maleDeathRates).dropFirst(2).allSatisfy { $0 < $1 })
        }
    }

    /// Survival from the end of 2020 on, by Tests/Reference/cohort_reference.py.
    @Test func survivalAsNumpy() {
        let rates = china.rates(fromEndOf: 2020, variant: .middle)
        for (group, women, men) in [
            (12, 0.956927482420, 0.913715840091), (16, 0.641953411348, 0.523691122004),
            (17, 0.361403324802, 0.266108577176),
        ] {
            #expect(abs(rates.femaleSurvival[group] - women) < 1e-11)
            #expect(abs(rates.maleSurvival[group] - men) < 1e-11)
        }
        #expect(abs(rates.survivalOfBirths.female - 0.994292783013) < 1e-11)
        #expect(abs(rates.survivalOfBirths.male - 0.993412578290) < 1e-11)
    }

    /// A people of 1000, 960 … women and 1040, 990 … men through three periods, by Leslie matrices in numpy: everybody,
    /// births, people of 60 and over and of 80 and over.
    @Test(arguments: [
        (
            RateVariant.middle, 0.0,
            [
                [22625.686061550, 852.967310341, 4386.030358763, 1035.894958816],
                [22433.332097147, 872.177340776, 4530.662523530, 1011.118050128],
                [22367.907901610, 941.376612264, 4798.164937373, 1040.031689230],
            ]
        ),
        (
            .low, -0.01,
            [
                [21409.231559780, 735.916615617, 4328.234439020, 1023.932050790],
                [19859.552079833, 534.282829484, 4403.137330069, 987.154266718],
                [18361.055789509, 446.808068074, 4580.449186580, 1002.224946646],
            ]
        ),
        (
            .high, 0.02,
            [
                [25133.850292003, 1029.303293617, 4502.783752563, 1060.029215990],
                [28112.752936570, 1495.284016951, 4784.982203294, 1058.579330929],
                [31955.080338140, 2017.725160064, 5232.895714752, 1114.286378616],
            ]
        ),
    ])
    func threePeriodsAsNumpy(_ variant: RateVariant, _ migration: Double, _ expected: [[Double]]) {
        var people = AgeStructure(
            female: (0..<18).map { 1_000 - 40 * Double($0) }, male: (0..<18).map { 1_040 - 50 * Double($0) })
        for (period, figures) in expected.enumerated() {
            let step = CohortComponent.project(
                people, rates: china.rates(fromEndOf: 2020 + 5 * period, variant: variant),
                migration: MigrationSchedule.rates(migration, of: people))
            people = step.people
            let found = [
                people.total, step.flows.births, people.people(in: 12..<18), people.people(in: 16..<18),
            ]
            for (a, b) in zip(found, figures) { #expect(abs(a - b) < 1e-8, "period \(period)") }
        }
    }
}
