/// The coverage of one community.
package struct CommunityCoverage: Sendable, Equatable {
    /// How many open facilities that count for `has_facility` stand in it.
    package let facilities: Int
    /// Its area on the working plane, m²; nothing where it is a point.
    package let area: Double?
    /// What of the area lies within the radius of a counted facility, m².
    package let coveredArea: Double?
    /// Its counted compounds and its residual.
    package let tally: PlaceTally

    /// Whether it has a counted facility.
    package var hasFacility: Bool { facilities > 0 }
    /// The share of its area within the radius.
    package var areaShare: Double? {
        guard let area, let coveredArea, area > 0 else { return nil }
        return min(1, coveredArea / area)
    }
    /// The share of its elders within the radius less the share within the walk: what a circle promises and
    /// the streets do not keep.
    ///
    /// Nothing where no walk of its elders is known. Where some are unknown the walked share is a lower bound,
    /// and so the gap an upper one, by at most the unknown elders over all.
    package var elderShareGap: Double? {
        guard let straight = tally.straightElders.share, let walk = tally.walkElders.share,
            tally.walkElders.unknown < tally.walkElders.total
        else { return nil }
        return straight - walk
    }
}
