internal import Geometry

/// The points of a border at hand, from corner to corner.
struct BorderLine {
    private var points: ContiguousArray<PlanePoint> = []
    /// How many points there are.
    private(set) var count = 0

    /// Takes up the points of a border: its corners, and the bends in between.
    @inline(__always)
    mutating func load(_ side: StreetFaces.Side, of faces: borrowing StreetFaces) {
        let border = side.border
        let ends = faces.borderEnds[border]
        guard side.isBent else {
            load(from: faces.corners[Int(ends.x)], to: faces.corners[Int(ends.y)])
            return
        }
        let (first, last) = (Int(faces.bendOffsets[border]), Int(faces.bendOffsets[border + 1]))
        let count = last - first + 2
        self.count = count
        while points.count < count { points.append(PlanePoint(x: 0, y: 0)) }
        var filled = points.mutableSpan
        filled[0] = faces.corners[Int(ends.x)]
        for bend in first..<last { filled[bend - first + 1] = faces.bends[bend] }
        filled[count - 1] = faces.corners[Int(ends.y)]
    }

    /// Takes up the two corners of a border without bends.
    @inline(__always)
    mutating func load(from start: PlanePoint, to end: PlanePoint) {
        count = 2
        while points.count < 2 { points.append(start) }
        var filled = points.mutableSpan
        (filled[0], filled[1]) = (start, end)
    }

    @inline(__always)
    subscript(index: Int) -> PlanePoint { points[index] }

    /// The last point.
    var last: PlanePoint { points[count - 1] }

    /// A place on the border: whole numbers are its points.
    func place(_ at: Double) -> PlanePoint {
        let whole = min(Int(at), count - 2)
        let share = at - Double(whole)
        let (p, q) = (points[whole], points[whole + 1])
        return PlanePoint(x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y))
    }
}

/// Where one face's walks come to nothing along a border, in order.
struct BorderCrossings {
    /// Whether the border's first point is in.
    private(set) var isInside = false
    /// Where it changes, as places on the border: the first ``count`` of them, as room is used again.
    private(set) var places: ContiguousArray<Double> = []
    /// How often it changes.
    private(set) var count = 0

    /// Starts anew.
    @inline(__always)
    mutating func begin(isInside: Bool) {
        self.isInside = isInside
        count = 0
    }

    @inline(__always)
    private mutating func put(_ place: Double) {
        if count < places.count { places[count] = place } else { places.append(place) }
        count += 1
    }

    /// Finds where what is left of the walk, as one face sees it, comes to nothing along a line.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - view: The face.
    ///   - profile: What is left along its street, of one with facilities on it; else it is not asked.
    @inline(__always)
    mutating func find(along line: BorderLine, by view: FaceView, _ profile: RestProfile) {
        if view.isSector {
            findRound(along: line, centre: view.origin, radius: view.radius)
        } else if view.hasSources {
            find(along: line, by: view, profile: profile)
        } else {
            findBeside(along: line, by: view)
        }
    }

    /// Finds the changes along a straight line beside a street without facilities, by its margins at either end.
    @inline(__always)
    mutating func find(from m: WalkMargins, to n: WalkMargins) {
        begin(isInside: m.isIn)
        if !m.agree(with: n) { pass(from: 0, m, to: n) }
    }

    /// Finds the changes beside a street whose walks come from its ends.
    @inline(__always)
    private mutating func findBeside(along line: BorderLine, by view: FaceView) {
        var m = view.margins(line[0])
        begin(isInside: m.isIn)
        for k in 1..<line.count {
            let n = view.margins(line[k])
            if !m.agree(with: n) { pass(from: Double(k - 1), m, to: n) }
            m = n
        }
    }

    /// Notes the changes along a straight line, by its margins at either end.
    private mutating func pass(from base: Double, _ m: WalkMargins, to n: WalkMargins) {
        var (now, wasIn) = (m, m.isIn)
        var fromStart = Self.time(m.fromStart, n.fromStart)
        var fromEnd = Self.time(m.fromEnd, n.fromEnd)
        var leg = Self.time(m.leg, n.leg)
        while true {
            let next = min(fromStart, fromEnd, leg)
            guard next < .infinity else { return }
            // From here on these margins are as they are at the end.
            if fromStart == next { (now.fromStart, fromStart) = (n.fromStart, .infinity) }
            if fromEnd == next { (now.fromEnd, fromEnd) = (n.fromEnd, .infinity) }
            if leg == next { (now.leg, leg) = (n.leg, .infinity) }
            guard now.isIn != wasIn else { continue }
            wasIn.toggle()
            put(base + next)
        }
    }

    /// Where between two places a margin comes to nothing; never, if both have the same sign.
    @inline(__always)
    private static func time(_ m: Double, _ n: Double) -> Double {
        (m > 0) == (n > 0) ? .infinity : m / (m - n)
    }

    /// Finds the changes beside a street with facilities on it.
    @inline(never)
    private mutating func find(along line: BorderLine, by view: FaceView, profile: RestProfile) {
        func margin(_ p: FaceView.Seen) -> Double { profile.rest(at: p.along) - p.off }
        var p = view.seen(line[0])
        var before = margin(p)
        begin(isInside: before > 0)
        let inner = max(profile.count - 2, 0)
        for k in 1..<line.count {
            let q = view.seen(line[k])
            let isForward = q.along > p.along
            var at = Double(k - 1)
            for i in 0..<inner {
                let knot = profile.knots[isForward ? i + 1 : inner - i]
                guard min(p.along, q.along) < knot.along, knot.along < max(p.along, q.along) else { continue }
                let share = (knot.along - p.along) / (q.along - p.along)
                let here = knot.rest - (p.off + share * (q.off - p.off))
                pass(from: at, before, to: Double(k - 1) + share, here)
                (at, before) = (Double(k - 1) + share, here)
            }
            let next = margin(q)
            pass(from: at, before, to: Double(k), next)
            (p, before) = (q, next)
        }
    }

    /// Notes a change between two places, by what is left of the walk at either.
    private mutating func pass(from a: Double, _ m: Double, to b: Double, _ n: Double) {
        if (m > 0) != (n > 0) { put(a + (b - a) * m / (m - n)) }
    }

    /// Finds where a line comes into a disc and leaves it.
    private mutating func findRound(along line: BorderLine, centre: PlaneVector, radius: Double) {
        var p = line[0].vector - centre
        let squaredRadius = radius > 0 ? radius * radius : 0
        var isIn = p.dot(p) < squaredRadius
        begin(isInside: isIn)
        for k in 1..<line.count {
            let q = line[k].vector - centre
            let isNextIn = q.dot(q) < squaredRadius
            if !(isIn && isNextIn) {
                // |p + t (q - p)| = radius.
                let way = q - p
                let (a, b, c) = (way.dot(way), p.dot(way), p.dot(p) - squaredRadius)
                let root = max(b * b - a * c, 0).squareRoot()
                let base = Double(k - 1)
                if isIn != isNextIn {
                    let t = a > 0 ? (isIn ? root - b : -root - b) / a : 0
                    put(base + min(max(t, 0), 1))
                } else if root > 0 && -b - root > 0 && -b + root < a {
                    put(base + (-b - root) / a)
                    put(base + (-b + root) / a)
                }
            }
            (p, isIn) = (q, isNextIn)
        }
    }
}
