internal import Geometry

/// Joins the borders that two faces have found of each other, each from its own street.
///
/// Points nearer together than a centimetre become one corner, and stretches without length vanish. What one
/// face has found and the other has not stays a border to nowhere: so every face keeps a closed outline.
struct FaceJoining {
    /// How short a border between two corners may be, in metres of the plane, that one face has found and the other
    /// has not, so that its corners are taken as one.
    private static let negligible = 0.2

    /// A stretch of a face's far border that has a length.
    private struct Side: BitwiseCopyable {
        /// Its corners, the face on its left.
        var ends: SIMD2<Int32>
        var beyond: Int32
        /// Its points between them are so many from the first on.
        var firstBend: Int32
        var bendCount: Int32
        /// Where the face beyond has the same stretch; -1 where it has not.
        var twin: Int32 = -1

        /// Whether a face should be there beyond it and none has the same stretch.
        var isLonely: Bool { twin < 0 && beyond != FaceCourse.none }

        /// Whether another goes on where this one ends: what came between had no length.
        func isContinued(by other: Side) -> Bool { other.beyond == beyond && other.ends.x == ends.y }

        /// The places of its points among those of all sides.
        var bends: Range<Int> { Int(firstBend)..<Int(firstBend) + Int(bendCount) }
    }

    private let network: WalkNetwork
    /// See ``StreetStars/besides``.
    private let besides: ContiguousArray<Int32>
    /// The vertices that have a face.
    private let sectorCentres: ContiguousArray<PlanePoint>
    private var clusters: PlaceClusters
    private var sides: ContiguousArray<Side> = []
    /// The points of all sides; some are of none any more.
    private var bends: ContiguousArray<PlanePoint> = []
    private var faceOffsets: ContiguousArray<Int32> = [0]
    private var faceReaches: ContiguousArray<Float> = []

    /// Makes room for faces.
    ///
    /// - Parameters:
    ///   - network: The streets.
    ///   - stars: How they meet.
    ///   - segmentCount: Of about how many segments faces will come.
    init(of network: WalkNetwork, stars: StreetStars, segmentCount: Int) {
        (self.network, besides) = (network, stars.besides)
        sectorCentres = ContiguousArray(stars.sectors.map(\.centre))
        clusters = PlaceClusters(count: 6 * segmentCount)
        let faces = 2 * network.vertexLocations.count + stars.sectors.count
        faceOffsets.reserveCapacity(faces + 1)
        faceReaches.reserveCapacity(faces)
    }

    /// Takes the next faces.
    mutating func append(_ course: FaceCourse.Columns) {
        let ground = 1 / network.planeScale.least
        let before = faceReaches.count
        for own in 0..<course.offsets.count - 1 {
            var greatest = 0.0
            var last: Int32 = -1
            for index in Int(course.offsets[own])..<Int(course.offsets[own + 1]) {
                let points = course.points(ofStretch: index)
                let start = last >= 0 ? last : clusters.number(of: course.points[points.lowerBound])
                last = clusters.number(of: course.points[points.upperBound - 1])
                for point in points {
                    greatest = max(greatest, distance(of: course.points[point], from: before + own))
                }
                guard start != last else { continue }
                let inner = course.points[points.dropFirst().dropLast()]
                let side = Side(
                    ends: SIMD2(start, last), beyond: course.stretches[index].beyond,
                    firstBend: Int32(bends.count), bendCount: Int32(inner.count))
                bends += inner
                if let previous = sides.last, sides.count > Int(faceOffsets[before + own]),
                    previous.isContinued(by: side)
                {
                    sides[sides.count - 1] = continued(previous, by: side)
                } else {
                    sides.append(side)
                }
            }
            faceOffsets.append(Int32(sides.count))
            faceReaches.append(Float(greatest * ground + 0.05))
        }
    }

    /// The faces, once all have been taken.
    consuming func joined() -> StreetFaces {
        clusters.close()
        pair()
        // Rounding may let one face see a short border that the other does not; without it both agree.
        for _ in 0..<4 {
            guard dropNegligible() else { break }
            pair()
        }
        pairByCorners()
        return layOut()
    }

    private var corners: ContiguousArray<PlanePoint> { clusters.places }

    /// A side that goes on with another, past a corner that then is a bend.
    private mutating func continued(_ side: Side, by other: Side) -> Side {
        var joined = side
        joined.firstBend = Int32(bends.count)
        for at in side.bends { bends.append(bends[at]) }
        bends.append(clusters.places[Int(other.ends.x)])
        for at in other.bends { bends.append(bends[at]) }
        joined.bendCount = Int32(bends.count) - joined.firstBend
        joined.ends.y = other.ends.y
        return joined
    }

