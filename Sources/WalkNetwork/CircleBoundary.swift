internal import Geometry

/// Finds the pieces of a circle's boundary, face by face.
///
/// A place of a face is in the circle if it is no farther off the street than there is walk left at its foot. So the
/// boundary has two kinds of pieces: parts of borders on whose one side the places are in and on the other not,
/// and within a face the line on which nothing is left. Pieces meet where two borders do, where such a line comes
/// to a border, and where it crosses the street; those places have names, by which pieces are joined.
struct CircleBoundary {
    /// The pieces found so far.
    private(set) var pieces = BoundaryPieces()

    private var own = FaceView()
    private var other = FaceView()
    private var leftCrossings = BorderCrossings()
    private var rightCrossings = BorderCrossings()
    /// The points of the border at hand.
    private var line: ContiguousArray<PlanePoint> = []
    private var part: ContiguousArray<PlanePoint> = []

    /// The rings that all pieces make: see ``BoundaryPieces/rings()``.
    mutating func rings() -> [[PlanePoint]] { pieces.rings() }

    /// Forgets all pieces.
    mutating func removeAll() { pieces.removeAll() }

    /// Finds the pieces in faces that may be reached, and on those of their borders that are theirs to look at.
    mutating func draw(
        _ touched: ArraySlice<Int32>, of reach: CircleReach, in faces: StreetFaces, on network: WalkNetwork
    ) {
        for face in touched {
            let range =
                Int(faces.faceOffsets[Int(face)])..<Int(faces.faceOffsets[Int(face) + 1])
            if reach.standing(of: face) == .partial {
                own.look(at: Int(face), of: faces, on: network, reach)
                drawPartial(range, reach, faces, network)
            } else {
                drawInside(range, reach, faces)
            }
        }
    }

    /// Finds the pieces on the borders of a face that lies inside: those beyond which nothing is reached.
    private mutating func drawInside(_ range: Range<Int>, _ reach: CircleReach, _ faces: StreetFaces) {
        // A face that shares a vertex is reached by it; one that is in part inside looks at the border itself.
        for index in range where !faces.sharesVertex(index) {
            guard reach.standing(of: faces.faceBeyonds[index]) == .outside else { continue }
            let border = faces.border(index)
            load(border, of: faces)
            leftCrossings.begin(isInside: faces.isOnLeft(index))
            rightCrossings.begin(isInside: !faces.isOnLeft(index))
            drawBorder(border, between: faces.borderEnds[border])
        }
    }

    /// Finds the pieces in a face that lies inside in part, and on its borders.
    ///
    /// Along the face's outline parts in the circle and parts out of it take turns. For each part that is out the
    /// boundary runs nearer to the street, over the same places along it.
    private mutating func drawPartial(
        _ range: Range<Int>, _ reach: CircleReach, _ faces: StreetFaces, _ network: WalkNetwork
    ) {
        var outline = Outline()
        for index in range {
            let border = faces.border(index)
            let isLeft = faces.isOnLeft(index)
            load(border, of: faces)
            leftCrossings.find(along: line, by: own)
            follow(&outline, along: border, isLeft: isLeft)
            let beyond = faces.faceBeyonds[index]
            switch reach.standing(of: beyond) {
            case .outside: rightCrossings.begin(isInside: false)
            case .inside: rightCrossings.begin(isInside: true)
            case .partial:
                // Of two such faces the one on the left looks at their border.
                if !isLeft { continue }
                other.look(at: Int(beyond), of: faces, on: network, reach)
                rightCrossings.find(along: line, by: other)
            }
            if !isLeft { swap(&leftCrossings, &rightCrossings) }
            drawBorder(border, between: faces.borderEnds[border])
        }
        guard let exit = outline.exit else { return }
        if let entry = outline.entry {
            cutLine(from: exit, to: entry)
        } else if !own.isSector {
            let end = own.face & 1 == 0 ? 0 : own.length
            let place = PlanePoint(own.place(along: end, off: 0))
            cutLine(from: exit, to: OutlinePlace(name: .nowhere, place: place, along: end))
        }
    }

    /// Takes up the points of a border: its corners, and the bends in between.
    private mutating func load(_ border: Int, of faces: StreetFaces) {
        let ends = faces.borderEnds[border]
        line.removeAll(keepingCapacity: true)
        line.append(faces.corners[Int(ends.x)])
        for bend in Int(faces.bendOffsets[border])..<Int(faces.bendOffsets[border + 1]) {
            line.append(faces.bends[bend])
        }
        line.append(faces.corners[Int(ends.y)])
    }

