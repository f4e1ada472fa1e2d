/// The fewest columns that serve every row.
///
/// Reductions force columns and leave parts that share nothing (Toregas & ReVelle 1972); each part gets a cover by
/// row weighting, a bound by Lagrange or the linear relaxation, rounded up to whole columns, and CBC for what is left.
struct CoverSearch {
    /// The best cover.
    private(set) var columns: [Int] = []
    /// How many columns no cover has fewer than.
    private(set) var bound = 0

    private static let unit: Int64 = 1 << 20

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
            fallbacks: ContiguousArray(repeating: 2 * CoverSearch.unit, count: rows.count))
        guard
            let start = MedianNode(matrix, limit: .max, fee: CoverSearch.unit).deciding(
                fixed, multipliers: []),
            let core = start.reduced(servesAll: true)
        else { return }
        columns = core.chosen
        bound = core.chosen.count
        for part in core.components() {
            let (cover, least) = solve(part, effort: effort)
            columns += cover.map { part.names[$0] }
            bound += least
        }
        columns.sort()
    }

    private func solve(_ part: MedianNode, effort: SitingEffort) -> (cover: [Int], bound: Int) {
        let unit = CoverSearch.unit
        var covers = RowWeighting(part.matrix)
        covers.run(steps: min(60_000, part.matrix.entryCount * 40))
        let cover = covers.best
        var dual = MedianDual(part, scale: 1, patience: 20)
        let target = part.constant + Int64(cover.count) * unit
        if dual.climb(steps: 400, incumbent: target, unit: unit) { return (cover, cover.count) }
        let (relaxed, _) = program(part, isWhole: false)
        let linear = relaxed.minimised(nodes: 0).bound
        let least = Int((max(linear, Double(dual.bound - part.constant) / Double(unit)) - 1e-6).rounded(.up))
        if least >= cover.count || effort.nodes == 0 { return (cover, min(least, cover.count)) }
        let (whole, isIn) = program(part, isWhole: true)
        let outcome = whole.minimised(
            nodes: (effort.nodes + 1) / 2, cutoff: Double(cover.count) - 0.5, aid: .presolve)
        var best = cover
        if let values = outcome.values {
            let found = isIn.filter { values[$0] > 0.5 }
            if found.count < best.count { best = found }
        }
        if outcome.isComplete { return (best, best.count) }
        return (best, Int(min(Double(best.count), max(Double(least), (outcome.bound - 1e-6).rounded(.up)))))
    }

    private func program(_ part: MedianNode, isWhole: Bool) -> (IntegerProgram, columns: [Int]) {
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
