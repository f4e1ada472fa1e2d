import Siting
import Testing

/// Build-outs over three years that are worked out here by hand.
///
/// Four rows weigh 10, 8, 6 and 5 in every year. Option a serves the first two for 5 yuan, b the second and third for 4,
/// c the fourth for 1, and d the first and third for 5, from the third year on.
@Suite struct RollingBuildOutTests {
    private static func problem(
        _ limits: BuildOutLimits, _ objective: BuildOutProblem.Objective = .mclp, tenths: [Int] = [],
        goals: [BuildOutGoal] = [], discount: Double = 1
    ) -> BuildOutProblem {
        func option(_ id: String, _ yuan: Int64, first: Int = 0) -> BuildOutOption {
            BuildOutOption(id: id, capital: yuan * 100, first: first, years: 3)
        }
        return BuildOutProblem(
            objective, years: 3,
            options: [option("a", 5), option("b", 4), option("c", 1), option("d", 5, first: 2)],
            limits: limits,
            service: service, discount: discount, tenths: tenths, goals: goals)
    }

    private static let service = YearlyCover(
        weights: [[Double]](repeating: [10, 8, 6, 5], count: 3), rows: [[0, 1], [1, 2], [3], [0, 2]])

    private func words(_ solution: BuildOutSolution) -> String {
        solution.openings.map { "\("abcd".map(String.init)[$0.option])\($0.year + 1)" }.joined(separator: " ")
    }

    /// What 3 yuan a year do not pay, no choice opens: c is all there is, and that is known without CBC.
    @Test func whatNoYearPays() {
        let found = Self.problem(BuildOutLimits(budget: [300, 300, 300])).solvedRolling()
        #expect(words(found) == "c1" && found.objective == 15 && found.bound == 15 && found.isProven)
        let none = Self.problem(BuildOutLimits(budget: [99, 99, 99])).solvedRolling()
        #expect(none.openings.isEmpty && none.bound == 0 && none.isProven)
    }

    /// One a year: a adds 18 in each of three years, then b 6 in two (d may not open yet), then c 5 in one.
    @Test func oneEachYear() {
        let found = Self.problem(BuildOutLimits(perYear: 1)).solvedRolling()
        #expect(words(found) == "a1 b2 c3")
        #expect(found.objective == 54 + 12 + 5)
        #expect(found.bound >= 71)
    }

    /// Every year counts half of the one before: 18 · 1.75, 6 · 0.75 and 5 · 0.25.
    @Test func discounted() {
        let found = Self.problem(BuildOutLimits(perYear: 1), discount: 0.5).solvedRolling()
        #expect(found.objective == 31.5 + 4.5 + 1.25)
    }

    /// Five yuan a year: c and b together add 19 a year, more than a alone; a adds 10 in two years.
    @Test func withinMoney() {
        let limits = BuildOutLimits(budget: [500, 500, 500])
        let found = Self.problem(limits).solvedRolling()
        #expect(words(found) == "b1 c1 a2")
        #expect(found.objective == 57 + 20)
        #expect(Self.problem(limits).solvedHorizon().objective == 77)
    }

    /// Nothing can be bought for 3, 3 and 0 yuan but c, unless what is left of the first year's money is there in the second.
    @Test func moneyCarriedOver() {
        let budget: [Int64] = [300, 300, 0]
        let lost = Self.problem(BuildOutLimits(budget: budget)).solvedRolling()
        #expect(words(lost) == "c1")
        let kept = Self.problem(BuildOutLimits(budget: budget, carriesOver: true)).solvedRolling()
        // 2 + 3 yuan in the second year: a, for 18 in two years, rather than b, for 14.
        #expect(words(kept) == "c1 a2")
        #expect(kept.objective == 15 + 36)
        // All 6 yuan for all three years: c at once and a in the second is the most there is.
        let horizon = Self.problem(BuildOutLimits(budget: budget, carriesOver: true)).solvedHorizon()
        #expect(horizon.objective == 51)
        #expect(horizon.isProven)
    }

    /// The third and fourth rows are the worst served: d would serve the third only from the third year on, so b, then c.
    @Test func worstServedFirst() {
        let found = Self.problem(BuildOutLimits(perYear: 1), .equity, tenths: [9, 9, 0, 0]).solvedRolling()
        #expect(words(found) == "b1 c2 a3")
        #expect(found.objective == 6 * 3 + 5 * 2)
        #expect(
            found.openings.map(\.purpose) == [
                .objective(tenth: 0), .objective(tenth: 0), .objective(tenth: 9),
            ])
    }

    /// 24 of 29 are to be served in the second year: b and a do it for 9 yuan.
    ///
    /// By share of cost c comes first, and is
    /// taken back, since a and b are enough.
    @Test func leastCost() {
        let goal = BuildOutGoal(name: "share", cover: Self.service, needed: [24, 24, 24], due: 1)
        let problem = Self.problem(BuildOutLimits(), .lscp, goals: [goal])
        let found = problem.solvedHorizon()
        #expect(found.objective == 900)
        #expect(found.isProven)
        #expect(found.metFrom == [0])
        #expect(problem.solvedRolling().objective == 900)
    }

    /// 14 of the rows' weight by two options in two years: met from the first year on by a, so the goal holds three years.
    @Test func targetsSoonest() {
        let goal = BuildOutGoal(name: "t", cover: Self.service, needed: [14, 14, 14], due: 2)
        let found = Self.problem(BuildOutLimits(perYear: 1), .targets, goals: [goal]).solvedRolling()
        #expect(words(found) == "a1")
        #expect(found.objective == 3)
        #expect(found.isProven)
        #expect(found.metFrom == [0])
    }
}
