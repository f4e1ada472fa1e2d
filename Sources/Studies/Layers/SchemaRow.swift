internal import Places

/// A row of a layer as its typed cells are read; what does not fit is reported and comes back as nothing.
struct SchemaRow<Column: SchemaColumn> {
    let table: SchemaTable<Column>
    let row: RawRow
    /// Where the row's subject is; nothing where it has no place or a wrong one, which has been reported.
    let place: Place?
    let ledger: ProblemLedger

    /// The key of the row in the ledger.
    var key: RowKey { table.key(of: row) }

    /// Where the row stands, as values keep it.
    var source: SourceRow { SourceRow(file: table.table.file, row: row.number) }

    /// The text of a cell; nothing where it is empty or the file has no such column.
    func text(_ column: Column) -> String? {
        guard let position = table.positions[column], position < row.cells.count else { return nil }
        let text = row.cells[position]
        return text.isEmpty ? nil : text
    }

    /// The text of a cell that may not be empty; a column that is missing altogether has been reported.
    func requiredText(_ column: Column) -> String? {
        if let text = text(column) { return text }
        // A cell that is empty because its formula has no value has been reported as such.
        if let position = table.positions[column], !ledger.hasError(in: key, column: position) {
            report(.missingValue, in: column)
        }
        return nil
    }

    /// A number of people or dwellings: not negative, and a fraction only of what is marked as an estimate.
    func count(_ column: Column, isEstimated: Bool = false) -> ExactDecimal? {
        let number = amount(column)
        if let number, number.scale > 0, !isEstimated, let text = text(column) {
            report(.fractionOfCount(text: text), in: column, severity: .warning)
        }
        return number
    }

    /// A number of beds or places: not negative, and whole.
    func places(_ column: Column) -> ExactDecimal? {
        value(column) { text throws(Fault) in try CellNumber.wholeAmount(text) }
    }

    /// A number of square metres or yuan, or of anything else that can be shared: not negative.
    func amount(_ column: Column) -> ExactDecimal? {
        value(column) { text throws(Fault) in try CellNumber.amount(text) }
    }

    /// A number of people or dwellings that may not be left out.
    func requiredCount(_ column: Column) -> ExactDecimal? {
        requiredText(column) == nil ? nil : count(column)
    }

    /// A date, as far as it is known.
    func date(_ column: Column) -> PartialDate? {
        value(column) { text throws(Fault) in try CellDate.date(text) }
    }

    /// Yes or no.
    func flag(_ column: Column) -> Bool? {
        value(column) { text throws(Fault) in try CellFlag.flag(text) }
    }

    /// The items of a list.
    func list(_ column: Column) -> [String] { text(column).map { CellList.items($0) } ?? [] }

    /// One of a fixed set of words.
    func word<Meaning>(_ column: Column, _ words: ColumnWords<Meaning>) -> Meaning? {
        value(column) { text throws(Fault) in
            guard let meaning = words.meaning(of: text) else {
                throw .notOneOf(text: text, allowed: words.allowed)
            }
            return meaning
        }
    }

    /// What a cell says, by a reader of cells.
    func value<Value>(_ column: Column, _ read: (String) throws(Fault) -> Value) -> Value? {
        guard let text = text(column) else { return nil }
        do throws(Fault) {
            return try read(text)
        } catch {
            report(error, in: column)
            return nil
        }
    }

    /// Reports something wrong with a cell.
    func report(_ fault: Fault, in column: Column, severity: Problem.Severity = .error) {
        ledger.add(
            Problem(
                file: table.table.file, row: row.number, column: table.header(column), fault,
                severity: severity),
            in: key, column: table.positions[column] ?? .max)
    }

    /// Reports something wrong with the row's place, in the columns that state it.
    func report(place fault: Fault, severity: Problem.Severity = .error) {
        let header = table.table.header
        let columns = table.coordinates.map { "\(header[$0.x]),\(header[$0.y])" }
        ledger.add(
            Problem(
                file: table.table.file, row: row.number, column: columns, fault, severity: severity),
            in: key, column: table.coordinates?.x ?? .max)
    }

    /// Reports something wrong with the row as a whole.
    func report(_ fault: Fault, severity: Problem.Severity = .error) {
        ledger.add(
            Problem(file: table.table.file, row: row.number, fault, severity: severity), in: key)
    }

    /// Whether nothing stands against the row so far.
    var isSound: Bool { !ledger.hasError(in: key) }
}
