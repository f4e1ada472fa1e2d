internal import Geometry

/// The boundary of an area as segments, to tell cheaply of two areas that they lie side by side.
///
/// Neighbours on a map share stretches of their boundaries vertex for vertex and have nothing else in common. Of most
/// pairs that can be seen from the segments alone, without working out what lies in both.
struct AreaBoundary {
    private struct Segment {
        let a: Corner
        let b: Corner
        /// The polygon of the area that it bounds.
        let part: Int

        /// Whether its envelope meets another.
        func meets(_ box: Box) -> Bool {
            max(a.east, b.east) >= box.west && min(a.east, b.east) <= box.east
                && max(a.north, b.north) >= box.south && min(a.north, b.north) <= box.north
        }
    }

    private let segments: [Segment]
    private let partCount: Int
    private let box: Box

    init<Point: Position>(_ area: MultiPolygon<Point>) {
        var segments: [Segment] = []
        for (part, polygon) in area.polygons.enumerated() {
            for ring in polygon.rings {
                var last: Corner?
                for position in ring.positions {
                    let corner = Corner(east: position.east, north: position.north)
                    if let last, last != corner { segments.append(Segment(a: last, b: corner, part: part)) }
                    last = corner
                }
            }
        }
        self.segments = segments
        partCount = area.polygons.count
        box = segments.reduce(into: Box()) { box, segment in box.extend(to: segment.a) }
    }

    /// Whether two areas surely have nothing in common but parts of their boundaries, as far as rounding can tell.
    ///
    /// Sure it is where their segments are the same, or meet in vertices of both only, or not at all; no other segment
    /// of one runs inside the other; and no part of one has only segments of the other, as it has where both are the
    /// same. False says nothing.
    func liesBeside(_ other: AreaBoundary) -> Bool {
        let common = Box(
            west: max(box.west, other.box.west), south: max(box.south, other.box.south),
            east: min(box.east, other.box.east), north: min(box.north, other.box.north))
        guard common.west <= common.east, common.south <= common.north else { return true }
        let (mine, theirs) = (near(common), other.near(common))
        var (isMineShared, isTheirsShared) = (
            [Bool](repeating: false, count: mine.count), [Bool](repeating: false, count: theirs.count)
        )
        for (i, s) in mine.enumerated() {
            for (j, t) in theirs.enumerated() {
                switch Meeting(s.a, s.b, t.a, t.b) {
                case .none, .vertex: break
                case .same: (isMineShared[i], isTheirsShared[j]) = (true, true)
                case .other: return false
                }
            }
        }
        return runsOutside(other, mine, isShared: isMineShared)
            && other.runsOutside(self, theirs, isShared: isTheirsShared)
    }

    private func near(_ box: Box) -> [Segment] { segments.filter { $0.meets(box) } }

    /// Whether no segment that the other area does not share lies inside it, and every part has such a segment.
    private func runsOutside(_ other: AreaBoundary, _ near: [Segment], isShared: [Bool]) -> Bool {
        var shared = [Int](repeating: 0, count: partCount)
        for (segment, isShared) in zip(near, isShared) {
            if isShared {
                shared[segment.part] += 1
            } else if other.holdsMiddle(of: segment) {
                return false
            }
        }
        var all = [Int](repeating: 0, count: partCount)
        for segment in segments { all[segment.part] += 1 }
        return zip(shared, all).allSatisfy { $0 < $1 }
    }

    /// Whether the middle of a segment lies inside, by the even-odd rule.
    private func holdsMiddle(of segment: Segment) -> Bool {
        let east = (segment.a.east + segment.b.east) / 2
        let north = (segment.a.north + segment.b.north) / 2
        var isInside = false
        for s in segments where (s.a.north > north) != (s.b.north > north) {
            let t = (north - s.a.north) / (s.b.north - s.a.north)
            if east < s.a.east + t * (s.b.east - s.a.east) { isInside.toggle() }
        }
        return isInside
    }
}

/// How two segments meet, as far as rounding can tell.
private enum Meeting {
    /// Not at all.
    case none
    /// In one vertex that both have.
    case vertex
    /// They have the same two ends.
    case same
    /// In another way, or so nearly that it cannot be told.
    case other

    init(_ a: Corner, _ b: Corner, _ c: Corner, _ d: Corner) {
        if max(a.east, b.east) < min(c.east, d.east) || max(c.east, d.east) < min(a.east, b.east)
            || max(a.north, b.north) < min(c.north, d.north) || max(c.north, d.north) < min(a.north, b.north)
        {
            self = .none
            return
        }
        let isA = (a == c, a == d)
        let isB = (b == c, b == d)
        switch (isA.0 || isA.1, isB.0 || isB.1) {
        case (true, true): self = .same
        case (true, false), (false, true):
            // Two segments from one vertex meet nowhere else unless they set out the same way.
            let (vertex, mine) = isA.0 || isA.1 ? (a, b) : (b, a)
            let theirs = isA.0 || isB.0 ? d : c
            let turn =
                (mine.east - vertex.east) * (theirs.east - vertex.east)
                + (mine.north - vertex.north) * (theirs.north - vertex.north)
            self = Self.side(of: theirs, from: a, to: b) == 0 && turn >= 0 ? .other : .vertex
        case (false, false):
            let (p, q) = (Self.side(of: c, from: a, to: b), Self.side(of: d, from: a, to: b))
            let (r, s) = (Self.side(of: a, from: c, to: d), Self.side(of: b, from: c, to: d))
            self = p * q > 0 || r * s > 0 ? .none : .other
        }
    }

    /// 1 for a place to the left of a line, -1 to the right, 0 where rounding leaves it open.
    private static func side(of p: Corner, from a: Corner, to b: Corner) -> Int {
        let left = (b.east - a.east) * (p.north - a.north)
        let right = (b.north - a.north) * (p.east - a.east)
        let error = 1e-14 * (abs(left) + abs(right))
        return left - right > error ? 1 : right - left > error ? -1 : 0
    }
}

/// A position without its type, so that this compiles to plain arithmetic for all of them.
private struct Corner: Equatable {
    let east: Double
    let north: Double
}

/// An envelope of corners; empty until something is in it.
private struct Box {
    var west = Double.infinity
    var south = Double.infinity
    var east = -Double.infinity
    var north = -Double.infinity

    mutating func extend(to corner: Corner) {
        (west, east) = (min(west, corner.east), max(east, corner.east))
        (south, north) = (min(south, corner.north), max(north, corner.north))
    }
}
