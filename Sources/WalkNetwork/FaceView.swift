internal import Geometry

/// A face as one circle sees it: where a place lies in it and how much walk is left there.
struct FaceView: BitwiseCopyable {
    /// The face.
    private(set) var face: Int32 = 0
    /// Whether it lies around a vertex.
    private(set) var isSector = false
    /// Whether facilities lie within its street: what is left is then told by a profile alone.
    private(set) var hasSources = false
    /// How far from its vertex what is left there goes, in metres of the plane.
    private(set) var radius = 0.0
    /// Where its street begins, or its vertex.
    private(set) var origin = PlaneVector()
    /// The street's way, in metres on the ground per metre of the plane.
    private var along = PlaneVector()
    private var across = PlaneVector()
    /// The street's length on the ground.
    private(set) var length = 0.0
    /// What is left where the street begins and where it ends.
    private(set) var (start, end) = (0.0, 0.0)
    /// The same as far as walks come from there; and how much less is left a metre on.
    ///
    /// Only where all walks come by one end, rounding has it differ from a metre: what is left has to come to just what
    /// is left at the other end.
    private(set) var (fromStart, fromEnd, fall) = (0.0, 0.0, 1.0)
    /// The longest leg.
    private(set) var leg = 0.0

    /// A place as a face sees it, in metres on the ground; around a vertex without meaning.
    struct Seen: BitwiseCopyable {
        /// How far along the street its foot lies.
        let along: Double
        /// How far off the street it lies.
        let off: Double
    }

    /// How far along its street a place's foot lies, and how far off it the place.
    @inline(__always)
    func seen(_ p: PlanePoint) -> Seen {
        let way = p.vector - origin
        return Seen(along: min(max(way.dot(along), 0), length), off: abs(way.dot(across)))
    }

    /// The place so far along its street and off it.
    func place(along s: Double, off h: Double) -> PlaneVector {
        let (square, crossSquare) = (along.dot(along), across.dot(across))
        guard square > 0 else { return origin }
        let off = across * (h / crossSquare)
        return origin + along * (s / square) + (face & 1 == 0 ? off : -off)
    }
}

extension FaceView {
    /// Streets shorter than this, in metres, do not tell how long a metre of the plane is.
    private static let tellingLength = 20.0

    /// What is left where no walk comes from.
    private static let never = -1e9

    /// Looks at a face around a vertex.
    @inline(__always)
    init(around centre: PlanePoint, face: Int32, radius: Double) {
        self.face = face
        isSector = true
        origin = centre.vector
        self.radius = radius
    }

    /// Looks at a face beside a segment.
    @inline(__always)
    init(beside segment: Int, face: Int32, of reach: borrowing CircleReach) {
        self.face = face
        let (a, b) = (reach.network.vertexLocations[segment], reach.network.vertexLocations[segment + 1])
        origin = a.vector
        let way = b.vector - a.vector
        let square = way.dot(way)
        length = Double(reach.network.vertexAlong[segment + 1] - reach.network.vertexAlong[segment]) * 1e-6
        let ground = square > 0 ? length / square : 1
        along = way * ground
        across =
            length > Self.tellingLength || square == 0
            ? along.left : way.left / (reach.network.planeScale.at(a) * square.squareRoot())
        let rests = reach.segmentRests[segment]
        (start, end) = (Double(rests.x), Double(rests.y))
        (fromStart, fromEnd) = (start, end)
        if start - end >= length {
            (fall, fromEnd) = (length > 0 ? (start - end) / length : 1, Self.never)
        } else if end - start >= length {
            (fall, fromStart) = (length > 0 ? (end - start) / length : 1, Self.never)
        }
        leg = reach.limits.leg
        hasSources = !reach.sources.isEmpty && reach.sources[Int32(segment)] != nil
    }
}

extension CircleReach {
    /// A face as the circle sees it.
    @inline(__always)
    func view(of face: Int32) -> FaceView {
        let sector = Int(face) - faces.firstSector
        guard sector >= 0 else { return FaceView(beside: Int(face / 2), face: face, of: self) }
        let centre = faces.sectorCentres[sector]
        let rest = min(Double(sectorRests[sector]), limits.leg)
        return FaceView(around: centre, face: face, radius: rest * network.planeScale.at(centre))
    }
}
