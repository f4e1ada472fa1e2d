/// What has to be served for the goals of a build-out of least cost, with the time of openings left out.
///
/// What an option costs does not depend on when it opens, so no openings that meet the goals cost less than the cheapest
/// options that could meet them if each stood from its first year on, whatever yearly limits say.
struct LeastCostCover {
    /// An amount to be served, and what each row adds to it.
    struct Need {
        let amount: Double
        let terms: [(row: Int, weight: Double)]
    }

    /// What each option costs, hundredths of a yuan.
    let costs: [Int64]
    /// The options of each group with several, of which at most one is taken.
    let rivals: [[Int]]
    /// Rows that the same options serve are one; the options of each, ascending.
    private(set) var rows: [[Int32]] = []
    /// Rows that have to be served themselves come first, with a need each.
    private(set) var needs: [Need] = []
    /// What all costs are multiples of.
    let unit: Int64
    /// For each option those that serve any of its rows, itself among them, ascending.
    private(set) var near: [[Int32]] = []

    /// Writes down what goals need, as far as a draft meets them.
    ///
    /// - Parameters:
    ///   - problem: the problem.
    ///   - draft: openings; where they fall short of a goal, no more is asked for than they reach.
    init(_ problem: BuildOutProblem, asMuchAs draft: BuildOutDraft) {
        costs = problem.options.map(\.capital)
        unit = LeastCostCover.unit(of: problem.options)
        rivals = problem.groups.filter { $0.count > 1 }
        var known: [[Int32]: Int] = [:]
        var isWhole: [Bool] = []
        var parts: [(amount: Double, weights: [(row: Int, weight: Double)])] = []
        for (index, goal) in problem.goals.enumerated() {
            for year in goal.due..<max(goal.due, problem.years) {
                let needed = min(goal.needed[year], draft.goals[index].value(in: year))
                let slack = 1e-9 * max(1, abs(goal.needed[year]))
                guard needed > slack else { continue }
                var sums: [Int: Double] = [:]
                var order: [Int] = []
                for (row, options) in draft.goals[index].servers.enumerated() {
                    let weight = goal.cover.weights[year][row]
                    let open = options.filter { problem.options[Int($0)].first <= year }
                    guard weight > 0, !open.isEmpty else { continue }
                    let place = known[open] ?? rows.count
                    if place == rows.count {
                        known[open] = place
                        rows.append(open)
                        isWhole.append(false)
                    }
                    if sums[place] == nil { order.append(place) }
                    sums[place, default: 0] += weight
                }
                let all = order.reduce(0) { $0 + (sums[$1] ?? 0) }
                // Without a row that weighs more than what may be left out, the goal is out of reach.
                for row in order where all - (sums[row] ?? 0) < needed - slack { isWhole[row] = true }
                parts.append((needed - slack, order.map { ($0, sums[$0] ?? 0) }))
            }
        }
        for row in rows.indices where isWhole[row] { needs.append(Need(amount: 1, terms: [(row, 1)])) }
        for part in parts {
            var amount = part.amount
            var terms: [(row: Int, weight: Double)] = []
            for term in part.weights {
                if isWhole[term.row] { amount -= term.weight } else { terms.append(term) }
            }
            guard amount > 0, !terms.isEmpty else { continue }
            needs.append(Need(amount: amount, terms: terms))
        }
        near = neighbourhoods
    }

    private var neighbourhoods: [[Int32]] {
        var rowsOf = [[Int]](repeating: [], count: costs.count)
        for (row, options) in rows.enumerated() { for option in options { rowsOf[Int(option)].append(row) } }
        var seen = [Int](repeating: -1, count: costs.count)
        return costs.indices.map { option in
            for row in rowsOf[option] { for other in rows[row] { seen[Int(other)] = option } }
            return costs.indices.filter { seen[$0] == option }.map { Int32($0) }
        }
    }

    /// Whether CBC needs little time for it.
    var isSmall: Bool { rows.reduce(0) { $0 + $1.count } + needs.reduce(0) { $0 + $1.terms.count } <= 5000 }

    /// How many nodes CBC may look at: each takes as long as many of a smaller program's, longest where much may be left out.
    func nodes(_ effort: SitingEffort) -> Int {
        let isLoose = needs.contains { $0.terms.count > 2000 }
        return isLoose ? effort.nodes / 400 : (effort.nodes + 19) / 20
    }

    /// What the costs of options are multiples of, hundredths of a yuan.
    static func unit(of options: [BuildOutOption]) -> Int64 {
        max(1, options.reduce(0) { divisor($0, $1.capital) })
    }

    private static func divisor(_ a: Int64, _ b: Int64) -> Int64 {
        var (a, b) = (abs(a), abs(b))
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
