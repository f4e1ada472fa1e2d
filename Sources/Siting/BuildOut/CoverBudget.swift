/// What the rows of one need could come to for a sum of money: maximal covering under a budget (Church & ReVelle 1974).
///
/// Least cost is the smallest budget that buys what is needed. Of each budget the Lagrangian bound says what nothing that keeps
/// it serves more than; options that are dearer than the budget are left out of it, which makes the bound sharper than the linear
/// relaxation of least cost, where some of a dear option is enough.
struct CoverBudget {
    private let node: MedianNode
    private let units: WholeUnits
    /// What may be left out, in units, and more: whoever leaves out as much as this has too little.
    private let target: Int64
    private var multipliers: ContiguousArray<Int64> = []

    /// Writes the problem of one need.
    init(_ cover: LeastCostCover, need: LeastCostCover.Need) {
        let total = need.terms.reduce(0) { $0 + $1.weight }
        let units = WholeUnits(of: need.terms.map(\.weight), stake: total, total: total)
        let matrix = MedianMatrix(
            entries: need.terms.enumerated().lazy.flatMap { row, term in
                cover.rows[term.row].lazy.map { .init(row: row, column: Int($0), cost: 0) }
            }, columnCount: cover.costs.count,
            fallbacks: ContiguousArray(need.terms.map { units.count($0.weight) }))
        node = MedianNode(matrix, limit: cover.costs.count, prices: cover.costs)
        self.units = units
        // Rounding takes a unit a row at most.
        let left = Int64(((total - need.amount) * units.factor).rounded(.up))
        target = left + (units.isExact ? 0 : Int64(need.terms.count)) + units.tolerance
    }

    /// Whether the bound shows that a budget does not buy what is needed.
    ///
    /// - Parameters:
    ///   - budget: the budget, hundredths of a yuan.
    ///   - steps: how many subgradients it may take.
    /// - Returns: whether it is too little.
    mutating func isTooLittle(_ budget: Int64, steps: Int) -> Bool {
        var limited = node.limited(to: node.limit, budget: budget)
        limited.multipliers = multipliers
        let isDear = limited.prices.map { $0 > budget }
        guard let affordable = limited.deciding(isDear.map { $0 ? false : nil }, multipliers: multipliers),
            affordable.matrix.columnCount > 0
        else { return node.matrix.fallbacks.reduce(0, +) >= target }
        var dual = MedianDual(affordable, scale: 1, patience: 10)
        let isShown = dual.climb(steps: steps, incumbent: target, unit: units.tolerance)
        if affordable.matrix.rowCount == node.matrix.rowCount { multipliers = dual.best }
        return isShown
    }

    /// The smallest budget between two that the bound does not show to be too little, by halving.
    ///
    /// - Parameters:
    ///   - least: a budget that nothing less than is enough.
    ///   - most: one that is enough.
    ///   - unit: what costs are multiples of.
    ///   - steps: how many subgradients each budget may take.
    /// - Returns: a bound on what is needed costs.
    mutating func bound(from least: Int64, to most: Int64, unit: Int64, steps: Int) -> Int64 {
        var (low, high) = (least, most)
        for _ in 0..<8 where high - low > max(unit, high / 1000) {
            let middle = (low + (high - low) / 2) / unit * unit
            if isTooLittle(middle, steps: steps) { low = min(high, middle + unit) } else { high = middle }
        }
        // What is known to cost so much cannot be had for a unit less.
        if high == most, isTooLittle(most - unit, steps: steps) { return most }
        return low
    }
}
