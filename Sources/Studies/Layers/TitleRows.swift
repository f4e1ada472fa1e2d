/// Titles that stand where a header is looked for: `2020年小区台账` above the names of columns.
enum TitleRows<Column: SchemaColumn> {
    /// The row on which the header stands, where the first row is a title.
    ///
    /// A title has fewer filled cells than the header and none that names a column of the layer. Where
    /// `header_row` is stated, nothing is looked for.
    static func headerRow(below table: RawTable, of source: TableSource, entry: LayerEntry) -> Int? {
        guard source.headerRow == nil, table.headerRow > 0, !namesColumn(table.header, entry) else {
            return nil
        }
        return table.opening.first { row in
            let filled = row.cells.filter { !$0.isEmpty }
            return filled.count > table.header.count && namesColumn(filled, entry)
        }?.number
    }

    /// Whether any of some cells is the name of a column of the layer.
    private static func namesColumn(_ cells: [String], _ entry: LayerEntry) -> Bool {
        let header = RawTable(file: "", header: cells, rows: [])
        var binding = ColumnBinding<Column>(table: header, file: 0, entry: entry, ledger: ProblemLedger())
        _ = binding.positions()
        _ = binding.places()
        return !binding.used.isEmpty
    }
}
