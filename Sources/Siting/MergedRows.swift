/// Rows in the making, those that ask for the same columns at no cost taken together.
struct MergedRows {
    private(set) var entries: [MedianMatrix.Entry] = []
    private(set) var fallbacks: ContiguousArray<Int64> = []
    private(set) var multipliers: ContiguousArray<Int64> = []
    private var starts: [Int] = []
    private var seen: [UInt64: [Int]] = [:]
    private var hash: UInt64 = 0
    private var isFree = true
    private var start = 0

    mutating func begin() {
        hash = 0xcbf2_9ce4_8422_2325
        isFree = true
        start = entries.count
    }

    mutating func add(column: Int32, cost: Int64) {
        entries.append(.init(row: fallbacks.count, column: Int(column), cost: cost))
        hash = (hash ^ UInt64(UInt32(bitPattern: column))) &* 0x0000_0100_0000_01b3
        if cost != 0 { isFree = false }
    }

    /// Ends a row; returns what it costs in any case.
    mutating func end(fallback: Int64, multiplier: Int64) -> Int64 {
        guard entries.count > start else { return fallback }
        if isFree {
            for row in seen[hash] ?? [] where isSame(row) {
                fallbacks[row] += fallback
                multipliers[row] += multiplier
                entries.removeLast(entries.count - start)
                return 0
            }
            seen[hash, default: []].append(fallbacks.count)
        }
        starts.append(start)
        fallbacks.append(fallback)
        multipliers.append(multiplier)
        return 0
    }

    private func isSame(_ row: Int) -> Bool {
        let length = entries.count - start
        let other = starts[row]
        let end = row + 1 < starts.count ? starts[row + 1] : start
        guard end - other == length else { return false }
        for k in 0..<length where entries[other + k].column != entries[start + k].column { return false }
        return true
    }
}
