/// A table whose columns have been recognised; it never changes, and rows refer to it.
final class SchemaTable<Column: SchemaColumn> {
    let layer: LayerKind
    /// Which of the layer's sources, from 0.
    let file: Int
    let table: RawTable
    /// Where each recognised column stands.
    let positions: [Column: Int]
    /// Where the two coordinates stand, when they are columns.
    let coordinates: CoordinateColumns?
    /// Whether places can be read at all; if not, that has been reported once for the whole file.
    let hasPlaces: Bool
    /// Headers that mean nothing here.
    let ignored: [String]

    /// Recognises the columns of a table, and reports the ones that are missing or ambiguous.
    init(_ table: RawTable, file: Int, entry: LayerEntry, ledger: ProblemLedger) {
        var binding = ColumnBinding<Column>(table: table, file: file, entry: entry, ledger: ledger)
        let positions = binding.positions()
        let (coordinates, hasPlaces) = binding.places()
        self.layer = entry.kind
        self.file = file
        self.table = table
        self.positions = positions
        self.coordinates = coordinates
        self.hasPlaces = hasPlaces
        ignored = table.header.indices.filter { !binding.used.contains($0) && $0 != table.geometryColumn }
            .map { table.header[$0] }
        report(table.problems, used: binding.used, ledger: ledger)
    }

    /// The key of a row in the ledger.
    func key(of row: RawRow) -> RowKey { RowKey(layer: layer, file: file, row: row.number) }

    /// The header of a column as it stands in the file, else its canonical name.
    func header(_ column: Column) -> String { positions[column].map { table.header[$0] } ?? column.rawValue }

    /// Passes on what the table's reader found; a column that means nothing here may stand twice or nameless.
    private func report(_ problems: [Problem], used: Set<Int>, ledger: ProblemLedger) {
        let usedNames = Set(used.map { table.header[$0] })
        for problem in problems {
            switch problem.fault {
            case .unnamedColumn: continue
            case .duplicateColumn(let name):
                guard usedNames.contains(name) else { continue }
                ledger.add(problem, layer: layer, file: file)
            default:
                guard let row = problem.row else {
                    ledger.add(problem, layer: layer, file: file)
                    continue
                }
                ledger.add(
                    problem, in: RowKey(layer: layer, file: file, row: row),
                    column: problem.column.flatMap { table.header.firstIndex(of: $0) } ?? -1)
            }
        }
    }
}

/// Where the two coordinates of a place stand.
struct CoordinateColumns: Hashable {
    let x: Int
    let y: Int
}
