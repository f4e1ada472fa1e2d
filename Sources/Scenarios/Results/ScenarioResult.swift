package import Compliance
package import Coverage
package import Places
package import Population

/// One year as it stands at its end, for a map of the communities and for the chains behind its figures.
package struct ScenarioMap: Sendable {
    package let year: Int
    /// The study with its facilities as they stand at the year's end.
    package let study: Study
    package let coverage: CoverageResult
    /// The people of the communities and compounds.
    package let people: PeopleState
    /// What communities and compounds state then, as coverage takes it.
    package let figures: PeopleFigures
    /// Where the figures of the pack's targets are taken from.
    package let targets: TargetFigures
    /// What each compound owes of care space, m²: 0 of one that does not count, nothing where it is not known.
    package let careSpaceRequired: [Double?]
}

/// The dwellings that a compound gains in a year.
package struct HousingStep: Hashable, Sendable {
    package let year: Int
    /// The compound, as an index into the study's.
    package let compound: Int
    package let dwellings: Double
}

/// Everything that a run of a scenario says.
package struct ScenarioResult: Sendable {
    /// The scenario fitted to the study.
    package let plan: ScenarioPlan
    package let years: ScenarioYears
    /// By year; within a year the city, then each district by name in byte order.
    package let annual: [AnnualRow]
    /// Who pays what: by year, scope, kind of money and rule.
    package let money: [MoneyLine]
    /// What each facility is given, by year: one-off sums in the order of the plan, then facility by facility.
    package let grants: [FacilityGrant]
    /// The dwellings that compounds gain, by year and then in the study's order.
    package let deliveries: [HousingStep]
    /// The actions of the run's years by day, those of one day in the order of the file.
    package let actions: [PlanRow]
    /// By target in the pack's order, year and scope.
    package let targets: [TargetRow]
    /// The accounts of every year.
    package let accounts: [YearAccount]
    /// The years that the scenario's `maps` names.
    package let maps: [ScenarioMap]
    /// Who lived where, and which places were covered, year by year.
    package let places: [PlaceYear]
    /// The years in which targets are due, as they stand at their end.
    let dueYears: [YearState]
    /// What a careful reader should know.
    package let notices: [ScenarioNotice]
}
