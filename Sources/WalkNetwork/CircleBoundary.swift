internal import Geometry

/// Finds the pieces of a circle's boundary, face by face.
///
/// A place of a face is in the circle if it is no farther off the street than there is walk left at its foot. So the
/// boundary has two kinds of pieces: parts of borders on whose one side the places are in and on the other not,
/// and within a face the line on which nothing is left. Pieces meet where two borders do, where such a line comes
/// to a border, and where it crosses the street; those places have names, by which pieces are joined.
struct CircleBoundary {
    /// What the circle reaches.
    var reach: CircleReach
    /// The pieces found so far.
    var pieces = BoundaryPieces()

    /// The face at hand, and what is left along its street once somebody has asked.
    var own = FaceView()
    var ownProfile = RestProfile()
    var isProfiled = false
    private var other = FaceView()
    private var otherProfile = RestProfile()
    /// The border at hand, and where the faces on its sides come to nothing.
    var line = BorderLine()
    var leftCrossings = BorderCrossings()
    private var rightCrossings = BorderCrossings()

    /// Makes room for the boundaries of what is reached.
    init(of reach: CircleReach) { self.reach = reach }

    /// Starts a circle: see ``CircleReach/start(_:reached:limits:)``.
    mutating func start(_ field: CircleField, reached: ArraySlice<Int32>, limits: CircleLimits) {
        reach.start(field, reached: reached, limits: limits)
        pieces.removeAll()
    }

    /// Finds the pieces in all faces that may be reached.
    mutating func draw() {
        draw(segments: reach.touched.segments.indices)
        draw(sectors: reach.touched.sectors.indices)
    }

    /// Finds the pieces in the faces beside some of the segments touched.
    mutating func draw(segments: Range<Int>) {
        for index in segments {
            let left = 2 * reach.touched.segments[index]
            draw(left)
            draw(left + 1)
        }
    }

    /// Finds the pieces in the faces around some of the vertices touched.
    mutating func draw(sectors: Range<Int>) {
        let first = Int32(reach.faces.firstSector)
        for index in sectors { draw(first + reach.touched.sectors[index]) }
    }

    /// Finds the pieces in a face that may be reached, and on those of its borders that are its to look at.
    @inline(__always)
    private mutating func draw(_ face: Int32) {
        switch reach.standing(of: face) {
        case .outside: return
        case .inside: drawInside(reach.faces.sides(ofFace: Int(face)))
        case .partial: drawPartial(face, reach.faces.sides(ofFace: Int(face)))
        }
    }

    /// Finds the pieces on the borders of a face that lies inside: those beyond which nothing is reached.
    @inline(__always)
    private mutating func drawInside(_ range: Range<Int>) {
        for index in range {
            let side = reach.faces.sides[index]
            // A face that shares a vertex is reached by it; one that is in part inside looks at the border itself.
            guard !side.sharesVertex, reach.standing(of: side.beyond) == .outside else { continue }
            drawWhole(side, isReversed: !side.isOnLeft)
        }
    }

    /// Adds a border as a whole: from its end to its beginning where the inside lies on its right.
    private mutating func drawWhole(_ side: StreetFaces.Side, isReversed: Bool) {
        line.load(side, of: reach.faces)
        let ends = reach.faces.borderEnds[side.border]
        pieces.begin()
        for k in 0..<line.count { pieces.add(line[k]) }
        pieces.end(from: .corner(Int(ends.x)), to: .corner(Int(ends.y)), isReversed: isReversed)
    }

    /// Finds the pieces in a face that lies inside in part, and on its borders.
    ///
    /// Along the face's outline parts in the circle and parts out of it take turns. For each part that is out the
    /// boundary runs nearer to the street, over the same places along it.
    private mutating func drawPartial(_ face: Int32, _ range: Range<Int>) {
        own = reach.view(of: face)
        isProfiled = false
        var outline = FaceOutline()
        if own.isSector || own.hasSources {
            if own.hasSources { profileOwn() }
            for index in range { examine(reach.faces.sides[index], &outline) }
        } else {
            drawBeside(range, &outline)
        }
        close(outline)
    }

