/// Where a table comes from and how it is to be read.
package struct TableSource: Hashable, Sendable {
    /// The source as the user wrote it (without a password): what problems are named after.
    package let file: String
    /// The path or connection string to open.
    package let path: String
    /// The layer or sheet to read; left out: the only one, or a workbook's first that holds anything.
    package let layer: String?
    /// What the text is written in; left out: detected.
    package let encoding: String?
    /// An OGR filter (the condition of an SQL `WHERE`) that rows must meet.
    package let filter: String?
    /// On which row the header stands, from 1; left out: detected.
    package let headerRow: Int?
    /// The column that holds well-known text; left out: one called wkt, geometry or 几何.
    package let geometryColumn: String?
    /// Where the user says all of this; nothing where no file does.
    package let statement: SourceStatement?

    /// Makes a source of its parts.
    package init(
        file: String, path: String, layer: String? = nil, encoding: String? = nil, filter: String? = nil,
        headerRow: Int? = nil, geometryColumn: String? = nil, statement: SourceStatement? = nil
    ) {
        self.file = TableSource.withoutPassword(file)
        self.path = path
        self.layer = layer
        self.encoding = encoding
        self.filter = filter
        self.headerRow = headerRow
        self.geometryColumn = geometryColumn
        self.statement = statement
    }

    /// Reads the table.
    ///
    /// Problems of single rows and columns come with the table.
    /// - Throws: A problem that leaves no table at all; of a setting that cannot be followed where it is stated.
    package func read() throws(Problem) -> RawTable {
        do throws(Problem) {
            return try table()
        } catch {
            throw statement?.problem(with: self, error.fault) ?? error
        }
    }

    /// The same source with its header on another row.
    func withHeader(onRow row: Int) -> TableSource {
        TableSource(
            file: file, path: path, layer: layer, encoding: encoding, filter: filter, headerRow: row,
            geometryColumn: geometryColumn, statement: statement)
    }

    private func table() throws(Problem) -> RawTable {
        let isConnection: Bool
        do throws(Fault) {
            isConnection = try self.isConnection()
        } catch {
            throw Problem(file: file, error)
        }
        if !isConnection {
            if DelimitedTable.isMeant(by: path) { return try DelimitedTable.read(self) }
            if WorkbookTable.isMeant(by: path) { return try WorkbookTable.read(self) }
        }
        return try LayerTable.read(self)
    }
}
