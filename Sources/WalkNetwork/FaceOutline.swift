internal import Geometry

/// How far a face's outline has been followed.
struct FaceOutline {
    /// Where a face's outline comes into the circle or leaves it.
    struct Place {
        let name: PlaceName
        let place: PlanePoint
        let along: Double
    }

    /// Where it has last left the circle, if it has not come back.
    fileprivate var exit: Place?
    /// Where it has come into the circle without having left it before.
    fileprivate var entry: Place?
    fileprivate var isBegun = false

    /// Notes that the outline is in where it begins; false where it begins out of the circle, and has not before.
    @inline(__always)
    mutating func begin(isInside: Bool) -> Bool {
        if isInside { isBegun = true }
        return isBegun
    }
}

extension CircleBoundary {
    /// Follows a face's outline along the border at hand, and adds the lines where it is out.
    @inline(__always)
    mutating func follow(_ outline: inout FaceOutline, along border: Int, isLeft: Bool) {
        let count = leftCrossings.count
        if count > 0 || !outline.isBegun { turn(&outline, along: border, isLeft: isLeft) }
    }

    private mutating func turn(_ outline: inout FaceOutline, along border: Int, isLeft: Bool) {
        let count = leftCrossings.count
        var isInside = isLeft ? leftCrossings.isInside : leftCrossings.isInside != (count % 2 == 1)
        if !outline.isBegun && !isInside && !own.isSector {
            // The street itself is out here: no line comes from its end.
            let start = isLeft ? line[0] : line.last
            outline.exit = FaceOutline.Place(name: .nowhere, place: start, along: own.seen(start).along)
        }
        outline.isBegun = true
        for k in 0..<count {
            let number = isLeft ? k : count - 1 - k
            let p = line.place(leftCrossings.places[number])
            let here = FaceOutline.Place(
                name: .crossing(border, isLeft ? 0 : 1, number), place: p, along: own.seen(p).along)
            if isInside {
                outline.exit = here
            } else if let exit = outline.exit {
                cut(from: exit, to: here)
                outline.exit = nil
            } else {
                outline.entry = here
            }
            isInside.toggle()
        }
    }

    /// Adds the line where the outline is out at its end.
    mutating func close(_ outline: FaceOutline) {
        guard let exit = outline.exit else { return }
        if let entry = outline.entry {
            cut(from: exit, to: entry)
        } else if !own.isSector {
            let end = own.face & 1 == 0 ? 0 : own.length
            let place = PlanePoint(own.place(along: end, off: 0))
            cut(from: exit, to: FaceOutline.Place(name: .nowhere, place: place, along: end))
        }
    }

    /// Adds the line within a face on which nothing is left, between two places of its outline.
    private mutating func cut(from exit: FaceOutline.Place, to entry: FaceOutline.Place) {
        if own.isSector { cutRound(from: exit, to: entry) } else { cutBeside(from: exit, to: entry) }
    }

    /// Around a vertex: an arc.
    private mutating func cutRound(from exit: FaceOutline.Place, to entry: FaceOutline.Place) {
        guard own.radius > 0 else { return }
        pieces.begin()
        pieces.add(exit.place)
        let (p, q) = (exit.place.vector - own.origin, entry.place.vector - own.origin)
        arc(p.unit, q.unit, radius: own.radius)
        pieces.add(entry.place)
        pieces.end(from: exit.name, to: entry.name, isReversed: false)
    }

    /// Beside a street: over every knot of what is left along it, and broken off where the street itself is out.
    private mutating func cutBeside(from exit: FaceOutline.Place, to entry: FaceOutline.Place) {
        if !isProfiled { profileOwn() }
        let last = ownProfile.count - 1
        let isForward = entry.along > exit.along
        pieces.begin()
        var name = exit.name
        var isOpen = exit.name != .nowhere
        if isOpen { pieces.add(exit.place) }
        // A named place is one where as much is left as it lies off the street, however little and whatever rounding
        // says.
        func rest(at end: FaceOutline.Place) -> Double {
            let rest = ownProfile.rest(at: end.along)
            return end.name == .nowhere ? rest : max(rest, .leastNormalMagnitude)
        }
        var before = (along: exit.along, rest: rest(at: exit))
        let segment = Int(own.face / 2)
        var isDone = false
        for i in 0...last where !isDone {
            let number = isForward ? i : last - i
            var knot = ownProfile.knots[number]
            guard isForward ? knot.along > exit.along : knot.along < exit.along else { continue }
            // The stretch of the profile that leads here, by its first knot.
            let stretch = isForward ? number - 1 : number
            if isForward ? knot.along >= entry.along : knot.along <= entry.along {
                knot = (entry.along, rest(at: entry))
                isDone = true
            }
            if (before.rest > 0) != (knot.rest > 0) {
                let (a, b) = (ownProfile.knots[stretch], ownProfile.knots[stretch + 1])
                let zero = a.along + (b.along - a.along) * a.rest / (a.rest - b.rest)
                let p = PlanePoint(own.place(along: zero, off: 0))
                if isOpen && before.rest > 0 {
                    pieces.add(p)
                    pieces.end(from: name, to: .street(segment, stretch), isReversed: false)
                    isOpen = false
                } else if !isOpen {
                    pieces.begin()
                    pieces.add(p)
                    (name, isOpen) = (.street(segment, stretch), true)
                }
            }
            if isOpen && !isDone && knot.rest > 0 {
                pieces.add(PlanePoint(own.place(along: knot.along, off: knot.rest)))
            }
            before = knot
        }
        if isOpen && entry.name != .nowhere {
            pieces.add(entry.place)
            pieces.end(from: name, to: entry.name, isReversed: false)
        }
    }

    /// Describes what is left along the street of the face at hand.
    mutating func profileOwn() {
        reach.profile(of: own, into: &ownProfile)
        isProfiled = true
    }

    /// Adds places between two ways of an arc, so many that no line strays by more than decimetres.
    private mutating func arc(_ p: PlaneVector, _ q: PlaneVector, radius: Double) {
        guard p.cross(q) > 0 || p.dot(q) < 0 else { return }
        let sum = p + q
        let middle = p.cross(q) <= 0 || sum.length < 1e-3 ? (p - q).left.unit : sum.unit
        guard radius * (1 - p.dot(middle)) > StreetFaces.sagitta else { return }
        arc(p, middle, radius: radius)
        pieces.add(PlanePoint(own.origin + middle * radius))
        arc(middle, q, radius: radius)
    }
}

extension CircleReach {
    /// Describes what is left along the street of a face.
    func profile(of view: FaceView, into profile: inout RestProfile) {
        profile.describe(
            length: view.length, start: view.start, end: view.end, leg: view.leg,
            between: view.hasSources ? sources[view.face / 2] ?? [] : [])
    }
}
