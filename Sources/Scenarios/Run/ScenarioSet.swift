/// Scenarios over one study, run side by side.
package enum ScenarioSet {
    /// Runs every plan over the same years.
    ///
    /// - Parameters:
    ///   - plans: scenarios fitted to one study.
    ///   - grounds: for each plan what does not change from year to year.
    ///   - years: the years of all runs.
    ///   - jobs: how many threads may work; the results do not depend on it.
    /// - Returns: a result for each plan, in order.
    package static func run(
        _ plans: [ScenarioPlan], on grounds: [ScenarioGround], years: ScenarioYears, jobs: Int
    ) async -> [ScenarioResult] {
        // Years of one scenario run side by side only where threads are left over.
        let sideBySide = max(1, min(jobs, plans.count))
        let within = max(1, jobs / sideBySide)
        return await withTaskGroup(of: (Int, ScenarioResult).self) { group in
            var results = [ScenarioResult?](repeating: nil, count: plans.count)
            @Sendable func run(_ index: Int) async -> (Int, ScenarioResult) {
                let result = await ScenarioRun.run(
                    plan: plans[index], years: years, ground: grounds[index], jobs: within)
                return (index, result)
            }
            var next = 0
            while next < sideBySide, next < plans.count {
                let index = next
                group.addTask { await run(index) }
                next += 1
            }
            while let (index, result) = await group.next() {
                results[index] = result
                if next < plans.count {
                    let index = next
                    group.addTask { await run(index) }
                    next += 1
                }
            }
            return results.compactMap { $0 }
        }
    }
}
