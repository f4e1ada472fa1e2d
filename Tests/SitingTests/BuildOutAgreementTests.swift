import Siting
import Testing

/// Small build-outs of every kind, against all ways to take options in years tried one by one.
@Suite struct BuildOutAgreementTests {
    @Test("all years at once", arguments: BuildOutProblem.Objective.allCases)
    func horizon(objective: BuildOutProblem.Objective) {
        var solved = 0
        for seed in UInt64(0)..<200 {
            let problem = SeededBuildOutCase(seed: seed, objective: objective).problem
            let found = problem.solvedHorizon()
            check(found, of: problem, seed)
            guard let best = BuildOutBruteForce(problem: problem).best() else { continue }
            solved += 1
            if objective == .lscp {
                #expect(abs(found.objective - best) <= 1e-6, "seed \(seed): \(found.objective) for \(best)")
                #expect(found.bound <= best + 1e-6, "seed \(seed)")
            } else {
                #expect(abs(found.objective - best) <= 1e-6, "seed \(seed): \(found.objective) for \(best)")
                #expect(found.bound >= best - 1e-6, "seed \(seed)")
            }
            #expect(found.isProven, "seed \(seed)")
        }
        #expect(solved > 80)
    }

    @Test("year by year", arguments: BuildOutProblem.Objective.allCases)
    func rolling(objective: BuildOutProblem.Objective) {
        var (best, found) = (0.0, 0.0)
        for seed in UInt64(0)..<200 {
            let problem = SeededBuildOutCase(seed: seed, objective: objective).problem
            let solution = problem.solvedRolling()
            check(solution, of: problem, seed)
            guard let most = BuildOutBruteForce(problem: problem).best() else { continue }
            best += most
            found += solution.objective
            if objective == .lscp {
                #expect(solution.bound <= most + 1e-6, "seed \(seed)")
            } else {
                #expect(solution.objective <= most + 1e-6, "seed \(seed)")
                #expect(solution.bound >= most - 1e-6, "seed \(seed): \(solution.bound) for \(most)")
            }
        }
        // Of all cases together it finds nearly as much.
        if objective == .mclp { #expect(found >= 0.95 * best, "\(found) of \(best)") }
        if objective == .equity { #expect(found >= 0.9 * best, "\(found) of \(best)") }
        if objective == .targets { #expect(found >= 0.85 * best, "\(found) of \(best)") }
    }

    @Test func tiesGoToTheNextTenths() {
        var several = 0
        for seed in UInt64(0)..<300 {
            let problem = SeededBuildOutCase(seed: seed, objective: .equity).problem
            let found = problem.solvedHorizon()
            var choice = [Int](repeating: problem.years, count: problem.options.count)
            for opening in found.openings { choice[opening.option] = opening.year }
            let force = BuildOutBruteForce(problem: problem)
            let (served, best) = (force.byTenths(choice), force.bestByTenths())
            #expect(
                zip(served, best).allSatisfy { abs($0 - $1) <= 1e-6 }, "seed \(seed): \(served) for \(best)")
            if best.dropFirst().contains(where: { $0 > 0 }) { several += 1 }
        }
        #expect(several > 50)
    }

    /// What a solution says of itself holds.
    private func check(_ found: BuildOutSolution, of problem: BuildOutProblem, _ seed: UInt64) {
        var choice = [Int](repeating: problem.years, count: problem.options.count)
        for opening in found.openings { choice[opening.option] = opening.year }
        let force = BuildOutBruteForce(problem: problem)
        #expect(Set(found.openings.map(\.option)).count == found.openings.count)
        #expect(force.keepsLimits(choice), "seed \(seed)")
        for opening in found.openings {
            #expect(!force.isNeedless(opening.option, in: choice), "seed \(seed): option \(opening.option)")
        }
        if problem.objective == .lscp {
            #expect(found.bound <= found.objective + 1e-6, "seed \(seed)")
        } else {
            #expect(found.bound >= found.objective - 1e-6, "seed \(seed)")
        }
        for (index, goal) in problem.goals.enumerated() {
            let met = (0..<problem.years).map { force.isMet(goal, in: $0, by: choice) }
            let from = met.lastIndex(of: false).map { $0 + 1 < problem.years ? $0 + 1 : nil } ?? 0
            #expect(found.metFrom[index] == from, "seed \(seed)")
        }
    }
}
