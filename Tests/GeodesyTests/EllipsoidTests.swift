import Geodesy
import Geometry
import Glibc
import TestWorlds
import Testing

/// Stored numbers of pyproj 3.7.2: `Geod(ellps='WGS84').inv(…)[2]` and `.fwd(…)[:2]`.
@Suite struct EllipsoidTests {
    @Test(arguments: [
        (114.3, 30.6, 114.31, 30.61, 1465.8279112753091),
        (-15.43, 28.1, -15.41, 28.15, 5879.164288260338),
        (0, 0, 179.5, 0.5, 19936288.578965314),
        (116.404, 39.915, -73.98, 40.75, 11009568.07290113),
        (114.3, 30.6, 114.3, 30.6, 0),
        (10, -33, 10.0001, -33.0001, 14.502859128937766),
    ])
    func distance(_ lon1: Double, _ lat1: Double, _ lon2: Double, _ lat2: Double, _ metres: Double) {
        let a = GeographicPoint(longitude: lon1, latitude: lat1)
        let b = GeographicPoint(longitude: lon2, latitude: lat2)
        #expect(abs(Ellipsoid.wgs84.distance(a, b).value - metres) < 1e-7)
        #expect(abs(Ellipsoid.wgs84.distance(b, a).value - metres) < 1e-7)
    }

    @Test(arguments: [
        (114.3, 30.6, 37.0, 1000.0, 114.30627586994217, 30.607203675325273),
        (-15.43, 28.1, 271.5, 15000.0, -15.582591889543846, 28.10345826753286),
        (20, -89.99, 10, 5000.0, 28.178838460831415, -89.9453591525596),
    ])
    func direct(
        _ lon: Double, _ lat: Double, _ azimuth: Double, _ metres: Double, _ toLon: Double, _ toLat: Double
    ) {
        let arrived = Ellipsoid.wgs84.direct(
            from: GeographicPoint(longitude: lon, latitude: lat), azimuth: azimuth, distance: Metres(metres))
        #expect(abs(arrived.longitude - toLon) < 1e-12 && abs(arrived.latitude - toLat) < 1e-12)
    }

    /// PROJ's routine is right to some nanometres; the arc over the chord must be no farther from it.
    @Test(
        "short geodesics by the arc over the chord equal PROJ's",
        arguments: [
            -90, -89.999, -89.9, -60, -30.6, -0.001, 0, 0.04, 28.1, 45, 71.5, 89.93, 89.9999,
        ])
    func shortDistances(_ latitude: Double) {
        var random = SeededGenerator(seed: 41)
        var (farthestOff, lopsided) = (0.0, 0)
        for _ in 0..<20_000 {
            let a = GeographicPoint(
                longitude: random.int(in: 0...3) == 0
                    ? random.double(in: 179.99...180) : random.double(in: -180...180),
                latitude: max(-90, min(90, latitude + random.double(in: -0.05...0.05))))
            // From a millimetre to 11 km, each order of magnitude alike often.
            let length = exp2(random.double(in: -10...13.4))
            var b = Ellipsoid.wgs84.direct(
                from: a, azimuth: random.double(in: 0...360), distance: Metres(length))
            if random.int(in: 0...1) == 0 { b.longitude += b.longitude < 0 ? 360 : -360 }
            let short = Ellipsoid.wgs84.distance(a, b).value
            let long = Ellipsoid.wgs84.geodesicDistance(a, b).value
            farthestOff = max(farthestOff, abs(short - long) / max(6e-9, 1e-12 * length))
            if short != Ellipsoid.wgs84.distance(b, a).value { lopsided += 1 }
        }
        #expect(farthestOff < 1)
        #expect(lopsided == 0)
    }

    /// A millimetre along the meridian or the parallel is its radius of curvature times the angle.
    @Test("a billionth of a degree is right to a billionth", arguments: [0.0, 30.6, 60, 89.5])
    func tinyDistances(_ latitude: Double) {
        // A power of two, so that the difference of latitudes is exact.
        let step = 0x1p-27
        let e2 = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
        let sine = sin((latitude + step / 2) * .pi / 180)
        let radius = Ellipsoid.equatorialRadius * (1 - e2) / pow(1 - e2 * sine * sine, 1.5)
        let a = GeographicPoint(longitude: 114, latitude: latitude)
        let b = GeographicPoint(longitude: 114, latitude: latitude + step)
        let expected = radius * (b.latitude - a.latitude) * .pi / 180
        #expect(abs(Ellipsoid.wgs84.distance(a, b).value / expected - 1) < 1e-12)
        let parallel = Ellipsoid.equatorialRadius / (1 - e2 * pow(sin(latitude * .pi / 180), 2)).squareRoot()
        let c = GeographicPoint(longitude: 114 + step, latitude: latitude)
        let across = parallel * cos(latitude * .pi / 180) * step * .pi / 180
        #expect(abs(Ellipsoid.wgs84.distance(a, c).value / across - 1) < 1e-9)
        #expect(Ellipsoid.wgs84.distance(a, a).value == 0)
    }
}
