internal import Geometry

/// Tiles of street faces in the making.
///
/// For blocks of corners only such segments are looked at as lie no farther from the block's middle than the
/// nearest does, plus its diagonal; for a corner those are taken in the order of their distance from the middle
/// until none can be near enough. A face may enter a cell only if at one of its corners it is farther than the
/// nearest by a diagonal at most, since either distance changes by at most the way between two places.
struct FaceTiles {
    /// What has been filled: see ``StreetFaces`` for each.
    struct Columns: Sendable {
        var places: ContiguousArray<Int32> = []
        var faceOffsets: ContiguousArray<Int32> = [0]
        var segments: ContiguousArray<Int32> = []
        var legs: ContiguousArray<LegSpan> = []
        var owners: ContiguousArray<UInt8> = []
        var uniform: ContiguousArray<UInt16> = []
        var furtherOffsets: ContiguousArray<Int32> = [0]
        var further: ContiguousArray<FurtherFace> = []

        /// Adds the tiles of another part.
        mutating func append(_ other: Columns) {
            let (faces, more) = (Int32(segments.count), Int32(further.count))
            places += other.places
            faceOffsets += other.faceOffsets.dropFirst().map { $0 + faces }
            segments += other.segments
            legs += other.legs
            owners += other.owners
            uniform += other.uniform
            furtherOffsets += other.furtherOffsets.dropFirst().map { $0 + more }
            further += other.further
        }
    }

    private(set) var columns = Columns()

    private let network: WalkNetwork
    private let spacing: Double
    private let leg: Double
    private let diagonal: Double
    /// Metres on the ground per metre of the plane, at least and at most.
    private let ground: (least: Double, greatest: Double)

    /// A segment that may have a face in the tile.
    struct Candidate: BitwiseCopyable {
        let segment: Int32
        let a: PlanePoint
        let b: PlanePoint
        /// The face's number in the tile, once it has one.
        var face: Int32 = -1
        /// The least and the greatest distance of its places so far.
        var least = Double.infinity
        var greatest = 0.0

        @inline(__always)
        func foot(_ p: PlanePoint) -> SegmentFoot { SegmentFoot(of: p, from: a, to: b) }
    }

    private struct Ranked {
        let candidate: Int32
        let distance: Double
    }

    private var candidates: ContiguousArray<Candidate> = []
    /// Which candidates may be near in the blocks that are being halved: a stack.
    private var ranked: ContiguousArray<Ranked> = []
    /// The candidate nearest to each corner.
    private var nearest = ContiguousArray<Int32>(repeating: 0, count: 256)
    /// How far it is.
    private var nearestDistances = ContiguousArray<Double>(repeating: 0, count: 256)
    /// The candidates that may have a face beside corner `c` are `near[nearStarts[c]..<nearEnds[c]]`.
    private var near: ContiguousArray<Int32> = []
    private var nearStarts = ContiguousArray<Int32>(repeating: 0, count: 256)
    private var nearEnds = ContiguousArray<Int32>(repeating: 0, count: 256)
    /// The candidates of one corner with their squared distances.
    private var found: ContiguousArray<Ranked> = []
    private var order: ContiguousArray<Int32> = []
    private var rivals: ContiguousArray<FaceSquare.Rival> = []

    /// Starts without any tile.
    init(network: WalkNetwork, spacing: Double, leg: Double) {
        (self.network, self.spacing, self.leg) = (network, spacing, leg)
        diagonal = spacing * 2.0.squareRoot()
        ground = (1 / network.planeScale.greatest, 1 / network.planeScale.least)
    }

