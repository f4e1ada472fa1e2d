/// Covers that get smaller by exchange, led by rows that stay uncovered long (Gao, Weise & Li 2015).
///
/// Whenever a cover is found a column is taken away; then one column goes and one comes in, and what is still
/// uncovered weighs more from step to step. Ties go to the column that has stood longest.
struct RowWeighting {
    private let matrix: MedianMatrix
    private var isChosen: [Bool]
    private var weights: [Int]
    private var coverage: [Int32]
    /// What a column would gain, or its loss as a negative number.
    private var scores: [Int]
    private var changed: [Int]
    private var mayEnter: [Bool]
    private var chosen = 0
    private var uncovered: [Int] = []
    private var place: [Int]

    /// The smallest cover found.
    private(set) var best: [Int] = []

    /// Starts from all columns.
    init(_ matrix: MedianMatrix) {
        self.matrix = matrix
        isChosen = Array(repeating: false, count: matrix.columnCount)
        weights = Array(repeating: 1, count: matrix.rowCount)
        coverage = Array(repeating: 0, count: matrix.rowCount)
        scores = (0..<matrix.columnCount).map { matrix.entries(ofColumn: $0).count }
        changed = Array(repeating: 0, count: matrix.columnCount)
        mayEnter = Array(repeating: true, count: matrix.columnCount)
        uncovered = Array(0..<matrix.rowCount)
        place = Array(0..<matrix.rowCount)
        best = Array(0..<matrix.columnCount)
    }

    /// Searches.
    ///
    /// - Parameter steps: how many exchanges.
    mutating func run(steps: Int) {
        var generator: UInt64 = 0x9E37_79B9_7F4A_7C15
        while !uncovered.isEmpty {
            guard let column = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }) else { return }
            flip(column)
        }
        var last = -1
        for step in 1...max(1, steps) {
            while uncovered.isEmpty {
                best = isChosen.indices.filter { isChosen[$0] }
                guard let column = leaving(except: -1) else { return }
                flip(column)
                changed[column] = step
            }
            guard let out = leaving(except: last) else { return }
            flip(out)
            mayEnter[out] = false
            changed[out] = step
            guard !uncovered.isEmpty else { continue }
            generator = generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let row = uncovered[Int((generator >> 33) % UInt64(uncovered.count))]
            var entering = -1
            for e in matrix.entries(ofRow: row) {
                let column = Int(matrix.rowColumns[e])
                guard mayEnter[column] else { continue }
                if entering < 0 || (scores[column], -changed[column]) > (scores[entering], -changed[entering])
                {
                    entering = column
                }
            }
            guard entering >= 0 else { continue }
            flip(entering)
            changed[entering] = step
            last = entering
            for row in uncovered {
                weights[row] += 1
                for e in matrix.entries(ofRow: row) { scores[Int(matrix.rowColumns[e])] += 1 }
            }
        }
    }

    private func leaving(except last: Int) -> Int? {
        var best: Int?
        for column in isChosen.indices where isChosen[column] && column != last {
            guard let other = best else {
                best = column
                continue
            }
            if (scores[column], -changed[column]) > (scores[other], -changed[other]) { best = column }
        }
        return best
    }

    /// Puts a column in, or takes it out.
    private mutating func flip(_ column: Int) {
        let isEntering = !isChosen[column]
        isChosen[column] = isEntering
        scores[column] = -scores[column]
        for e in matrix.entries(ofColumn: column) {
            let row = Int(matrix.columnRows[e])
            let before = coverage[row]
            coverage[row] += isEntering ? 1 : -1
            // Who else would cover the row alone, or would no longer.
            let (alone, sign) = isEntering ? (before, -1) : (before - 1, 1)
            if alone == 0 {
                note(row, isUncovered: !isEntering)
                for f in matrix.entries(ofRow: row) where Int(matrix.rowColumns[f]) != column {
                    let other = Int(matrix.rowColumns[f])
                    scores[other] += sign * weights[row]
                    mayEnter[other] = true
                }
            } else {
                for f in matrix.entries(ofRow: row) {
                    let other = Int(matrix.rowColumns[f])
                    guard other != column else { continue }
                    mayEnter[other] = true
                    if alone == 1, isChosen[other] { scores[other] -= sign * weights[row] }
                }
            }
        }
    }

    private mutating func note(_ row: Int, isUncovered: Bool) {
        if isUncovered {
            place[row] = uncovered.count
            uncovered.append(row)
        } else {
            let last = uncovered.removeLast()
            if last != row {
                uncovered[place[row]] = last
                place[last] = place[row]
            }
        }
    }
}