    /// The number of the first face around a vertex.
    private var firstSector: Int { 2 * network.vertexLocations.count }

    private func isEmpty(_ face: Int) -> Bool { faceOffsets[face] == faceOffsets[face + 1] }

    /// How far a place is from a face's street, in metres of the plane.
    private func distance(of p: PlanePoint, from face: Int) -> Double {
        if face >= firstSector { return p.distance(to: sectorCentres[face - firstSector]) }
        let (a, b) = (network.vertexLocations[face / 2], network.vertexLocations[face / 2 + 1])
        return SegmentFoot(of: p, from: a, to: b).distance
    }

    /// Finds for every stretch the same one as the face beyond has it.
    private mutating func pair() {
        for index in sides.indices { sides[index].twin = -1 }
        for face in 0..<faceOffsets.count - 1 {
            for index in Int(faceOffsets[face])..<Int(faceOffsets[face + 1]) where sides[index].twin < 0 {
                let side = sides[index]
                guard Int(side.beyond) > face else { continue }
                for twin in Int(faceOffsets[Int(side.beyond)])..<Int(faceOffsets[Int(side.beyond) + 1])
                where sides[twin].twin < 0 && sides[twin].beyond == Int32(face)
                    && sides[twin].ends == SIMD2(side.ends.y, side.ends.x)
                {
                    (sides[index].twin, sides[twin].twin) = (Int32(twin), Int32(index))
                    break
                }
            }
        }
    }

    /// Pairs what is left by its corners alone: where streets lie upon each other, either may be named.
    private mutating func pairByCorners() {
        splitLonely()
        var lonely: [SIMD2<Int32>: (index: Int, face: Int)] = [:]
        for face in 0..<faceOffsets.count - 1 {
            for index in Int(faceOffsets[face])..<Int(faceOffsets[face + 1]) where sides[index].isLonely {
                let ends = sides[index].ends
                guard let other = lonely.removeValue(forKey: SIMD2(ends.y, ends.x)) else {
                    lonely[ends] = (index, face)
                    continue
                }
                (sides[index].twin, sides[index].beyond) = (Int32(other.index), Int32(other.face))
                (sides[other.index].twin, sides[other.index].beyond) = (Int32(index), Int32(face))
            }
        }
    }

    /// Splits what is left where a corner of another lies on it.
    private mutating func splitLonely() {
        var named = Set<Int32>()
        for side in sides where side.isLonely {
            named.insert(side.ends.x)
            named.insert(side.ends.y)
        }
        guard !named.isEmpty else { return }
        let corners = named.sorted()
        var splits: [(index: Int, parts: [Side])] = []
        for index in sides.indices where sides[index].isLonely {
            let parts = parts(of: sides[index], at: corners)
            if parts.count > 1 { splits.append((index, parts)) }
        }
        guard !splits.isEmpty else { return }
        // From the end, so that there is never a second column of all.
        let added = splits.reduce(0) { $0 + $1.parts.count - 1 }
        var (from, to) = (sides.count, sides.count + added)
        sides.append(contentsOf: repeatElement(sides[0], count: added))
        var face = faceOffsets.count - 1
        func shiftFaces(behind index: Int) {
            while Int(faceOffsets[face]) > index {
                faceOffsets[face] += Int32(to - from)
                face -= 1
            }
        }
        for split in splits.reversed() {
            shiftFaces(behind: split.index)
            while from > split.index + 1 {
                (from, to) = (from - 1, to - 1)
                sides[to] = sides[from]
            }
            from -= 1
            for part in split.parts.reversed() {
                to -= 1
                sides[to] = part
            }
        }
        pair()
    }

