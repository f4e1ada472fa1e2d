import Geometry
import Studies
import Testing

/// The order of the rows of a database table.
@Suite struct RowOrderTests {
    private func rows(_ cells: [[String]]) -> [RawRow] {
        cells.enumerated().map { RawRow(number: $0 + 1, cells: $1) }
    }

    @Test func keysGoFirst() {
        let settled = RowOrder.settled(rows([["c"], ["a"], ["b"]]), keys: [2, 30, 1])
        #expect(settled == rows([["b"], ["c"], ["a"]]))
    }

    @Test("Without keys any order of the same rows settles alike", arguments: 0..<20)
    func anyOrder(seed: Int) {
        let table = [["10", "x"], ["2", "y"], ["2", "x"], ["", "z"], ["é", ""], ["东", ""], ["2", "x"]]
        var shuffled = table
        for index in shuffled.indices { shuffled.swapAt(index, (index * 5 + seed * 3) % table.count) }
        #expect(
            RowOrder.settled(rows(shuffled), keys: nil as [Int]?)
                == rows([
                    ["", "z"], ["10", "x"], ["2", "x"], ["2", "x"], ["2", "y"], ["é", ""], ["东", ""],
                ]))
    }
}
