internal import Geometry

extension GridRings {
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
