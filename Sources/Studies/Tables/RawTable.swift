/// A table as its file holds it: a header and rows of text, with geometries where the file has them.
///
/// Nothing is interpreted yet: what a column means and whether a cell suits it is for the layer's schema.
/// Text is UTF-8 whatever the file was written in, and stripped of the blanks around it.
package struct RawTable: Sendable {
    /// The source as the user wrote it: what problems are named after.
    package let file: String
    /// The layer or sheet that was read; nothing for CSV, which has none.
    package let layer: String?
    /// The columns' names, in the file's order, each unlike all others and none empty.
    package let header: [String]
    /// Which row the header stands on: of a CSV its physical line, of a sheet its row, else 0.
    package let headerRow: Int
    /// The rows that fit the header, in the file's order; rows without any content are left out.
    package let rows: [RawRow]
    /// The coordinate reference system that the file states for its geometries, as an authority code or
    /// WKT; nothing where it states none.
    package let crs: String?
    /// The column whose text was read as well-known text (WKT); its cells stay among the others.
    package let geometryColumn: Int?
    /// What the text was written in, where the reader had to know (CSV, Shapefile).
    package let encoding: TextEncoding?
    /// What is wrong in single rows and columns, in the file's order.
    ///
    /// A duplicate column and a formula without a value are errors here; a schema that has no use for the
    /// column may let them pass.
    package let problems: [Problem]
    /// Of a table of text the first rows below the header with every cell, also those under no name.
    package let opening: [RawRow]
    /// The rows that problems keep out of ``rows``, with the cells found there.
    package let setAside: [RawRow]

    /// Makes a table of its parts.
    package init(
        file: String, layer: String? = nil, header: [String], headerRow: Int = 0, rows: [RawRow],
        crs: String? = nil, geometryColumn: Int? = nil, encoding: TextEncoding? = nil,
        problems: [Problem] = [], opening: [RawRow] = [], setAside: [RawRow] = []
    ) {
        self.file = file
        self.layer = layer
        self.header = header
        self.headerRow = headerRow
        self.rows = rows
        self.crs = crs
        self.geometryColumn = geometryColumn
        self.encoding = encoding
        self.problems = problems
        self.opening = opening
        self.setAside = setAside
    }
}

extension RawTable {
    /// How many rows ``opening`` holds at most.
    static let openingRows = 20
}

/// One row of a table.
package struct RawRow: Hashable, Sendable {
    /// Where it stands: of a CSV the physical line it begins on (the header's is usually 1), of a sheet its
    /// row, else the feature's number from 1.
    package let number: Int
    /// The cells' text, one for each column of the header; an empty string is an empty cell.
    package let cells: [String]
    /// Its geometry; nothing where the row has none or an empty one.
    package let geometry: RawGeometry?

    /// Makes a row of its parts.
    package init(number: Int, cells: [String], geometry: RawGeometry? = nil) {
        self.number = number
        self.cells = cells
        self.geometry = geometry
    }
}
