import Siting
import TestWorlds
import Testing

/// Least cost over years, where sites are too many to be tried one by one.
@Suite struct LeastCostTests {
    /// Six places in a row, each worth one; a site between two neighbours serves both.
    ///
    /// All six need three sites; any four places need two. The dear sites (7 yuan) stand between the first and second,
    /// third and fourth, fifth and sixth place; the others (4 yuan) leave out the first and the last, which sites of 3
    /// yuan serve alone. All: 7 + 7 + 7 = 21, or 4 + 4 + 3 + 3 = 14. Four: 4 + 4 = 8.
    private static func row(
        needed: [Double], limits: BuildOutLimits = BuildOutLimits(), running: Int64 = 0
    ) -> BuildOutProblem {
        let cover = YearlyCover(
            weights: [[Double]](repeating: [1, 1, 1, 1, 1, 1], count: 4),
            rows: [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [0], [5]])
        let costs: [Int64] = [7, 4, 7, 4, 7, 3, 3]
        return BuildOutProblem(
            .lscp, years: 4,
            options: costs.enumerated().map {
                BuildOutOption(
                    id: "s\($0)", capital: $1 * 100, yearly: [Int64](repeating: running, count: 4), years: 4)
            }, limits: limits, service: cover,
            goals: needed.enumerated().filter { $0.element > 0 }.map { due, amount in
                BuildOutGoal(
                    name: "by \(due)", cover: cover, needed: [Double](repeating: amount, count: 4), due: due)
            })
    }

    @Test func byHand() {
        let all = Self.row(needed: [0, 0, 0, 6]).solvedRolling()
        #expect(all.objective == 1400 && all.bound == 1400 && all.isProven)
        let four = Self.row(needed: [0, 4, 0, 0]).solvedRolling()
        #expect(four.objective == 800 && four.bound == 800 && four.isProven)
        // Four at first and all in the end cost no more than all.
        let both = Self.row(needed: [0, 4, 0, 6]).solvedHorizon()
        #expect(both.objective == 1400 && both.isProven)
        #expect(both.metFrom == [0, 0])
        // With one a year the four come in the second year and the last in the fourth.
        let slow = Self.row(needed: [0, 4, 0, 6], limits: BuildOutLimits(perYear: 1)).solvedRolling()
        #expect(slow.objective == 1400 && slow.isProven)
        #expect(slow.metFrom == [1, 3])
    }

    /// Where the money runs on from an opening to the end, none comes before a goal needs it.
    ///
    /// The two of 4 yuan for four places come in the second year, those of the ends in the last.
    @Test func openingsWaitWhereTheyCostToRun() {
        let found = Self.row(needed: [0, 4, 0, 6], running: 300).solvedRolling()
        #expect(found.objective == 1400 && found.isProven)
        #expect(found.openings.map { "\($0.option) \($0.year)" } == ["1 1", "3 1", "5 3", "6 3"])
        #expect(found.metFrom == [1, 3])
        let fewer = Self.row(needed: [0, 4, 0, 6], limits: BuildOutLimits(perYear: 1), running: 300)
        #expect(fewer.solvedHorizon().openings.map(\.year) == [0, 1, 2, 3])
    }

    /// Who asks for more than there is gets all that there is, for no more than it has to cost.
    @Test func beyondReach() {
        let found = Self.row(needed: [0, 0, 0, 9]).solvedHorizon()
        #expect(found.objective == 1400 && found.bound == 1400 && found.isProven)
        #expect(found.metFrom == [nil])
        // Two actions serve four places; that more could not be had is not shown.
        let few = Self.row(needed: [6, 0, 0, 0], limits: BuildOutLimits(perYear: 2)).solvedRolling()
        #expect(few.bound <= few.objective)
        #expect(few.bound > 0)
    }

