/// The fewest columns that serve every row.
///
/// Reductions force columns and leave parts that share nothing (Toregas & ReVelle 1972); each part gets a cover by
/// row weighting, a bound by Lagrange or the linear relaxation, rounded up to whole columns, and CBC to raise that bound a column
/// at a time.
struct CoverSearch {
    /// The best cover.
    private(set) var columns: [Int] = []
    /// How many columns no cover has fewer than.
    private(set) var bound = 0

    /// Searches.
    ///
    /// - Parameters:
    ///   - rows: the columns that serve each row, ascending, one at least.
    ///   - columnCount: how many columns there are.
    ///   - fixed: which columns are in or out from the start.
    ///   - effort: how far to go.
    mutating func run(_ rows: [[Int]], columnCount: Int, fixed: [Bool?], effort: SitingEffort) {
        let matrix = MedianMatrix(
            entries: rows.enumerated().lazy.flatMap { row, columns in
                columns.lazy.map { .init(row: row, column: $0, cost: 0) }
            }, columnCount: columnCount,
            fallbacks: ContiguousArray(repeating: 2 * Part.unit, count: rows.count))
        guard
            let start = MedianNode(matrix, limit: .max, fee: Part.unit).deciding(
                fixed, multipliers: []),
            let core = start.reduced(servesAll: true)
        else { return }
        columns = core.chosen
        bound = core.chosen.count
        var parts = core.components().map { Part($0) }
        prove(&parts, nodes: (effort.nodes + 1) / 2)
        for part in parts {
            columns += part.cover
            bound += part.least
        }
        columns.sort()
    }

    /// Raises the bounds of parts, or betters their covers, one column at a time: small parts before large ones.
    ///
    /// Where less than a third of the nodes is left, nothing more is likely to be shown with them.
    private func prove(_ parts: inout [Part], nodes: Int) {
        var left = nodes
        var open = parts.indices.filter { !parts[$0].isProven }.sorted {
            (parts[$0].node.matrix.entryCount, $0) < (parts[$1].node.matrix.entryCount, $1)
        }
        while !open.isEmpty {
            var next: [Int] = []
            for index in open {
                guard left > 0, left * 3 >= nodes else { return }
                let (isDone, count) = parts[index].step(nodes: left)
                left -= max(1, count)
                if isDone, !parts[index].isProven { next.append(index) }
            }
            open = next
        }
    }
}

/// A part of a cover that shares nothing with others: its best cover, and how many columns it needs at least.
private struct Part {
    let node: MedianNode
    /// The best cover, by the columns' names in the whole problem.
    private(set) var cover: [Int]
    private(set) var least: Int
    private let relaxed: IntegerProgram.Outcome?

    static let unit: Int64 = 1 << 20

    var isProven: Bool { least >= cover.count }

    /// A cover by row weighting, a bound by Lagrange or by the linear relaxation.
    init(_ node: MedianNode) {
        self.node = node
        var covers = RowWeighting(node.matrix)
        covers.run(steps: min(60_000, node.matrix.entryCount * 40))
        cover = covers.best.map { node.names[$0] }
        var dual = MedianDual(node, scale: 1, patience: 20)
        let target = node.constant + Int64(cover.count) * Part.unit
        guard !dual.climb(steps: 400, incumbent: target, unit: Part.unit) else {
            (least, relaxed) = (cover.count, nil)
            return
        }
        let relaxed = Part.program(node, isWhole: false).0.minimised(nodes: 0)
        let linear = max(relaxed.bound, Double(dual.bound - node.constant) / Double(Part.unit))
        least = min(cover.count, Int((linear - 1e-6).rounded(.up)))
        self.relaxed = relaxed
    }

    /// Looks for a cover of as many columns as are known to be needed.
    ///
    /// So little room cuts off most of the tree: that there is no such cover takes a fraction of the nodes that it takes to show
    /// that none is better than the best known. Then one column more is needed.
    ///
    /// - Parameter nodes: how many nodes CBC looks at, at most.
    /// - Returns: whether that settled it, and how many nodes were looked at.
    mutating func step(nodes: Int) -> (isDone: Bool, nodes: Int) {
        guard let rest = narrowed else {
            least += 1
            return (true, 0)
        }
        let chosen = Array(rest.chosen.dropFirst(node.chosen.count))
        let (whole, isIn) = Part.program(rest, isWhole: true)
        let outcome = whole.minimised(
            nodes: nodes, cutoff: Double(least - chosen.count) + 0.5, aid: .presolve)
        if let values = outcome.values {
            let found = isIn.indices.filter { values[isIn[$0]] > 0.5 }
            if found.count + chosen.count <= least {
                cover = chosen + found.map { rest.names[$0] }
                return (true, outcome.nodes)
            }
        }
        if outcome.isComplete { least += 1 }
        return (outcome.isComplete, outcome.nodes)
    }

    /// The part without the columns that reduced costs decide, of covers no larger than the bound; nothing where there is none.
    private var narrowed: MedianNode? {
        var fixed = [Bool?](repeating: nil, count: node.matrix.columnCount)
        if let relaxed, let values = relaxed.values, let costs = relaxed.reducedCosts {
            for column in fixed.indices where relaxed.bound + abs(costs[column]) > Double(least) + 1e-6 {
                if values[column] < 1e-6, costs[column] > 0 { fixed[column] = false }
                if values[column] > 1 - 1e-6, costs[column] < 0 { fixed[column] = true }
            }
        }
        guard let rest = node.deciding(fixed, multipliers: [])?.reduced(servesAll: true) else { return nil }
        // A row that nothing may serve any more costs more than columns do.
        let taken = rest.chosen.count - node.chosen.count
        let isServed = rest.constant - node.constant == Int64(taken) * Part.unit
        return isServed && taken <= least ? rest : nil
    }

    private static func program(
        _ part: MedianNode, isWhole: Bool
    ) -> (IntegerProgram, columns: [Int]) {
        var program = IntegerProgram()
        let isIn = (0..<part.matrix.columnCount).map { _ in program.addColumn(cost: 1, isWhole: isWhole) }
        for row in 0..<part.matrix.rowCount {
            program.addRow(
                part.matrix.entries(ofRow: row).map { (isIn[Int(part.matrix.rowColumns[$0])], 1) }, atLeast: 1
            )
        }
        return (program, isIn)
    }
}
