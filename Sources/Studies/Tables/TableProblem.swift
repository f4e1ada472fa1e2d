/// Something wrong in one row or column of a table that is otherwise readable.
package struct TableProblem: Hashable, Sendable {
    /// The row it stands on, counted as ``RawRow/number`` is; nothing where it concerns a whole column.
    package let row: Int?
    /// The column's name, where it concerns one.
    package let column: String?
    /// What is wrong.
    package let fault: TableFault

    /// Makes a problem of its facts.
    package init(row: Int?, column: String? = nil, fault: TableFault) {
        self.row = row
        self.column = column
        self.fault = fault
    }
}

/// What can be wrong in one row or column.
package enum TableFault: Hashable, Sendable {
    /// A row with more or fewer cells than the header has columns.
    case raggedRow(expected: Int, found: Int)
    /// A quote that is opened in this row and never closed, or closed within the text of a cell.
    case unbalancedQuote
    /// Two columns of one name, at these positions from 1; the later one is left out.
    case duplicateColumn(first: Int, again: Int)
    /// A column with cells but without a name, at this position from 1; it is left out.
    case unnamedColumn(position: Int)
    /// A cell of a geometry column that is not well-known text.
    case malformedGeometry(text: String)
}

/// Why a source gives no table at all.
package enum TableFailure: Error, Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The path names a folder that holds no table.
    case directory
    /// The file cannot be read, in the words of the system or of GDAL, on one line.
    case unreadable(words: String)
    /// No layer of this name; the known ones, in the file's order, and the one that is spelled most alike.
    case unknownLayer(String, known: [String], nearest: String?)
    /// Several layers and none named; the known ones, in the file's order.
    case severalLayers([String])
    /// The file opens but holds no layer.
    case noLayer
    /// There is no header: the file is empty, or the sheet has no row that could be one.
    case noHeader
    /// The system knows no encoding of this name.
    case unknownEncoding(String)
    /// Bytes that are no text in the encoding stated (or in any that is detected), first on this row.
    case undecodable(TextEncoding, row: Int)
    /// The filter is refused, in GDAL's words, on one line.
    case filter(String, words: String)
}
