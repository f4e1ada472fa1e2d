import Siting
import TestWorlds

/// A small build-out drawn by a seed: costs, running money, first years, groups (upgrades of one facility), goals, limits.
struct SeededBuildOutCase {
    let problem: BuildOutProblem

    init(seed: UInt64, objective: BuildOutProblem.Objective) {
        var generator = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { generator.int(in: range) }
        let years = draw(1...3)
        let optionCount = draw(2...5)
        let rowCount = draw(3...8)
        let hasGroups = draw(0...2) == 0
        let options = (0..<optionCount).map { index in
            let capital = Int64(draw(1...9) * 100)
            let isPublic = draw(0...3) == 0
            return BuildOutOption(
                id: "c\(index)", capital: capital,
                once: isPublic ? (0..<years).map { _ in Int64(draw(0...5) * 100) } : nil,
                yearly: isPublic ? (0..<years).map { _ in Int64(draw(0...2) * 100) } : nil,
                first: draw(0...5) == 0 ? draw(0...years) : 0,
                group: hasGroups && draw(0...1) == 0 ? draw(0...1) : nil, years: years)
        }
        func cover() -> YearlyCover {
            let base = (0..<rowCount).map { _ in Double(draw(0...20)) }
            let weights = (0..<years).map { year in
                base.map { draw(0...5) == 0 ? 0 : $0 + Double(year * draw(0...2)) }
            }
            let reach = draw(2...8)
            let rows = (0..<optionCount).map { _ in
                (0..<rowCount).filter { _ in draw(0...9) < reach }.map { Int32($0) }
            }
            return YearlyCover(weights: weights, rows: rows)
        }
        let service = cover()
        var goals: [BuildOutGoal] = []
        if objective == .targets || objective == .lscp {
            goals = (0..<draw(1...2)).map { index in
                let cover = cover()
                return BuildOutGoal(
                    name: "g\(index)", cover: cover, needed: (0..<years).map { _ in Double(draw(-5...40)) },
                    due: draw(0...(years - 1)))
            }
        }
        let kind = draw(0...3)
        let budget = (0..<years).map { _ in Int64(draw(0...12) * 100) }
        problem = BuildOutProblem(
            objective, years: years, options: options,
            limits: BuildOutLimits(
                perYear: kind == 1 || (kind == 3 && objective == .lscp) ? nil : draw(0...2),
                budget: kind == 0 || (kind == 3 && objective == .lscp) ? nil : budget,
                carriesOver: draw(0...1) == 1),
            service: service, discount: draw(0...1) == 0 ? 1 : 0.9,
            tenths: objective == .equity ? (0..<rowCount).map { _ in draw(0...2) } : [], goals: goals)
    }
}

/// The best of all ways to take options in years, tried one by one with arithmetic of its own.
struct BuildOutBruteForce {
    let problem: BuildOutProblem

    /// The best value of the objective; nothing where goals cannot all be met at least cost.
    func best() -> Double? {
        var best: Double?
        var choice = [Int](repeating: 0, count: problem.options.count)
        while true {
            if keepsLimits(choice), let value = value(of: choice) {
                best = best.map { problem.objective == .lscp ? min($0, value) : max($0, value) } ?? value
            }
            var position = 0
            while position < choice.count, choice[position] == problem.years {
                choice[position] = 0
                position += 1
            }
            guard position < choice.count else { return best }
            choice[position] += 1
        }
    }

    /// Whether a choice (the number of years: not taken) keeps first years, groups, numbers and money.
    func keepsLimits(_ choice: [Int]) -> Bool {
        var left: Int64 = 0
        for (index, option) in problem.options.enumerated() where choice[index] < problem.years {
            if choice[index] < option.first { return false }
            for other in problem.options.indices where other != index && choice[other] < problem.years {
                if let group = option.group, group == problem.options[other].group { return false }
            }
        }
        for year in 0..<problem.years {
            if let perYear = problem.limits.perYear, choice.count(where: { $0 == year }) > perYear {
                return false
            }
            guard let budget = problem.limits.budget else { continue }
            var spent: Int64 = 0
            for (index, option) in problem.options.enumerated() where choice[index] <= year {
                spent += option.yearly[year]
                if choice[index] == year { spent += option.once[year] }
            }
            let there = budget[year] + (problem.limits.carriesOver ? left : 0)
            if spent > there { return false }
            left = there - spent
        }
        return true
    }

