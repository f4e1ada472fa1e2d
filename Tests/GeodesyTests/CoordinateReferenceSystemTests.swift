import Geodesy
import Geometry
import Testing

@Suite struct CoordinateReferenceSystemTests {
    @Test func saysWhatItIs() throws {
        let plane = try CoordinateReferenceSystem("EPSG:4547")
        #expect(plane.name == "CGCS2000 / 3-degree Gauss-Kruger CM 114E")
        #expect(plane.isProjected && !plane.isGeographic && plane.metresPerUnit == 1)
        let geographic = try CoordinateReferenceSystem("EPSG:4490")
        #expect(geographic.isGeographic && !geographic.isProjected && geographic.metresPerUnit == nil)
        #expect(try CoordinateReferenceSystem("OGC:CRS84").isGeographic)
        #expect(try CoordinateReferenceSystem("+proj=utm +zone=28 +datum=WGS84").isProjected)
        // Compound: what lies flat in it decides.
        #expect(try CoordinateReferenceSystem("EPSG:32628+5773").isProjected)
    }

    @Test(arguments: [
        "", "EPSG:0", "EPSG:999999", "nonsense 7", "+proj=nothing", "PROJCS[\"broken\"", "\u{0}",
    ])
    func unknownTextFails(text: String) {
        #expect {
            try CoordinateReferenceSystem(text)
        } throws: {
            guard case .unknownSystem(text, let reason)? = $0 as? GeodesyFailure else { return false }
            return !reason.isEmpty
        }
    }

    /// Bounds as the EPSG registry has them; pyproj prints the same for `CRS('EPSG:4547').area_of_use`.
    @Test func areaOfUse() throws {
        let area = try #require(try CoordinateReferenceSystem("EPSG:4547").areaOfUse)
        #expect(area.west == 112.5 && area.east == 115.5)
        #expect(area.south > 21 && area.north < 46)
        // New Zealand lies on both sides of 180°.
        let across = try #require(try CoordinateReferenceSystem("EPSG:4167").areaOfUse)
        #expect(across.west == -180 && across.east == 180 && across.north < -25)
    }

    /// WKT as GDAL writes it for a Shapefile carries no area: found by likeness.
    ///
    /// Made by `pyproj.CRS('EPSG:4547').to_wkt('WKT1_GDAL')`, without its authority codes.
    @Test func areaOfUseOfAPlainWKT() throws {
        let wkt = """
            PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 114E",GEOGCS["China Geodetic Coordinate System 2000",\
            DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],\
            UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
            PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",114],PARAMETER["scale_factor",1],\
            PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]
            """
        let system = try CoordinateReferenceSystem(wkt)
        #expect(system.isProjected)
        #expect(try #require(system.areaOfUse).west == 112.5)
        let p = try Transformation(system).positions(
            [GeographicPoint(longitude: 114.31, latitude: 30.58)], as: PlanePoint.self)
        #expect(abs(p[0].x - 529735.3546356458) < 1e-4)
    }
}