    /// Fills one tile; one that is farther from any street than the longest leg is left out.
    mutating func fill(column: Int, row: Int, place: Int) {
        let side = spacing * Double(StreetFaces.tileCells)
        let low = PlanePoint(x: Double(column) * side, y: Double(row) * side)
        let middle = PlanePoint(x: low.x + side / 2, y: low.y + side / 2)
        let radius = side / 2 * 2.0.squareRoot()
        guard let first = network.segmentIndex.nearest(to: middle), first.foot.distance - radius <= leg + 1
        else { return }
        let box = Envelope<PlanePoint>(west: low.x, south: low.y, east: low.x + side, north: low.y + side)
        // One more diagonal, for faces are looked for up to the next cell.
        let within = min(first.foot.distance + radius, leg + 1) + diagonal
        var listed: ContiguousArray<Candidate> = []
        swap(&listed, &candidates)
        listed.removeAll(keepingCapacity: true)
        let locations = network.vertexLocations
        network.segmentIndex.forEachSegment(near: box, within: within) { v in
            listed.append(Candidate(segment: Int32(v), a: locations[v], b: locations[v + 1]))
        }
        swap(&listed, &candidates)
        guard !candidates.isEmpty else { return }
        near.removeAll(keepingCapacity: true)
        ranked.removeAll(keepingCapacity: true)
        for index in candidates.indices { ranked.append(Ranked(candidate: Int32(index), distance: 0)) }
        let origin = (column: column * StreetFaces.tileCells, row: row * StreetFaces.tileCells)
        halve(0..<candidates.count, column: 0, row: 0, size: 16, origin: origin)
        columns.places.append(Int32(place))
        let firstFace = columns.segments.count
        for corner in 0..<256 { own(corner, firstFace: firstFace) }
        for cellRow in 0..<15 {
            var uniform: UInt16 = 0
            for cellColumn in 0..<15 where fillCell(cellColumn, cellRow, origin, firstFace: firstFace) {
                uniform |= 1 << UInt16(cellColumn)
            }
            columns.uniform.append(uniform)
        }
        columns.uniform.append(0)
        for candidate in candidates where candidate.face >= 0 {
            columns.legs[firstFace + Int(candidate.face)] = LegSpan(
                least: candidate.least * ground.least, greatest: candidate.greatest * ground.greatest)
        }
        columns.faceOffsets.append(Int32(columns.segments.count))
        columns.furtherOffsets.append(Int32(columns.further.count))
    }

    @inline(__always)
    private func location(_ column: Int, _ row: Int) -> PlanePoint {
        PlanePoint(x: Double(column) * spacing, y: Double(row) * spacing)
    }

    /// Takes a block of corners apart, down to four by four, with what may be near in each part.
    private mutating func halve(
        _ range: Range<Int>, column: Int, row: Int, size: Int, origin: (column: Int, row: Int)
    ) {
        let half = Double(size - 1) / 2
        let middle = PlanePoint(
            x: (Double(origin.column + column) + half) * spacing,
            y: (Double(origin.row + row) + half) * spacing)
        let start = ranked.count
        var least = Double.infinity
        for i in range {
            let candidate = ranked[i].candidate
            let distance = candidates[Int(candidate)].foot(middle).distance
            least = min(least, distance)
            ranked.append(Ranked(candidate: candidate, distance: distance))
        }
        let farthest = least + (2 * half + 1) * diagonal + 1e-6
        var kept = start
        for i in start..<ranked.count where ranked[i].distance <= farthest {
            ranked[kept] = ranked[i]
            kept += 1
        }
        ranked.removeLast(ranked.count - kept)
        if size == 4 {
            sortRanked(from: start)
            for y in row..<row + 4 {
                for x in column..<column + 4 {
                    rank(
                        start..<ranked.count, corner: y * 16 + x, middle: middle,
                        at: location(origin.column + x, origin.row + y))
                }
            }
        } else {
            let step = size / 2
            for (right, up) in [(0, 0), (step, 0), (0, step), (step, step)] {
                halve(
                    start..<ranked.count, column: column + right, row: row + up, size: step, origin: origin)
            }
        }
        ranked.removeLast(ranked.count - start)
    }

    /// Sorts the few entries from an index on by their distance (by insertion, in place).
    private mutating func sortRanked(from start: Int) {
        var i = start + 1
        while i < ranked.count {
            let entry = ranked[i]
            var at = i
            while at > start && ranked[at - 1].distance > entry.distance {
                ranked[at] = ranked[at - 1]
                at -= 1
            }
            ranked[at] = entry
            i += 1
        }
    }