    /// What goals lack from their years on: of each year the share of what it needs.
    func lacking(_ choice: [Int]) -> Double {
        problem.goals.reduce(0) { sum, goal in
            (goal.due..<problem.years).reduce(sum) { sum, year in
                guard goal.needed[year] > 0 else { return sum }
                let served = (0..<goal.cover.rowCount).filter {
                    isServed($0, in: year, by: choice, goal.cover)
                }
                .reduce(0.0) { $0 + goal.cover.weights[year][$1] }
                return sum + max(0, goal.needed[year] - served) / goal.needed[year]
            }
        }
    }

    /// The least that can be lacking, and the least that costs.
    func leastLacking() -> (lacking: Double, cost: Double) {
        var best = (lacking: Double.infinity, cost: Double.infinity)
        for choice in all() where keepsLimits(choice) {
            let lacking = (lacking(choice) * 1e7).rounded() / 1e7
            let cost = problem.options.indices.reduce(0) {
                $0 + (choice[$1] < problem.years ? Double(problem.options[$1].capital) : 0)
            }
            if (lacking, cost) < best { best = (lacking, cost) }
        }
        return best
    }

    /// All ways to take options in years, or not at all.
    private func all() -> [[Int]] {
        problem.options.indices.reduce([[]]) { ways, _ in
            ways.flatMap { way in (0...problem.years).map { way + [$0] } }
        }
    }

    private func value(of choice: [Int]) -> Double? {
        switch problem.objective {
        case .mclp, .equity:
            let worst = problem.tenths.min()
            var (sum, factor) = (0.0, 1.0)
            for year in 0..<problem.years {
                for row in 0..<problem.service.rowCount where worst == nil || problem.tenths[row] == worst {
                    if isServed(row, in: year, by: choice, problem.service) {
                        sum += factor * problem.service.weights[year][row]
                    }
                }
                factor *= problem.discount
            }
            return sum
        case .targets:
            return Double(
                problem.goals.reduce(0) { sum, goal in
                    sum
                        + (0..<problem.years).count {
                            isMet(goal, in: $0, by: choice) && !isMet(goal, in: $0, by: nothing)
                        }
                })
        case .lscp:
            for goal in problem.goals {
                for year in goal.due..<problem.years where !isMet(goal, in: year, by: choice) { return nil }
            }
            return problem.options.indices.reduce(0) {
                $0 + (choice[$1] < problem.years ? Double(problem.options[$1].capital) : 0)
            }
        }
    }

    /// No option in any year.
    private var nothing: [Int] { problem.options.map { _ in problem.years } }

    /// Whether an option of a choice can be left out: nobody is served later, the objective's value stays, and nothing more
    /// is lacking.
    func isNeedless(_ option: Int, in choice: [Int]) -> Bool {
        var without = choice
        without[option] = problem.years
        switch problem.objective {
        case .mclp, .equity:
            return (0..<problem.years).allSatisfy { year in
                (0..<problem.service.rowCount).allSatisfy { row in
                    problem.service.weights[year][row] == 0
                        || isServed(row, in: year, by: choice, problem.service)
                            == isServed(row, in: year, by: without, problem.service)
                }
            }
        case .targets: return value(of: without) == value(of: choice)
        case .lscp: return lacking(without) <= lacking(choice) + 1e-9
        }
    }

    /// What a choice serves of each tenth, the worst served first.
    func byTenths(_ choice: [Int]) -> [Double] {
        Set(problem.tenths).sorted().map { tenth in
            var (sum, factor) = (0.0, 1.0)
            for year in 0..<problem.years {
                for row in problem.tenths.indices where problem.tenths[row] == tenth {
                    if isServed(row, in: year, by: choice, problem.service) {
                        sum += factor * problem.service.weights[year][row]
                    }
                }
                factor *= problem.discount
            }
            return sum
        }
    }

    /// The best of all ways by tenths: of those that serve most of the first the most of the second, and so on.
    func bestByTenths() -> [Double] {
        all().filter(keepsLimits).map(byTenths).max { $0.lexicographicallyPrecedes($1) } ?? []
    }

    func isMet(_ goal: BuildOutGoal, in year: Int, by choice: [Int]) -> Bool {
        let sum = (0..<goal.cover.rowCount).reduce(0.0) { sum, row in
            sum + (isServed(row, in: year, by: choice, goal.cover) ? goal.cover.weights[year][row] : 0)
        }
        return sum >= goal.needed[year]
    }

    private func isServed(_ row: Int, in year: Int, by choice: [Int], _ cover: YearlyCover) -> Bool {
        choice.indices.contains { choice[$0] <= year && cover.rows[$0].contains(Int32(row)) }
    }
}
