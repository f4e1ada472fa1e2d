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
        guard !places.isEmpty else { return isTangled }
        let boxes = LineBoxes(of: self)
        guard boxes.span.x < Self.widest, boxes.span.y < Self.widest else {
            return ContiguousArray(repeating: true, count: polygons.count)
        }
        for r in polygons.indices where turnsBack(r) {
            isTangled[r] = true
            if !findsAll { return isTangled }
        }
        var touches = RingTouches(rings: polygons.count)
        for (line, other) in boxes.pairs {
            let (r, s) = (ring(ofLine: line), ring(ofLine: other))
            switch meeting(of: line, other, r, s) {
            case .none: continue
            case .touch where polygons[r] != polygons[s] || touches.add(r, s): continue
            case .touch:
                // A circle of touches parts the inside of the polygon: any of its rings may belong to it.
                for ring in polygons.indices where polygons[ring] == polygons[r] { isTangled[ring] = true }
            case .tangle: (isTangled[r], isTangled[s]) = (true, true)
            }
            if !findsAll { return isTangled }
        }
        return isTangled
    }

    /// The ring of a line.
    private func ring(ofLine line: Int) -> Int {
        var (low, high) = (0, polygons.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(offsets[middle]) <= line { low = middle } else { high = middle }
        }
        return low
    }

    /// Whether a ring goes the way back that it has come, anywhere.
    private func turnsBack(_ ring: Int) -> Bool {
        let (first, last) = (Int(offsets[ring]), Int(offsets[ring + 1]) - 1)
        var before = places[last - 1]
        for k in first..<last {
            if isBack(at: places[k], before, places[k + 1]) { return true }
            before = places[k]
        }
        return false
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

    private func meeting(of line: Int, _ other: Int, _ r: Int, _ s: Int) -> Meeting {
        let (a, b) = (places[line], places[line + 1])
        let (c, d) = (places[other], places[other + 1])
        if r == s {
            if line == offsets[r], other == offsets[r + 1] - 2 { return .none }
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
    private func crosses(_ line: Int, _ other: Int, _ r: Int, _ s: Int) -> Bool {
        let p = places[line]
        func before(_ k: Int, _ ring: Int) -> Place {
            k == offsets[ring] ? places[Int(offsets[ring + 1]) - 2] : places[k - 1]
        }
        let (a, b) = (before(line, r), places[line + 1])
        let (c, d) = (before(other, s), places[other + 1])
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
