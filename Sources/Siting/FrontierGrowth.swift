/// A choice that grows from limit to limit, and the multipliers that bound it.
struct FrontierGrowth {
    private let problem: SitingProblem
    private let whole: MedianNode
    private let units: WholeUnits
    private let prices: [Int64]
    private let reachedWeight: Double
    /// The columns of the best choice so far, by their names in the whole problem.
    private var chosen: [Int] = []
    private var multipliers: ContiguousArray<Int64> = []

    /// How many subgradients each limit takes, and how many exchanges from what they choose.
    private static let steps = 120
    private static let exchanges = 200

    /// Starts with what stands and what is required.
    ///
    /// - Parameters:
    ///   - problem: the candidates, and whom they reach; its own limits do not matter.
    ///   - isMoney: whether the limits are of money.
    init(_ problem: SitingProblem, isMoney: Bool) {
        self.problem = problem
        let table = problem.table
        let (isReached, weight) = problem.reached
        reachedWeight = weight
        let units = WholeUnits(of: table.demands.map(\.weight), stake: weight, total: weight)
        self.units = units
        let matrix = MedianMatrix(
            entries: table.pairs.filter { table.candidates[$0.candidate].state != .excluded }.map {
                .init(row: $0.demand, column: $0.candidate, cost: 0)
            }, columnCount: table.candidates.count,
            fallbacks: ContiguousArray(
                table.demands.enumerated().map { isReached[$0] ? units.count($1.weight) : 0 }))
        let prices = table.candidates.map { candidate in
            candidate.state == .existing ? 0 : Int64(((candidate.cost ?? 0) * 100).rounded())
        }
        self.prices = prices
        let node = MedianNode(
            matrix, limit: table.candidates.count, prices: isMoney ? prices : [])
        // What stands or is required is in from the start; without limits nothing can break them.
        whole = node.deciding(problem.settled, multipliers: []) ?? node
    }

    /// The best choice found under a limit that is no lower than the last one.
    mutating func point(p: Int?, budget: Double?) -> SitingFrontier.Point {
        let required = problem.table.candidates.indices.filter {
            problem.table.candidates[$0].state == .required
        }
        let money = budget.map { Int64(($0 * 100 + 1e-6).rounded(.down)) }
        let spent = required.reduce(0) { $0 + prices[$1] }
        var node = whole.limited(
            to: p.map { $0 - required.count } ?? whole.names.count, budget: money.map { $0 - spent })
        node.multipliers = multipliers
        // What a limit cannot pay at all is left out, and takes no part in its bound.
        let isDear = node.prices.map { $0 > node.budget }
        let isWhole = !isDear.contains(true)
        if !isWhole {
            node = node.deciding(isDear.map { $0 ? false : nil }, multipliers: multipliers) ?? node
        }
        var places: [Int: Int] = [:]
        for (column, name) in node.names.enumerated() { places[name] = column }
        let columns = chosen.compactMap { places[$0] }
        var best = MedianInterchange(node)
        func grown(from start: [Int], perYuan: Bool, exchanges: Int) -> MedianInterchange {
            var choice = MedianInterchange(node)
            choice.restart(with: start)
            choice.addGreedily(perYuan: perYuan)
            choice.descend(steps: exchanges)
            return choice
        }
        func take(_ choice: MedianInterchange) { if choice.cost < best.cost { best = choice } }
        take(grown(from: columns, perYuan: false, exchanges: .max))
        if money != nil {
            take(grown(from: columns, perYuan: true, exchanges: .max))
            take(grown(from: [], perYuan: true, exchanges: .max))
        }
        var isProven = node.limit == 0 || node.names.isEmpty
        var bound = isProven ? best.cost : Int64.min
        if !isProven {
            var dual = MedianDual(node, scale: 1, patience: 10)
            for _ in 0..<4 where !isProven {
                isProven = dual.climb(
                    steps: Self.steps / 4, incumbent: best.cost, unit: units.tolerance)
                bound = max(bound, min(dual.bound, best.cost))
                take(grown(from: dual.latest, perYuan: false, exchanges: Self.exchanges))
            }
            if isWhole { multipliers = dual.best }
        }
        chosen = best.columns.map { node.names[$0] }
        let sites = (whole.chosen + chosen).filter {
            problem.table.candidates[$0].state != .existing
        }.sorted()
        let served = problem.served(by: sites)
        let least = units.lowerBound(isProven ? best.cost : bound, terms: problem.table.demands.count)
        return SitingFrontier.Point(
            p: p, budget: budget, sites: sites, cost: problem.statedCost(of: sites), served: served,
            bound: isProven ? served : max(served, reachedWeight - max(0, least)))
    }
}

extension SitingProblem {
    /// The weight that some new sites and what exists serve.
    fileprivate func served(by sites: [Int]) -> Double {
        var isOpen = table.candidates.map { $0.state == .existing }
        for site in sites { isOpen[site] = true }
        var isServed = [Bool](repeating: false, count: table.demands.count)
        for pair in table.pairs where isOpen[pair.candidate] { isServed[pair.demand] = true }
        return zip(table.demands, isServed).reduce(0) { $0 + ($1.1 ? $1.0.weight : 0) }
    }
}
