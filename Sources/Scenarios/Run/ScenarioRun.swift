internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Population
internal import WalkNetwork

/// The yearly engine: a scenario run from its study's base year to the last year, each as of 31 December.
package enum ScenarioRun {
    /// Runs a scenario.
    ///
    /// People and dwellings move from year to year, one after the other; what they then reach is worked out for
    /// each year on its own, so the years are shared out among tasks. The result is the same for any number.
    ///
    /// - Parameters:
    ///   - plan: the scenario fitted to its study.
    ///   - years: the years of the run.
    ///   - ground: the pack, the streets and the areas.
    ///   - jobs: how many years are worked out at a time.
    /// - Returns: rows, plan, targets, accounts and maps.
    package static func run(
        plan: ScenarioPlan, years: ScenarioYears, ground: ScenarioGround, jobs: Int = 1
    ) async -> ScenarioResult {
        let timeline = PeopleTimeline(
            plan: plan, years: years, ruleForNewFrom: ground.standard.ruleForNewFrom)
        let states = await states(plan: plan, years: years, ground: ground, timeline: timeline, jobs: jobs)
        return ScenarioLedger(plan: plan, years: years, ground: ground, timeline: timeline)
            .result(of: states)
    }

    /// Every year of a run, each worked out on its own.
    static func states(
        plan: ScenarioPlan, years: ScenarioYears, ground: ScenarioGround, timeline: PeopleTimeline, jobs: Int
    ) async -> [YearState] {
        let figures = years.list.compactMap { timeline[$0]?.figures }
        let reach = await ScenarioReach(plan: plan, years: years, ground: ground, jobs: jobs)
        return await FixedChunks.map(count: figures.count, size: 1, jobs: jobs) { range in
            let index = range.lowerBound
            return YearState(
                years.list[index], plan: plan, ground: ground, reach: reach, figures: figures[index],
                range: years)
        }
    }
}
