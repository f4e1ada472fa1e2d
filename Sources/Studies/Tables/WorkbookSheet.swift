/// The cells of one sheet, as text.
struct WorkbookSheet {
    /// A formula whose value is not stored.
    struct EmptyFormula {
        /// The sheet's row.
        let row: Int
        /// The column, from 0.
        let column: Int
    }

    /// The name on its tab.
    let name: String
    /// The rows that hold anything, numbered as the sheet numbers them, each as long as its last cell.
    private(set) var rows: [RawRow] = []
    /// Formulas without a value.
    private(set) var emptyFormulas: [EmptyFormula] = []

    /// Reads the part of the archive that a sheet is.
    init(
        name: String, bytes: [UInt8], texts: [String], styles: WorkbookStyles
    ) throws(MarkupScanner.Truncated) {
        self.name = name
        try bytes.withUnsafeBufferPointer { bytes throws(MarkupScanner.Truncated) in
            var scanner = MarkupScanner(bytes)
            var cell = Cell()
            var (number, cells, isValue, isReading, isClosed) = (0, [String](), false, false, false)
            while let event = try scanner.next() {
                switch event {
                case .start(let isEmpty):
                    if scanner.isNamed("c") {
                        cell = Cell(scanner, after: cell.column)
                        if isEmpty { cell.type = "" }
                    } else if scanner.isNamed("v") || scanner.isNamed("t") {
                        isValue = !isEmpty
                    } else if scanner.isNamed("f") {
                        cell.hasFormula = true
                    } else if scanner.isNamed("rPh") {
                        isReading = !isEmpty
                    } else if scanner.isNamed("row") {
                        let stated = scanner.attribute("r").flatMap { Int($0) } ?? number + 1
                        number = min(max(stated, 1), Cell.rowLimit)
                        cell.column = -1
                        cells = []
                    }
                case .text:
                    if isValue, !isReading { cell.raw += scanner.text }
                case .end:
                    if scanner.isNamed("v") || scanner.isNamed("t") {
                        isValue = false
                    } else if scanner.isNamed("rPh") {
                        isReading = false
                    } else if scanner.isNamed("c") {
                        if cell.hasFormula, cell.raw.isEmpty, cell.type != "str" {
                            emptyFormulas.append(EmptyFormula(row: number, column: cell.column))
                        }
                        let text = cell.text(texts: texts, styles: styles)
                        guard !text.isEmpty, (0..<Cell.limit).contains(cell.column) else { continue }
                        while cells.count <= cell.column { cells.append("") }
                        cells[cell.column] = text
                    } else if scanner.isNamed("row"), !cells.isEmpty {
                        rows.append(RawRow(number: number, cells: cells))
                    } else if scanner.isNamed("worksheet") {
                        isClosed = true
                    }
                }
            }
            guard isClosed else { throw MarkupScanner.Truncated() }
        }
    }

    /// A cell on its way from markup to text.
    private struct Cell {
        /// Sheets have this many columns at most.
        static let limit = 16_384
        /// And this many rows.
        static let rowLimit = 1_048_576

        var column = -1
        var type = ""
        var style = 0
        var raw = ""
        var hasFormula = false

        init() {}

        init(_ scanner: MarkupScanner, after previous: Int) {
            column = scanner.attribute("r").flatMap(Cell.column(of:)) ?? previous + 1
            type = scanner.attribute("t") ?? "n"
            style = scanner.attribute("s").flatMap { Int($0) } ?? 0
        }

        /// The text: a number with all its digits, a date in ISO 8601, a truth as true or false.
        func text(texts: [String], styles: WorkbookStyles) -> String {
            switch type {
            case "s":
                guard let index = Int(raw), texts.indices.contains(index) else { return "" }
                return texts[index]
            case "n":
                guard let number = Double(raw) else { return raw.trimmed }
                return styles.text(of: number, style: style)
            case "b": return raw == "1" ? "true" : "false"
            default: return raw.trimmed
            }
        }

        /// The column, from 0, of a reference such as `AB12`.
        private static func column(of reference: String) -> Int? {
            var column = 0
            for byte in reference.utf8 {
                guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z"), column < limit else { break }
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            }
            return column > 0 ? column - 1 : nil
        }
    }
}
