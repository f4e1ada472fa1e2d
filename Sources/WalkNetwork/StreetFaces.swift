package import Geometry

/// Which street is nearest to each place: the faces of a Voronoi diagram of segments, and the borders between them.
///
/// On either side of a segment lies a face, and one around every vertex at which the angle between two neighbouring
/// segments is more than straight. What is nearest does not depend on who walks, so that all circles of a
/// network share one set of faces. Two faces share a border: a line of places as near to one street as to the
/// other, straight or of pieces that stray from the true parabola by decimetres.
///
/// Faces are numbered: `2 * v` to the left of segment `v`, `2 * v + 1` to its right, and those around vertices from
/// ``firstSector`` on. Places farther from any street than the longest leg belong to none.
package struct StreetFaces: Sendable {
    /// Where borders meet.
    var corners: Column<PlanePoint> = []
    /// The corners where each border begins and ends.
    var borderEnds: Column<SIMD2<Int32>> = []
    /// The bends of border `b` are `bendOffsets[b]..<bendOffsets[b + 1]`.
    var bendOffsets: Column<Int32> = [0]
    /// Where borders bend.
    var bends: Column<PlanePoint> = []
    /// All faces, and one more where the sides of the last end.
    var faces: Column<Face> = [Face(firstSide: 0, reach: 0)]
    /// The sides of all faces: from a segment's end round to its start on the left, from its start round to its
    /// end on the right; around a vertex counter-clockwise and back to it.
    var sides: Column<Side> = []
    /// The face that each side of each segment meets at either end: see ``StreetStars/besides``.
    var besides: Column<Int32> = []
    /// The vertices that have a face.
    var sectorCentres: Column<PlanePoint> = []
    /// The edge of every segment.
    var segmentEdges: Column<Int32> = []
    /// A segment beside every vertex that has a face.
    var sectorSegments: Column<Int32> = []
    /// For each node how much walk left there tells that its edges lie deep within a circle, in metres.
    ///
    /// See ``NodeClearances``. Circles do not depend on it, only how fast they are drawn.
    package var clearances: Column<Float> = []

    /// A face: what is asked of it together lies together.
    struct Face: BitwiseCopyable {
        /// Its sides are those from this one up to the next face's first, in the order of its outline.
        let firstSide: Int32
        /// How far its places may be from its street, in metres on the ground.
        let reach: Float
    }

    /// A border as one of its faces has it.
    struct Side: BitwiseCopyable {
        /// Eight times the border's number, and what is to be known of it before it is looked at.
        private let code: Int32
        /// The face beyond; -1 for none.
        let beyond: Int32

        /// Notes a border.
        ///
        /// - Parameters:
        ///   - border: Its number.
        ///   - beyond: The face beyond; -1 for none.
        ///   - isOnLeft: Whether the face lies on the border's left.
        ///   - sharesVertex: Whether the face beyond has a vertex of its street in common.
        ///   - isBent: Whether the border has bends.
        init(border: Int32, beyond: Int32, isOnLeft: Bool, sharesVertex: Bool, isBent: Bool) {
            code = border << 3 | (isBent ? 4 : 0) | (sharesVertex ? 2 : 0) | (isOnLeft ? 0 : 1)
            self.beyond = beyond
        }

        /// The border's number.
        @inline(__always) var border: Int { Int(code >> 3) }
        /// Whether the face lies on the border's left.
        @inline(__always) var isOnLeft: Bool { code & 1 == 0 }
        /// Whether the face beyond has a vertex of its street in common: who reaches the one face reaches the other.
        @inline(__always) var sharesVertex: Bool { code & 2 != 0 }
        /// Whether the border has bends.
        @inline(__always) var isBent: Bool { code & 4 != 0 }
    }

    /// Faces without anything in them, to be filled.
    package init() {}

    /// The number of the first face around a vertex.
    var firstSector: Int { besides.count / 2 }

    /// How far a straight line may stray from the curve that it stands for, in metres.
    static let sagitta = 0.3

    /// The sides of a face, as indices into ``sides``.
    @inline(__always)
    func sides(ofFace face: Int) -> Range<Int> {
        Int(faces[face].firstSide)..<Int(faces[face + 1].firstSide)
    }

    /// The segment of a face, or one that begins or ends at its vertex.
    @inline(__always)
    func segment(ofFace face: Int32) -> Int {
        let sector = Int(face) - firstSector
        return sector < 0 ? Int(face) / 2 : Int(sectorSegments[sector])
    }

    /// The far borders of a face, from place to place, as they are drawn.
    package func outline(ofFace face: Int) -> [PlanePoint] {
        var outline: [PlanePoint] = []
        for side in sides[sides(ofFace: face)] {
            let border = side.border
            let bent = bends[Int(bendOffsets[border])..<Int(bendOffsets[border + 1])]
            let line = [corners[Int(borderEnds[border].x)]] + bent + [corners[Int(borderEnds[border].y)]]
            outline += side.isOnLeft ? line : line.reversed()
        }
        return outline
    }

    /// How many faces there are.
    package var faceCount: Int { faces.count - 1 }

    /// A box around all faces on the plane; nothing where there is none.
    package var extent: Envelope<PlanePoint>? { Envelope(aroundAll: corners)?.widened(by: 1) }

    /// Lets go of what has been read of a saved file, in which all columns lie: see ``Column/giveBack()``.
    func giveBack() { corners.giveBack() }

    /// How many bytes the columns take.
    package var byteCount: Int {
        16 * (corners.count + bends.count + sectorCentres.count)
            + 8 * (borderEnds.count + faces.count + sides.count)
            + 4 * (bendOffsets.count + besides.count + segmentEdges.count + sectorSegments.count)
            + 4 * clearances.count
    }
}

