package import Geometry

/// Metres and degrees near a place, to a millionth over some kilometres.
package struct LocalMetres: Sendable {
    private let east: Double
    private let north: Double

    /// Takes the lengths of a thousandth of a degree either way.
    package init(at p: GeographicPoint) {
        func length(_ dx: Double, _ dy: Double) -> Double {
            Ellipsoid.wgs84.distance(
                GeographicPoint(longitude: p.longitude - dx, latitude: p.latitude - dy),
                GeographicPoint(longitude: p.longitude + dx, latitude: p.latitude + dy)
            ).value
        }
        (east, north) = (length(0.0005, 0) * 1000, length(0, 0.0005) * 1000)
    }

    /// The way from one place to another.
    @inline(__always)
    package func way(from a: GeographicPoint, to b: GeographicPoint) -> (Double, Double) {
        ((b.longitude - a.longitude) * east, (b.latitude - a.latitude) * north)
    }

    /// A place moved by a way.
    package func moved(_ p: GeographicPoint, _ dx: Double, _ dy: Double) -> GeographicPoint {
        GeographicPoint(longitude: p.longitude + dx / east, latitude: p.latitude + dy / north)
    }
}
