import Geodesy
import Geometry
import Testing

@Suite struct TransformationTests {
    /// CGCS2000 longitude and latitude are taken for WGS 84, though EPSG:4490 has latitude first.
    @Test(arguments: ["EPSG:4490", "EPSG:4326", "OGC:CRS84"])
    func geographicStaysInPlace(code: String) throws {
        let place = GeographicPoint(longitude: 114.31, latitude: 30.58)
        let out = try Transformation(code).geographic([place])
        #expect(out.failed.isEmpty)
        #expect(Ellipsoid.wgs84.distance(out.positions[0], place).value < 0.001)
    }

    /// Hong Kong's grid has a datum of its own.
    ///
    /// Stored: pyproj 3.7.2,
    /// `Transformer.from_crs('EPSG:4326', 'EPSG:2326', always_xy=True).transform(114.17, 22.3)`.
    @Test func shiftsTheDatum() throws {
        let hongKong = try Transformation("EPSG:2326")
        let grid = hongKong.positions(
            [GeographicPoint(longitude: 114.17, latitude: 22.3)], as: PlanePoint.self)
        #expect(abs(grid[0].x - 835559.6420668046) < 1e-3 && abs(grid[0].y - 817895.754680294) < 1e-3)
        let back = hongKong.geographic(grid).positions[0]
        #expect(abs(back.longitude - 114.17) < 1e-8 && abs(back.latitude - 22.3) < 1e-8)
    }

    @Test func failuresByIndex() throws {
        let plane = try Transformation("EPSG:4547")
        let good = PlanePoint(x: 529735.3546356458, y: 3384451.584611982)
        let out = plane.geographic([
            good, PlanePoint(x: .infinity, y: 0), good, PlanePoint(x: 1e30, y: 1e30),
            PlanePoint(x: .nan, y: 1),
        ])
        #expect(out.failed == [1, 3, 4])
        #expect(abs(out.positions[2].longitude - 114.31) < 1e-11)
        #expect(plane.geographic([PlanePoint]()).positions.isEmpty)
    }

    @Test(arguments: ["EPSG:5773", "EPSG:4978"])
    func heightsAndEarthCentredAxesAreRefused(code: String) {
        #expect(throws: GeodesyFailure.notHorizontal(text: code)) { try Transformation(code) }
    }

    @Test func versionIsStated() {
        let parts = PROJLibrary.version.split(separator: ".").compactMap { Int($0) }
        #expect(parts.count == 3 && parts[0] >= 9)
    }
}
