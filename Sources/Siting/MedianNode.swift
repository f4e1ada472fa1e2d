/// A part of a median problem that is still to be decided: some columns are in, some are out, the rest is open.
///
/// What is decided is worked into the numbers: the rows' fallbacks are what the columns that are in serve them for,
/// rows that nothing open can serve for less are summed in the constant, and rows alike are merged.
struct MedianNode: Sendable {
    let matrix: MedianMatrix
    /// What the open columns were called in the whole problem.
    let names: [Int]
    /// What the open columns cost, where money is limited; else empty.
    let prices: [Int64]
    /// How many more columns may be chosen.
    let limit: Int
    /// How much more money may be spent.
    let budget: Int64
    /// What each chosen column costs, in units of the objective: 0 where only their number or price is limited.
    let fee: Int64
    /// The columns that are in, by their names in the whole problem.
    let chosen: [Int]
    /// What rows without open columns cost.
    let constant: Int64
    /// A multiplier for each row to start the bound from.
    var multipliers: ContiguousArray<Int64>

    /// The whole problem.
    init(_ matrix: MedianMatrix, limit: Int, prices: [Int64] = [], budget: Int64 = .max, fee: Int64 = 0) {
        self.fee = fee
        self.matrix = matrix
        names = Array(0..<matrix.columnCount)
        self.prices = prices
        self.limit = limit
        self.budget = budget
        chosen = []
        constant = 0
        multipliers = []
    }

    private init(
        matrix: MedianMatrix, names: [Int], prices: [Int64], limit: Int, budget: Int64, fee: Int64,
        chosen: [Int], constant: Int64, multipliers: ContiguousArray<Int64>
    ) {
        self.matrix = matrix
        self.names = names
        self.prices = prices
        self.limit = limit
        self.budget = budget
        self.fee = fee
        self.chosen = chosen
        self.constant = constant
        self.multipliers = multipliers
    }

    /// Whether nothing is left to choose.
    var isDecided: Bool { limit == 0 || matrix.columnCount == 0 }

    /// The same columns under other limits, and without multipliers.
    ///
    /// - Parameters:
    ///   - limit: how many more columns may be chosen.
    ///   - budget: how much more money may be spent; nothing where it is not limited.
    /// - Returns: the node.
    func limited(to limit: Int, budget: Int64?) -> MedianNode {
        MedianNode(
            matrix: matrix, names: names, prices: prices, limit: limit, budget: budget ?? .max, fee: fee,
            chosen: chosen, constant: constant, multipliers: [])
    }

    /// The node with more columns decided.
    ///
    /// - Parameters:
    ///   - fixed: for each open column whether it is now in, out, or open still (nothing).
    ///   - multipliers: for each row, the best known.
    ///   - needless: rows that cost nothing wherever the others do not.
    /// - Returns: The smaller node; nothing where the columns that are in break a limit.
    func deciding(
        _ fixed: [Bool?], multipliers: ContiguousArray<Int64>, without needless: [Bool] = []
    ) -> MedianNode? {
        var fallbacks = matrix.fallbacks
        var (limit, budget, chosen) = (limit, budget, chosen)
        for (column, state) in fixed.enumerated() where state == true {
            limit -= 1
            if !prices.isEmpty { budget -= prices[column] }
            chosen.append(names[column])
            for e in matrix.entries(ofColumn: column) {
                let row = Int(matrix.columnRows[e])
                fallbacks[row] = min(fallbacks[row], matrix.columnCosts[e])
            }
        }
        guard limit >= 0, budget >= 0 else { return nil }
        var columns = [Int32](repeating: -1, count: matrix.columnCount)
        var open: [Int] = []
        for column in 0..<matrix.columnCount where fixed[column] == nil && limit > 0 {
            if !prices.isEmpty, prices[column] > budget { continue }
            var isUseful = false
            for e in matrix.entries(ofColumn: column)
            where matrix.columnCosts[e] < fallbacks[Int(matrix.columnRows[e])] {
                isUseful = true
                break
            }
            guard isUseful else { continue }
            columns[column] = Int32(open.count)
            open.append(column)
        }
        var rows = MergedRows()
        var constant = constant + Int64(chosen.count - self.chosen.count) * fee
        for row in 0..<matrix.rowCount where needless.isEmpty || !needless[row] {
            rows.begin()
            for e in matrix.entries(ofRow: row) {
                let column = columns[Int(matrix.rowColumns[e])]
                if column >= 0, matrix.rowCosts[e] < fallbacks[row] {
                    rows.add(column: column, cost: matrix.rowCosts[e])
                }
            }
            let multiplier = multipliers.isEmpty ? 0 : min(multipliers[row], fallbacks[row])
            constant += rows.end(fallback: fallbacks[row], multiplier: multiplier)
        }
        return MedianNode(
            matrix: MedianMatrix(entries: rows.entries, columnCount: open.count, fallbacks: rows.fallbacks),
            names: open.map { names[$0] }, prices: prices.isEmpty ? [] : open.map { prices[$0] },
            limit: limit, budget: budget, fee: fee, chosen: chosen, constant: constant,
            multipliers: multipliers.isEmpty ? [] : rows.multipliers)
    }
}
