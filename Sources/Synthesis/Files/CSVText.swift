/// A table as CSV text: UTF-8, commas, a line feed after every row, quotes only where a cell needs them
/// (RFC 4180 but for the line ends).
package struct CSVText: Sendable {
    /// The text so far, header first.
    package private(set) var text = ""
    /// How many cells every row has.
    package let width: Int

    /// Begins a table with its header.
    package init(header: [String]) {
        width = header.count
        append(header)
    }

    /// Adds a row of as many cells as the header has.
    package mutating func append(_ cells: [String]) {
        precondition(cells.count == width, "a row is as wide as its header")
        text += cells.map(Self.quoted).joined(separator: ",")
        text += "\n"
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
