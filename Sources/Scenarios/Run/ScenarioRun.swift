internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Population

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
    ///   - progress: told after each year that is done, in no order; for a person to look at.
    /// - Returns: rows, plan, targets, accounts and maps.
    package static func run(
        plan: ScenarioPlan, years: ScenarioYears, ground: ScenarioGround, jobs: Int = 1,
        progress: @escaping @Sendable (_ year: Int) -> Void = { _ in }
    ) async -> ScenarioResult {
        let timeline = PeopleTimeline(
            plan: plan, years: years, ruleForNewFrom: ground.standard.ruleForNewFrom)
        let figures = years.list.compactMap { timeline[$0]?.figures }
        let states = await inOrder(count: figures.count, jobs: jobs) { index in
            let state = YearState(
                years.list[index], plan: plan, ground: ground, figures: figures[index], range: years)
            progress(state.year)
            return state
        }
        return ScenarioLedger(plan: plan, years: years, ground: ground, timeline: timeline)
            .result(of: states)
    }

    /// The values of a function for 0 ..< count, in this order, a few at a time.
    private static func inOrder<Value: Sendable>(
        count: Int, jobs: Int, _ value: @escaping @Sendable (Int) -> Value
    ) async -> [Value] {
        guard jobs > 1, count > 1 else { return (0..<count).map(value) }
        return await withTaskGroup(of: (Int, Value).self) { group in
            var values = [Value?](repeating: nil, count: count)
            var next = 0
            while next < min(jobs, count) {
                let index = next
                group.addTask { (index, value(index)) }
                next += 1
            }
            while let (index, done) = await group.next() {
                values[index] = done
                guard next < count else { continue }
                let following = next
                group.addTask { (following, value(following)) }
                next += 1
            }
            return values.compactMap { $0 }
        }
    }
}
