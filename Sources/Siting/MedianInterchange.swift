/// A choice of columns that is made better by exchanging one for another (Teitz & Bart 1968).
///
/// What an exchange brings is split as Resende & Werneck 2007 split it: what the new column gains, what the old one
/// loses, and what the two have in common; one pass over the matrix finds the best exchange of all.
struct MedianInterchange {
    let node: MedianNode
    private(set) var isChosen: [Bool]
    private(set) var columns: [Int] = []
    /// What the choice costs, the node's constant with it.
    private(set) var cost: Int64
    private(set) var spent: Int64 = 0

    /// The cheapest chosen entry of each row and its column (-1: the fallback), and the second.
    private var first: ContiguousArray<Int64>
    private var second: ContiguousArray<Int64>
    private var firstColumn: ContiguousArray<Int32>
    private var secondColumn: ContiguousArray<Int32>
    private var losses: ContiguousArray<Int64>
    private var extras: ContiguousArray<Int64>

    init(_ node: MedianNode) {
        self.node = node
        let (rows, columns) = (node.matrix.rowCount, node.matrix.columnCount)
        isChosen = Array(repeating: false, count: columns)
        first = node.matrix.fallbacks
        second = node.matrix.fallbacks
        firstColumn = ContiguousArray(repeating: -1, count: rows)
        secondColumn = ContiguousArray(repeating: -1, count: rows)
        losses = ContiguousArray(repeating: 0, count: columns)
        extras = ContiguousArray(repeating: 0, count: columns)
        cost = node.constant + node.matrix.fallbacks.reduce(0, +)
    }

    private func price(_ column: Int) -> Int64 { node.prices.isEmpty ? 0 : node.prices[column] }

    /// Chooses these columns instead of the present ones.
    mutating func restart(with choice: [Int]) {
        for column in columns { remove(column) }
        for column in choice where columns.count < node.limit && !isChosen[column] {
            if spent + price(column) <= node.budget { add(column) }
        }
    }

    /// Adds the column that brings most, by itself or per yuan, until the limits are reached; what each brings is
    /// looked at anew only where it may be the best (Minoux 1978).
    mutating func addGreedily(perYuan: Bool = false) {
        var worth = (0..<isChosen.count).map { isChosen[$0] ? 0 : gain($0) }
        func key(_ j: Int) -> Double {
            perYuan && price(j) > 0 ? Double(worth[j]) / Double(price(j)) : Double(worth[j])
        }
        var isFresh = [Bool](repeating: true, count: worth.count)
        while columns.count < node.limit {
            var best = -1
            while true {
                best = -1
                for j in worth.indices where worth[j] > node.fee && !isChosen[j] {
                    if spent + price(j) <= node.budget, best < 0 || key(j) > key(best) { best = j }
                }
                guard best >= 0, !isFresh[best] else { break }
                worth[best] = gain(best)
                isFresh[best] = true
            }
            guard best >= 0 else { return }
            add(best)
            for j in isFresh.indices { isFresh[j] = false }
        }
    }

    /// Exchanges while that makes the choice better.
    mutating func descend(steps: Int = .max) {
        var step = 0
        while step < steps, let move = bestMove(), move.profit > 0 {
            exchange(move)
            step += 1
        }
    }

    private struct Move {
        var entering: Int
        /// -1 where a column only enters, or only leaves.
        var leaving: Int
        var profit: Int64
    }

    /// What a column would gain.
    private func gain(_ column: Int) -> Int64 {
        var sum: Int64 = 0
        for e in node.matrix.entries(ofColumn: column) {
            sum += max(0, first[Int(node.matrix.columnRows[e])] - node.matrix.columnCosts[e])
        }
        return sum
    }

    private mutating func bestMove() -> Move? {
        let matrix = node.matrix
        for column in columns { losses[column] = 0 }
        for row in 0..<first.count where firstColumn[row] >= 0 {
            losses[Int(firstColumn[row])] += second[row] - first[row]
        }
        let byLoss = columns.sorted { (losses[$0], $0) < (losses[$1], $1) }
        var best: Move?
        var touched: [Int] = []
        if node.fee > 0, let leaving = byLoss.first, losses[leaving] < node.fee {
            best = Move(entering: -1, leaving: leaving, profit: node.fee - losses[leaving])
        }
        for entering in 0..<matrix.columnCount where !isChosen[entering] {
            var gain: Int64 = 0
            for e in matrix.entries(ofColumn: entering) {
                let row = Int(matrix.columnRows[e])
                let entry = matrix.columnCosts[e]
                guard entry < second[row] else { continue }
                let lost: Int64
                if entry < first[row] {
                    gain += first[row] - entry
                    lost = second[row] - first[row]
                } else {
                    lost = second[row] - entry
                }
                let server = Int(firstColumn[row])
                if server >= 0, lost > 0 {
                    if extras[server] == 0 { touched.append(server) }
                    extras[server] += lost
                }
            }
            func offer(_ leaving: Int) {
                let profit = gain - (leaving >= 0 ? losses[leaving] - extras[leaving] : node.fee)
                if let best, profit <= best.profit { return }
                best = Move(entering: entering, leaving: leaving, profit: profit)
            }
            if node.prices.isEmpty {
                if columns.count < node.limit { offer(-1) }
                if columns.count == node.limit || node.fee > 0 {
                    for leaving in touched { offer(leaving) }
                    if let leaving = byLoss.first { offer(leaving) }
                }
            } else {
                let needed = spent + price(entering) - node.budget
                if columns.count < node.limit, needed <= 0 { offer(-1) }
                for leaving in columns where price(leaving) >= needed { offer(leaving) }
            }
            for server in touched { extras[server] = 0 }
            touched.removeAll(keepingCapacity: true)
        }
        return best
    }

    private mutating func exchange(_ move: Move) {
        if move.leaving >= 0 { remove(move.leaving) }
        if move.entering >= 0 { add(move.entering) }
    }

    private mutating func add(_ column: Int) {
        isChosen[column] = true
        columns.append(column)
        spent += price(column)
        cost += node.fee
        for e in node.matrix.entries(ofColumn: column) {
            let row = Int(node.matrix.columnRows[e])
            let entry = node.matrix.columnCosts[e]
            if entry < first[row] {
                cost -= first[row] - entry
                second[row] = first[row]
                secondColumn[row] = firstColumn[row]
                first[row] = entry
                firstColumn[row] = Int32(column)
            } else if entry < second[row] {
                second[row] = entry
                secondColumn[row] = Int32(column)
            }
        }
    }

    private mutating func remove(_ column: Int) {
        isChosen[column] = false
        if let place = columns.firstIndex(of: column) { columns.remove(at: place) }
        spent -= price(column)
        cost -= node.fee
        for e in node.matrix.entries(ofColumn: column) {
            let row = Int(node.matrix.columnRows[e])
            if firstColumn[row] == Int32(column) {
                cost += second[row] - first[row]
                first[row] = second[row]
                firstColumn[row] = secondColumn[row]
                findSecond(row)
            } else if secondColumn[row] == Int32(column) {
                findSecond(row)
            }
        }
    }

    private mutating func findSecond(_ row: Int) {
        second[row] = node.matrix.fallbacks[row]
        secondColumn[row] = -1
        guard firstColumn[row] >= 0 else { return }
        for e in node.matrix.entries(ofRow: row) {
            let column = Int(node.matrix.rowColumns[e])
            if isChosen[column], column != Int(firstColumn[row]), node.matrix.rowCosts[e] < second[row] {
                second[row] = node.matrix.rowCosts[e]
                secondColumn[row] = Int32(column)
            }
        }
    }
}
