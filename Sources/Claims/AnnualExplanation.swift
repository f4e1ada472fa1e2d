package import Places
package import Scenarios

/// The chain behind a figure of a scenario's year: how it came to be what it is, year by year, and what it is a
/// sum of.
package struct AnnualExplanation: Sendable {
    /// The figure, by its column in `annual.csv`.
    package let column: AnnualColumn
    /// The years of the run up to the one that is asked for, which is the last.
    package let history: [AnnualRow]
    /// What the scenario's plan does in the scope in these years, by day.
    package let actions: [PlanRow]
    /// The facilities of the scope, except platforms, that open or close by their own dates in these years, by day; of
    /// several years those of the first, whose figure has them, are left out.
    package let ownDates: [OwnDateStep]
    /// The dwellings that compounds of the scope gain in these years.
    package let deliveries: [HousingStep]
    /// Of money: what one payer bears under one rule in the year.
    package let money: [MoneyLine]
    /// Of a share: its rate in the year.
    package let rate: RateExplanation?
    /// What the figure of the year is a sum of; of a quotient its numerator.
    package let parts: [RatePart]
    /// Of a quotient: what its denominator is a sum of.
    package let over: [RatePart]
    /// What is in no part of it, since nobody states its figure.
    package let unstated: [RatePart.Source]

    /// The row of the year.
    package var row: AnnualRow { history[history.count - 1] }
}

/// A scenario's year whose figures are explained.
package struct ScenarioYear: Sendable {
    /// The run.
    package let result: ScenarioResult
    /// The year, as the run has mapped it.
    package let map: ScenarioMap

    /// Takes a year of a run; nothing where the run has no map of it.
    package init?(_ year: Int, of result: ScenarioResult) {
        guard let map = result.maps.first(where: { $0.year == year }) else { return nil }
        self.result = result
        self.map = map
    }

    /// The scopes of the year's rows, in the order of `annual.csv`.
    package var scopes: [Scope] { result.annual.filter { $0.year == map.year }.map(\.scope) }
}
