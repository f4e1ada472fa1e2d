/// An area with one outer ring and any number of holes.
package struct Polygon<Point: Position>: Hashable, Sendable {
    /// The outer boundary.
    package let exterior: Ring<Point>
    /// The rings cut out of it.
    package let holes: [Ring<Point>]

    /// Makes a polygon of rings; whether the holes lie inside is Topology's to say.
    @inlinable
    package init(exterior: Ring<Point>, holes: [Ring<Point>] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// All rings, the outer one first.
    @inlinable
    package var rings: [Ring<Point>] { [exterior] + holes }

    /// The area without its holes, in the axes' unit squared.
    package var area: Double {
        @specialized(where Point == PlanePoint)
        @specialized(where Point == GeographicPoint)
        get {
            (abs(exterior.doubledSignedArea) - holes.reduce(0) { $0 + abs($1.doubledSignedArea) }) / 2
        }
    }

    /// Outer ring counter-clockwise and holes clockwise: the right-hand rule of RFC 7946, section 3.1.6.
    package var rightHanded: Polygon {
        Polygon(
            exterior: exterior.oriented(counterClockwise: true),
            holes: holes.map { $0.oriented(counterClockwise: false) })
    }

    /// The polygon with every position moved.
    @specialized(where Point == PlanePoint, Other == GeographicPoint)
    @specialized(where Point == GeographicPoint, Other == PlanePoint)
    package func mapped<Other: Position>(_ move: (Point) -> Other) -> Polygon<Other> {
        Polygon<Other>(exterior: exterior.mapped(move), holes: holes.map { $0.mapped(move) })
    }
}

/// Any number of polygons that make one area.
package struct MultiPolygon<Point: Position>: Hashable, Sendable {
    /// The parts.
    package let polygons: [Polygon<Point>]

    /// Makes an area of parts; an empty one covers nothing.
    @inlinable
    package init(_ polygons: [Polygon<Point>]) { self.polygons = polygons }

    /// The area of all parts, in the axes' unit squared.
    package var area: Double { polygons.reduce(0) { $0 + $1.area } }

    /// Whether a position lies inside by the even-odd rule over all rings.
    @specialized(where Point == PlanePoint)
    @specialized(where Point == GeographicPoint)
    package func contains(_ p: Point) -> Bool {
        var inside = false
        for polygon in polygons {
            if polygon.exterior.contains(p) { inside.toggle() }
            for hole in polygon.holes where hole.contains(p) { inside.toggle() }
        }
        return inside
    }

    /// The smallest envelope around all parts; nothing for an empty area.
    package var envelope: Envelope<Point>? {
        @specialized(where Point == PlanePoint)
        @specialized(where Point == GeographicPoint)
        get {
            guard let first = polygons.first?.exterior.positions.first else { return nil }
            var envelope = Envelope<Point>(
                west: first.east, south: first.north, east: first.east, north: first.north)
            for polygon in polygons {
                for p in polygon.exterior.positions { envelope.extend(to: p) }
            }
            return envelope
        }
    }

    /// The area with every position moved.
    @specialized(where Point == PlanePoint, Other == GeographicPoint)
    @specialized(where Point == GeographicPoint, Other == PlanePoint)
    package func mapped<Other: Position>(_ move: (Point) -> Other) -> MultiPolygon<Other> {
        MultiPolygon<Other>(polygons.map { $0.mapped(move) })
    }
}

/// A line of at least two positions.
package struct Polyline<Point: Position>: Hashable, Sendable {
    /// The positions along the line.
    package let positions: [Point]

    /// Makes a line; nothing where there are fewer than two positions.
    package init?(_ positions: [Point]) {
        guard positions.count >= 2 else { return nil }
        self.positions = positions
    }
}
