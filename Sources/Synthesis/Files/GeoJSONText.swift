package import Geometry

/// A feature collection as GeoJSON text (RFC 7946): longitude and latitude with seven decimals, outer
/// rings counter-clockwise, one feature to a line.
package struct GeoJSONText: Sendable {
    /// A property's value.
    package enum Value: Sendable, Hashable {
        case text(String)
        /// A number, already as text.
        case number(String)
        case flag(Bool)
        case null
    }

    private var features: [String] = []
    private let name: String

    /// Begins a collection with its layer's name.
    package init(name: String) { self.name = name }

    /// The whole text.
    package var text: String {
        "{\"type\":\"FeatureCollection\",\"name\":\(Self.json(name)),\"features\":[\n"
            + features.joined(separator: ",\n") + "\n]}\n"
    }

    /// Adds a point.
    package mutating func append(_ place: GeographicPoint, _ properties: [(String, Value)]) {
        append(geometry: "{\"type\":\"Point\",\"coordinates\":\(Self.json(place))}", properties)
    }

    /// Adds an area; one without rings of four positions after rounding gets no geometry.
    package mutating func append(_ area: MultiPolygon<GeographicPoint>, _ properties: [(String, Value)]) {
        let polygons = area.polygons.compactMap(Self.json)
        let geometry =
            switch polygons.count {
            case 0: "null"
            case 1: "{\"type\":\"Polygon\",\"coordinates\":\(polygons[0])}"
            default: "{\"type\":\"MultiPolygon\",\"coordinates\":[\(polygons.joined(separator: ","))]}"
            }
        append(geometry: geometry, properties)
    }

    private mutating func append(geometry: String, _ properties: [(String, Value)]) {
        let members = properties.map { "\(Self.json($0.0)):\(Self.json($0.1))" }.joined(separator: ",")
        features.append("{\"type\":\"Feature\",\"properties\":{\(members)},\"geometry\":\(geometry)}")
    }

    private static func json(_ polygon: Polygon<GeographicPoint>) -> String? {
        let righted = polygon.rightHanded
        guard let exterior = json(righted.exterior) else { return nil }
        return "[" + ([exterior] + righted.holes.compactMap(json)).joined(separator: ",") + "]"
    }

    private static func json(_ ring: Ring<GeographicPoint>) -> String? {
        var positions: [String] = []
        for place in ring.positions {
            let text = json(place)
            // What falls together after rounding is one position.
            if positions.last != text { positions.append(text) }
        }
        return positions.count >= 4 ? "[" + positions.joined(separator: ",") + "]" : nil
    }

    private static func json(_ place: GeographicPoint) -> String {
        let east = fixedPoint(place.longitude, decimals: 7, trimmed: true)
        return "[\(east),\(fixedPoint(place.latitude, decimals: 7, trimmed: true))]"
    }

    private static func json(_ value: Value) -> String {
        switch value {
        case .text(let text): json(text)
        case .number(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .null: "null"
        }
    }

    private static func json(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
