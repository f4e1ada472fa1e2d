/// An upright rectangle around positions.
package struct Envelope<Point: Position>: Hashable, Sendable, BitwiseCopyable {
    /// The western edge.
    package var west: Double
    /// The southern edge.
    package var south: Double
    /// The eastern edge.
    package var east: Double
    /// The northern edge.
    package var north: Double

    /// Makes an envelope of its four edges.
    @inlinable
    package init(west: Double, south: Double, east: Double, north: Double) {
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    /// The smallest envelope around some positions; nothing where there are none.
    @inlinable
    package init?(around positions: some Sequence<Point>) {
        var iterator = positions.makeIterator()
        guard let first = iterator.next() else { return nil }
        (west, south, east, north) = (first.east, first.north, first.east, first.north)
        while let p = iterator.next() { extend(to: p) }
    }

    /// Widens the envelope to take in a position.
    @specialized(where Point == PlanePoint)
    @specialized(where Point == GeographicPoint)
    package mutating func extend(to p: Point) {
        west = min(west, p.east)
        east = max(east, p.east)
        south = min(south, p.north)
        north = max(north, p.north)
    }

    /// Its middle.
    @inlinable
    package var centre: Point { Point(east: (west + east) / 2, north: (south + north) / 2) }

    /// Whether a position lies inside or on the edge.
    @specialized(where Point == PlanePoint)
    @specialized(where Point == GeographicPoint)
    package func contains(_ p: Point) -> Bool {
        p.east >= west && p.east <= east && p.north >= south && p.north <= north
    }
}
