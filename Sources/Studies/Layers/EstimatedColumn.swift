internal import Places

extension SchemaRow {
    /// Which figures of the row its column `estimated` marks: all (`yes`), none (`no`, empty), or those it names.
    ///
    /// A figure is named by its canonical name, by a header that means it, or by the file's own header. Names of
    /// other columns of the file, `outline` for the shape and `ages` for people by sex and age, mark no figure of people or dwellings. Any other
    /// words are taken to be about all of them: what is doubtful is rather marked than passed over.
    ///
    /// - Parameters:
    ///   - column: the column `estimated`.
    ///   - households: the columns of dwellings.
    ///   - elders: the columns of elders.
    /// - Returns: the figures that are marked.
    func estimated(_ column: Column, households: [Column], elders: [Column]) -> EstimatedFigures {
        guard let text = text(column) else { return EstimatedFigures() }
        if let flag = flagged(text) { return flag ? .all : EstimatedFigures() }
        var figures = EstimatedFigures()
        for item in CellList.items(text) {
            if names(item, oneOf: households) {
                figures.households = true
            } else if names(item, oneOf: elders) {
                figures.elders = true
            } else if item != "outline", item != "ages", !names(item, oneOf: Array(Column.allCases)),
                !table.table.header.contains(item)
            {
                return .all
            }
        }
        return figures
    }

    /// Whether a column marks one figure of the row as an estimate.
    func marks(_ figure: Column, in column: Column) -> Bool {
        estimated(column, households: [figure], elders: []).households
    }

    /// Yes or no, where a text is one of them.
    private func flagged(_ text: String) -> Bool? {
        do throws(Fault) {
            return try CellFlag.flag(text)
        } catch {
            return nil
        }
    }

    private func names(_ item: String, oneOf columns: [Column]) -> Bool {
        columns.contains { column in
            item == column.rawValue || item == table.header(column) || column.headers.contains(item)
        }
    }
}
