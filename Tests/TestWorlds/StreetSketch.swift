package import Geodesy
package import Geometry
package import WalkNetwork

/// A street map drawn in a test.
///
/// ```
/// A---B--#-C
/// |  p    /
/// D-----E
/// ```
/// Capital letters, digits and `+` are vertices of streets, `#` is a vertex where nobody passes (`foot=no`).
/// `-`, `|`, `/` and `\` draw streets between them in straight runs; `:` is crossed by a run in any direction
/// without meeting another (a bridge). Small letters are places; a street runs on underneath them. A column is as wide as a row
/// is high. The map lies on the central meridian of the plane, where its metres are those of the ground to some
/// hundredths of a millimetre over a kilometre.
package struct StreetSketch {
    /// The plane of every sketch: CGCS2000, 3-degree zone around 114° E.
    package static let planeDefinition = "EPSG:4547"
    /// Where the upper left corner of every sketch lies.
    package static let corner = PlanePoint(x: 500_000, y: 3_380_000)

    /// What does not belong in a sketch.
    package enum Fault: Error {
        /// A street that does not end at a vertex.
        case looseEnd(row: Int, column: Int)
        /// A character without a meaning.
        case unknown(Character)
    }

    /// The plane that the map lies on.
    package let plane: WorkingPlane
    /// The streets drawn: a way for every straight run.
    package let streets: Streets
    /// Vertices and places by their letters.
    package let places: [Character: GeographicPoint]

    /// Reads a map.
    ///
    /// - Parameters:
    ///   - drawing: The map, a line to a row.
    ///   - metresPerCell: How wide a column and how high a row is.
    /// - Throws: A ``Fault`` of the drawing, or what PROJ says where it does not know the plane.
    package init(_ drawing: String, metresPerCell: Double = 10) throws {
        let rows = drawing.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        func at(_ row: Int, _ column: Int) -> Character {
            rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : " "
        }
        func isCrossed(_ c: Character) -> Bool { c == ":" || c.isLowercase }
        func isVertex(_ c: Character) -> Bool { c.isUppercase || c.isNumber || c == "+" || c == "#" }

        var locations: [PlanePoint] = []
        var vertexAt: [[Int32]] = rows.map { [Int32](repeating: -1, count: $0.count) }
        var blocked: [Int32] = []
        var named: [(Character, PlanePoint)] = []
        for row in rows.indices {
            for column in rows[row].indices {
                let character = rows[row][column]
                let p = PlanePoint(
                    x: Self.corner.x + Double(column) * metresPerCell,
                    y: Self.corner.y - Double(row) * metresPerCell)
                if isVertex(character) {
                    vertexAt[row][column] = Int32(locations.count)
                    if character == "#" { blocked.append(Int32(locations.count)) }
                    locations.append(p)
                } else if !"-|/\\: ".contains(character) && !character.isLowercase {
                    throw Fault.unknown(character)
                }
                if character.isLetter || character.isNumber { named.append((character, p)) }
            }
        }
        var ways: [(Int32, Int32)] = []
        let directions: [(Int, Int, Character)] = [(0, 1, "-"), (1, 0, "|"), (1, 1, "\\"), (1, -1, "/")]
        for row in rows.indices {
            for column in rows[row].indices where vertexAt[row][column] >= 0 {
                for (down, right, stroke) in directions {
                    var (r, c) = (row + down, column + right)
                    var isDrawn = false
                    while at(r, c) == stroke || isCrossed(at(r, c)) {
                        isDrawn = isDrawn || at(r, c) == stroke
                        (r, c) = (r + down, c + right)
                    }
                    guard isDrawn else { continue }
                    guard isVertex(at(r, c)) else { throw Fault.looseEnd(row: r, column: c) }
                    ways.append((vertexAt[row][column], vertexAt[r][c]))
                }
            }
        }
        plane = try WorkingPlane(definition: Self.planeDefinition)
        streets = Streets(
            nodes: plane.unproject(locations), wayOffsets: (0...ways.count).map { Int32(2 * $0) },
            wayNodes: ways.flatMap { [$0.0, $0.1] }, wayIDs: (0..<ways.count).map { Int64($0 + 1) },
            blocked: blocked)
        let points = plane.unproject(named.map(\.1))
        places = Dictionary(zip(named.map(\.0), points)) { first, _ in first }
    }

    /// The network of the streets drawn.
    package var network: WalkNetwork { WalkNetwork(streets: streets, plane: plane) }

    /// The places of some letters, in their order; a letter that was not drawn is left out.
    package func points(_ letters: String) -> [GeographicPoint] { letters.compactMap { places[$0] } }

    /// A place by metres east and south of the upper left corner.
    package func point(east: Double, south: Double) -> GeographicPoint {
        plane.unproject(PlanePoint(x: Self.corner.x + east, y: Self.corner.y - south))
    }
}
