/// The columns that save most under the limits on their number and on money.
///
/// Under a limit on number that is exact. Under a budget it is the linear relaxation of the knapsack (Dantzig 1957):
/// by saving per yuan, the last column in part.
struct ColumnPick {
    private let prices: [Int64]
    private let limit: Int
    private let budget: Int64
    private let fee: Int64
    private var order: [Int]

    /// What the best columns save at most, in units.
    private(set) var total: Int64 = 0
    /// The columns chosen whole.
    private(set) var columns: [Int] = []
    /// The smallest saving chosen and the largest left, under a limit on number.
    private var lastIn: Int64 = 0
    private var firstOut: Int64 = 0
    /// The price of a yuan in units of saving, where the budget is what binds.
    private var rate: Double?

    init(_ node: MedianNode) {
        prices = node.prices
        limit = node.limit
        budget = node.budget
        fee = node.fee
        order = Array(0..<node.matrix.columnCount)
    }

    /// Chooses.
    ///
    /// - Parameters:
    ///   - savings: of each column, never negative.
    ///   - fixed: which columns are out, or surely in.
    mutating func choose(_ savings: ContiguousArray<Int64>, fixed: [Bool?]) {
        if fee > 0 { return byFee(savings, fixed: fixed) }
        byNumber(savings, fixed: fixed)
        if !prices.isEmpty { byMoney(savings, fixed: fixed) }
    }

    private mutating func byNumber(_ savings: ContiguousArray<Int64>, fixed: [Bool?]) {
        rate = nil
        let count = min(limit, order.count)
        // Columns that are surely in go before all others.
        var keys = savings
        for j in 0..<keys.count where fixed[j] == true { keys[j] += ColumnPick.surely }
        select(keys, count)
        columns = Array(order[..<count])
        total = 0
        lastIn = .max
        for j in columns {
            total += savings[j]
            lastIn = min(lastIn, keys[j])
        }
        firstOut = 0
        for j in order[count...] { firstOut = max(firstOut, savings[j]) }
        if count == order.count { lastIn = 0 }
    }

    private mutating func byFee(_ savings: ContiguousArray<Int64>, fixed: [Bool?]) {
        columns.removeAll(keepingCapacity: true)
        total = 0
        for j in 0..<savings.count where savings[j] > fee || fixed[j] == true {
            columns.append(j)
            total += savings[j] - fee
        }
    }

    private static let surely: Int64 = 1 << 61

    private mutating func byMoney(_ savings: ContiguousArray<Int64>, fixed: [Bool?]) {
        let ratios = savings.indices.map { j in
            prices[j] == 0 || fixed[j] == true ? Double.infinity : Double(savings[j]) / Double(prices[j])
        }
        let sorted = savings.indices.sorted { (ratios[$0], $1) > (ratios[$1], $0) }
        var left = budget
        var sum = 0.0
        var whole: [Int] = []
        var last = 0.0
        for j in sorted where savings[j] > 0 || fixed[j] == true {
            if prices[j] <= left {
                left -= prices[j]
                sum += Double(savings[j])
                whole.append(j)
            } else {
                sum += Double(savings[j]) / Double(prices[j]) * Double(left)
                last = Double(savings[j]) / Double(prices[j])
                break
            }
        }
        // A sum of rounded numbers: the bound gives away more than the rounding can be.
        let most = Int64((sum * (1 + 1e-12)).rounded(.up)) + 1
        guard most < total else { return }
        total = most
        columns = whole
        rate = last
    }

    /// Decides columns by what the bound would come to with them forced the other way.
    ///
    /// - Parameters:
    ///   - savings: of each column.
    ///   - value: the bound as it is.
    ///   - target: what a better solution costs at most.
    ///   - fixed: what is decided, to be added to.
    mutating func fix(
        _ savings: ContiguousArray<Int64>, value: Int64, target: Int64, into fixed: inout [Bool?]
    ) {
        guard limit > 0 else { return }
        let slack = target - value
        if fee > 0 {
            for j in 0..<savings.count where fixed[j] == nil {
                if savings[j] - fee > slack { fixed[j] = true }
                if fee - savings[j] > slack { fixed[j] = false }
            }
            return
        }
        if let rate {
            var isIn = [Bool](repeating: false, count: savings.count)
            for j in columns { isIn[j] = true }
            for j in 0..<savings.count where fixed[j] == nil {
                // What the column is worth beyond its price: forcing it the other way costs that much.
                let worth = Double(savings[j]) - rate * Double(prices[j])
                let margin = 2 + abs(worth) * 1e-9 + Double(savings[j]) * 1e-9
                if isIn[j], worth - margin > Double(slack) {
                    fixed[j] = true
                } else if !isIn[j], -worth - margin > Double(slack) {
                    fixed[j] = false
                }
            }
            return
        }
        let count = columns.count
        for j in order[..<count] where fixed[j] == nil && savings[j] - firstOut > slack { fixed[j] = true }
        for j in order[count...] where fixed[j] == nil && lastIn - savings[j] > slack { fixed[j] = false }
    }

    /// Brings the largest to the front; equal ones by index.
    private mutating func select(_ savings: ContiguousArray<Int64>, _ count: Int) {
        guard count > 0, count < order.count else { return }
        func precedes(_ a: Int, _ b: Int) -> Bool {
            savings[a] != savings[b] ? savings[a] > savings[b] : a < b
        }
        var low = 0
        var high = order.count - 1
        while low < high {
            let middle = order[(low + high) / 2]
            var i = low
            var j = high
            while i <= j {
                while precedes(order[i], middle) { i += 1 }
                while precedes(middle, order[j]) { j -= 1 }
                if i <= j {
                    order.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if count - 1 <= j { high = j } else if count - 1 >= i { low = i } else { return }
        }
    }
}
