internal import Foundation

/// The columns of a plain comma-separated file; only the last cell of a row may be quoted.
struct CSVColumns {
    private let rows: [[Substring]]
    private let positions: [String: Int]
    private let path: String

    /// What a file lacks.
    enum Failure: Error {
        case noColumn(file: String, column: String)
        case noNumber(file: String, row: Int, text: String)
    }

    init(path: String) throws {
        self.path = path
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let head = lines.first?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
        positions = Dictionary(head.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        rows = lines.dropFirst().map {
            $0.split(separator: ",", maxSplits: max(head.count - 1, 0), omittingEmptySubsequences: false)
        }
    }

    /// A column as it is written, without quotes.
    func texts(_ column: String) throws -> [Substring] {
        guard let position = positions[column] else {
            throw Failure.noColumn(file: path, column: column)
        }
        return rows.map { row in
            guard position < row.count else { return "" }
            let cell = row[position]
            return cell.hasPrefix("\"") ? cell.dropFirst().dropLast() : cell
        }
    }

    /// A column of numbers.
    func numbers(_ column: String) throws -> [Double] {
        try texts(column).enumerated().map { index, text in
            guard let number = Double(text) else {
                throw Failure.noNumber(file: path, row: index + 2, text: String(text))
            }
            return number
        }
    }
}
