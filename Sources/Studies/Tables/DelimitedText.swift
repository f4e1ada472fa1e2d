/// One record of delimited text, as it stands in the file.
struct DelimitedRecord {
    /// The physical line that it begins on, from 1.
    let line: Int
    /// Its cells' text, without the blanks and quotes around it.
    let cells: [String]
    /// Whether its quotes do not balance; its cells are then those of its first line, cut at every delimiter.
    let isUnbalanced: Bool
}

/// Delimited text (RFC 4180 and what spreadsheets make of it), taken apart in one pass over its bytes.
///
/// Lines end with LF, CRLF or CR; a quoted cell may hold any of them, and lines are counted physically. A
/// quote that is never closed, or closed amid text, spoils its own line only: the pass goes on with the next.
struct DelimitedText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private var position = 0
    private var line = 1
    private var width = 0

    /// Begins a pass over UTF-8 text that must outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    /// The delimiter of a text: of comma, semicolon and tab the one that the first line with any of them holds
    /// most of outside quotes; the comma where none does.
    ///
    /// A title above the header has none of them.
    static func delimiter(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var (commas, semicolons, tabs) = (0, 0, 0)
        var quoted = false
        for byte in bytes {
            switch byte {
            case quote: quoted.toggle()
            case comma where !quoted: commas += 1
            case semicolon where !quoted: semicolons += 1
            case tab where !quoted: tabs += 1
            case lineFeed, carriageReturn:
                if !quoted, commas + semicolons + tabs > 0 { return most(commas, semicolons, tabs) }
            default: break
            }
        }
        return most(commas, semicolons, tabs)
    }

    private static func most(_ commas: Int, _ semicolons: Int, _ tabs: Int) -> UInt8 {
        if commas >= semicolons && commas >= tabs { return comma }
        return semicolons >= tabs ? semicolon : tab
    }

    /// The next record that holds anything; nothing at the end.
    mutating func next() -> DelimitedRecord? {
        while position < bytes.count {
            let (start, first) = (position, line)
            var cells: [String] = []
            cells.reserveCapacity(width)
            guard readRecord(into: &cells) else {
                (position, line) = (start, first)
                return DelimitedRecord(line: first, cells: plainLine(), isUnbalanced: true)
            }
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            width = cells.count
            return DelimitedRecord(line: first, cells: cells, isUnbalanced: false)
        }
        return nil
    }

    /// Reads the cells up to the end of the record; false where its quotes do not balance.
    private mutating func readRecord(into cells: inout [String]) -> Bool {
        while true {
            var start = position
            while start < bytes.count, bytes[start] == space || (bytes[start] == tab && delimiter != tab) {
                start += 1
            }
            if start < bytes.count, bytes[start] == quote {
                position = start + 1
                guard let cell = quotedCell() else { return false }
                cells.append(cell)
            } else {
                while position < bytes.count {
                    let byte = bytes[position]
                    if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
                    position += 1
                }
                cells.append(text(start, position))
            }
            guard position < bytes.count else { return true }
            if bytes[position] == delimiter {
                position += 1
                continue
            }
            endLine()
            return true
        }
    }

    /// The text of a quoted cell whose opening quote is behind; nothing where it is not closed properly.
    private mutating func quotedCell() -> String? {
        var start = position
        var parts: [UInt8]?
        while position < bytes.count {
            let byte = bytes[position]
            if byte == lineFeed || byte == carriageReturn {
                endLine()
            } else if byte != quote {
                position += 1
            } else if position + 1 < bytes.count, bytes[position + 1] == quote {
                parts = parts ?? []
                parts?.append(contentsOf: bytes[start...position])
                position += 2
                start = position
            } else {
                let end = position
                position += 1
                while position < bytes.count,
                    bytes[position] == space || (bytes[position] == tab && delimiter != tab)
                {
                    position += 1
                }
                guard
                    position == bytes.count || bytes[position] == delimiter
                        || bytes[position] == lineFeed || bytes[position] == carriageReturn
                else { return nil }
                guard let parts else { return text(start, end) }
                return (parts + bytes[start..<end]).withUnsafeBufferPointer {
                    String(decoding: $0.trimmed, as: UTF8.self)
                }
            }
        }
        return nil
    }

    /// The cells of the line at hand, cut at every delimiter.
    private mutating func plainLine() -> [String] {
        var cells: [String] = []
        var start = position
        while position < bytes.count, bytes[position] != lineFeed, bytes[position] != carriageReturn {
            if bytes[position] == delimiter {
                cells.append(text(start, position))
                start = position + 1
            }
            position += 1
        }
        cells.append(text(start, position))
        if position < bytes.count { endLine() }
        return cells
    }

    private mutating func endLine() {
        if bytes[position] == carriageReturn, position + 1 < bytes.count, bytes[position + 1] == lineFeed {
            position += 1
        }
        position += 1
        line += 1
    }

    private func text(_ start: Int, _ end: Int) -> String {
        guard start < end else { return "" }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]).trimmed, as: UTF8.self)
    }
}

private let comma = UInt8(ascii: ",")
private let semicolon = UInt8(ascii: ";")
private let tab = UInt8(ascii: "\t")
private let space = UInt8(ascii: " ")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
