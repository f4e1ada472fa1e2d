import Geometry
import Reports
import TestWorlds
import Testing
import Topology

@Suite struct GeoJSONTests {
    @Test(
        "Rings are written in the fixed form of seven decimals, next to halves and at the ends of the range too"
    )
    func rings() throws {
        var values: [Double] = [
            0, -0.0, 1, -1, 180, -180, 0.00000005, -0.00000005, 0.00000004, 114.12345675, 114.12345665,
            30.99999995,
            9.99999994, 1e-300, 99.9999999, 99.99999995, -9.00000005, 999.99999994, 1e5, -1e5,
        ]
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<10_000 {
            values.append(generator.double(in: -180...180))
            // Decimal forms that end in a half of the last place.
            values.append((Double(generator.int(in: 0...1_800_000_000)) + 0.5) / 1e7)
        }
        for start in stride(from: 0, to: values.count - 6, by: 6) {
            let own = values[start..<start + 6]
            var ring = (0..<3).map {
                GeographicPoint(longitude: own[start + 2 * $0], latitude: own[start + 2 * $0 + 1])
            }
            ring.append(ring[0])
            // As it is written: counter-clockwise.
            let polygon = Polygon(exterior: try Ring(ring)).rightHanded
            var json = GeoJSON()
            json.append(MultiPolygon([polygon]), properties: [])
            let text = polygon.exterior.positions.map {
                "[\(NumberText.fixed($0.longitude, decimals: 7)),\(NumberText.fixed($0.latitude, decimals: 7))]"
            }.joined(separator: ",")
            let expected =
                #"{"type":"FeatureCollection","features":["# + "\n"
                + #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[["#
                + text + "]]}}\n]}\n"
            #expect(String(decoding: json.contents, as: UTF8.self) == expected)
            #expect(json.contents == json.finished())
        }
    }

    @Test("Areas on the grid are written in the same words as areas in degrees")
    func grid() throws {
        var generator = SeededGenerator(seed: 4)
        var (many, holed) = (0, 0)
        for number in 0..<600 {
            let scale = [1e-6, 1e-3, 0.5, 20][number % 4]
            let (x, y) = (generator.double(in: -150...150), generator.double(in: -69...69))
            func square(_ west: Double, _ south: Double, _ side: Double) throws -> Ring<GeographicPoint> {
                try Ring(
                    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { east, north in
                        GeographicPoint(
                            longitude: x + scale * (west + side * east),
                            latitude: y + scale * (south + side * north))
                    })
            }
            var parts = [Polygon(exterior: try square(0, 0, 0.4), holes: [try square(0.1, 0.1, 0.2)])]
            if number.isMultiple(of: 3) { parts.append(Polygon(exterior: try square(0.6, 0.6, 0.3))) }
            // Outer rings the wrong way round are put right by either.
            let rings = try RoundedArea(MultiPolygon(parts)).validRings()
            var (steps, degrees) = (GeoJSON(), GeoJSON())
            steps.append(rings, properties: [("id", .number(Double(number)))])
            degrees.append(rings.area, properties: [("id", .number(Double(number)))])
            #expect(steps.contents == degrees.contents)
            many += rings.polygonCount > 1 ? 1 : 0
            holed += rings.polygons.count > rings.polygonCount ? 1 : 0
        }
        #expect(many > 100 && holed > 300)
    }

    @Test("The last digits of whole steps are all right, either side of zero")
    func digits() throws {
        for count in [1, 9, 10, 99, 12_345, 9_999_999, 10_000_000, 99_999_999, 1_000_000_000, 1_799_999_990] {
            for sign in [-1.0, 1] {
                let step = 1e-7
                let (x, y) = (sign * Double(count) * step, sign * Double(count % 850_000_000) * step)
                let ring = try Ring(
                    [(0.0, 0.0), (9, 0), (9, 9), (0, 9), (0, 0)].map { east, north in
                        GeographicPoint(longitude: x + east * step, latitude: y + north * step)
                    })
                let rings = try RoundedArea(MultiPolygon([Polygon(exterior: ring)])).validRings()
                var json = GeoJSON()
                json.append(rings, properties: [])
                let text = String(decoding: json.contents, as: UTF8.self)
                for position in ring.positions {
                    let longitude = NumberText.fixed(position.longitude, decimals: 7)
                    let latitude = NumberText.fixed(position.latitude, decimals: 7)
                    #expect(text.contains("[\(longitude),\(latitude)]"))
                }
            }
        }
    }
}
