/// A measure of coverage, under the name that outputs give it.
package enum CoverageMeasure: String, Hashable, Sendable, CaseIterable {
    /// Within the pack's radius of a counted facility in a straight line.
    case within1km = "within_1km"
    /// Within the pack's minutes of a counted facility on foot.
    case within15min = "within_15min"
    /// A community in which a counted facility stands.
    case hasFacility = "has_facility"
}

/// What a share is a share of.
package enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Things: compounds, communities, subdistricts or facilities.
    case count
    /// Square metres on the working plane.
    case area
    case households, population, elders
}
