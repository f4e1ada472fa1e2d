package import Geometry

/// A community (社区 / 行政村): the smallest planning unit, with its people.
package struct Community: Hashable, Sendable {
    package var id: String
    package var name: String
    /// The polygon; nothing where the layer has points, and areas and area shares are then empty.
    package var area: MultiPolygon<GeographicPoint>?
    /// Where the residual stands: the point itself, or GEOS's point on the polygon's surface.
    package var point: GeographicPoint
    /// The polygon without water, where the policy pack takes water out of areas; nothing where it does not.
    package var land: MultiPolygon<GeographicPoint>?
    package var subdistrict: String?
    package var district: String?
    package var city: String?
    package var setting: Setting?
    package var population: ExactDecimal?
    package var households: ExactDecimal?
    package var elders: ElderFigures
    /// Its people by sex and five-year age group; nothing unless all groups are stated.
    package var ages: SexByAge?
    /// Floor area of all public service in the community, m².
    package var publicServiceArea: ExactDecimal?
    /// Which of its figures are estimates, as the study's own column says.
    package var estimated: EstimatedFigures
    /// How many rows of its compounds were set aside: their people are among those left when the other compounds
    /// have what they state, so that nobody states how many live where.
    package var compoundsSetAside = 0
    package var source: SourceRow

    /// Makes a community of its columns.
    package init(
        id: String, name: String, area: MultiPolygon<GeographicPoint>? = nil, point: GeographicPoint,
        subdistrict: String? = nil, district: String? = nil, city: String? = nil, setting: Setting? = nil,
        population: ExactDecimal? = nil, households: ExactDecimal? = nil,
        elders: ElderFigures = ElderFigures(), ages: SexByAge? = nil,
        publicServiceArea: ExactDecimal? = nil, estimated: EstimatedFigures = EstimatedFigures(),
        source: SourceRow = SourceRow(file: "", row: 0)
    ) {
        self.id = id
        self.name = name
        self.area = area
        self.point = point
        self.subdistrict = subdistrict
        self.district = district
        self.city = city
        self.setting = setting
        self.population = population
        self.households = households
        self.elders = elders
        self.ages = ages
        self.publicServiceArea = publicServiceArea
        self.estimated = estimated
        self.source = source
    }
}
