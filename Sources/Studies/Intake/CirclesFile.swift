package import Coverage
internal import Geodesy
internal import Geometry

/// Reads circles as `coverage` writes them: `circles.geojson`, or any vector file with its properties.
package struct CirclesFile: Sendable {
    /// The path as the user wrote it.
    private let path: String
    /// The ids of the study's facilities, in its order.
    private let facilities: [String]

    /// Names a file.
    package init(path: String, facilities: [String]) { (self.path, self.facilities) = (path, facilities) }

    /// Reads its walk circles; circles of other kinds are left aside.
    ///
    /// - Throws: every problem of the file: a column or a value that is missing, a facility that the study does
    ///   not have, a geometry that is no area.
    package func read() throws(Problems) -> [DrawnCircle] {
        let table: RawTable
        do throws(Problem) {
            table = try TableSource(file: path, path: path).read()
        } catch {
            throw Problems([error])
        }
        var problems = table.problems.filter { $0.severity == .error }
        if problems.isEmpty && table.rows.isEmpty { throw Problems([Problem(file: path, .emptyLayer)]) }
        var columns: [Int] = []
        for name in ["kind", "facility", "limit_minutes", "tolerance_m"] {
            if let index = table.header.firstIndex(of: name) {
                columns.append(index)
            } else {
                problems.append(Problem(file: path, column: name, .missingColumn(name: name, nearest: nil)))
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        let ranks = Dictionary(zip(facilities, facilities.indices)) { first, _ in first }
        var circles: [DrawnCircle] = []
        for row in table.rows where row.cells[columns[0]] == DrawnCircle.Kind.walk.rawValue {
            func number(_ column: Int, in bounds: ClosedRange<Double>, expected: String) -> Double? {
                let text = row.cells[column]
                if let value = Double(text), bounds.contains(value) { return value }
                problems.append(
                    Problem(
                        file: path, row: row.number, column: table.header[column],
                        text.isEmpty
                            ? .missingValue
                            : Double(text) == nil
                                ? .notANumber(text: text) : .outOfRange(text: text, expected: expected)))
                return nil
            }
            // What a file allows itself proves nothing, nor does a walk of no time.
            let minutes = number(
                columns[2], in: 0.001...WalkingBounds.minutes, expected: "number 0.001–1440")
            let tolerance = number(columns[3], in: 0...Self.mostTolerance, expected: "number 0–10")
            let id = row.cells[columns[1]]
            if !id.isEmpty && ranks[id] == nil {
                problems.append(
                    Problem(
                        file: path, row: row.number, column: "facility",
                        .unknownFacility(text: id, nearest: nil)))
            }
            let area: MultiPolygon<GeographicPoint>
            do throws(Fault) {
                area = try Self.area(row.geometry)
            } catch {
                problems.append(Problem(file: path, row: row.number, column: "geometry", error))
                continue
            }
            if let place = Self.nowhere(in: area) {
                problems.append(
                    Problem(
                        file: path, row: row.number, column: "geometry",
                        .outsideCRS(east: place.longitude, north: place.latitude, crs: "EPSG:4326")))
            }
            guard let minutes, let tolerance else { continue }
            circles.append(
                DrawnCircle(
                    kind: .walk, facility: ranks[id], limit: minutes, tolerance: Metres(tolerance), area: area
                ))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return circles
    }

    /// The widest tolerance that circles are held to, m.
    private static let mostTolerance = 10.0

    /// A corner that lies nowhere on Earth: what is drawn around it has no end.
    private static func nowhere(in area: MultiPolygon<GeographicPoint>) -> GeographicPoint? {
        area.polygons.lazy.flatMap(\.rings).flatMap(\.positions).first {
            !(abs($0.longitude) <= 180 && abs($0.latitude) <= 90)
        }
    }

    private static func area(_ geometry: RawGeometry?) throws(Fault) -> MultiPolygon<GeographicPoint> {
        guard let geometry else { throw .missingGeometry }
        guard case .polygons(let raw) = geometry else {
            throw .wrongGeometry(found: geometry.kind, expected: "polygon")
        }
        var polygons: [Polygon<GeographicPoint>] = []
        for rings in raw {
            var made: [Ring<GeographicPoint>] = []
            for ring in rings {
                do throws(RingFailure) {
                    made.append(
                        try Ring(ring.map { GeographicPoint(longitude: $0.east, latitude: $0.north) }))
                } catch {
                    throw .malformedGeometry(reason: "\(error)")
                }
            }
            guard let exterior = made.first else { throw .missingGeometry }
            polygons.append(Polygon(exterior: exterior, holes: Array(made.dropFirst())))
        }
        return MultiPolygon(polygons)
    }
}
