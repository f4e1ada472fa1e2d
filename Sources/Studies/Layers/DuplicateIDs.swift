internal import Places

/// Sees to it that no id stands twice in a layer, over all of its sources.
struct DuplicateIDs<Column: SchemaColumn> {
    private var first: [String: SourceRow] = [:]

    /// Takes down the id of a row; a second bearer is reported in the column given.
    mutating func claim(_ id: String, for row: SchemaRow<Column>, in column: Column) {
        if let first = first[id] {
            row.report(.duplicateID(id: id, firstRow: first), in: column)
        } else {
            first[id] = row.source
        }
    }
}
