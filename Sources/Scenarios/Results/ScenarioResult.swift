package import Coverage
package import Places

/// The communities of one year, for a map.
package struct ScenarioMap: Sendable {
    package let year: Int
    /// The study with its facilities as they stand at the year's end.
    package let study: Study
    package let coverage: CoverageResult
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
    /// What a careful reader should know.
    package let notices: [ScenarioNotice]
}
