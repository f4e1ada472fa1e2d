/// A coordinate pair as a file holds it, east first, in the unit of the file's own reference system.
package struct RawPosition: Hashable, Sendable, BitwiseCopyable {
    /// Towards the east: a longitude in degrees or an easting.
    package var east: Double
    /// Towards the north: a latitude in degrees or a northing.
    package var north: Double

    /// Makes a pair; whether it is finite and within range is the schema's to check.
    package init(east: Double, north: Double) {
        self.east = east
        self.north = north
    }
}

/// A geometry as a file holds it: not projected, not repaired, heights left out, east first.
package enum RawGeometry: Hashable, Sendable {
    /// One place (a multipoint of one is one too).
    case point(RawPosition)
    /// One or more lines.
    case lines([[RawPosition]])
    /// One or more polygons, each as its rings, the outer one first.
    case polygons([[[RawPosition]]])
    /// A kind that no layer uses (several points, a mixed collection), by its OGC name.
    case other(String)

    /// What it is in a word, as messages name it: point, line, polygon, or the OGC name of another kind.
    package var kind: String {
        switch self {
        case .point: "point"
        case .lines: "line"
        case .polygons: "polygon"
        case .other(let name): name
        }
    }
}