    /// A place on the border at hand: whole numbers are its points.
    private func place(_ at: Double) -> PlanePoint {
        let whole = min(Int(at), line.count - 2)
        let share = at - Double(whole)
        let (p, q) = (line[whole], line[whole + 1])
        return PlanePoint(x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y))
    }

    /// Adds the parts of the border at hand that have places of the circle on one side only.
    private mutating func drawBorder(_ border: Int, between ends: SIMD2<Int32>) {
        var (isLeftInside, isRightInside) = (leftCrossings.isInside, rightCrossings.isInside)
        let (lefts, rights) = (leftCrossings.places.count, rightCrossings.places.count)
        let end = Double(line.count - 1)
        var (i, j) = (0, 0)
        var at = 0.0
        var name = PlaceName.corner(Int(ends.x))
        while true {
            let isLeftNext =
                i < lefts && (j == rights || leftCrossings.places[i] <= rightCrossings.places[j])
            let isLast = !isLeftNext && j == rights
            let next = isLast ? end : isLeftNext ? leftCrossings.places[i] : rightCrossings.places[j]
            let nextName =
                isLast
                ? PlaceName.corner(Int(ends.y))
                : isLeftNext
                    ? PlaceName.crossing(border, 0, i) : PlaceName.crossing(border, 1, j)
            if isLeftInside != isRightInside {
                part.removeAll(keepingCapacity: true)
                part.append(place(at))
                var k = Int(at) + 1
                while Double(k) < next {
                    part.append(line[k])
                    k += 1
                }
                part.append(isLast ? line[line.count - 1] : place(next))
                pieces.add(part, from: name, to: nextName, isReversed: isRightInside)
            }
            if isLast { return }
            if isLeftNext {
                isLeftInside.toggle()
                i += 1
            } else {
                isRightInside.toggle()
                j += 1
            }
            (at, name) = (next, nextName)
        }
    }
}

extension CircleBoundary {
    /// Where a face's outline comes into the circle or leaves it.
    private struct OutlinePlace {
        let name: PlaceName
        let place: PlanePoint
        let along: Double
    }

    /// How far a face's outline has been followed.
    private struct Outline {
        /// Where it has last left the circle, if it has not come back.
        var exit: OutlinePlace?
        /// Where it has come into the circle without having left it before.
        var entry: OutlinePlace?
        var isBegun = false
    }

    /// Follows a face's outline along the border at hand, and adds the lines where it is out.
    private mutating func follow(_ outline: inout Outline, along border: Int, isLeft: Bool) {
        let count = leftCrossings.places.count
        var isInside = isLeft ? leftCrossings.isInside : leftCrossings.isInside != (count % 2 == 1)
        if !outline.isBegun && !isInside && !own.isSector {
            // The street itself is out here: no line comes from its end.
            let start = line[isLeft ? 0 : line.count - 1]
            outline.exit = OutlinePlace(name: .nowhere, place: start, along: own.seen(start).along)
        }
        outline.isBegun = true
        for k in 0..<count {
            let number = isLeft ? k : count - 1 - k
            let p = place(leftCrossings.places[number])
            let here = OutlinePlace(
                name: .crossing(border, isLeft ? 0 : 1, number), place: p, along: own.seen(p).along)
            if isInside {
                outline.exit = here
            } else if let exit = outline.exit {
                cutLine(from: exit, to: here)
                outline.exit = nil
            } else {
                outline.entry = here
            }
            isInside.toggle()
        }
    }

