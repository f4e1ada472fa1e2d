import Geodesy
import Geometry
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
}
