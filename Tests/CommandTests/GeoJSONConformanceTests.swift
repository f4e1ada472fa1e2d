import Foundation
import Testing

/// What `coverage` draws, held to RFC 7946 by a parser that knows nothing of the program.
@Suite struct GeoJSONConformanceTests {
    @Test(
        "A file is a collection of features as RFC 7946 has it",
        arguments: ["circles", "communities", "compounds"])
    func conforms(name: String) throws {
        let hamlet = try HamletStudy()
        // A community in two parts, one of them with a hole, its rings drawn the wrong way round.
        try hamlet.replace(
            #""geometry": {"type": "Polygon", "coordinates": [[[114.32, 30.50], [114.33, 30.50], [114.33, 30.51], [114.32, 30.51], [114.32, 30.50]]]}"#,
            with:
                #""geometry": {"type": "MultiPolygon", "coordinates": [[[[114.32, 30.50], [114.32, 30.51], [114.33, 30.51], [114.33, 30.50], [114.32, 30.50]], [[114.322, 30.502], [114.324, 30.502], [114.324, 30.504], [114.322, 30.502]]], [[[114.34, 30.50], [114.34, 30.51], [114.35, 30.50], [114.34, 30.50]]]]}"#,
            in: "communities.geojson")
        let (_, stderr, status) = try hamlet.run()
        #expect(stderr.isEmpty)
        #expect(status == 0)
        let text = try hamlet.result("coverage/\(name).geojson")

        // Parsed by Foundation.
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(root["type"] as? String == "FeatureCollection")
        // The RFC knows one reference system and no member that names another.
        #expect(root["crs"] == nil)
        let features = try #require(root["features"] as? [[String: Any]])
        let expected = ["circles": 2 * (2 + 1), "communities": 3, "compounds": 6]
        #expect(features.count == expected[name])
        var rings = 0
        for feature in features {
            #expect(feature["type"] as? String == "Feature")
            #expect(feature["properties"] is [String: Any])
            let geometry = try #require(feature["geometry"] as? [String: Any])
            switch try #require(geometry["type"] as? String) {
            case "Point":
                check(position: try #require(geometry["coordinates"] as? [Double]))
            case "Polygon":
                rings += try check(polygon: #require(geometry["coordinates"] as? [[[Double]]]))
            case "MultiPolygon":
                let parts = try #require(geometry["coordinates"] as? [[[[Double]]]])
                #expect(parts.count > 1)
                for part in parts { rings += try check(polygon: part) }
            case let other: Issue.record("a \(other)")
            }
        }
        if name == "communities" { #expect(rings == 1 + 1 + 3) }
        if name == "circles" { #expect(rings >= features.count) }
        if name == "compounds" { #expect(rings == 0) }
        // Each number of each position has seven decimals, as it stands in the text.
        for coordinates in text.matches(of: /"coordinates":(?<list>[\[\]0-9.,\-]+)/) {
            for number in coordinates.list.split(whereSeparator: { "[],".contains($0) }) {
                #expect(number.wholeMatch(of: /-?\d{1,3}\.\d{7}/) != nil, "\(number)")
            }
        }
    }

    private func check(position: [Double]) {
        #expect(position.count == 2)
        // Longitude first.
        #expect((114.2...114.4).contains(position[0]) && (30.4...30.6).contains(position[1]), "\(position)")
    }

    /// Checks a polygon's rings: closed, of four positions and more, none twice in a row, the outer one
    /// anticlockwise and the holes clockwise, no side across another; returns how many there are.
    private func check(polygon: [[[Double]]]) throws -> Int {
        #expect(!polygon.isEmpty)
        for (index, ring) in polygon.enumerated() {
            for position in ring { check(position: position) }
            #expect(ring.count >= 4)
            #expect(ring.first == ring.last)
            #expect(zip(ring, ring.dropFirst()).allSatisfy { $0 != $1 })
            let area = zip(ring, ring.dropFirst()).reduce(0) { sum, side in
                let (a, b) = side
                // From a corner of the ring, so that no digits are lost.
                let (x, y) = (ring[0][0], ring[0][1])
                return sum + (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y)
            }
            #expect(index == 0 ? area > 0 : area < 0, "ring \(index)")
            #expect(!crossesItself(ring))
        }
        return polygon.count
    }

    /// Whether two sides of a ring cross, by brute force.
    private func crossesItself(_ ring: [[Double]]) -> Bool {
        func turn(_ a: [Double], _ b: [Double], _ c: [Double]) -> Double {
            (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        }
        let sides = Array(zip(ring, ring.dropFirst()))
        for (index, (a, b)) in sides.enumerated() {
            for (c, d) in sides.dropFirst(index + 2) {
                if turn(a, b, c) * turn(a, b, d) < 0, turn(c, d, a) * turn(c, d, b) < 0 { return true }
            }
        }
        return false
    }
}