    /// Adds the line within a face on which nothing is left, between two places of its outline.
    private mutating func cutLine(from exit: OutlinePlace, to entry: OutlinePlace) {
        if own.isSector {
            guard own.rest > 0 else { return }
            part.removeAll(keepingCapacity: true)
            part.append(exit.place)
            let (p, q) = (exit.place.vector - own.origin, entry.place.vector - own.origin)
            arc(p.unit, q.unit, radius: own.rest / own.ground)
            part.append(entry.place)
            pieces.add(part, from: exit.name, to: entry.name, isReversed: false)
            return
        }
        let last = own.profile.count - 1
        let isForward = entry.along > exit.along
        part.removeAll(keepingCapacity: true)
        var name = exit.name
        var isOpen = exit.name != .nowhere
        if isOpen { part.append(exit.place) }
        var before = (along: exit.along, rest: own.profile.rest(at: exit.along))
        let segment = own.face / 2
        var isDone = false
        for i in 0...last where !isDone {
            let number = isForward ? i : last - i
            var knot = own.profile.knots[number]
            guard isForward ? knot.along > exit.along : knot.along < exit.along else { continue }
            // The stretch of the profile that leads here, by its first knot.
            let stretch = isForward ? number - 1 : number
            if isForward ? knot.along >= entry.along : knot.along <= entry.along {
                knot = (entry.along, own.profile.rest(at: entry.along))
                isDone = true
            }
            if (before.rest > 0) != (knot.rest > 0) {
                let (a, b) = (own.profile.knots[stretch], own.profile.knots[stretch + 1])
                let zero = a.along + (b.along - a.along) * a.rest / (a.rest - b.rest)
                let p = PlanePoint(own.place(along: zero, off: 0))
                if isOpen && before.rest > 0 {
                    part.append(p)
                    pieces.add(part, from: name, to: .street(segment, stretch), isReversed: false)
                    isOpen = false
                } else if !isOpen {
                    part.removeAll(keepingCapacity: true)
                    part.append(p)
                    (name, isOpen) = (.street(segment, stretch), true)
                }
            }
            if isOpen && !isDone && knot.rest > 0 {
                part.append(PlanePoint(own.place(along: knot.along, off: knot.rest)))
            }
            before = knot
        }
        if isOpen && entry.name != .nowhere {
            part.append(entry.place)
            pieces.add(part, from: name, to: entry.name, isReversed: false)
        }
    }

    /// Adds places between two ways of an arc, so many that no line strays by more than decimetres.
    private mutating func arc(_ p: PlaneVector, _ q: PlaneVector, radius: Double) {
        guard p.cross(q) > 0 || p.dot(q) < 0 else { return }
        let sum = p + q
        let middle = p.cross(q) <= 0 || sum.length < 1e-3 ? (p - q).left.unit : sum.unit
        guard radius * (1 - p.dot(middle)) > StreetFaces.sagitta else { return }
        arc(p, middle, radius: radius)
        part.append(PlanePoint(own.origin + middle * radius))
        arc(middle, q, radius: radius)
    }
}

/// Where one face's walks come to nothing along a border, in order.
struct BorderCrossings {
    /// Whether the border's first point is in.
    private(set) var isInside = false
    /// Where it changes, as places on the border.
    private(set) var places: ContiguousArray<Double> = []

    /// Starts anew.
    mutating func begin(isInside: Bool) {
        self.isInside = isInside
        places.removeAll(keepingCapacity: true)
    }

    /// Finds where what is left of the walk, as one face sees it, comes to nothing along a line.
    mutating func find(along line: ContiguousArray<PlanePoint>, by view: FaceView) {
        if view.isSector {
            findRound(along: line, centre: view.origin, radius: view.rest / view.ground)
            return
        }
        var p = view.seen(line[0])
        var margin = view.margin(p)
        begin(isInside: margin > 0)
        let inner = view.profile.count - 2
        for k in 1..<line.count {
            let q = view.seen(line[k])
            let next = view.margin(q)
            let base = Double(k - 1)
            var (at, before) = (base, margin)
            if inner > 0 && p.along != q.along {
                let isForward = q.along > p.along
                for i in 1...inner {
                    let knot = view.profile.knots[isForward ? i : inner + 1 - i]
                    guard
                        isForward
                            ? knot.along > p.along && knot.along < q.along
                            : knot.along < p.along && knot.along > q.along
                    else { continue }
                    let share = (knot.along - p.along) / (q.along - p.along)
                    let here = knot.rest - (p.off + share * (q.off - p.off))
                    pass(from: at, before, to: base + share, here)
                    (at, before) = (base + share, here)
                }
            }
            pass(from: at, before, to: base + 1, next)
            (p, margin) = (q, next)
        }
    }

    /// Finds where a line comes into a disc and leaves it.
    private mutating func findRound(
        along line: ContiguousArray<PlanePoint>, centre: PlaneVector, radius: Double
    ) {
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
                    places.append(base + min(max(t, 0), 1))
                } else if root > 0 && -b - root > 0 && -b + root < a {
                    places.append(base + (-b - root) / a)
                    places.append(base + (-b + root) / a)
                }
            }
            (p, isIn) = (q, isNextIn)
        }
    }

    /// Notes a change between two places, by what is left of the walk at either.
    @inline(__always)
    mutating func pass(from a: Double, _ m: Double, to b: Double, _ n: Double) {
        if (m > 0) != (n > 0) { places.append(a + (b - a) * m / (m - n)) }
    }
}
