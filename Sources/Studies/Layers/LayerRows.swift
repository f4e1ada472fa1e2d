internal import Places

/// The rows of a layer, from all of its sources, with their places.
struct LayerRows<Column: SchemaColumn> {
    /// The sources that gave a table, in their order.
    private(set) var tables: [SchemaTable<Column>] = []
    /// All rows, in the order of sources and rows.
    private(set) var rows: [SchemaRow<Column>] = []
    /// Whether every source could be read and names its rows: only then is an id that nobody bears unknown.
    private(set) var isComplete = true
    /// How many areas had to be put right, by source.
    private(set) var repaired: [Int: Int] = [:]
    /// Whether the study has the layer at all.
    let isPresent: Bool

    /// Reads a layer as far as it can be read; everything wrong goes to the ledger.
    init(_ entry: LayerEntry?, in read: StudyTables, ledger: ProblemLedger) {
        isPresent = entry != nil
        guard let entry else { return }
        Self.checkNames(entry, ledger)
        for (file, source) in entry.sources.enumerated() {
            let table: RawTable
            do throws(Problem) {
                let first = try read.table(of: source)
                let row = TitleRows<Column>.headerRow(below: first, of: source, entry: entry)
                if let row {
                    ledger.add(
                        Problem(
                            file: first.file, row: first.headerRow, .titleAboveHeader(headerRow: row)),
                        layer: entry.kind, file: file)
                }
                // What else is wrong with the file shows below its header.
                table =
                    try row.map { row throws(Problem) in try source.withHeader(onRow: row).read() } ?? first
            } catch {
                if error.file == StudyFile.fileName {
                    ledger.add(error)
                } else {
                    ledger.add(error, layer: entry.kind, file: file)
                }
                isComplete = false
                continue
            }
            guard !table.rows.isEmpty || !table.setAside.isEmpty else {
                ledger.add(Problem(file: table.file, .emptyLayer), layer: entry.kind, file: file)
                isComplete = false
                continue
            }
            add(SchemaTable(table, file: file, entry: entry, ledger: ledger), entry: entry, ledger: ledger)
        }
    }

    private mutating func add(_ table: SchemaTable<Column>, entry: LayerEntry, ledger: ProblemLedger) {
        tables.append(table)
        // A community goes by its name, too: without any required column it is not known who is missing.
        if Column.allCases.contains(where: { $0.isRequired && table.positions[$0] == nil }) {
            isComplete = false
        }
        var places = [Place?](repeating: nil, count: table.table.rows.count)
        if let shape = Column.shape {
            let reading = PlaceReading(table: table, entry: entry, shape: shape, ledger: ledger)
            (places, repaired[table.file]) = reading.places()
        }
        for (row, place) in zip(table.table.rows, places) {
            rows.append(SchemaRow(table: table, row: row, place: place, ledger: ledger))
        }
    }

    /// Rows that the table's reader has kept out, with what stands where a column should be.
    func setAside(_ column: Column) -> [(text: String, source: SourceRow)] {
        tables.flatMap { table -> [(text: String, source: SourceRow)] in
            guard let position = table.positions[column] else { return [] }
            return table.table.setAside.compactMap { row in
                guard position < row.cells.count, !row.cells[position].isEmpty else { return nil }
                return (row.cells[position], SourceRow(file: table.table.file, row: row.number))
            }
        }
    }

    /// Reports canonical names under `columns` that the layer does not have.
    private static func checkNames(_ entry: LayerEntry, _ ledger: ProblemLedger) {
        let known = Column.allCases.map(\.rawValue) + ["geometry", "x", "y"]
        for name in entry.columns where !known.contains(name.canonical) {
            ledger.add(
                Problem(
                    file: StudyFile.fileName, row: name.line,
                    column: "layers.\(entry.kind.rawValue).columns",
                    .unknownKey(
                        name: name.canonical, nearest: NearestName.of(name.canonical, among: known))))
        }
    }
}
