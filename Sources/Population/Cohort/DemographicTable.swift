/// Mortality and fertility by five-year period, as published: what a cohort projection takes its rates from.
package struct DemographicTable: Hashable, Sendable {
    /// One period of five years.
    package struct Period: Hashable, Sendable {
        /// Deaths per person and year of women and girls, one for each of ``LifeTable/ages``.
        package var femaleDeathRates: [Double]
        /// The same of men and boys.
        package var maleDeathRates: [Double]
        /// Children per woman of each variant.
        package var totalFertility: [RateVariant: Double]
        /// Which share of their children women have at 15–19 … 45–49; together 1.
        package var fertilityShares: [Double]
        /// Boys born for each girl.
        package var sexRatioAtBirth: Double

        /// Makes a period of its figures.
        package init(
            femaleDeathRates: [Double], maleDeathRates: [Double], totalFertility: [RateVariant: Double],
            fertilityShares: [Double], sexRatioAtBirth: Double
        ) {
            self.femaleDeathRates = femaleDeathRates
            self.maleDeathRates = maleDeathRates
            self.totalFertility = totalFertility
            self.fertilityShares = fertilityShares
            self.sexRatioAtBirth = sexRatioAtBirth
        }
    }

    /// The table's id.
    package let id: String
    /// Where its figures come from.
    package let source: String
    /// The date at which the first period starts, in years: 2020.5 is the middle of 2020.
    package let start: Double
    /// The periods in order, each five years after the one before; at least one.
    package let periods: [Period]

    /// Makes a table of its periods; at least one.
    package init(id: String, source: String, start: Double, periods: [Period]) {
        precondition(!periods.isEmpty, "at least one period")
        self.id = id
        self.source = source
        self.start = start
        self.periods = periods
    }

    /// Whether every period states the fertility of a variant.
    package func states(_ variant: RateVariant) -> Bool {
        periods.allSatisfy { $0.totalFertility[variant] != nil }
    }

    /// The rates of five years from the end of a year on.
    ///
    /// Death rates, fertility and the sex ratio are those of the two periods that the five years fall in, by how
    /// much of them falls in each; before the first and after the last, the nearest period's.
    ///
    /// - Parameters:
    ///   - year: the year at whose end they begin.
    ///   - variant: which fertility.
    ///   - totalFertility: children per woman in place of the table's; the table's ages at birth stay.
    ///   - fertilityFactor: what children per woman are multiplied by.
    /// - Returns: the rates.
    package func rates(
        fromEndOf year: Int, variant: RateVariant, totalFertility: Double? = nil, fertilityFactor: Double = 1
    ) -> CohortRates {
        let offset = (Double(year + 1) - start) / 5
        let whole = offset.rounded(.down)
        let share = offset - whole
        func period(_ index: Int) -> Period { periods[min(max(index, 0), periods.count - 1)] }
        let (first, second) = (period(Int(whole)), period(Int(whole) + 1))
        func mixed(_ a: Double, _ b: Double) -> Double { a * (1 - share) + b * share }
        func mixed(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { mixed($0, $1) } }
        func births(_ period: Period) -> [Double] {
            let total = (totalFertility ?? period.totalFertility[variant] ?? 0) * fertilityFactor
            return period.fertilityShares.map { $0 * total / 5 }
        }
        let women = LifeTable(
            deathRates: mixed(first.femaleDeathRates, second.femaleDeathRates), sex: .female)
        let men = LifeTable(deathRates: mixed(first.maleDeathRates, second.maleDeathRates), sex: .male)
        var fertility = [Double](repeating: 0, count: AgeStructure.groupCount)
        fertility.replaceSubrange(AgeStructure.fertileGroups, with: mixed(births(first), births(second)))
        return CohortRates(
            femaleSurvival: women.survival, maleSurvival: men.survival,
            survivalOfBirths: (women.survivalOfBirths, men.survivalOfBirths), fertility: fertility,
            sexRatioAtBirth: mixed(first.sexRatioAtBirth, second.sexRatioAtBirth))
    }
}
