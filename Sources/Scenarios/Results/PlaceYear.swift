internal import Coverage
internal import Places

/// Who lived in each place at the end of a year and which places were covered, in columns.
///
/// A place is a compound of the study, or, behind all compounds, the residual of a community.
package struct PlaceYear: Hashable, Sendable {
    package let year: Int
    /// People of 60 and over of each place that counts; nothing where it does not, or nobody states them.
    package let elders: [Double?]
    /// Whether each place lies within the radius of a facility that counts, whether anybody lives there or not.
    package let isWithin1km: [Bool]
    /// Whether each place reaches one on foot within the minutes; nothing where that is not known.
    package let isWithin15min: [Bool?]
    /// How many open facilities that count for `has_facility` stand in each community.
    package let facilities: [Int]

    /// Makes the columns of their parts.
    package init(
        year: Int, elders: [Double?], isWithin1km: [Bool], isWithin15min: [Bool?], facilities: [Int]
    ) {
        self.year = year
        self.elders = elders
        self.isWithin1km = isWithin1km
        self.isWithin15min = isWithin15min
        self.facilities = facilities
    }

    /// Takes the columns from a year's coverage.
    init(_ year: Int, coverage: CoverageResult) {
        let access = coverage.access.compounds + coverage.access.communities
        self.init(
            year: year,
            elders: coverage.demand.compounds.map { $0.isCounted ? $0.elders : nil }
                + coverage.demand.residuals.map { $0?.elders },
            isWithin1km: access.map(coverage.standard.isWithinRadius),
            isWithin15min: access.map(coverage.standard.isWithinWalk),
            facilities: coverage.communities.map(\.facilities))
    }
}
