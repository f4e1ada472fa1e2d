package import Geometry

/// A site that a scenario may use.
package struct Candidate: Hashable, Sendable {
    package var id: String
    package var name: String?
    package var level: Level?
    /// Floor area, m².
    package var area: ExactDecimal?
    /// What it is now: new, or converted from a factory, school, community room, clinic or flat.
    package var kind: String?
    package var cost: ExactDecimal?
    /// The role in the network that it would have.
    package var network: NetworkRole?
    package var beds: ExactDecimal?
    package var dayCarePlaces: ExactDecimal?
    /// The facility that would become what this row says, as an index into the study's; nothing for a new site.
    package var upgrades: Int?
    /// The first year in which it can open.
    package var earliest: Int?
    /// The community it stands in, as an index into the study's.
    package var community: Int?
    package var point: GeographicPoint
    package var source: SourceRow

    /// Makes a candidate of its columns.
    package init(
        id: String, name: String? = nil, level: Level? = nil, area: ExactDecimal? = nil, kind: String? = nil,
        cost: ExactDecimal? = nil, earliest: Int? = nil, community: Int? = nil, point: GeographicPoint,
        source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.area = area
        self.kind = kind
        self.cost = cost
        self.earliest = earliest
        self.community = community
        self.point = point
        self.source = source
    }
}
