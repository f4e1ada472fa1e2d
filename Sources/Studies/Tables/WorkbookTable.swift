/// Reads sheets of Excel workbooks (ECMA-376, SpreadsheetML).
///
/// GDAL opens the archive; the sheet itself is read here, because GDAL 3.6 takes the date formats that East
/// Asian Excel uses by number (27…36 and 50…58, such as 2021年5月30日) for plain numbers.
enum WorkbookTable {
    /// Whether a path names a workbook.
    static func isMeant(by path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm")
    }

    /// Reads the table of a source.
    static func read(_ source: TableSource) throws(Problem) -> RawTable {
        let (name, rows, formulas): (String, [RawRow], [WorkbookSheet.EmptyFormula])
        do throws(Fault) {
            let workbook = try Workbook(path: source.path)
            let sheet = try sheet(of: workbook, from: source)
            (name, rows, formulas) = (sheet.name, sheet.rows, sheet.emptyFormulas)
        } catch {
            throw Problem(file: source.file, error)
        }
        guard let place = headerPlace(in: rows, wanted: source.headerRow) else {
            throw Problem(file: source.file, .noHeader)
        }
        let (top, body) = (rows[place], rows[(place + 1)...])
        let width = body.reduce(top.cells.count) { max($0, $1.cells.count) }
        let header = top.cells + Array(repeating: "", count: width - top.cells.count)
        let columns = Columns(header: header, row: top.number, file: source.file) { position in
            body.contains { position < $0.cells.count && !$0.cells[position].isEmpty }
        }
        let problems = formulas.filter { $0.row > top.number && columns.positions.contains($0.column) }.map {
            Problem(file: source.file, row: $0.row, column: header[$0.column], .formulaWithoutValue)
        }
        let table = RawTable(
            file: source.file, layer: name, header: columns.names, headerRow: top.number,
            rows: body.map { RawRow(number: $0.number, cells: columns.kept($0.cells)) }
                .filter { row in row.cells.contains { !$0.isEmpty } },
            problems: columns.problems + problems, opening: Array(body.prefix(RawTable.openingRows)))
        return try table.completed(for: source)
    }

    private static func sheet(of workbook: Workbook, from source: TableSource) throws(Fault) -> WorkbookSheet
    {
        let known = workbook.sheets.map(\.name)
        if let name = source.layer {
            guard let wanted = workbook.sheets.first(where: { $0.name == name }) else {
                throw .unknownLayer(name: name, nearest: NearestName.of(name, among: known), known: known)
            }
            return try workbook.sheet(wanted)
        }
        for candidate in workbook.sheets {
            let sheet = try workbook.sheet(candidate)
            if !sheet.rows.isEmpty { return sheet }
        }
        throw known.isEmpty ? .noLayer : .noHeader
    }

    /// Where among the rows the header stands: on the row asked for; else it is the first of the leading rows
    /// with two cells of text (a title has one), else the first row.
    private static func headerPlace(in rows: [RawRow], wanted: Int?) -> Int? {
        if let wanted { return rows.firstIndex { $0.number == wanted } }
        let place = rows.prefix(50).firstIndex { row in
            row.cells.count { !$0.isEmpty && CellNumber.plain($0) == nil } >= 2
        }
        return place ?? rows.indices.first
    }
}
