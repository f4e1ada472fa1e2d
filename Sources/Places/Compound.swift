package import Geometry

/// A residential compound (住宅小区).
package struct Compound: Hashable, Sendable {
    package var id: String
    package var name: String?
    /// The community it belongs to, as an index into the study's; nothing where it lies outside all.
    package var community: Int?
    package var households: ExactDecimal?
    package var elders: ExactDecimal?
    package var population: ExactDecimal?
    /// Floor area set aside for care (养老服务用房), m², as the compound states it.
    package var careSpace: ExactDecimal?
    /// Care space that it provides elsewhere, in lieu of its own (异地配建), m².
    package var careSpaceElsewhere: ExactDecimal?
    /// The date of the planning permission.
    package var planned: PartialDate?
    package var delivered: PartialDate?
    package var renovated: PartialDate?
    /// The group that may share care space.
    package var pool: String?
    /// Where it stands: the point given, or GEOS's point on the polygon's surface.
    package var point: GeographicPoint
    /// The polygon's area on the working plane in m²; nothing where a point was given.
    package var footprint: Double?
    /// Which of its figures are estimates, as the study's own column says.
    package var estimated: EstimatedFigures
    package var source: SourceRow

    /// Makes a compound of its columns.
    package init(
        id: String, name: String? = nil, community: Int? = nil, households: ExactDecimal? = nil,
        elders: ExactDecimal? = nil, population: ExactDecimal? = nil, careSpace: ExactDecimal? = nil,
        planned: PartialDate? = nil, delivered: PartialDate? = nil, renovated: PartialDate? = nil,
        pool: String? = nil, point: GeographicPoint, footprint: Double? = nil,
        estimated: EstimatedFigures = EstimatedFigures(), source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.id = id
        self.name = name
        self.community = community
        self.households = households
        self.elders = elders
        self.population = population
        self.careSpace = careSpace
        self.planned = planned
        self.delivered = delivered
        self.renovated = renovated
        self.pool = pool
        self.point = point
        self.footprint = footprint
        self.estimated = estimated
        self.source = source
    }
}

/// Where people leave a compound on foot (小区出入口).
package struct Gate: Hashable, Sendable {
    /// The compound, as an index into the study's.
    package var compound: Int
    package var point: GeographicPoint
    package var source: SourceRow

    /// Makes a gate of a compound.
    package init(compound: Int, point: GeographicPoint, source: SourceRow = SourceRow(file: "", row: 0)) {
        self.compound = compound
        self.point = point
        self.source = source
    }
}
