internal import Geometry

extension StreetFaces {
    /// How short a border between two corners may be, in metres of the plane, that one face has found and the other
    /// has not, so that its corners are taken as one.
    private static let negligible = 0.2

    /// A stretch of a face's far border that has a length.
    private struct Side {
        /// Its corners, the face on its left.
        var ends: SIMD2<Int32>
        var beyond: Int32
        /// Its points between them.
        var bends: [PlanePoint]
        /// Where the face beyond has the same stretch; -1 where it has not.
        var twin: Int32 = -1

        /// Whether a face should be there beyond it and none has the same stretch.
        var isLonely: Bool { twin < 0 && beyond != FaceCourse.none }

        /// Whether another goes on where this one ends: what came between had no length.
        func isContinued(by other: Side) -> Bool { other.beyond == beyond && other.ends.x == ends.y }

        /// Goes on with another, past a corner that then is a bend.
        mutating func append(_ other: Side, at corner: PlanePoint) {
            bends += [corner] + other.bends
            ends.y = other.ends.y
        }
    }

    /// Joins the borders that two faces have found of each other, each from its own street.
    ///
    /// Points nearer together than a centimetre become one corner, and stretches without length vanish. What one
    /// face has found and the other has not stays a border to nowhere: so every face keeps a closed outline.
    init(_ course: consuming FaceCourse.Columns, of network: WalkNetwork, stars: StreetStars) {
        besides = stars.besides
        sectorCentres = ContiguousArray(stars.sectors.map(\.centre))
        var clusters = PlaceClusters(count: course.stretches.count)
        let ground = 1 / network.planeScale.least
        var sides: ContiguousArray<Side> = []
        sides.reserveCapacity(course.stretches.count)
        for face in 0..<course.offsets.count - 1 {
            var greatest = 0.0
            var last: Int32 = -1
            for index in Int(course.offsets[face])..<Int(course.offsets[face + 1]) {
                let points = course.points(ofStretch: index)
                let start = last >= 0 ? last : clusters.number(of: course.points[points.lowerBound])
                last = clusters.number(of: course.points[points.upperBound - 1])
                for point in points {
                    greatest = max(greatest, distance(of: course.points[point], from: face, on: network))
                }
                guard start != last else { continue }
                let side = Side(
                    ends: SIMD2(start, last), beyond: course.stretches[index].beyond,
                    bends: Array(course.points[points].dropFirst().dropLast()))
                if let before = sides.last, sides.count > Int(faceOffsets[face]), before.isContinued(by: side)
                {
                    sides[sides.count - 1].append(side, at: clusters.places[Int(start)])
                } else {
                    sides.append(side)
                }
            }
            faceOffsets.append(Int32(sides.count))
            faceReaches.append(Float(greatest * ground + 0.05))
        }
        corners = clusters.places
        course = FaceCourse.Columns()
        pair(&sides)
        // Rounding may let one face see a short border that the other does not; without it both agree.
        for _ in 0..<4 {
            guard dropNegligible(&sides) else { break }
            pair(&sides)
        }
        pairByCorners(&sides)
        layOut(sides, network)
    }

    /// How far a place is from a face's street, in metres of the plane.
    private func distance(of p: PlanePoint, from face: Int, on network: WalkNetwork) -> Double {
        if face >= firstSector { return p.distance(to: sectorCentres[face - firstSector]) }
        let (a, b) = (network.vertexLocations[face / 2], network.vertexLocations[face / 2 + 1])
        return SegmentFoot(of: p, from: a, to: b).distance
    }

