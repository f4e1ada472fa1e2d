/// The Lagrangian bound of a median problem: the demand that every row is served once is priced, not imposed.
///
/// With a multiplier u for each row, no choice of columns costs less than the sum of the u, less what the best
/// columns save: column j saves the sum of what its entries cost below u (Cornuéjols, Fisher & Nemhauser 1977;
/// Beasley 1985). The multipliers climb by subgradients. All sums are whole numbers, so that the bound holds exactly.
struct MedianDual {
    let node: MedianNode
    /// The best multipliers so far, and the bound that they give, in units.
    private(set) var best: ContiguousArray<Int64>
    private(set) var bound: Int64 = .min
    /// For each open column whether no solution better than the incumbent lacks it, or none has it.
    private(set) var fixed: [Bool?]
    /// Which share of the columns is decided.
    var decidedShare: Double { Double(fixed.count { $0 != nil }) / Double(max(1, fixed.count)) }
    /// How often each column was among the chosen of late, from 0 to 1.
    private(set) var frequency: [Double]
    /// The columns that served best at the best multipliers.
    private(set) var selection: [Int] = []

    /// How much of the last direction a step keeps, which damps the zigzag (Camerini, Fratta & Maffioli 1975).
    private let keep = 0.9
    /// The multipliers at hand; how long a step is; after how many steps without a better bound it is halved.
    private var u: ContiguousArray<Int64>
    private var scale: Double
    private let patience: Int
    private var idle = 0
    /// The columns that served best at the last multipliers.
    var latest: [Int] { pick.columns }

    private var savings: ContiguousArray<Int64>
    private var lows: ContiguousArray<Int64>
    private var direction: ContiguousArray<Double>
    private var pick: ColumnPick

    init(_ node: MedianNode, scale: Double = 1, patience: Int = 20) {
        self.scale = scale
        self.patience = patience
        self.node = node
        let matrix = node.matrix
        var lows = matrix.fallbacks
        var tops = matrix.fallbacks
        for row in 0..<matrix.rowCount {
            var dearest: Int64 = 0
            for e in matrix.entries(ofRow: row) {
                lows[row] = min(lows[row], matrix.rowCosts[e])
                dearest = max(dearest, matrix.rowCosts[e])
            }
            // A fallback far above all entries is a penalty: to start from a part of it would be far off.
            if dearest > 0 { tops[row] = min(tops[row], dearest) }
        }
        self.lows = lows
        if node.multipliers.isEmpty {
            best = ContiguousArray(
                (0..<matrix.rowCount).map { row in
                    lows[row] + (tops[row] - lows[row])
                        / Int64(matrix.entries(ofRow: row).count + 1)
                })
        } else {
            best = node.multipliers
        }
        u = best
        fixed = Array(repeating: nil, count: matrix.columnCount)
        frequency = Array(repeating: 0, count: matrix.columnCount)
        savings = ContiguousArray(repeating: 0, count: matrix.columnCount)
        direction = ContiguousArray(repeating: 0, count: matrix.rowCount)
        pick = ColumnPick(node)
    }

    /// Climbs on from where the last climb ended.
    ///
    /// - Parameters:
    ///   - steps: how many subgradients at most.
    ///   - incumbent: what is to be beaten, in units.
    ///   - unit: what values come in multiples of.
    /// - Returns: Whether the node holds nothing better than the incumbent.
    mutating func climb(steps: Int, incumbent: Int64, unit: Int64) -> Bool {
        for _ in 0..<steps where scale > 0.002 {
            evaluate(u)
            let value = node.constant + u.reduce(0, +) - pick.total
            idle += 1
            if value > bound {
                if value > bound + unit / 8 { idle = 0 }
                bound = value
                best = u
                selection = pick.columns
            }
            if value > incumbent - unit { return true }
            pick.fix(savings, value: value, target: incumbent - unit, into: &fixed)
            for j in 0..<frequency.count { frequency[j] *= 0.9 }
            for j in pick.columns { frequency[j] += 0.1 }
            if idle >= patience {
                idle = 0
                scale *= 0.5
                u = best
            } else {
                move(towards: incumbent, from: value)
            }
        }
        return false
    }

    /// The same with a column forced in or out, ready for a few more steps.
    func forcing(_ column: Int, _ isIn: Bool) -> MedianDual {
        var copy = self
        copy.fixed[column] = isIn
        copy.u = copy.best
        copy.bound = .min
        copy.scale = 2
        copy.idle = 0
        for row in 0..<copy.direction.count { copy.direction[row] = 0 }
        return copy
    }
    /// What each column saves at some multipliers, and the best columns.
    private mutating func evaluate(_ u: ContiguousArray<Int64>) {
        let starts = node.matrix.columnStarts
        let rows = node.matrix.columnRows
        let costs = node.matrix.columnCosts
        for column in 0..<savings.count {
            var sum: Int64 = 0
            if fixed[column] != false {
                for e in Int(starts[column])..<Int(starts[column + 1]) {
                    sum &+= max(0, u[Int(rows[e])] &- costs[e])
                }
            }
            savings[column] = sum
        }
        pick.choose(savings, fixed: fixed)
    }

    private mutating func move(towards incumbent: Int64, from value: Int64) {
        let matrix = node.matrix
        var u = ContiguousArray<Int64>()
        swap(&u, &self.u)
        defer { swap(&u, &self.u) }
        // Taken out for the loops, which then know that nobody else holds them.
        var direction = ContiguousArray<Double>()
        swap(&direction, &self.direction)
        defer { swap(&direction, &self.direction) }
        let (lows, highs) = (lows, matrix.fallbacks)
        for row in 0..<direction.count { direction[row] = 1 + keep * direction[row] }
        for column in pick.columns {
            for e in matrix.entries(ofColumn: column) {
                let row = Int(matrix.columnRows[e])
                if matrix.columnCosts[e] < u[row] { direction[row] -= 1 }
            }
        }
        var norm = 0.0
        for row in 0..<direction.count {
            let d = direction[row]
            if d > 0 ? u[row] >= highs[row] : u[row] <= lows[row] {
                direction[row] = 0
            } else {
                norm += d * d
            }
        }
        guard norm > 0 else { return }
        let length = scale * Double(incumbent - value) / norm
        for row in 0..<direction.count {
            let moved = u[row] &+ Int64(length * direction[row])
            u[row] = max(lows[row], min(highs[row], moved))
        }
    }
}
