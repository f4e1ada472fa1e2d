internal import Coverage
internal import Places

/// The places of districts in a ranking by the figures of one target.
package enum DistrictRanks {
    /// The place of each figure among those of districts: 1 for the highest.
    ///
    /// Figures are held against each other as they are written, to six decimals. Equal ones share a place, and the one
    /// behind them counts them all (1, 1, 3). Nothing for a scope that is no district, and for a district without a
    /// figure.
    ///
    /// - Parameter figures: the figures of one target on one day.
    /// - Returns: a place for each of them.
    package static func of(_ figures: [TargetFigure]) -> [Int?] {
        let values = figures.map { figure -> ExactDecimal? in
            guard case .district = figure.scope else { return nil }
            return figure.value.map { ExactDecimal(rounding: $0, decimals: 6) }
        }
        let sorted = values.compactMap(\.self).sorted(by: >)
        return values.map { value in value.flatMap { sorted.firstIndex(of: $0) }.map { $0 + 1 } }
    }
}
