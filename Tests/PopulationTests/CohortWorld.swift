import Places
import Population

/// Values that cohort tests are made of.
enum CohortWorld {
    /// A structure of a few groups; all others are empty.
    static func people(female: [Int: Double] = [:], male: [Int: Double] = [:]) -> AgeStructure {
        var people = AgeStructure.none
        for (group, count) in female { people.female[group] = count }
        for (group, count) in male { people.male[group] = count }
        return people
    }

    /// Nine in ten live on, one in two of the oldest; a woman of 20 to 24 has a child in ten years; as many girls
    /// as boys are born, and all live.
    static let simpleRates: CohortRates = {
        var survival = [Double](repeating: 0.9, count: 18)
        survival[17] = 0.5
        var fertility = [Double](repeating: 0, count: 18)
        fertility[4] = 0.1
        return CohortRates(
            femaleSurvival: survival, maleSurvival: survival, survivalOfBirths: (1, 1), fertility: fertility,
            sexRatioAtBirth: 1)
    }()

    /// Nobody comes or goes.
    static let noMigration = [Double](repeating: 0, count: 18)

    /// Five years on by the simple rates.
    static func step(_ people: AgeStructure) -> (people: AgeStructure, flows: CohortFlows) {
        CohortComponent.project(people, rates: simpleRates, migration: noMigration)
    }

    /// A table of death rates that are the same at all ages, for tests that only need some.
    static func table(deathRate: Double = 0.01, totalFertility: Double = 1.5) -> DemographicTable {
        let deaths = [Double](repeating: deathRate, count: LifeTable.ages.count)
        return DemographicTable(
            id: "test", source: "none", start: 2021,
            periods: [
                DemographicTable.Period(
                    femaleDeathRates: deaths, maleDeathRates: deaths,
                    totalFertility: [.low: 1, .middle: totalFertility, .high: 2],
                    fertilityShares: [0.05, 0.2, 0.35, 0.25, 0.1, 0.04, 0.01], sexRatioAtBirth: 1.1)
            ])
    }

    /// Whole numbers as a community states them, falling from age to age.
    static func stated(_ first: Int, step: Int) throws -> SexByAge {
        let groups = (0..<18).map { ExactDecimal(max(0, first - $0 * step)) }
        guard let ages = SexByAge(female: groups, male: groups) else { throw Missing() }
        return ages
    }

    struct Missing: Error {}
}
