/// A cell of a table: text that people wrote, or something that the program formed.
package enum Cell: Sendable {
    /// Text from the input, such as a name: it is guarded against spreadsheets that would run it as a formula.
    case text(String)
    /// A number, a flag or a word of the program's own.
    case plain(String)
    /// Nothing: the value is unknown.
    case empty

    /// Text where there is any.
    package static func text(optional text: String?) -> Cell { text.map(Cell.text) ?? .empty }
    /// `true` or `false`, empty where unknown.
    package static func flag(_ flag: Bool?) -> Cell { flag.map { .plain($0 ? "true" : "false") } ?? .empty }
    /// A number with fixed decimals, empty where unknown.
    package static func number(_ value: Double?, decimals: Int) -> Cell {
        value.map { .plain(NumberText.fixed($0, decimals: decimals)) } ?? .empty
    }
    /// A number with up to six decimals, empty where unknown.
    package static func number(_ value: Double?) -> Cell {
        value.map { .plain(NumberText.trimmed($0)) } ?? .empty
    }
    /// A figure of any size, empty where unknown: six decimals, and six digits where it is small.
    package static func figure(_ value: Double?) -> Cell {
        value.map { .plain(NumberText.significant($0, decimals: 6, digits: 6)) } ?? .empty
    }
    /// A whole number, empty where unknown.
    package static func whole(_ value: Int?) -> Cell { value.map { .plain(String($0)) } ?? .empty }
}

/// How CSV is written.
package enum CSVDialect: Sendable {
    /// RFC 4180 in UTF-8 without a byte order mark, lines ending in LF.
    case plain
    /// For spreadsheets: with a byte order mark, and text that would be read as a formula behind an apostrophe.
    case spreadsheet
}

/// A table on its way to a CSV file.
package struct CSVTable: Sendable {
    /// The column names.
    package let header: [String]
    private var bytes: [UInt8] = []

    private let dialect: CSVDialect

    /// Starts a table with its header line.
    package init(header: [String], dialect: CSVDialect) {
        self.header = header
        self.dialect = dialect
        if dialect == .spreadsheet { bytes += [0xEF, 0xBB, 0xBF] }
        append(header.map(Cell.plain))
    }

    /// Adds a row; it has as many cells as the header.
    package mutating func append(_ cells: [Cell]) {
        precondition(cells.count == header.count, "a row has as many cells as the header")
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .empty: break
            case .plain(let text): append(text, guarded: false)
            case .text(let text): append(text, guarded: dialect == .spreadsheet)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The finished file.
    package var contents: [UInt8] { bytes }

    private mutating func append(_ text: String, guarded: Bool) {
        let needsGuard = guarded && (text.utf8.first.map(CSVTable.startsFormula) ?? false)
        let needsQuotes =
            text.utf8.withContiguousStorageIfAvailable { $0.contains(where: CSVTable.needsQuotes) }
            ?? text.utf8.contains(where: CSVTable.needsQuotes)
        guard needsGuard || needsQuotes else {
            bytes += text.utf8
            return
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if needsGuard { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13: true
        default: false
        }
    }
}