extension WalkNetwork {
    /// How many segments or vertices a job takes at once.
    private static let facesAtOnce = 1024
    /// How many jobs' faces are in hand at once.
    private static let chunksInHand = 64

    /// Finds which street is nearest to each place.
    ///
    /// - Parameters:
    ///   - snapLimit: The longest leg; places farther from any street belong to none.
    ///   - needed: The segments whose faces are wanted, by their numbers; nothing for all.
    ///   - jobs: How many threads to use; the faces do not depend on it.
    /// - Returns: The faces; such as are not wanted are empty.
    package func streetFaces(
        snapLimit: Metres, of needed: ContiguousArray<Bool>? = nil, jobs: Int
    ) async -> StreetFaces {
        // What finds them goes before they are joined.
        var faces = await courses(snapLimit: snapLimit, of: needed, jobs: jobs).joined()
        let edges = SegmentEdges(of: self, faces: faces)
        faces.segmentEdges = Column(edges.edges)
        faces.sectorSegments = Column(edges.segmentsOfSectors)
        faces.clearances = await NodeClearances(of: faces, edges, on: self, snapLimit: snapLimit)
            .all(jobs: jobs)
        return faces
    }

    /// The courses of all faces, each as found from its own street.
    private func courses(
        snapLimit: Metres, of needed: ContiguousArray<Bool>?, jobs: Int
    ) async -> FaceJoining {
        let stars = StreetStars(of: self)
        // A little more than the leg, for what lines stray from curves by.
        let farthest = snapLimit.value * planeScale.greatest * 1.001 + 1
        let course: @Sendable () -> FaceCourse = {
            FaceCourse(network: self, stars: stars, farthest: farthest, sagitta: StreetFaces.sagitta)
        }
        let wanted = needed.map { $0.count { $0 } } ?? vertexLocations.count
        var joining = FaceJoining(of: self, stars: stars, segmentCount: wanted)
        await Self.inRuns(of: vertexLocations.count, jobs: jobs, to: &joining) { range in
            var found = course()
            for v in range {
                if needed?[v] ?? true { found.addSides(of: v) } else { found.addNothing(faces: 2) }
            }
            return found.columns
        }
        await Self.inRuns(of: stars.sectors.count, jobs: jobs, to: &joining) { range in
            var found = course()
            for index in range {
                let besides = stars.sectors[index].besides
                if needed?[Int(besides.x / 2)] ?? true || needed?[Int(besides.y / 2)] ?? true {
                    found.addSector(index)
                } else {
                    found.addNothing(faces: 1)
                }
            }
            return found.columns
        }
        return joining
    }

