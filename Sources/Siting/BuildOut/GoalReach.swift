/// How much of a goal any openings can reach in each year: a bound that leaves out that two options may serve the same rows.
struct GoalReach {
    private let goal: BuildOutGoal
    /// For each year what openings up to it can add at most.
    private let most: [Double]

    init(_ goal: BuildOutGoal, problem: BuildOutProblem) {
        self.goal = goal
        let limits = problem.limits
        var most: [Double] = []
        for year in 0..<problem.years {
            var isServed = [Bool](repeating: false, count: goal.cover.rowCount)
            var gains: [(gain: Double, price: Int64)] = []
            for (index, option) in problem.options.enumerated() where option.first <= year {
                var gain = 0.0
                for row in goal.cover.rows[index] {
                    gain += goal.cover.weights[year][Int(row)]
                    isServed[Int(row)] = true
                }
                guard gain > 0 else { continue }
                let opening = option.first...year
                gains.append((gain, opening.map { option.once[$0] }.min() ?? 0))
            }
            var bound = isServed.indices.reduce(0.0) {
                $0 + (isServed[$1] ? goal.cover.weights[year][$1] : 0)
            }
            if let perYear = limits.perYear {
                let number = perYear.multipliedReportingOverflow(by: year + 1)
                let count = number.overflow ? .max : number.partialValue
                bound = min(bound, gains.map(\.gain).sorted(by: >).prefix(count).reduce(0, +))
            }
            if let budget = limits.budget {
                bound = min(bound, Self.bought(gains, for: budget[...year].reduce(0, +)))
            }
            most.append(bound)
        }
        self.most = most
    }

    /// Whether a year can possibly meet the goal.
    func isWithinReach(in year: Int) -> Bool {
        let needed = goal.needed[year]
        return most[year] >= needed - 1e-9 * max(1, abs(needed))
    }

    /// What money buys if options can be had in parts, the best for their money first (Dantzig 1957).
    private static func bought(_ gains: [(gain: Double, price: Int64)], for money: Int64) -> Double {
        var left = Double(money)
        var sum = 0.0
        let order = gains.sorted { $0.gain * Double($1.price) > $1.gain * Double($0.price) }
        for (gain, price) in order {
            if Double(price) <= left {
                sum += gain
                left -= Double(price)
            } else {
                return sum + gain * left / Double(price)
            }
        }
        return sum
    }
}
