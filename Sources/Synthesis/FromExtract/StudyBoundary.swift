internal import Geodesy
package import Geometry
package import Studies
package import Topology

/// Why a file gives no boundary.
package enum BoundaryFailure: Error, Hashable, Sendable {
    /// The file cannot be read as a layer.
    case unreadable(Problem)
    /// Its reference system is unknown or not one of a plane or the globe.
    case system(text: String, reason: String)
    /// It holds no polygon.
    case noPolygon
    /// A ring of it is none, or lies where its reference system does not reach: the feature's number from 1.
    case notAnArea(feature: Int)
}

/// The area that a study is about: everything polygonal in a layer, put right and united.
package final class StudyBoundary {
    /// The area in degrees.
    package let area: MultiPolygon<GeographicPoint>
    private let index: PolygonIndex<GeographicPoint>

    /// Makes a boundary of an area.
    package init(_ area: MultiPolygon<GeographicPoint>) throws(TopologyFailure) {
        self.area = area
        index = try PolygonIndex([area])
    }

    /// Reads the polygons of any vector file; longitude and latitude where it names no reference system.
    package convenience init(file: String) throws {
        let table: RawTable
        do {
            table = try TableSource(file: file, path: file).read()
        } catch { throw BoundaryFailure.unreadable(error) }
        // Half a boundary is worse than none.
        if let problem = table.problems.first(where: { $0.severity == .error }) {
            throw BoundaryFailure.unreadable(problem)
        }
        var transformation: Transformation?
        if let text = table.crs {
            do { transformation = try Transformation(text) } catch {
                throw BoundaryFailure.system(text: text, reason: "\(error)")
            }
        }
        var polygons: [Polygon<GeographicPoint>] = []
        for row in table.rows {
            guard case .polygons(let raw) = row.geometry else { continue }
            for rings in raw {
                polygons.append(try Self.polygon(rings, by: transformation, feature: row.number))
            }
        }
        let area = try MultiPolygon.union(of: [MultiPolygon(polygons).repaired()])
        guard !area.polygons.isEmpty else { throw BoundaryFailure.noPolygon }
        try self.init(area)
    }

    /// Whether a place lies in the area; its edge counts.
    package func holds(_ place: GeographicPoint) throws(TopologyFailure) -> Bool {
        try !index.containing(place).isEmpty
    }

    private static func polygon(
        _ rings: [[RawPosition]], by transformation: Transformation?, feature: Int
    ) throws(BoundaryFailure) -> Polygon<GeographicPoint> {
        var made: [Ring<GeographicPoint>] = []
        for ring in rings {
            let raw = ring.map { GeographicPoint(east: $0.east, north: $0.north) }
            do {
                made.append(try Ring(transformation?.geographic(raw).positions ?? raw))
            } catch { throw .notAnArea(feature: feature) }
        }
        guard let exterior = made.first else { throw .notAnArea(feature: feature) }
        return Polygon(exterior: exterior, holes: Array(made.dropFirst()))
    }
}
