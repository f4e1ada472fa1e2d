package import Geodesy
package import Places
package import Policy
package import WalkNetwork

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

    /// Every plan as it runs: with care space in step where it asks for that, and with what its build-out chooses, or what is
    /// wrong with these.
    ///
    /// - Parameters:
    ///   - plans: scenarios fitted to one study.
    ///   - study: the study.
    ///   - pack: its policy pack.
    ///   - network: its streets; nothing where it gives none.
    ///   - plane: the working plane.
    ///   - years: the years of all runs.
    ///   - jobs: how many threads may work; what is chosen does not depend on it.
    /// - Returns: a plan for each, in order.
    package static func decided(
        _ plans: [ScenarioPlan], study: Study, pack: PolicyPack, network: WalkNetwork?, plane: WorkingPlane,
        years: ScenarioYears, jobs: Int
    ) async -> [Result<ScenarioPlan, ScenarioFailure>] {
        typealias Found = Result<ScenarioPlan, ScenarioFailure>
        // Coordinates are projected on this thread: what does it is not shared.
        typealias Prepared = (plan: ScenarioPlan, buildOut: BuildOutPreparation?)
        let prepared = plans.map { plan -> Result<Prepared, ScenarioFailure> in
            Result { () throws(ScenarioFailure) in
                var (plan, study) = (plan, study)
                if plan.scenario.careSpace == .inStep {
                    study = study.withCareSpaceInStep(after: years.end(of: years.baseYear), pack: pack)
                    plan = try ScenarioPlan(plan.scenario, study: study)
                }
                let buildOut = try BuildOutPreparation(
                    plan, study: study, pack: pack, network: network, plane: plane)
                return (plan, buildOut)
            }
        }
        let sideBySide = max(1, min(jobs, plans.count))
        let within = max(1, jobs / sideBySide)
        return await withTaskGroup(of: (Int, Found).self) { group in
            var results = [Found?](repeating: nil, count: plans.count)
            @Sendable func decide(_ index: Int) async -> (Int, Found) {
                do throws(ScenarioFailure) {
                    let (plan, buildOut) = try prepared[index].get()
                    return (index, .success(try await buildOut?.plan(over: years, jobs: within) ?? plan))
                } catch {
                    return (index, .failure(error))
                }
            }
            for index in 0..<min(sideBySide, plans.count) { group.addTask { await decide(index) } }
            var next = sideBySide
            while let (index, found) = await group.next() {
                results[index] = found
                if next < plans.count {
                    let index = next
                    group.addTask { await decide(index) }
                    next += 1
                }
            }
            return results.compactMap { $0 }
        }
    }
}
