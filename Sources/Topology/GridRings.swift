internal import Geometry

/// The rings of an area on a grid of ten-millionths of a degree, and whether their lines keep apart there.
///
/// Rounding moves a place by half a centimetre: lines nearer together than that may cross, and rings may come by one
/// place twice. Whole numbers tell exactly.
struct GridRings: Sendable {
    /// Steps of the grid in a degree.
    private static let steps = 10_000_000.0
    /// Wider areas are not looked at: products of two differences would not fit.
    private static let widest: Int64 = 2_000_000_000

    private typealias Place = SIMD2<Int32>

    /// The places of all rings; the last of each is its first.
    private var places: ContiguousArray<Place> = []
    /// The places of ring `r` are `offsets[r]..<offsets[r + 1]`.
    private var offsets: ContiguousArray<Int32> = [0]
    /// The polygon of each ring; its first ring is the outer one.
    private var polygons: ContiguousArray<Int32> = []
    private var polygonCount: Int32 = 0

    /// Rounds an area; rings without area go, and an outer ring takes its holes with it.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - degrees: Where its places lie.
    init<Point: Position>(_ area: MultiPolygon<Point>, _ degrees: (Point) -> GeographicPoint) {
        places.reserveCapacity(area.polygons.reduce(0) { $0 + $1.exterior.positions.count })
        for polygon in area.polygons {
            guard add(polygon.exterior, degrees) else { continue }
            for hole in polygon.holes { _ = add(hole, degrees) }
            polygonCount += 1
        }
    }

    /// The rings as an area again.
    var area: MultiPolygon<GeographicPoint> {
        var parts: [Polygon<GeographicPoint>] = []
        parts.reserveCapacity(Int(polygonCount))
        var rings: [Ring<GeographicPoint>] = []
        for r in polygons.indices {
            let line = places[Int(offsets[r])..<Int(offsets[r + 1])].map {
                GeographicPoint(longitude: Double($0.x) / Self.steps, latitude: Double($0.y) / Self.steps)
            }
            do throws(RingFailure) { rings.append(try Ring(line)) } catch { continue }
            guard r + 1 == polygons.count || polygons[r + 1] != polygons[r] else { continue }
            parts.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
            rings.removeAll(keepingCapacity: true)
        }
        return MultiPolygon(parts)
    }

    /// The step of the grid nearest to so many degrees; a half goes away from zero.
    @inline(__always)
    private static func step(_ degrees: Double) -> Int32 {
        let steps = degrees * Self.steps
        return Int32(steps + (steps < 0 ? -0.5 : 0.5))
    }

    /// Adds a ring without places that repeat the one before and without ways there and straight back; false where
    /// nothing with an area is left.
    @inline(__always)
    private mutating func add<Point: Position>(
        _ ring: Ring<Point>, _ degrees: (Point) -> GeographicPoint
    ) -> Bool {
        let first = places.count
        for k in 0..<ring.positions.count - 1 {
            let position = degrees(ring.positions[k])
            let p = Place(Self.step(position.longitude), Self.step(position.latitude))
            if places.count > first, places[places.count - 1] == p { continue }
            if places.count > first + 1, places[places.count - 2] == p {
                places.removeLast()
                continue
            }
            places.append(p)
        }
        var start = first
        while places.count - start > 2 {
            let last = places[places.count - 1]
            if last == places[start] {
                places.removeLast()
            } else if places[places.count - 2] == places[start] {
                places.removeLast(2)
            } else if last == places[start + 1] {
                start += 1
            } else {
                break
            }
        }
        if start > first { places.removeSubrange(first..<start) }
        guard places.count - first > 2 else {
            places.removeLast(places.count - first)
            return false
        }
        places.append(places[first])
        return close(from: first)
    }

    /// Ends a ring whose places have been added; false where it has no area, and has gone.
    private mutating func close(from first: Int) -> Bool {
        var doubledArea = 0.0
        for k in first + 1..<places.count - 1 {
            let (a, b) = (difference(places[first], places[k]), difference(places[first], places[k + 1]))
            doubledArea += Double(a.x) * Double(b.y) - Double(a.y) * Double(b.x)
        }
        guard doubledArea != 0 else {
            places.removeLast(places.count - first)
            return false
        }
        offsets.append(Int32(places.count))
        polygons.append(polygonCount)
        return true
    }

    /// Whether lines meet nowhere but where they follow each other, or where two rings touch at a corner.
    ///
    /// That is enough for the area to be valid, if the rings were nested rightly before; some that are valid all the
    /// same are not plain.
    var isPlain: Bool { !tangled(findsAll: false).contains(true) }

    /// Which rings meet others, or themselves, otherwise than plainly.
    ///
    /// - Parameter findsAll: Whether to go on after the first.
    /// - Returns: For each ring whether it does.
    func tangled(findsAll: Bool) -> ContiguousArray<Bool> {
        var isTangled = ContiguousArray(repeating: false, count: polygons.count)
        guard let first = places.first else { return isTangled }
        var (low, high) = (first, first)
        for p in places {
            low = pointwiseMin(low, p)
            high = pointwiseMax(high, p)
        }
        let span = difference(low, high)
        guard span.x < Self.widest, span.y < Self.widest else {
            return ContiguousArray(repeating: true, count: polygons.count)
        }
        var touches = RingTouches(rings: polygons.count)
        forEachNeighbours(from: low.x, width: span.x) { line, other, r, s in
            switch meeting(of: line, other, r, s) {
            case .none: return true
            case .touch where polygons[r] != polygons[s] || touches.add(r, s): return true
            case .touch:
                // A circle of touches parts the inside of the polygon: any of its rings may belong to it.
                for ring in polygons.indices where polygons[ring] == polygons[r] { isTangled[ring] = true }
            case .tangle: (isTangled[r], isTangled[s]) = (true, true)
            }
            return findsAll
        }
        return isTangled
    }