    /// Finds the pieces on the borders of a face beside a street without facilities; at most of them nothing happens.
    private mutating func drawBeside(_ range: Range<Int>, _ outline: inout FaceOutline) {
        var corner: Int32 = -1
        var start = PlanePoint(x: 0, y: 0)
        var before = WalkMargins()
        for index in range {
            let side = reach.faces.sides[index]
            let isLeft = side.isOnLeft
            let ends = reach.faces.borderEnds[side.border]
            let (from, to) = isLeft ? (ends.x, ends.y) : (ends.y, ends.x)
            // The end of one border is as a rule the beginning of the next.
            if from != corner {
                start = reach.faces.corners[Int(from)]
                before = own.margins(start)
            }
            let end = reach.faces.corners[Int(to)]
            let margins = own.margins(end)
            defer { (corner, start, before) = (to, end, margins) }
            guard !side.isBent else {
                examine(side, &outline)
                continue
            }
            guard before.agree(with: margins), outline.begin(isInside: margins.isIn) else {
                line.load(from: isLeft ? start : end, to: isLeft ? end : start)
                leftCrossings.find(from: isLeft ? before : margins, to: isLeft ? margins : before)
                compare(side, &outline)
                continue
            }
            switch reach.standing(of: side.beyond) {
            case .outside: if margins.isIn { drawWhole(side, isReversed: !isLeft) }
            case .inside: if !margins.isIn { drawWhole(side, isReversed: isLeft) }
            case .partial:
                // Of two such faces the one on the left looks at their border.
                guard isLeft else { continue }
                other = reach.view(of: side.beyond)
                guard !other.isSector, !other.hasSources else {
                    examine(side, &outline)
                    continue
                }
                let theirs = other.margins(start)
                if !theirs.agree(with: other.margins(end)) {
                    examine(side, &outline)
                } else if theirs.isIn != margins.isIn {
                    drawWhole(side, isReversed: theirs.isIn)
                }
            }
        }
    }

    /// Finds the pieces on one border of the face at hand.
    private mutating func examine(_ side: StreetFaces.Side, _ outline: inout FaceOutline) {
        line.load(side, of: reach.faces)
        leftCrossings.find(along: line, by: own, ownProfile)
        compare(side, &outline)
    }

    /// Finds the pieces on the border at hand, by where the face at hand comes to nothing along it.
    private mutating func compare(_ side: StreetFaces.Side, _ outline: inout FaceOutline) {
        let isLeft = side.isOnLeft
        follow(&outline, along: side.border, isLeft: isLeft)
        switch reach.standing(of: side.beyond) {
        case .outside: rightCrossings.begin(isInside: false)
        case .inside: rightCrossings.begin(isInside: true)
        case .partial:
            if !isLeft { return }
            other = reach.view(of: side.beyond)
            if other.hasSources { reach.profile(of: other, into: &otherProfile) }
            rightCrossings.find(along: line, by: other, otherProfile)
        }
        if leftCrossings.isInside == rightCrossings.isInside && leftCrossings.count == 0
            && rightCrossings.count == 0
        {
            return
        }
        if !isLeft { swap(&leftCrossings, &rightCrossings) }
        drawBorder(side.border)
    }

    /// Adds the parts of the border at hand that have places of the circle on one side only.
    private mutating func drawBorder(_ border: Int) {
        let ends = reach.faces.borderEnds[border]
        var (isLeftInside, isRightInside) = (leftCrossings.isInside, rightCrossings.isInside)
        let (lefts, rights) = (leftCrossings.count, rightCrossings.count)
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
                pieces.begin()
                pieces.add(line.place(at))
                var k = Int(at) + 1
                while Double(k) < next {
                    pieces.add(line[k])
                    k += 1
                }
                pieces.add(isLast ? line.last : line.place(next))
                pieces.end(from: name, to: nextName, isReversed: isRightInside)
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
