/// Where a value was read: the file as the user wrote it, and the row.
package struct SourceRow: Hashable, Sendable {
    /// The path as it stands in `study.yaml`.
    package let file: String
    /// Of a CSV file the physical line (the header is 1), of a sheet its row, else the feature's number from 1.
    package let row: Int

    /// Makes a place in a file.
    package init(file: String, row: Int) {
        self.file = file
        self.row = row
    }
}