    /// Shows all pairs of lines whose boxes meet, with their rings, as long as one wants to go on.
    @inline(__always)
    private func forEachNeighbours(
        from low: Int32, width span: Int64, _ goesOn: (Int32, Int32, Int, Int) -> Bool
    ) {
        // Lines by the slice that their west end lies in.
        let count = places.count - polygons.count
        let width = Double(count) / (Double(span) + 1)
        func slice(_ x: Int32) -> Int { Int(Double(Int64(x) - Int64(low)) * width) }
        var starts = ContiguousArray<Int32>(repeating: 0, count: count + 2)
        for r in polygons.indices {
            for k in Int(offsets[r])..<Int(offsets[r + 1]) - 1 {
                starts[slice(min(places[k].x, places[k + 1].x)) + 2] += 1
            }
        }
        for k in 1..<starts.count { starts[k] += starts[k - 1] }
        var sorted = ContiguousArray(repeating: Line(), count: count)
        for r in polygons.indices {
            for k in Int(offsets[r])..<Int(offsets[r + 1]) - 1 {
                let (a, b) = (places[k], places[k + 1])
                let at = slice(min(a.x, b.x)) + 1
                sorted[Int(starts[at])] = Line(
                    low: pointwiseMin(a, b), high: pointwiseMax(a, b), number: Int32(k), ring: Int32(r))
                starts[at] += 1
            }
        }
        for rank in 0..<count {
            let line = sorted[rank]
            let end = Int(starts[slice(line.high.x) + 1])
            var next = rank + 1
            while next < end {
                let other = sorted[next]
                next += 1
                guard other.low.x <= line.high.x, other.low.y <= line.high.y, other.high.y >= line.low.y
                else { continue }
                guard goesOn(line.number, other.number, Int(line.ring), Int(other.ring)) else { return }
            }
        }
    }

    /// A line with the box around it.
    private struct Line: BitwiseCopyable {
        var low = Place()
        var high = Place()
        var number: Int32 = 0
        var ring: Int32 = 0
    }

    private func difference(_ a: Place, _ b: Place) -> SIMD2<Int64> {
        SIMD2(Int64(b.x) - Int64(a.x), Int64(b.y) - Int64(a.y))
    }

    /// Positive where `c` lies to the left of the way from `a` to `b`.
    private func turn(_ a: Place, _ b: Place, _ c: Place) -> Int64 {
        let (u, v) = (difference(a, b), difference(a, c))
        return (u.x * v.y - u.y * v.x).signum()
    }

    /// How two lines stand to each other.
    private enum Meeting {
        /// They keep apart, or follow each other, or meet where another pair of lines tells.
        case none
        /// Two rings touch where both lines begin.
        case touch
        case tangle
    }

    private func meeting(of line: Int32, _ other: Int32, _ r: Int, _ s: Int) -> Meeting {
        let (a, b) = (places[Int(line)], places[Int(line) + 1])
        let (c, d) = (places[Int(other)], places[Int(other) + 1])
        if r == s {
            let (first, last) = (offsets[r], offsets[r + 1] - 2)
            if other == line + 1 || (line == last && other == first) {
                return isBack(at: b, a, d) ? .tangle : .none
            }
            if line == other + 1 || (other == last && line == first) {
                return isBack(at: a, b, c) ? .tangle : .none
            }
            if a == c || a == d || b == c || b == d { return .tangle }
        } else if a == c {
            // Each place that two rings share is seen here once.
            return crosses(line, other, r, s) ? .tangle : .touch
        } else if a == d || b == c || b == d {
            return .none
        }
        return turn(a, b, c) * turn(a, b, d) > 0 || turn(c, d, a) * turn(c, d, b) > 0 ? .none : .tangle
    }

    /// Whether two ways from a place go the same way.
    private func isBack(at p: Place, _ a: Place, _ b: Place) -> Bool {
        let (u, v) = (difference(p, a), difference(p, b))
        return turn(p, a, b) == 0 && (u.x * v.x + u.y * v.y) > 0
    }

    /// Whether two rings cross, or run together, at the place where both lines begin.
    private func crosses(_ line: Int32, _ other: Int32, _ r: Int, _ s: Int) -> Bool {
        let p = places[Int(line)]
        func before(_ k: Int32, _ ring: Int) -> Place {
            k == offsets[ring] ? places[Int(offsets[ring + 1]) - 2] : places[Int(k) - 1]
        }
        let (a, b) = (before(line, r), places[Int(line) + 1])
        let (c, d) = (before(other, s), places[Int(other) + 1])
        for way in [c, d] where isBack(at: p, a, way) || isBack(at: p, b, way) { return true }
        /// Whether a way lies to the left between those to b and to a.
        func isBetween(_ q: Place) -> Bool {
            turn(p, b, a) > 0
                ? turn(p, b, q) > 0 && turn(p, q, a) > 0 : !(turn(p, a, q) > 0 && turn(p, q, b) > 0)
        }
        return isBetween(c) != isBetween(d)
    }
}

/// Which rings touch which: rings of one polygon may not enclose a part of its inside between them.
private struct RingTouches {
    private var parents: [Int]

    init(rings: Int) { parents = Array(0..<rings) }

    private func root(_ ring: Int) -> Int {
        var at = ring
        while parents[at] != at { at = parents[at] }
        return at
    }

    /// Notes that two rings of one polygon touch; false where rings then make a circle of touches.
    mutating func add(_ a: Int, _ b: Int) -> Bool {
        let (p, q) = (root(a), root(b))
        parents[p] = q
        return p != q
    }
}
