import Geodesy
import Geometry
import TestWorlds
import Testing

@Suite struct WorkingPlaneTests {
    /// Stored numbers of pyproj 3.7.2 (PROJ 9.5.1):
    /// `Transformer.from_crs('EPSG:4326', CODE, always_xy=True).transform(lon, lat)` and
    /// `Proj(CODE).get_factors(lon, lat).meridional_scale`.
    @Test(arguments: [
        ("EPSG:4547", 114.31, 30.58, 529735.3546356458, 3384451.584611982, 1.0000109028805646),
        ("EPSG:4547", 112.6, 29.9, 364777.16242944973, 3309851.872440059, 1.0002255119096861),
        ("EPSG:32628", -15.43, 28.1, 457760.18703022914, 3108354.6213948797, 0.9996220205620207),
        ("EPSG:32735", 28.05, -26.2, 604906.5870579795, 7101742.68703796, 0.99973587963546),
        ("EPSG:4534", 75.2, 39.4, 517227.3156114815, 4362930.789917105, 1.0000036525007396),
    ])
    func projectsEastFirst(
        _ code: String, _ longitude: Double, _ latitude: Double, _ x: Double, _ y: Double, _ scale: Double
    ) throws {
        let plane = try WorkingPlane(definition: code)
        let place = GeographicPoint(longitude: longitude, latitude: latitude)
        let p = plane.project(place)
        #expect(abs(p.x - x) < 1e-4 && abs(p.y - y) < 1e-4)
        let back = plane.unproject(p)
        #expect(abs(back.longitude - longitude) < 1e-11 && abs(back.latitude - latitude) < 1e-11)
        #expect(abs(plane.scale(at: place) - scale) < 1e-9)
    }

    @Test func batchEqualsOneByOne() throws {
        let plane = try WorkingPlane(definition: "EPSG:4547")
        var random = SeededGenerator(seed: 7)
        let places = (0..<500).map { _ in
            GeographicPoint(longitude: random.double(in: 112.5...115.5), latitude: random.double(in: 29...32))
        }
        let batch = plane.project(places)
        #expect(batch == places.map(plane.project))
        #expect(plane.unproject(batch) == batch.map(plane.unproject))
        #expect(plane.project([]).isEmpty)
    }

    /// A place that no plane holds is not finite, and does not spoil its neighbours.
    @Test func failuresStayWhereTheyAre() throws {
        let plane = try WorkingPlane(definition: "EPSG:4547")
        let good = GeographicPoint(longitude: 114.31, latitude: 30.58)
        let bad = GeographicPoint(longitude: .nan, latitude: 30.58)
        let wild = GeographicPoint(longitude: 114, latitude: 500)
        let p = plane.project([good, bad, wild, good])
        #expect(p[0] == p[3] && p[0] == plane.project(good))
        #expect(!p[1].x.isFinite && !p[2].x.isFinite)
    }

    @Test func refusesWhatIsNoPlaneInMetres() {
        #expect(throws: GeodesyFailure.notAPlane(text: "EPSG:4326")) {
            try WorkingPlane(definition: "EPSG:4326")
        }
        #expect(throws: GeodesyFailure.notInMetres(text: "EPSG:2263", metresPerUnit: 12 / 39.37)) {
            try WorkingPlane(definition: "EPSG:2263")
        }
        #expect {
            try WorkingPlane(definition: "EPSG:999999")
        } throws: {
            guard case .unknownSystem("EPSG:999999", let reason)? = $0 as? GeodesyFailure else {
                return false
            }
            return reason.contains("crs not found")
        }
    }

    @Test(arguments: [
        (114.3, 30.6, "EPSG:4547"), (73.0, 39.4, "EPSG:4534"), (75, 39.4, "EPSG:4534"),
        (76.5, 39.4, "EPSG:4534"), (76.5001, 39.4, "EPSG:4535"), (112.5, 30, "EPSG:4546"),
        (135.1, 48, "EPSG:4554"), (120, 18, "EPSG:4549"), (120, 53.6, "EPSG:4549"),
        // Outside the box: UTM.
        (120, 17.99, "EPSG:32651"), (135.11, 48, "EPSG:32653"), (72.99, 40, "EPSG:32643"),
        (-15.43, 28.1, "EPSG:32628"), (28.05, -26.2, "EPSG:32735"), (-180, 10, "EPSG:32601"),
        (179.9, -10, "EPSG:32760"), (0, 0, "EPSG:32631"),
    ])
    func planeByDefault(_ longitude: Double, _ latitude: Double, _ code: String) throws {
        let extent = try #require(
            Envelope(around: [
                GeographicPoint(longitude: longitude - 0.25, latitude: latitude - 0.25),
                GeographicPoint(longitude: longitude + 0.25, latitude: latitude + 0.25),
            ]))
        // The middle of a quarter each way is exact in binary only where the sums are.
        #expect(abs(extent.centre.longitude - longitude) < 1e-12)
        let point = try #require(
            Envelope(around: [GeographicPoint(longitude: longitude, latitude: latitude)]))
        #expect(WorkingPlane.definition(around: point) == code)
    }

    /// Every zone's central meridian is where EPSG has it: a place on it comes out at 500 km east.
    @Test func zonesStandOnTheirMeridians() throws {
        for zone in 0...20 {
            let middle = GeographicPoint(longitude: Double(75 + 3 * zone), latitude: 35)
            let code = WorkingPlane.definition(around: try #require(Envelope(around: [middle])))
            #expect(code == "EPSG:\(4534 + zone)")
            #expect(abs(try WorkingPlane(definition: code).project(middle).x - 500_000) < 1e-6)
        }
    }

    /// A disc against the geodesic circle itself: 360 places at the distance, and at places off the fit's four.
    @Test(arguments: [
        ("EPSG:4547", 112.55, 30.0, 1000.0, 1e-5), ("EPSG:32628", -12.05, 28.1, 1000, 1e-5),
        ("EPSG:4547", 114.3, 30.6, 5000, 1e-3), ("EPSG:4547", 115.5, 30, 20000, 0.1),
    ])
    func discIsTheGeodesicCircle(
        _ code: String, _ longitude: Double, _ latitude: Double, _ metres: Double, _ tolerance: Double
    ) throws {
        let plane = try WorkingPlane(definition: code)
        let place = GeographicPoint(longitude: longitude, latitude: latitude)
        let disc = plane.disc(around: place, radius: Metres(metres))
        var worst = 0.0
        for azimuth in 0..<360 {
            let rim = plane.project(
                Ellipsoid.wgs84.direct(from: place, azimuth: Double(azimuth), distance: Metres(metres)))
            worst = max(worst, abs(rim.distance(to: disc.centre) - disc.radius))
        }
        #expect(worst < tolerance)
    }
}