    /// Finds for every stretch the same one as the face beyond has it.
    private func pair(_ sides: inout ContiguousArray<Side>) {
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
    private mutating func pairByCorners(_ sides: inout ContiguousArray<Side>) {
        splitLonely(&sides)
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
    private mutating func splitLonely(_ sides: inout ContiguousArray<Side>) {
        let named = Set(sides.filter(\.isLonely).flatMap { [$0.ends.x, $0.ends.y] }).sorted()
        guard !named.isEmpty else { return }
        var split: ContiguousArray<Side> = []
        split.reserveCapacity(sides.count)
        var first = 0
        for face in 0..<faceOffsets.count - 1 {
            let last = Int(faceOffsets[face + 1])
            for side in sides[first..<last] {
                if side.isLonely { split += parts(of: side, at: named) } else { split.append(side) }
            }
            (first, faceOffsets[face + 1]) = (last, Int32(split.count))
        }
        let isMoved = split.count != sides.count
        sides = split
        if isMoved { pair(&sides) }
    }

    /// The parts of a stretch between those of some corners that lie on it.
    private func parts(of side: Side, at named: [Int32]) -> [Side] {
        let line = [corners[Int(side.ends.x)]] + side.bends + [corners[Int(side.ends.y)]]
        var cuts: [(at: Double, corner: Int32)] = []
        for corner in named where corner != side.ends.x && corner != side.ends.y {
            let p = corners[Int(corner)]
            for k in 0..<line.count - 1 {
                let foot = SegmentFoot(of: p, from: line[k], to: line[k + 1])
                // As near as a curve is that the line stands for.
                guard foot.distance < Self.sagitta + PlaceClusters.radius else { continue }
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
                Side(ends: SIMD2(start, cut.corner), beyond: side.beyond, bends: inner.map { line[$0] }))
            (from, start) = (cut.at, cut.corner)
        }
        return parts
    }

    /// Makes one corner of the two of every short stretch that has no twin; false where there is none.
    private mutating func dropNegligible(_ sides: inout ContiguousArray<Side>) -> Bool {
        var sets = DisjointSets(count: corners.count)
        var isAny = false
        for side in sides where side.twin < 0 && side.beyond >= 0 {
            let (p, q) = (corners[Int(side.ends.x)], corners[Int(side.ends.y)])
            guard faceOffsets[Int(side.beyond)] < faceOffsets[Int(side.beyond) + 1],
                p.distance(to: q) < Self.negligible
            else { continue }
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
                    sides[kept - 1].append(side, at: corners[Int(side.ends.x)])
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
    private mutating func layOut(
        _ sides: ContiguousArray<Side>, _ network: WalkNetwork
    ) {
        faceBorders = ContiguousArray(repeating: -1, count: sides.count)
        faceBeyonds = ContiguousArray(repeating: -1, count: sides.count)
        var nodes = ContiguousArray<Int32>(repeating: -1, count: network.vertexLocations.count)
        for edge in 0..<network.edgeCount {
            let vertices = network.vertices(ofEdge: edge)
            nodes[vertices.lowerBound] = network.edgeStarts[edge]
            nodes[vertices.upperBound - 1] = network.edgeEnds[edge]
        }
        /// What a vertex is known by: its node, or inside an edge itself.
        func name(_ v: Int) -> Int { nodes[v] >= 0 ? Int(nodes[v]) : -1 - v }
        func shares(_ face: Int, _ beyond: Int32) -> Bool {
            guard beyond >= 0, network.barriers.isEmpty else { return false }
            let other = Int(beyond)
            guard other < firstSector else {
                return face < firstSector && (0..<2).contains { besides[2 * face + $0] == beyond }
            }
            let (v, w) = (face / 2, other / 2)
            return name(v) == name(w) || name(v) == name(w + 1) || name(v + 1) == name(w)
                || name(v + 1) == name(w + 1)
        }
        var count: Int32 = 0
        for face in 0..<faceOffsets.count - 1 {
            for index in Int(faceOffsets[face])..<Int(faceOffsets[face + 1]) where faceBorders[index] < 0 {
                let side = sides[index]
                faceBorders[index] = count << 2
                if side.twin >= 0 {
                    let shared: Int32 = shares(face, side.beyond) ? 2 : 0
                    faceBorders[index] |= shared
                    faceBorders[Int(side.twin)] = count << 2 | shared | 1
                    (faceBeyonds[index], faceBeyonds[Int(side.twin)]) = (side.beyond, Int32(face))
                }
                count += 1
                borderEnds.append(side.ends)
                bends += side.bends
                bendOffsets.append(Int32(bends.count))
            }
        }
    }
}
