import Foundation
import Geodesy
import Geometry
import Synthesis
import TestWorlds
import Testing

/// Boundaries as planners hand them over, and the cells cut to them.
@Suite struct StudyBoundaryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func geoJSON(_ geometries: String...) -> String {
        let features = geometries.map { "{\"type\":\"Feature\",\"properties\":{},\"geometry\":\($0)}" }
        return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }

    @Test func severalPolygonsAreOneArea() throws {
        let text = geoJSON(
            #"{"type":"Polygon","coordinates":[[[9,0],[9.02,0],[9.02,0.01],[9,0.01],[9,0]]]}"#,
            #"{"type":"MultiPolygon","coordinates":[[[[9.01,0],[9.03,0],[9.03,0.01],[9.01,0.01],[9.01,0]]]]}"#,
            #"{"type":"Point","coordinates":[1,1]}"#)
        let boundary = try StudyBoundary(file: folder.write(text, to: "b.geojson"))
        #expect(abs(boundary.area.area - 0.03 * 0.01) < 1e-12)
        #expect(try boundary.holds(GeographicPoint(longitude: 9.025, latitude: 0.005)))
        #expect(try boundary.holds(GeographicPoint(longitude: 9.03, latitude: 0.005)))
        #expect(try !boundary.holds(GeographicPoint(longitude: 9.031, latitude: 0.005)))
    }

    @Test func aBowTieIsPutRight() throws {
        let text = geoJSON(#"{"type":"Polygon","coordinates":[[[9,0],[9.01,0.01],[9.01,0],[9,0.01],[9,0]]]}"#)
        let boundary = try StudyBoundary(file: folder.write(text, to: "b.geojson"))
        #expect(abs(boundary.area.area - 0.5 * 0.01 * 0.01) < 1e-12)
        #expect(boundary.area.polygons.count == 2)
    }

    @Test func anotherReferenceSystemIsFollowed() throws {
        // UTM zone 32 north: by pyproj, (500000, 0)–(502000, 1000) is 9–9.0179735° E, 0–0.0090473° N.
        let text = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32632"}},
            "features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
            [[[500000,0],[502000,0],[502000,1000],[500000,1000],[500000,0]]]}}]}
            """
        let boundary = try StudyBoundary(file: folder.write(text, to: "b.geojson"))
        let extent = try #require(boundary.area.envelope)
        #expect(abs(extent.west - 9) < 1e-7 && abs(extent.south) < 1e-7)
        #expect(abs(extent.east - 9.01797350) < 1e-7 && abs(extent.north - 0.00904731) < 1e-7)
    }

    @Test func whatIsNoBoundary() throws {
        let line = geoJSON(#"{"type":"LineString","coordinates":[[9,0],[9.01,0.01]]}"#)
        #expect(throws: BoundaryFailure.noPolygon) {
            try StudyBoundary(file: folder.write(line, to: "line.geojson"))
        }
        #expect(throws: BoundaryFailure.self) { try StudyBoundary(file: folder.path(of: "none.geojson")) }
        #expect(throws: BoundaryFailure.self) {
            try StudyBoundary(file: folder.write("{\"type\":", to: "cut.geojson"))
        }
    }

    @Test func cellsTileTheBoundaryWithoutSlivers() throws {
        var drawn = DrawnExtract()
        drawn.rectangle(10, 10, 14, 12, ["building": "apartments"], id: 100)
        drawn.rectangle(200, 10, 204, 12, ["building": "apartments"], id: 101)
        _ = drawn.node(12, 11, ["amenity": "nursing_home"], id: 9)
        _ = drawn.node(200, 10, ["amenity": "nursing_home"], id: 8)
        // From 2 m west of a grid line of the plane (500,000 m) to 1,002 m east of it and 1,500 m north.
        let plane = try WorkingPlane(definition: "EPSG:32632")
        let corners = [(499_998.0, 10.0), (501_002, 10), (501_002, 1500), (499_998, 1500), (499_998, 10)]
            .map { plane.unproject(PlanePoint(x: $0.0, y: $0.1)) }
        let ring = corners.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",")
        let boundary = try folder.write(
            geoJSON("{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}"), to: "b.geojson")
        let report = try ExtractStudy.write(
            ExtractStudyOptions(
                extract: folder.write(drawn.text, to: "a.osm"), boundary: boundary, cellMetres: 500),
            to: folder.path(of: "study"))
        // Two columns of three rows; the strips of 2 m on either side have joined them.
        #expect(report.units.map(\.id) == ["C1-1", "C1-2", "C1-3", "C2-1", "C2-2", "C2-3"])
        let areas = report.units.map { $0.area.mapped(plane.project).area }
        #expect(abs(areas.reduce(0, +) - 1004 * 1490) < 1)
        #expect(abs(areas[0] - 502 * 490) < 1 && abs(areas[1] - 502 * 500) < 1)
        // The second block and the second home lie 2 km outside.
        #expect(report.compounds == 1 && report.buildingsRefused == [.outside: 1])
        #expect(report.sites.map { $0.verdict.refusal } == [.outside, nil])
    }
}
