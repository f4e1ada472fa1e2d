extension MedianNode {
    /// The problem without what cannot matter.
    ///
    /// - A column goes that another beats in every row, for no higher price.
    /// - Where every row is to be served (a covering problem with a fee per column), a row goes that is served wherever
    ///   another is, and a column is in that alone serves a row (Toregas & ReVelle 1972).
    ///
    /// The cost of the best choice stays what it is.
    ///
    /// - Parameter servesAll: whether the best choice serves every row.
    /// - Returns: The smaller problem; nothing where what it forces breaks a limit.
    func reduced(servesAll: Bool) -> MedianNode? {
        var node = self
        while true {
            var fixed = [Bool?](repeating: nil, count: node.matrix.columnCount)
            node.beaten(into: &fixed)
            var needless: [Bool] = []
            if servesAll {
                needless = node.needlessRows(fixed)
                for row in 0..<node.matrix.rowCount where !needless[row] {
                    var last: Int?
                    var count = 0
                    for e in node.matrix.entries(ofRow: row)
                    where fixed[Int(node.matrix.rowColumns[e])] != false {
                        count += 1
                        last = Int(node.matrix.rowColumns[e])
                    }
                    if count == 1, let last { fixed[last] = true }
                }
            }
            guard fixed.contains(where: { $0 != nil }) || needless.contains(true) else { return node }
            guard let smaller = node.deciding(fixed, multipliers: node.multipliers, without: needless) else {
                return nil
            }
            node = smaller
        }
    }

    /// Decides against the columns that another beats.
    private func beaten(into fixed: inout [Bool?]) {
        for column in 0..<matrix.columnCount {
            let entries = matrix.entries(ofColumn: column)
            // Whatever beats it serves its row with fewest entries too.
            guard let rarest = entries.min(by: { rowLength($0) < rowLength($1) }) else { continue }
            for e in matrix.entries(ofRow: Int(matrix.columnRows[rarest])) {
                let other = Int(matrix.rowColumns[e])
                guard other != column, fixed[other] != false else { continue }
                guard prices.isEmpty || prices[other] <= prices[column] else { continue }
                let others = matrix.entries(ofColumn: other)
                guard others.count >= entries.count else { continue }
                if serves(others, entries) {
                    // Of two that are equal the first stays.
                    if others.count == entries.count, other > column, serves(entries, others),
                        prices.isEmpty || prices[other] == prices[column]
                    {
                        continue
                    }
                    fixed[column] = false
                    break
                }
            }
        }
    }

    private func rowLength(_ entry: Int) -> Int { matrix.entries(ofRow: Int(matrix.columnRows[entry])).count }

    /// Whether one column serves every row of another for no more.
    private func serves(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        var place = one.lowerBound
        for e in other {
            while place < one.upperBound, matrix.columnRows[place] < matrix.columnRows[e] { place += 1 }
            guard place < one.upperBound, matrix.columnRows[place] == matrix.columnRows[e],
                matrix.columnCosts[place] <= matrix.columnCosts[e]
            else { return false }
        }
        return true
    }

    /// The rows that are served wherever another is.
    private func needlessRows(_ fixed: [Bool?]) -> [Bool] {
        var needless = [Bool](repeating: false, count: matrix.rowCount)
        let columns = (0..<matrix.rowCount).map { row in
            matrix.entries(ofRow: row).map { Int(matrix.rowColumns[$0]) }.filter { fixed[$0] != false }
        }
        for row in columns.indices {
            guard let rarest = columns[row].min(by: { columnLength($0) < columnLength($1) }) else { continue }
            for e in matrix.entries(ofColumn: rarest) {
                let other = Int(matrix.columnRows[e])
                guard other != row, !needless[other], columns[other].count >= columns[row].count else {
                    continue
                }
                if columns[other].count == columns[row].count, other < row { continue }
                if MedianNode.contains(columns[other], columns[row]) { needless[other] = true }
            }
        }
        return needless
    }

    private func columnLength(_ column: Int) -> Int { matrix.entries(ofColumn: column).count }

    /// Whether one ascending list holds all of another.
    private static func contains(_ one: [Int], _ other: [Int]) -> Bool {
        var place = 0
        for item in other {
            while place < one.count, one[place] < item { place += 1 }
            guard place < one.count, one[place] == item else { return false }
        }
        return true
    }

    /// The parts that share neither rows nor columns, by their first column, each with its own columns only.
    func components() -> [MedianNode] {
        var part = [Int](repeating: -1, count: matrix.columnCount)
        var count = 0
        for start in 0..<matrix.columnCount where part[start] < 0 {
            var open = [start]
            part[start] = count
            while let column = open.popLast() {
                for e in matrix.entries(ofColumn: column) {
                    for other in matrix.entries(ofRow: Int(matrix.columnRows[e])) {
                        let next = Int(matrix.rowColumns[other])
                        if part[next] < 0 {
                            part[next] = count
                            open.append(next)
                        }
                    }
                }
            }
            count += 1
        }
        return (0..<count).compactMap { index in
            var needless = [Bool](repeating: true, count: matrix.rowCount)
            for column in 0..<matrix.columnCount where part[column] == index {
                for e in matrix.entries(ofColumn: column) { needless[Int(matrix.columnRows[e])] = false }
            }
            return deciding(
                part.map { $0 == index ? nil : false }, multipliers: multipliers, without: needless)
        }
    }
}
