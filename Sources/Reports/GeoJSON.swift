package import Geometry
package import Topology

/// A collection of features on its way to a GeoJSON file (RFC 7946).
///
/// Longitude comes first, coordinates have seven decimals (about a centimetre), rings follow the right-hand
/// rule, and each feature stands on a line of its own.
package struct GeoJSON: Sendable {
    /// What every file of ours begins with.
    static let beginning = #"{"type":"FeatureCollection","features":["#

    private var bytes = Array(GeoJSON.beginning.utf8)
    private var isFirst = true

    /// Starts an empty collection.
    package init() {}

    /// Starts a piece of a file: the first piece begins it, the others go on after features.
    init(isBeginning: Bool) {
        guard !isBeginning else { return }
        bytes = []
        isFirst = false
    }

    /// Makes room for areas of so many positions in all.
    package mutating func reserve(positions: Int) { bytes.reserveCapacity(bytes.count + 28 * positions) }

    /// Adds a point.
    package mutating func append(_ point: GeographicPoint, properties: [(String, JSONText)]) {
        append(type: "Point", properties: properties) { GeoJSON.write(point, to: &$0) }
    }

    /// Adds a point with a table row as its properties.
    mutating func append(_ point: GeographicPoint, _ names: PropertyNames, _ cells: [Cell]) {
        begin()
        bytes.append(UInt8(ascii: "{"))
        for (name, cell) in zip(names.written, cells) {
            bytes += name
            JSONText.write(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        end(type: "Point") { GeoJSON.write(point, to: &$0) }
    }

    /// Adds an area; one part is written as a Polygon, several as a MultiPolygon.
    package mutating func append(_ area: MultiPolygon<GeographicPoint>, properties: [(String, JSONText)]) {
        if area.polygons.count == 1 {
            append(type: "Polygon", properties: properties) { GeoJSON.write(area.polygons[0], to: &$0) }
        } else {
            append(type: "MultiPolygon", properties: properties) { bytes in
                GeoJSON.writeList(area.polygons, to: &bytes, GeoJSON.write)
            }
        }
    }

    /// Adds an area on the grid of seven decimals, in the same words.
    package mutating func append(_ rings: GridRings, properties: [(String, JSONText)]) {
        let isMany = rings.polygonCount != 1
        append(type: isMany ? "MultiPolygon" : "Polygon", properties: properties) { bytes in
            if isMany { bytes.append(UInt8(ascii: "[")) }
            GeoJSON.write(rings, to: &bytes)
            if isMany { bytes.append(UInt8(ascii: "]")) }
        }
    }

    /// Adds lines, as one feature.
    package mutating func append(lines: [[GeographicPoint]], properties: [(String, JSONText)]) {
        append(type: "MultiLineString", properties: properties) { bytes in
            GeoJSON.writeList(lines, to: &bytes) { line, bytes in
                GeoJSON.writeList(line, to: &bytes, GeoJSON.write)
            }
        }
    }

    /// The finished file.
    package var contents: [UInt8] { bytes + GeoJSON.end }

    /// What a piece comes to; after the last one stands ``end``.
    consuming func piece() -> [UInt8] { bytes }

    /// What every file ends with.
    static let end = Array("\n]}\n".utf8)

    /// The finished file, without a copy of what may be large.
    package consuming func finished() -> [UInt8] {
        bytes += GeoJSON.end
        return bytes
    }

    private mutating func append(
        type: String, properties: [(String, JSONText)], coordinates: (inout [UInt8]) -> Void
    ) {
        begin()
        JSONText.object(properties).write(to: &bytes)
        end(type: type, coordinates: coordinates)
    }

    private mutating func begin() {
        bytes += (isFirst ? "\n" : ",\n").utf8
        isFirst = false
        bytes += #"{"type":"Feature","properties":"#.utf8
    }

    private mutating func end(type: String, coordinates: (inout [UInt8]) -> Void) {
        bytes += #","geometry":{"type":""#.utf8
        bytes += type.utf8
        bytes += #"","coordinates":"#.utf8
        coordinates(&bytes)
        bytes += "}}".utf8
    }

    private static func write(_ polygon: Polygon<GeographicPoint>, to bytes: inout [UInt8]) {
        writeList(polygon.rightHanded.rings, to: &bytes) { ring, bytes in
            writeList(ring.positions, to: &bytes, write)
        }
    }

    /// Writes the polygons of an area in one go into room made beforehand.
    private static func write(_ rings: GridRings, to bytes: inout [UInt8]) {
        let start = bytes.count
        let room = (2 * StepText.longest + 4) * rings.places.count + 6 * rings.polygons.count
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "["), count: room))
        var end = start
        do {
            var span = bytes.mutableSpan
            var text = span.mutableBytes
            for r in rings.polygons.indices {
                let isOuter = r == 0 || rings.polygons[r] != rings.polygons[r - 1]
                if isOuter, r > 0 { put("]", to: &text, at: &end) }
                if r > 0 { put(",", to: &text, at: &end) }
                if isOuter { put("[", to: &text, at: &end) }
                put("[", to: &text, at: &end)
                let places = Int(rings.offsets[r])..<Int(rings.offsets[r + 1])
                for k in places {
                    if k > places.lowerBound { put(",", to: &text, at: &end) }
                    put("[", to: &text, at: &end)
                    end = StepText.write(rings.places[k].x, to: &text, at: end)
                    put(",", to: &text, at: &end)
                    end = StepText.write(rings.places[k].y, to: &text, at: end)
                    put("]", to: &text, at: &end)
                }
                put("]", to: &text, at: &end)
            }
            if !rings.polygons.isEmpty { put("]", to: &text, at: &end) }
        }
        bytes.removeLast(bytes.count - end)
    }

    @inline(__always)
    private static func put(_ sign: Unicode.Scalar, to text: inout MutableRawSpan, at end: inout Int) {
        text.storeBytes(of: UInt8(ascii: sign), toByteOffset: end, as: UInt8.self)
        end += 1
    }

    private static func write(_ point: GeographicPoint, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        bytes += NumberText.fixed(point.longitude, decimals: 7).utf8
        bytes.append(UInt8(ascii: ","))
        bytes += NumberText.fixed(point.latitude, decimals: 7).utf8
        bytes.append(UInt8(ascii: "]"))
    }

    private static func writeList<Item>(
        _ items: [Item], to bytes: inout [UInt8], _ write: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(item, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}

/// The column names of a table as the properties of features begin with them, written once for all features.
struct PropertyNames {
    fileprivate let written: [[UInt8]]

    init(_ header: [String]) {
        written = header.enumerated().map { index, name in
            var bytes: [UInt8] = index > 0 ? [UInt8(ascii: ",")] : []
            JSONText.write(name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            return bytes
        }
    }
}
