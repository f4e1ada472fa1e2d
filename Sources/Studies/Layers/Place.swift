package import Geometry

/// Where something stands, and the ground it takes up where that is drawn.
package struct Place: Hashable, Sendable {
    /// The place in longitude and latitude: as given, or GEOS's point on the surface of the area.
    package let point: GeographicPoint
    /// The area, put right where need be; nothing where only a point is given.
    package let area: MultiPolygon<GeographicPoint>?
    /// The first pair of coordinates as it stands in the file.
    package let written: RawPosition
}