    /// Bounds hold what all ways to open sites show, and are close to it.
    @Test func boundsAreClose() {
        var (found, bound, best) = (0.0, 0.0, 0.0)
        for seed in UInt64(1000)..<1300 {
            let problem = SeededBuildOutCase(seed: seed, objective: .lscp).problem
            guard let least = BuildOutBruteForce(problem: problem).best() else { continue }
            let rolled = problem.solvedRolling()
            #expect(rolled.bound <= least + 1e-6, "seed \(seed): \(rolled.bound) for \(least)")
            let isMet = rolled.metFrom.enumerated().allSatisfy { goal, from in
                from.map { $0 <= problem.goals[goal].due } ?? false
            }
            #expect(rolled.isProven && rolled.objective == rolled.bound, "seed \(seed)")
            if isMet { #expect(rolled.objective >= least - 1e-6, "seed \(seed)") }
            if isMet, rolled.isProven { #expect(rolled.objective <= least + 1e-6, "seed \(seed)") }
            guard isMet else { continue }
            found += rolled.objective
            bound += rolled.bound
            best += least
        }
        #expect(best > 0)
        #expect(found == best && bound == best, "\(found) and \(bound) for \(best)")
    }

    /// So little as can be is lacking, then so little is paid as can be: all ways to open sites are tried one by one.
    @Test func leastLackingThenLeastCost() {
        var missed = 0
        for seed in UInt64(2200)..<2300 {
            let problem = SeededBuildOutCase(seed: seed, objective: .lscp).problem
            let tried = BuildOutBruteForce(problem: problem)
            let least = tried.leastLacking()
            for found in [problem.solvedRolling(), problem.solvedHorizon()] {
                var choice = [Int](repeating: problem.years, count: problem.options.count)
                for opening in found.openings { choice[opening.option] = opening.year }
                #expect(tried.keepsLimits(choice), "seed \(seed)")
                #expect(abs(tried.lacking(choice) - least.lacking) < 2e-6, "seed \(seed)")
                #expect(found.objective == least.cost && found.bound == least.cost, "seed \(seed)")
                #expect(found.isProven, "seed \(seed)")
            }
            if least.lacking > 1e-6 { missed += 1 }
        }
        #expect(missed > 15 && missed < 85, "\(missed)")
    }

    /// One action a year; the cheap site comes in the third year only, the first year's goal needs any of two dear ones.
    ///
    /// Both cost the same; the second, which may open a year before the first, meets the goal sooner.
    @Test func soonerForTheSame() {
        let cover = YearlyCover(weights: [[Double]](repeating: [5, 5, 4], count: 3), rows: [[0], [0], [2]])
        let problem = BuildOutProblem(
            .lscp, years: 3,
            options: [
                BuildOutOption(id: "later", capital: 900, first: 2, years: 3),
                BuildOutOption(id: "sooner", capital: 900, first: 1, years: 3),
                BuildOutOption(id: "other", capital: 100, first: 0, years: 3),
            ], limits: BuildOutLimits(perYear: 1), service: cover,
            goals: [BuildOutGoal(name: "early", cover: cover, needed: [5, 5, 5], due: 0)])
        let found = problem.solvedRolling()
        #expect(found.openings.map(\.option) == [2, 1] || found.openings.map(\.option) == [1])
        #expect(found.metFrom == [1] && found.isProven)
    }

    /// A town of sites in a plane: the bound is near what is found, and neither hangs on chance.
    @Test func town() {
        var generator = SeededGenerator(seed: 5)
        let places = (0..<150).map { _ in (generator.int(in: 0...999), generator.int(in: 0...999)) }
        let sites = (0..<50).map { _ in (generator.int(in: 0...999), generator.int(in: 0...999)) }
        let weights = places.map { _ in Double(generator.int(in: 1...60)) }
        let rows = sites.map { site in
            places.indices.filter { index in
                let (dx, dy) = (places[index].0 - site.0, places[index].1 - site.1)
                return dx * dx + dy * dy <= 160 * 160
            }.map { Int32($0) }
        }
        let cover = YearlyCover(weights: [[Double]](repeating: weights, count: 6), rows: rows)
        let all = weights.reduce(0, +)
        let problem = BuildOutProblem(
            .lscp, years: 6,
            options: sites.indices.map {
                BuildOutOption(
                    id: "s\($0)", capital: Int64(300 + generator.int(in: 0...900)) * 100_000, years: 6)
            }, service: cover,
            goals: [
                BuildOutGoal(
                    name: "share", cover: cover, needed: [Double](repeating: 0.8 * all, count: 6), due: 3)
            ])
        let rolled = problem.solvedRolling()
        #expect(rolled.metFrom == [0])
        #expect(rolled.bound <= rolled.objective && rolled.gap < 0.05, "\(rolled.gap)")
        #expect(rolled == problem.solvedRolling())
        let horizon = problem.solvedHorizon()
        #expect(horizon.objective <= rolled.objective && horizon.bound >= rolled.bound)
        #expect(horizon.gap < 0.02, "\(horizon.gap)")
    }
}
