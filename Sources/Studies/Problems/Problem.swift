/// Something in the input that stands against a run, or that a careful reader should know of.
///
/// Facts only: which file, which row, which column, and what is the matter. The words are the commands'.
package struct Problem: Error, Hashable, Sendable {
    /// What a problem does to the run.
    package enum Severity: Hashable, Sendable {
        /// The run stops (or, when rows are set aside, the row is).
        case error
        /// The run goes on.
        case warning
    }

    /// The file as the user wrote it.
    package var file: String
    /// Of a CSV or YAML file the physical line, of a sheet its row, else the feature's number from 1.
    package var row: Int?
    /// The column as it stands in the file, else by its canonical name.
    package var column: String?
    /// What is the matter.
    package var fault: Fault
    /// Whether the run can go on.
    package var severity: Severity

    /// Makes a problem; an error unless said otherwise.
    package init(
        file: String, row: Int? = nil, column: String? = nil, _ fault: Fault, severity: Severity = .error
    ) {
        self.file = file
        self.row = row
        self.column = column
        self.fault = fault
        self.severity = severity
    }
}

/// One or more problems that end a reading; all of them are listed.
package struct Problems: Error, Sendable {
    /// The problems, in the order of layers, rows and columns.
    package let list: [Problem]

    /// Makes a failure of its problems.
    package init(_ list: [Problem]) { self.list = list }
}
