/// Multipliers to start a bound from where each candidate reaches only some of the demands.
///
/// Each column may save so much and no more; row after row raises its multiplier to the next entry, as far as the
/// columns that it would make save more have room (dual ascent, Bilde & Krarup 1977; Erlenkotter 1978). So a row that few
/// columns serve gets a high multiplier at once, where subgradients take thousands of steps. What a column may save is the
/// same for all, or so much for each yuan that it costs; which is best is looked for.
struct MedianAscent {
    private let node: MedianNode
    /// The entries of each row by what they cost.
    private let order: ContiguousArray<Int32>
    private let costs: ContiguousArray<Int64>
    private var pick: ColumnPick

    init(_ node: MedianNode) {
        self.node = node
        let matrix = node.matrix
        var order = ContiguousArray<Int32>()
        order.reserveCapacity(matrix.entryCount)
        for row in 0..<matrix.rowCount {
            order += matrix.entries(ofRow: row).sorted {
                (matrix.rowCosts[$0], $0) < (matrix.rowCosts[$1], $1)
            }.map(Int32.init)
        }
        costs = ContiguousArray(order.map { matrix.rowCosts[Int($0)] })
        self.order = ContiguousArray(order.map { matrix.rowColumns[Int($0)] })
        pick = ColumnPick(node)
    }

    /// The best multipliers found.
    ///
    /// - Parameter incumbent: what a known choice costs, in units.
    /// - Returns: one for each row.
    mutating func multipliers(below incumbent: Int64) -> ContiguousArray<Int64> {
        // In the middle stands what a column saves where all save alike.
        let scale = node.prices.isEmpty ? Double(max(1, node.limit)) : Double(max(1, node.budget))
        let middle = Double(max(1, incumbent - node.constant)) / scale
        var best = raised(middle)
        var (exponent, step) = (0.0, 1.0)
        while step > 0.04 {
            var isBetter = false
            for sign in [1.0, -1.0] {
                var next = exponent + sign * step
                while abs(next) <= 16 {
                    let other = raised(middle * power(next))
                    guard other.value > best.value else { break }
                    (best, exponent, isBetter) = (other, next, true)
                    next += sign * step
                }
                if isBetter { break }
            }
            step /= 2
        }
        return best.u
    }

    /// Two to a power of sixteenths.
    private func power(_ exponent: Double) -> Double {
        var (value, rest) = (1.0, exponent)
        while rest >= 1 { (value, rest) = (value * 2, rest - 1) }
        while rest < 0 { (value, rest) = (value / 2, rest + 1) }
        var root = 2.0
        for _ in 0..<6 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 { (value, rest) = (value * root, rest - 1) }
        }
        return value
    }

    /// The multipliers of one ascent, and the bound that they give.
    ///
    /// - Parameter allowance: what a column may save, or for each hundredth of a yuan.
    /// - Returns: the multipliers, one for each row, and the bound in units.
    private mutating func raised(_ allowance: Double) -> (u: ContiguousArray<Int64>, value: Int64) {
        let matrix = node.matrix
        var room = ContiguousArray<Int64>(repeating: 0, count: matrix.columnCount)
        for column in 0..<room.count {
            let own = node.prices.isEmpty ? allowance : allowance * Double(node.prices[column])
            room[column] = Int64(min(own, 0x1p60))
        }
        let given = room
        var u = ContiguousArray<Int64>(repeating: 0, count: matrix.rowCount)
        // How many entries of each row cost no more than its multiplier.
        var reached = ContiguousArray<Int32>(repeating: 0, count: matrix.rowCount)
        var open: [Int32] = []
        for row in 0..<matrix.rowCount {
            let entries = matrix.entries(ofRow: row)
            u[row] = entries.isEmpty ? matrix.fallbacks[row] : costs[entries.lowerBound]
            if !entries.isEmpty { open.append(Int32(row)) }
        }
        while !open.isEmpty {
            var next: [Int32] = []
            for name in open {
                let row = Int(name)
                let entries = matrix.entries(ofRow: row)
                var place = entries.lowerBound + Int(reached[row])
                var left = Int64.max
                while place < entries.upperBound, costs[place] <= u[row] { place += 1 }
                reached[row] = Int32(place - entries.lowerBound)
                for e in entries.lowerBound..<place { left = min(left, room[Int(order[e])]) }
                let level = place < entries.upperBound ? costs[place] : matrix.fallbacks[row]
                let rise = min(left, level - u[row])
                guard rise > 0 else { continue }
                u[row] += rise
                for e in entries.lowerBound..<place { room[Int(order[e])] -= rise }
                if rise < left { next.append(name) }
            }
            open = next
        }
        var savings = given
        for column in 0..<savings.count { savings[column] -= room[column] }
        pick.choose(savings, fixed: [Bool?](repeating: nil, count: savings.count))
        return (u, node.constant + u.reduce(0, +) - pick.total)
    }
}
