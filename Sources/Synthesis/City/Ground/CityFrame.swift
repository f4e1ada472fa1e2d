import Geometry

/// Where the synthetic city lies: a square of metres around a place near Wuhan, and its degrees.
///
/// Metres become degrees by the lengths of a degree at the middle's latitude. Away from it a metre of the
/// frame is off by up to a percent, which nobody needs to know: the files hold degrees.
struct CityFrame: Sendable {
    /// The length of a side, in metres; positions run from 0 to this on both axes.
    let side: Double

    /// The middle, in degrees.
    static let middle = GeographicPoint(longitude: 114.3, latitude: 30.6)
    /// Metres in a degree of longitude and of latitude at the middle, on the WGS 84 ellipsoid.
    static let metresPerDegree = (longitude: 95_900.6, latitude: 110_862.6)

    /// The degrees of a position in metres.
    func coordinate(_ p: PlanePoint) -> MicroCoordinate {
        MicroCoordinate(
            GeographicPoint(
                longitude: Self.middle.longitude + (p.x - side / 2) / Self.metresPerDegree.longitude,
                latitude: Self.middle.latitude + (p.y - side / 2) / Self.metresPerDegree.latitude))
    }
}

/// A place in whole tenths of a microdegree: the seven decimals that OpenStreetMap and RFC 7946 files hold.
struct MicroCoordinate: Hashable, Sendable {
    let longitude: Int32
    let latitude: Int32

    /// The nearest such place.
    init(_ p: GeographicPoint) {
        longitude = Int32((p.longitude * 1e7).rounded())
        latitude = Int32((p.latitude * 1e7).rounded())
    }

    /// The same place in degrees.
    var point: GeographicPoint {
        GeographicPoint(longitude: Double(longitude) / 1e7, latitude: Double(latitude) / 1e7)
    }

    var longitudeText: String { fixedPoint(point.longitude, decimals: 7, trimmed: true) }
    var latitudeText: String { fixedPoint(point.latitude, decimals: 7, trimmed: true) }
}
