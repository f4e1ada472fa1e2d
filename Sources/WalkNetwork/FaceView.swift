internal import Geometry

/// A face as one circle sees it: where a place lies in it and how much walk is left there.
struct FaceView {
    /// The face.
    private(set) var face = 0
    /// Whether it lies around a vertex.
    private(set) var isSector = false
    /// What is left along its street; around a vertex nothing is told.
    private(set) var profile = RestProfile()
    /// What is left at its vertex.
    private(set) var rest = 0.0
    /// Where its street begins, or its vertex.
    private(set) var origin = PlaneVector()
    /// Metres on the ground per metre of the plane, off the street.
    private(set) var ground = 1.0
    /// The street's way, in metres on the ground per metre of the plane.
    private var along = PlaneVector()
    private var across = PlaneVector()
    /// The street's length on the ground.
    private(set) var length = 0.0
    /// The street's way on the plane for a metre on the ground.
    private(set) var metre = PlaneVector()

    /// Looks at a face.
    mutating func look(at face: Int, of faces: StreetFaces, on network: WalkNetwork, _ reach: CircleReach) {
        self.face = face
        isSector = face >= faces.firstSector
        if isSector {
            let centre = faces.sectorCentres[face - faces.firstSector]
            origin = centre.vector
            ground = 1 / network.planeScale.at(centre)
            rest = min(Double(reach.sectorRests[face - faces.firstSector]), reach.limits.leg)
            return
        }
        let v = face / 2
        let (a, b) = (network.vertexLocations[v], network.vertexLocations[v + 1])
        origin = a.vector
        ground = 1 / network.planeScale.at(a)
        let way = b.vector - a.vector
        length = Double(network.vertexAlong[v + 1] - network.vertexAlong[v]) * 1e-6
        along = way * (length / way.dot(way))
        across = way.left * (ground / way.length)
        metre = length > 0 ? way / length : PlaneVector()
        let rests = reach.rests(ofSegment: v)
        profile.describe(
            length: length, start: rests.start, end: rests.end, leg: reach.limits.leg,
            between: reach.sources(onSegment: v))
    }

    /// How far along its street a place's foot lies, and how far off it the place, in metres on the ground; around a
    /// vertex without meaning.
    @inline(__always)
    func seen(_ p: PlanePoint) -> (along: Double, off: Double) {
        let way = p.vector - origin
        return (min(max(way.dot(along), 0), length), abs(way.dot(across)))
    }

    /// How much walk is left at a place beside a street that is seen so.
    @inline(__always)
    func margin(_ seen: (along: Double, off: Double)) -> Double {
        profile.rest(at: seen.along) - seen.off
    }

    /// The place so far along its street and off it.
    func place(along s: Double, off h: Double) -> PlaneVector {
        let off = metre.length > 0 ? metre.left.unit * (h / ground) : PlaneVector()
        return origin + s * metre + (face & 1 == 0 ? off : -off)
    }
}
