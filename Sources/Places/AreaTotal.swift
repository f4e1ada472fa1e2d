/// How people are counted: those registered in a place (户籍) or those who live there (常住).
package enum CountingBasis: String, Hashable, Sendable, CaseIterable {
    case registered, resident
}

/// What an office publishes of an area as a whole in one year.
package struct AreaTotal: Hashable, Sendable {
    /// The area.
    package var area: StatedArea
    /// The year of the count.
    package var year: Int
    /// How people are counted; nothing where the source does not say.
    package var basis: CountingBasis?
    /// Dwellings.
    package var households: ExactDecimal?
    /// People of all ages.
    package var population: ExactDecimal?
    /// People of 60 and over.
    package var elders: ExactDecimal?
    package var source: SourceRow

    /// Makes a total of its row.
    package init(
        area: StatedArea, year: Int, basis: CountingBasis?, households: ExactDecimal? = nil,
        population: ExactDecimal? = nil, elders: ExactDecimal? = nil,
        source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.area = area
        self.year = year
        self.basis = basis
        self.households = households
        self.population = population
        self.elders = elders
        self.source = source
    }
}

extension [AreaTotal] {
    /// The row of an area whose figure holds in a year: of those that count people so and state it, the latest that
    /// has come.
    package func latest(
        of area: StatedArea, counted basis: CountingBasis, upTo year: Int,
        _ figure: (AreaTotal) -> ExactDecimal?
    ) -> AreaTotal? {
        filter { $0.area == area && $0.basis == basis && $0.year <= year && figure($0) != nil }
            .max { $0.year < $1.year }
    }
}
