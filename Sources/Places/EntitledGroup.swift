/// People of one group who are entitled to a service, in one area and year.
package struct EntitledGroup: Hashable, Sendable {
    /// Where they live.
    package var area: StatedArea
    /// What group they are, in the source's words (低保, aged 80 and over, …).
    package var group: String
    /// How many.
    package var count: ExactDecimal
    /// In which year.
    package var year: Int
    package var source: SourceRow

    /// Makes a group of its row.
    package init(
        area: StatedArea, group: String, count: ExactDecimal, year: Int,
        source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.area = area
        self.group = group
        self.count = count
        self.year = year
        self.source = source
    }
}
