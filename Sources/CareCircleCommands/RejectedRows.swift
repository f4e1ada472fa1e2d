internal import Places
internal import Reports
internal import Studies

/// The rows that were set aside: `rejected.csv`, a line for each problem.
struct RejectedRows {
    static let header = ["layer", "file", "row", "id", "column", "problem"]

    /// Where they stand among the results of a command: in its own folder, so that no other command's run
    /// takes them away.
    static func path(in folder: String) -> String { "\(folder)/rejected.csv" }

    private let rows: [RejectedRow]

    init(_ rows: [RejectedRow]) { self.rows = rows }

    func contents(words: ProblemWording, dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(header: Self.header, dialect: dialect)
        for row in rows {
            for problem in row.problems {
                csv.append([
                    .plain(row.layer.rawValue), .text(row.source.file), .whole(row.source.row),
                    .text(optional: row.id), .text(optional: problem.column),
                    .text(words.sentence(for: problem.fault)),
                ])
            }
        }
        return csv.contents
    }
}