    /// Finds the courses of faces chunk by chunk and hands them on in their order, some chunks at a time: what was
    /// found takes several times as much memory as what comes of it.
    private static func inRuns(
        of count: Int, jobs: Int, to joining: inout FaceJoining,
        _ find: @escaping @Sendable (Range<Int>) -> FaceCourse.Columns
    ) async {
        for first in stride(from: 0, to: count, by: chunksInHand * facesAtOnce) {
            let found = await FixedChunks.map(
                count: min(count - first, chunksInHand * facesAtOnce), size: facesAtOnce, jobs: jobs
            ) { find(first + $0.lowerBound..<first + $0.upperBound) }
            for course in found { joining.append(course) }
        }
    }

    /// The segments that walks of some length from some facilities may come to.
    ///
    /// - Parameters:
    ///   - facilities: Where the facilities have joined; nothing for one that could not.
    ///   - limit: The longest walk.
    /// - Returns: For each segment, by its number, whether it is near enough in a straight line.
    package func segments(near facilities: [Attachment?], limit: Micrometres) -> ContiguousArray<Bool> {
        var isNear = ContiguousArray(repeating: false, count: vertexLocations.count)
        let reach = limit.metres.value * planeScale.greatest * 1.001 + 1
        for facility in facilities {
            guard let facility else { continue }
            segmentIndex.forEachSegment(near: Envelope(at: location(of: facility)), within: reach) {
                isNear[$0] = true
            }
        }
        return isNear
    }

    /// Where an attachment lies on the plane.
    private func location(of attachment: Attachment) -> PlanePoint {
        let edge = vertices(ofEdge: Int(attachment.edge))
        let v = edge.dropLast().last { vertexAlong[$0] <= attachment.position.count } ?? edge.lowerBound
        let (from, to) = (vertexAlong[v], vertexAlong[v + 1])
        let t = to > from ? Double(attachment.position.count - from) / Double(to - from) : 0
        let (a, b) = (vertexLocations[v], vertexLocations[v + 1])
        return PlanePoint(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
    }
}

extension StreetFaces {
    /// Shows every column to a visitor, always in the same order; what it makes of them stays.
    package mutating func visit<Visitor: NetworkColumnVisitor>(
        _ visitor: inout Visitor
    ) throws(Visitor.Failure) {
        try visitor.visit(&corners)
        try visitor.visit(&borderEnds)
        try visitor.visit(&bendOffsets)
        try visitor.visit(&bends)
        try visitor.visit(&faces)
        try visitor.visit(&sides)
        try visitor.visit(&besides)
        try visitor.visit(&sectorCentres)
        try visitor.visit(&segmentEdges)
        try visitor.visit(&sectorSegments)
        try visitor.visit(&clearances)
    }

    /// Whether the columns fit together and belong to a network.
    package func fits(_ network: WalkNetwork) -> Bool {
        let (borders, vertices) = (borderEnds.count, network.vertexLocations.count)
        return besides.count == 4 * vertices && segmentEdges.count == vertices
            && faces.count == 2 * vertices + sectorCentres.count + 1
            && sectorSegments.count == sectorCentres.count
            && bendOffsets.count == borders + 1 && Int(bendOffsets[borders]) == bends.count
            && Int(faces[faces.count - 1].firstSide) == sides.count
            && clearances.count == network.nodeCount
    }
}
