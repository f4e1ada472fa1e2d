/// What it costs each candidate to serve each demand, in whole units, with what a demand costs unserved.
///
/// The common form of p-median and MCLP: choose columns so that the sum over rows of the cheapest chosen entry, or
/// of the row's fallback, is least. A covering problem has entries of cost 0 and fallbacks of the demands' weights
/// (Church & ReVelle 1976 show that MCLP is a p-median of this form). Entries that cost as much as the fallback say
/// nothing and are left out.
struct MedianMatrix: Sendable {
    /// An entry before it is put in order.
    struct Entry {
        let row: Int
        let column: Int
        let cost: Int64
    }

    /// The entries of column `j` are those from `columnStarts[j]` to `columnStarts[j + 1]`, by row.
    let columnStarts: ContiguousArray<Int32>
    let columnRows: ContiguousArray<Int32>
    let columnCosts: ContiguousArray<Int64>
    /// The entries of row `i` are those from `rowStarts[i]` to `rowStarts[i + 1]`, by column.
    let rowStarts: ContiguousArray<Int32>
    let rowColumns: ContiguousArray<Int32>
    let rowCosts: ContiguousArray<Int64>
    /// What each row costs while no chosen column serves it for less.
    let fallbacks: ContiguousArray<Int64>

    var rowCount: Int { fallbacks.count }
    var columnCount: Int { columnStarts.count - 1 }
    var entryCount: Int { rowColumns.count }

    /// Puts entries in order.
    ///
    /// - Parameters:
    ///   - entries: by row, then by column; each pair once.
    ///   - columnCount: how many columns there are.
    ///   - fallbacks: what each row costs unserved.
    init(entries: some Sequence<Entry>, columnCount: Int, fallbacks: ContiguousArray<Int64>) {
        var rowStarts = ContiguousArray<Int32>(repeating: 0, count: fallbacks.count + 1)
        var columnStarts = ContiguousArray<Int32>(repeating: 0, count: columnCount + 1)
        var rowColumns: ContiguousArray<Int32> = []
        var rowCosts: ContiguousArray<Int64> = []
        for entry in entries where entry.cost < fallbacks[entry.row] {
            rowStarts[entry.row + 1] += 1
            columnStarts[entry.column + 1] += 1
            rowColumns.append(Int32(entry.column))
            rowCosts.append(entry.cost)
        }
        for i in 0..<fallbacks.count { rowStarts[i + 1] += rowStarts[i] }
        for j in 0..<columnCount { columnStarts[j + 1] += columnStarts[j] }
        var next = columnStarts
        var columnRows = ContiguousArray<Int32>(repeating: 0, count: rowColumns.count)
        var columnCosts = ContiguousArray<Int64>(repeating: 0, count: rowColumns.count)
        for row in 0..<fallbacks.count {
            for e in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
                let column = Int(rowColumns[e])
                let place = Int(next[column])
                columnRows[place] = Int32(row)
                columnCosts[place] = rowCosts[e]
                next[column] += 1
            }
        }
        self.fallbacks = fallbacks
        self.rowStarts = rowStarts
        self.rowColumns = rowColumns
        self.rowCosts = rowCosts
        self.columnStarts = columnStarts
        self.columnRows = columnRows
        self.columnCosts = columnCosts
    }

    /// The places of a column's entries.
    @inline(__always)
    func entries(ofColumn column: Int) -> Range<Int> {
        Int(columnStarts[column])..<Int(columnStarts[column + 1])
    }

    /// The places of a row's entries.
    @inline(__always)
    func entries(ofRow row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }

    /// What a choice of columns costs.
    func cost(of columns: [Int]) -> Int64 {
        var cheapest = fallbacks
        for column in columns {
            for e in entries(ofColumn: column) {
                let row = Int(columnRows[e])
                if columnCosts[e] < cheapest[row] { cheapest[row] = columnCosts[e] }
            }
        }
        return cheapest.reduce(0, +)
    }
}
