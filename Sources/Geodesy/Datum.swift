package import Geometry
internal import Glibc

/// What longitudes and latitudes refer to.
package enum Datum: String, Hashable, Sendable, CaseIterable {
    /// The satellites' own.
    case wgs84
    /// China's national datum, equal to WGS 84 for every purpose here.
    case cgcs2000
    /// The shifted coordinates of Chinese maps (国测局坐标).
    case gcj02
    /// GCJ-02 shifted once more, as on Baidu's maps.
    case bd09

    /// Whether GCJ-02 and BD-09 shift anything at a place: 72.004–137.8347° E, 0.8293–55.8271° N.
    package static func isShifted(at p: GeographicPoint) -> Bool {
        p.longitude >= 72.004 && p.longitude <= 137.8347 && p.latitude >= 0.8293 && p.latitude <= 55.8271
    }

    /// The place in this datum that stands for a place in WGS 84.
    package func shifted(fromWGS84 p: GeographicPoint) -> GeographicPoint {
        guard Self.isShifted(at: p) else { return p }
        switch self {
        case .wgs84, .cgcs2000: return p
        case .gcj02: return Self.gcj02(p)
        case .bd09: return Self.bd09(Self.gcj02(p))
        }
    }

    /// The place in WGS 84 that a place in this datum stands for, right to less than a millimetre.
    ///
    /// The formulas have no closed inverse; the shift hardly changes over its own length, so that taking it
    /// off again and again comes closer about a hundredfold each time.
    package func wgs84(from p: GeographicPoint) -> GeographicPoint {
        guard Self.isShifted(at: p), self == .gcj02 || self == .bd09 else { return p }
        var guess = p
        for _ in 0..<40 {
            let image = self == .gcj02 ? Self.gcj02(guess) : Self.bd09(Self.gcj02(guess))
            let offEast = image.longitude - p.longitude
            let offNorth = image.latitude - p.latitude
            guess.longitude -= offEast
            guess.latitude -= offNorth
            // 1e-11 degrees are a micrometre.
            if abs(offEast) < 1e-11, abs(offNorth) < 1e-11 { break }
        }
        return guess
    }

    /// The published formula of GCJ-02, on the ellipsoid of Krasovsky 1940.
    private static func gcj02(_ p: GeographicPoint) -> GeographicPoint {
        let axis = 6_378_245.0
        let eccentricitySquared = 0.00669342162296594323
        let x = p.longitude - 105
        let y = p.latitude - 35
        let ripple = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
        var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot() + ripple
        north += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
        north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
        var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot() + ripple
        east += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
        east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
        let latitude = p.latitude / 180 * .pi
        let w2 = 1 - eccentricitySquared * sin(latitude) * sin(latitude)
        let meridian = axis * (1 - eccentricitySquared) / (w2 * w2.squareRoot())
        let parallel = axis / w2.squareRoot() * cos(latitude)
        return GeographicPoint(
            longitude: p.longitude + east * 180 / (parallel * .pi),
            latitude: p.latitude + north * 180 / (meridian * .pi))
    }

    /// The usual formula of BD-09 over GCJ-02.
    private static func bd09(_ p: GeographicPoint) -> GeographicPoint {
        let wave = Double.pi * 3000 / 180
        let length =
            (p.longitude * p.longitude + p.latitude * p.latitude).squareRoot()
            + 0.00002 * sin(p.latitude * wave)
        let angle = atan2(p.latitude, p.longitude) + 0.000003 * cos(p.longitude * wave)
        return GeographicPoint(
            longitude: length * cos(angle) + 0.0065, latitude: length * sin(angle) + 0.006)
    }
}