    /// The parts of a stretch between those of some corners that lie on it.
    private mutating func parts(of side: Side, at named: [Int32]) -> [Side] {
        let line = [corners[Int(side.ends.x)]] + bends[side.bends] + [corners[Int(side.ends.y)]]
        var cuts: [(at: Double, corner: Int32)] = []
        for corner in named where corner != side.ends.x && corner != side.ends.y {
            let p = corners[Int(corner)]
            for k in 0..<line.count - 1 {
                let foot = SegmentFoot(of: p, from: line[k], to: line[k + 1])
                // As near as a curve is that the line stands for.
                guard foot.distance < StreetFaces.sagitta + PlaceClusters.radius else { continue }
                cuts.append((Double(k) + foot.fraction, corner))
                break
            }
        }
        cuts.sort { ($0.at, $0.corner) < ($1.at, $1.corner) }
        var parts: [Side] = []
        var (from, start) = (0.0, side.ends.x)
        for cut in cuts + [(Double(line.count - 1), side.ends.y)] {
            let inner = line.indices.filter { Double($0) > from && Double($0) < cut.at }
            parts.append(
                Side(
                    ends: SIMD2(start, cut.corner), beyond: side.beyond, firstBend: Int32(bends.count),
                    bendCount: Int32(inner.count)))
            bends += inner.map { line[$0] }
            (from, start) = (cut.at, cut.corner)
        }
        return parts
    }

    /// Makes one corner of the two of every short stretch that has no twin; false where there is none.
    private mutating func dropNegligible() -> Bool {
        var sets = DisjointSets(count: corners.count)
        var isAny = false
        for side in sides where side.twin < 0 && side.beyond >= 0 {
            let (p, q) = (corners[Int(side.ends.x)], corners[Int(side.ends.y)])
            guard !isEmpty(Int(side.beyond)), p.distance(to: q) < Self.negligible else { continue }
            sets.unite(Int(side.ends.x), Int(side.ends.y))
            isAny = true
        }
        guard isAny else { return false }
        let names = sets.representatives()
        var kept = 0
        var first = 0
        for face in 0..<faceOffsets.count - 1 {
            let last = Int(faceOffsets[face + 1])
            for index in first..<last {
                var side = sides[index]
                side.ends = SIMD2(names[Int(side.ends.x)], names[Int(side.ends.y)])
                guard side.ends.x != side.ends.y else { continue }
                if kept > Int(faceOffsets[face]), sides[kept - 1].isContinued(by: side) {
                    sides[kept - 1] = continued(sides[kept - 1], by: side)
                    continue
                }
                sides[kept] = side
                kept += 1
            }
            (first, faceOffsets[face + 1]) = (last, Int32(kept))
        }
        sides.removeLast(sides.count - kept)
        return true
    }

    /// Numbers the borders in the order in which faces meet them first.
    private consuming func layOut() -> StreetFaces {
        let shared = SharedVertices(of: network, besides: besides)
        let open = StreetFaces.Side(
            border: -1, beyond: -1, isOnLeft: true, sharesVertex: false, isBent: false)
        var laidOut = ContiguousArray(repeating: open, count: sides.count)
        let borders = sides.count { $0.twin < 0 } + sides.count { $0.twin >= 0 } / 2
        var borderEnds = ContiguousArray<SIMD2<Int32>>()
        var bendOffsets: ContiguousArray<Int32> = [0]
        var bendsOfBorders = ContiguousArray<PlanePoint>()
        borderEnds.reserveCapacity(borders)
        bendOffsets.reserveCapacity(borders + 1)
        var count: Int32 = 0
        for face in 0..<faceOffsets.count - 1 {
            for index in Int(faceOffsets[face])..<Int(faceOffsets[face + 1])
            where laidOut[index].border < 0 {
                let side = sides[index]
                let sharesVertex = side.twin >= 0 && shared.hasOne(face, side.beyond)
                func seen(beyond: Int32, isOnLeft: Bool) -> StreetFaces.Side {
                    StreetFaces.Side(
                        border: count, beyond: beyond, isOnLeft: isOnLeft, sharesVertex: sharesVertex,
                        isBent: side.bendCount > 0)
                }
                laidOut[index] = seen(beyond: side.twin >= 0 ? side.beyond : -1, isOnLeft: true)
                if side.twin >= 0 {
                    laidOut[Int(side.twin)] = seen(beyond: Int32(face), isOnLeft: false)
                }
                count += 1
                borderEnds.append(side.ends)
                bendsOfBorders += bends[side.bends]
                bendOffsets.append(Int32(bendsOfBorders.count))
            }
        }
        var faces = StreetFaces()
        faces.corners = Column(corners)
        faces.borderEnds = Column(borderEnds)
        faces.bendOffsets = Column(bendOffsets)
        faces.bends = Column(bendsOfBorders)
        faceReaches.append(0)
        faces.faces = Column(
            ContiguousArray(
                zip(faceOffsets, faceReaches).map { StreetFaces.Face(firstSide: $0, reach: $1) }))
        faces.sides = Column(laidOut)
        faces.besides = Column(besides)
        faces.sectorCentres = Column(sectorCentres)
        return faces
    }
}
