internal import Foundation

/// The figures as lines of a table, printed as they come.
struct ResultTable {
    /// Prints the head of the table.
    static func printHead() {
        print(row("study", "case", "median", "least–most", "runs", "memory"))
    }

    /// Prints a line.
    static func printLine(_ study: String, _ name: String, _ timing: Timing, megabytes: Double? = nil) {
        print(
            row(
                study, name, words(timing.median), "\(words(timing.least))–\(words(timing.most))",
                String(timing.seconds.count), megabytes.map { String(format: "%.0f MB", $0) } ?? ""))
    }

    /// Seconds as people read them.
    static func words(_ seconds: Double) -> String {
        seconds < 1
            ? String(format: seconds < 0.1 ? "%.2f ms" : "%.0f ms", seconds * 1000)
            : String(format: "%.2f s", seconds)
    }

    private static func row(_ cells: String...) -> String {
        let widths = [18, 42, 11, 24, 5, 8]
        return zip(cells, widths).enumerated().map { index, cell in
            let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return index < 2 ? cell.0 + space : space + cell.0
        }.joined(separator: " ")
    }
}
