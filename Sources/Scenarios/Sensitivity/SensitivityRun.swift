internal import WalkNetwork

/// What draws of a scenario's uncertain quantities come to.
package struct SensitivityResult: Sendable {
    /// The scenario as it stands.
    package let plain: ScenarioResult
    /// The draws, by number.
    package let draws: [ScenarioDraw]
    /// By year and scope as the scenario's years, and measure.
    package let bands: [SensitivityBand]
    /// The targets of the pack in the years in which they are due, by year, target in the pack's order, and scope.
    package let targets: [SensitivityTarget]
}

/// Runs a scenario again and again with quantities drawn from their ranges, without choosing sites anew.
package enum SensitivityRun {
    /// Draws and works out the bands.
    ///
    /// - Parameters:
    ///   - plain: the scenario as it stands.
    ///   - ground: what does not change from year to year.
    ///   - uncertainty: the ranges.
    ///   - draws: how many draws, at least one.
    ///   - seed: the seed of the random numbers.
    ///   - jobs: how many threads may work; the result does not depend on it.
    /// - Returns: draws and bands.
    package static func run(
        _ plain: ScenarioResult, on ground: ScenarioGround, uncertainty: Uncertainty, draws: Int,
        seed: UInt64, jobs: Int = 1
    ) async -> SensitivityResult {
        let random = CounterRandom(seed: seed)
        let drawn = (0..<draws).map { ScenarioDraw($0 + 1, of: uncertainty, random: random) }
        let sensitivity = SensitivityGround(plain, ground: ground, draws: drawn)
        let figures = await FixedChunks.map(count: draws, size: 1, jobs: jobs) { range in
            sensitivity.figures(of: drawn[range.lowerBound])
        }
        let measures = SensitivityMeasure.allCases
        var bands: [SensitivityBand] = []
        bands.reserveCapacity(plain.annual.count * measures.count)
        for (position, row) in plain.annual.enumerated() {
            for (offset, measure) in measures.enumerated() {
                let place = position * measures.count + offset
                bands.append(
                    SensitivityBand(
                        year: row.year, scope: row.scope, measure: measure, plain: measure.value(of: row),
                        figures: figures.compactMap { $0.years[place] }))
            }
        }
        let targets = sensitivity.targets.items.enumerated().map { index, item in
            SensitivityTarget(item, figures: figures.map { $0.targets[index] })
        }
        return SensitivityResult(plain: plain, draws: drawn, bands: bands, targets: targets)
    }
}
