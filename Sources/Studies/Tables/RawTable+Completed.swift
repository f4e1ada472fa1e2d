extension RawTable {
    /// A table of text with its filter applied and its well-known text read: what remains to be done alike
    /// for every format that holds nothing but text.
    func completed(for source: TableSource) throws(Problem) -> RawTable {
        var rows = rows
        if let filter = source.filter {
            rows = try RowFilter.rows(rows, of: header, meeting: filter, file: file)
        }
        let named = try WellKnownText.column(of: header, named: source.geometryColumn, file: file)
        guard let column = named else { return replacing(rows: rows) }
        var (kept, aside, faults): ([RawRow], [RawRow], [Problem]) = ([], [], [])
        for row in rows {
            guard !row.cells[column].isEmpty else {
                kept.append(row)
                continue
            }
            do throws(Fault) {
                let geometry = try WellKnownText.geometry(row.cells[column])
                kept.append(RawRow(number: row.number, cells: row.cells, geometry: geometry))
            } catch {
                faults.append(Problem(file: file, row: row.number, column: header[column], error))
                aside.append(row)
            }
        }
        return replacing(rows: kept, geometryColumn: column, also: faults, aside: aside)
    }

    private func replacing(
        rows: [RawRow], geometryColumn: Int? = nil, also faults: [Problem] = [], aside: [RawRow] = []
    ) -> RawTable {
        let problems =
            faults.isEmpty
            ? problems
            : (problems + faults).enumerated().sorted {
                ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
            }.map(\.element)
        return RawTable(
            file: file, layer: layer, header: header, headerRow: headerRow, rows: rows, crs: crs,
            geometryColumn: geometryColumn, encoding: encoding, problems: problems,
            opening: opening, setAside: (setAside + aside).sorted { $0.number < $1.number })
    }
}
