internal import CPROJ
package import Geometry
internal import Glibc

/// The ellipsoid of WGS 84 with its geodesics, by PROJ's routines after Karney (2013), right to nanometres.
package struct Ellipsoid: Sendable {
    /// Half the equator's diameter, in metres.
    package static let equatorialRadius = 6_378_137.0
    /// How much shorter the polar radius is, as a share.
    package static let flattening = 1 / 298.257223563
    /// The ellipsoid of WGS 84.
    package static let wgs84 = Ellipsoid()

    private let geodesic: geod_geodesic

    private init() {
        var g = geod_geodesic()
        geod_init(&g, Self.equatorialRadius, Self.flattening)
        geodesic = g
    }

    /// The length of the shortest line between two places.
    package func distance(_ a: GeographicPoint, _ b: GeographicPoint) -> Metres {
        if let length = shortDistance(a, b) { return Metres(length) }
        return geodesicDistance(a, b)
    }

    /// The same length by PROJ's routine, however close the places lie.
    package func geodesicDistance(_ a: GeographicPoint, _ b: GeographicPoint) -> Metres {
        var length = 0.0
        withUnsafePointer(to: geodesic) {
            geod_inverse($0, a.latitude, a.longitude, b.latitude, b.longitude, &length, nil, nil)
        }
        return Metres(length)
    }

    /// Where one arrives by setting out in a direction (degrees clockwise from north) over a distance.
    package func direct(
        from p: GeographicPoint, azimuth: Double, distance: Metres
    ) -> GeographicPoint {
        var (latitude, longitude) = (0.0, 0.0)
        withUnsafePointer(to: geodesic) {
            geod_direct($0, p.latitude, p.longitude, azimuth, distance.value, &latitude, &longitude, nil)
        }
        return GeographicPoint(longitude: longitude, latitude: latitude)
    }

    /// A place on the ellipsoid in metres from the earth's centre (x to 0° E, y to 90° E, z to the north).
    static func earthCentred(_ p: GeographicPoint) -> SIMD3<Double> {
        let e2 = flattening * (2 - flattening)
        let sinLatitude = sine(degrees: p.latitude)
        let cosLatitude = cosine(degrees: p.latitude)
        let normal = equatorialRadius / (1 - e2 * sinLatitude * sinLatitude).squareRoot()
        return SIMD3(
            normal * cosLatitude * cosine(degrees: p.longitude),
            normal * cosLatitude * sine(degrees: p.longitude),
            normal * (1 - e2) * sinLatitude)
    }
}

/// The sine of an angle in degrees.
func sine(degrees: Double) -> Double { sin(degrees * .pi / 180) }

/// The cosine of an angle in degrees.
func cosine(degrees: Double) -> Double { cos(degrees * .pi / 180) }
