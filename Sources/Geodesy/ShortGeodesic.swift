internal import Geometry
internal import Glibc

/// Geodesics between places that lie close together, from the straight chord through the earth.
///
/// The chord between two places of an ellipsoid has a closed form in the mean latitude, half the difference of
/// latitudes and half that of longitudes, in which nothing cancels however close the places lie. The arc over it
/// has the curvature of the normal section in its direction (Euler's formula at the mean latitude): a circle's arc
/// `s = c (1 + (kc)²/24 + 3 (kc)⁴/640)`. What is left out is of the order of the flattening times `(kc)⁴`: over a
/// tenth of a degree less than a billionth of a millimetre for each metre.
extension Ellipsoid {
    /// Up to which difference of latitudes and of longitudes, in degrees, the arc stands for the geodesic.
    static let shortReach = 0.1

    /// The length of the geodesic between two places at most ``shortReach`` apart on either axis; nothing for others.
    @inline(__always)
    func shortDistance(_ a: GeographicPoint, _ b: GeographicPoint) -> Double? {
        let north = b.latitude - a.latitude
        var east = b.longitude - a.longitude
        if abs(east) > 180 { east -= east > 0 ? 360 : -360 }
        // A comparison with what is not a number fails.
        guard abs(north) <= Self.shortReach, abs(east) <= Self.shortReach else { return nil }
        let radians = Double.pi / 180
        let middle = (a.latitude + b.latitude) * 0.5 * radians
        let (s, c) = (sin(middle), cos(middle))
        let (sd, cd) = Self.smallSineAndCosine(north * 0.5 * radians)
        let (sl, _) = Self.smallSineAndCosine(east * 0.5 * radians)

        let e2 = Self.flattening * (2 - Self.flattening)
        let (s1, s2) = (s * cd - c * sd, s * cd + c * sd)
        let (c1, c2) = (c * cd + s * sd, c * cd - s * sd)
        let (w1, w2) = ((1 - e2 * s1 * s1).squareRoot(), (1 - e2 * s2 * s2).squareRoot())
        let over = Self.equatorialRadius / (w1 * w2)
        // The radii of curvature in the prime vertical: half their sum, and the second less the first.
        let mean = over * (w1 + w2) * 0.5
        let difference = over * 4 * e2 * s * c * sd * cd / (w1 + w2)
        let outward = difference * c * cd - 2 * mean * s * sd
        let upward = (1 - e2) * (difference * s * cd + 2 * mean * c * sd)
        let meridional = outward * outward + upward * upward
        let parallel = 4 * over * Self.equatorialRadius * (c1 * c2) * sl * sl
        let squared = meridional + parallel
        guard squared > 0 else { return 0 }
        // Euler: the curvatures along the meridian and across it, by the parts of the squared chord.
        let w = 1 - e2 * s * s
        let curvature =
            w.squareRoot() * (meridional * w / (1 - e2) + parallel) / (squared * Self.equatorialRadius)
        let bend = curvature * curvature * squared
        return squared.squareRoot() * (1 + bend * (1 / 24 + bend * (3 / 640)))
    }

    /// The sine and the cosine of an angle of at most a thousandth, by their series.
    @inline(__always)
    private static func smallSineAndCosine(_ x: Double) -> (sine: Double, cosine: Double) {
        let x2 = x * x
        return (x * (1 - x2 / 6 * (1 - x2 / 20)), 1 - x2 / 2 * (1 - x2 / 12))
    }
}