    /// Finds the candidates nearest to one corner, and those that are farther by a diagonal at most.
    ///
    /// Of equally near segments that with the smallest number is the nearest, as for places that join.
    private mutating func rank(_ range: Range<Int>, corner: Int, middle: PlanePoint, at p: PlanePoint) {
        let away = p.distance(to: middle) + diagonal + 1e-6
        found.removeAll(keepingCapacity: true)
        var (least, best, bound) = (Double.infinity, Int32(0), Double.infinity)
        for i in range {
            let entry = ranked[i]
            if entry.distance > bound + away { break }
            let squared = candidates[Int(entry.candidate)].foot(p).squaredDistance
            found.append(Ranked(candidate: entry.candidate, distance: squared))
            if squared < least
                || (squared == least
                    && candidates[Int(entry.candidate)].segment < candidates[Int(best)].segment)
            {
                (least, best, bound) = (squared, entry.candidate, squared.squareRoot())
            }
        }
        nearest[corner] = best
        nearestDistances[corner] = bound
        nearStarts[corner] = Int32(near.count)
        let farthest = bound + diagonal + 1e-6
        for entry in found where entry.distance <= farthest * farthest { near.append(entry.candidate) }
        nearEnds[corner] = Int32(near.count)
    }

    /// Gives a corner to its nearest segment's face.
    private mutating func own(_ corner: Int, firstFace: Int) {
        let index = Int(nearest[corner])
        let distance = nearestDistances[corner]
        candidates[index].least = min(candidates[index].least, max(distance - diagonal, 0))
        candidates[index].greatest = max(candidates[index].greatest, distance + diagonal)
        columns.owners.append(UInt8(truncatingIfNeeded: face(of: index, firstFace: firstFace)))
    }

    private mutating func face(of candidate: Int, firstFace: Int) -> Int32 {
        if candidates[candidate].face < 0 {
            candidates[candidate].face = Int32(columns.segments.count - firstFace)
            columns.segments.append(candidates[candidate].segment)
            columns.legs.append(LegSpan(least: 0, greatest: 0))
        }
        return candidates[candidate].face
    }

    /// Lists the faces that may enter a cell without holding a corner; whether one face alone fills it.
    private mutating func fillCell(
        _ column: Int, _ row: Int, _ origin: (column: Int, row: Int), firstFace: Int
    ) -> Bool {
        let corner = row * 16 + column
        let owners = (nearest[corner], nearest[corner + 1], nearest[corner + 16], nearest[corner + 17])
        var isUniform = owners.0 == owners.1 && owners.1 == owners.2 && owners.2 == owners.3
        order.removeAll(keepingCapacity: true)
        for k in 0..<4 {
            let at = corner + (k & 1) + (k >> 1) * 16
            for i in Int(nearStarts[at])..<Int(nearEnds[at]) {
                let index = near[i]
                guard index != owners.0, index != owners.1, index != owners.2, index != owners.3,
                    !order.contains(index)
                else { continue }
                order.append(index)
            }
        }
        guard !order.isEmpty else { return isUniform }
        let square = FaceSquare(low: location(origin.column + column, origin.row + row), side: spacing)
        rivals.removeAll(keepingCapacity: true)
        for index in [owners.0, owners.1, owners.2, owners.3] {
            let owner = candidates[Int(index)]
            if !rivals.contains(where: { $0.candidate.segment == owner.segment }) {
                rivals.append(FaceSquare.Rival(candidate: owner, view: square.view(of: owner)))
            }
        }
        for i in order.indices {
            let index = Int(order[i])
            guard square.mayHold(candidates[index], besides: rivals, on: network) else { continue }
            isUniform = false
            columns.further.append(
                FurtherFace(
                    cell: UInt16(corner),
                    face: UInt16(truncatingIfNeeded: face(of: index, firstFace: firstFace))))
            for k in 0..<4 {
                let distance = candidates[index].foot(square.corner(k)).distance
                candidates[index].least = min(candidates[index].least, max(distance - diagonal, 0))
                candidates[index].greatest = max(candidates[index].greatest, distance)
            }
        }
        return isUniform
    }
}
