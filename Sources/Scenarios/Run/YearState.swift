internal import Coverage
internal import Places
internal import Policy

/// One year's end of a scenario, with everything that rows are made from.
struct YearState: Sendable {
    let year: Int
    let end: Day
    /// The study with its facilities as they stand after the year's actions.
    let study: Study
    let coverage: CoverageResult
    /// By how many elders each of the year's actions changes those who are covered, in the order of the plan.
    let newlyCovered: [Double]
    /// Coverage by selectors that targets name beside the pack's.
    let coverageBySelector: [FacilitySelector: CoverageResult]

    /// Works a year out.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - plan: the scenario fitted to its study.
    ///   - ground: what does not change from year to year.
    ///   - reach: what places reach in the years of the run.
    ///   - figures: what communities and compounds state at the year's end.
    ///   - range: the years of the run.
    init(
        _ year: Int, plan: ScenarioPlan, ground: ScenarioGround, reach: ScenarioReach,
        figures: PeopleFigures, range: ScenarioYears
    ) {
        let end = range.end(of: year)
        let before = plan.actionCount(through: range.end(of: year - 1))
        let through = plan.actionCount(through: end)
        let study = plan.study(afterActions: through)
        func coverage(by standard: CoverageStandard) -> CoverageResult {
            CoverageResult(
                study: study, figures: figures, on: end, standard: standard,
                reach: reach.reach(of: CountedFacilities(of: study, on: end, by: standard)),
                areas: ground.areas.areas, deliveryRule: plan.scenario.deliveries)
        }
        let result = coverage(by: ground.standard)
        var bySelector: [FacilitySelector: CoverageResult] = [:]
        for selector in ground.pack.targetSelectors {
            bySelector[selector] = coverage(by: ground.standard.counting(selector))
        }
        var newly: [Double] = []
        if before < through {
            var covered = NewlyCovered(
                study: plan.study(afterActions: before), ground: ground, reach: reach,
                demand: result.demand, day: end)
            newly = plan.actions[before..<through].map { covered.apply($0) }
        }
        self.year = year
        self.end = end
        self.study = study
        self.coverage = result
        newlyCovered = newly
        coverageBySelector = bySelector
    }
}
