internal import Geometry

/// The rings of an area on a grid of ten-millionths of a degree, and whether their lines keep apart there.
///
/// Rounding moves a place by half a centimetre: lines nearer together than that may cross, and rings may come by one
/// place twice. Whole numbers tell exactly.
struct GridRings {
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
    init(_ area: MultiPolygon<GeographicPoint>) {
        places.reserveCapacity(area.polygons.reduce(0) { $0 + $1.exterior.positions.count })
        for polygon in area.polygons {
            guard add(polygon.exterior) else { continue }
            for hole in polygon.holes { _ = add(hole) }
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

    /// Adds a ring without places that repeat the one before and without ways there and straight back; false where
    /// nothing with an area is left.
    private mutating func add(_ ring: Ring<GeographicPoint>) -> Bool {
        let first = places.count
        func isIdle(_ p: Place) -> Bool { places.count > first && places[places.count - 1] == p }
        for position in ring.positions.dropLast() {
            let p = Place(
                Int32((position.longitude * Self.steps).rounded()),
                Int32((position.latitude * Self.steps).rounded()))
            if isIdle(p) { continue }
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
    var isPlain: Bool {
        guard let first = places.first else { return true }
        var (low, high) = (first, first)
        for p in places {
            (low.x, high.x) = (min(low.x, p.x), max(high.x, p.x))
            (low.y, high.y) = (min(low.y, p.y), max(high.y, p.y))
        }
        let span = difference(low, high)
        guard span.x < Self.widest, span.y < Self.widest else { return false }
        var rings: ContiguousArray<Int32> = []
        var lines: ContiguousArray<Int32> = []
        for r in polygons.indices {
            for k in offsets[r]..<offsets[r + 1] {
                rings.append(Int32(r))
                if k < offsets[r + 1] - 1 { lines.append(k) }
            }
        }
        // Lines by the slice that their west end lies in.
        let width = span.x / Int64(lines.count) + 1
        func slice(_ x: Int32) -> Int { Int((Int64(x) - Int64(low.x)) / width) }
        var starts = ContiguousArray<Int32>(repeating: 0, count: lines.count + 2)
        for line in lines { starts[slice(west(line)) + 2] += 1 }
        for k in 1..<starts.count { starts[k] += starts[k - 1] }
        var sorted = lines
        for line in lines {
            let at = slice(west(line)) + 1
            sorted[Int(starts[at])] = line
            starts[at] += 1
        }
        var touches = RingTouches(rings: polygons.count)
        for (rank, line) in sorted.enumerated() {
            let end = Int(starts[slice(east(line)) + 1])
            guard rank + 1 < end else { continue }
            let (from, to) = (places[Int(line)], places[Int(line) + 1])
            let (south, north, east) = (min(from.y, to.y), max(from.y, to.y), max(from.x, to.x))
            for other in sorted[rank + 1..<end] {
                let (a, b) = (places[Int(other)], places[Int(other) + 1])
                guard min(a.x, b.x) <= east, min(a.y, b.y) <= north, max(a.y, b.y) >= south else { continue }
                guard keepApart(line, other, rings, &touches) else { return false }
            }
        }
        return true
    }

    private func west(_ line: Int32) -> Int32 { min(places[Int(line)].x, places[Int(line) + 1].x) }
    private func east(_ line: Int32) -> Int32 { max(places[Int(line)].x, places[Int(line) + 1].x) }

    private func difference(_ a: Place, _ b: Place) -> SIMD2<Int64> {
        SIMD2(Int64(b.x) - Int64(a.x), Int64(b.y) - Int64(a.y))
    }

    /// Positive where `c` lies to the left of the way from `a` to `b`.
    private func turn(_ a: Place, _ b: Place, _ c: Place) -> Int64 {
        let (u, v) = (difference(a, b), difference(a, c))
        return (u.x * v.y - u.y * v.x).signum()
    }

    /// Whether two lines may stand beside each other.
    private func keepApart(
        _ line: Int32, _ other: Int32, _ rings: ContiguousArray<Int32>, _ touches: inout RingTouches
    ) -> Bool {
        let (a, b) = (places[Int(line)], places[Int(line) + 1])
        let (c, d) = (places[Int(other)], places[Int(other) + 1])
        let (r, s) = (Int(rings[Int(line)]), Int(rings[Int(other)]))
        if r == s {
            let (first, last) = (offsets[r], offsets[r + 1] - 2)
            if other == line + 1 || (line == last && other == first) { return !isBack(at: b, a, d) }
            if line == other + 1 || (other == last && line == first) { return !isBack(at: a, b, c) }
            if a == c || a == d || b == c || b == d { return false }
        } else if a == c {
            // Each place that two rings share is seen here once.
            return !crosses(line, other, rings) && touches.add(r, s, isHole: polygons[r] == polygons[s])
        } else if a == d || b == c || b == d {
            return true
        }
        return turn(a, b, c) * turn(a, b, d) > 0 || turn(c, d, a) * turn(c, d, b) > 0
    }

    /// Whether two ways from a place go the same way.
    private func isBack(at p: Place, _ a: Place, _ b: Place) -> Bool {
        let (u, v) = (difference(p, a), difference(p, b))
        return turn(p, a, b) == 0 && (u.x * v.x + u.y * v.y) > 0
    }

    /// Whether two rings cross, or run together, at the place where both lines begin.
    private func crosses(_ line: Int32, _ other: Int32, _ rings: ContiguousArray<Int32>) -> Bool {
        let p = places[Int(line)]
        func before(_ k: Int32) -> Place {
            let r = Int(rings[Int(k)])
            return k == offsets[r] ? places[Int(offsets[r + 1]) - 2] : places[Int(k) - 1]
        }
        let (a, b) = (before(line), places[Int(line) + 1])
        let (c, d) = (before(other), places[Int(other) + 1])
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

    /// Notes that two rings touch; false where rings of one polygon then make a circle of touches.
    mutating func add(_ a: Int, _ b: Int, isHole: Bool) -> Bool {
        guard isHole else { return true }
        let (p, q) = (root(a), root(b))
        parents[p] = q
        return p != q
    }
}
