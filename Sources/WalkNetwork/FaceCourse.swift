internal import Geometry

/// How the far borders of faces run, as each is found from its own street.
///
/// On either side of a segment the places nearest to it form a face: all between the street and, as far away as
/// may differ from place to place, the places as near to another street. How far that is, is the least of what
/// every other street allows: a straight line for a segment, a parabola for a vertex. Around a vertex it is the
/// same with the direction for the place along.
struct FaceCourse {
    /// No face beyond: farther than the longest leg.
    static let none: Int32 = -1
    /// How near to a street's line, in metres, a place is taken to lie on it.
    private static let onLine = 1e-6
    /// A vertex without places of its own.
    private static let nobody: Int32 = -2

    /// A stretch of a face's far border, the face on its left.
    struct Stretch: BitwiseCopyable {
        /// The face beyond.
        let beyond: Int32
        /// Its points are `firstPoint...` up to the next stretch's first.
        let firstPoint: Int32
    }

    /// What has been found, face after face.
    struct Columns: Sendable {
        /// The stretches of each face are `offsets[f]..<offsets[f + 1]`.
        var offsets: ContiguousArray<Int32> = [0]
        var stretches: ContiguousArray<Stretch> = []
        /// The points of all stretches; the last of one is the first of the next in a face, and given twice.
        var points: ContiguousArray<PlanePoint> = []

        /// The points of a stretch.
        func points(ofStretch index: Int) -> Range<Int> {
            let end = index + 1 < stretches.count ? Int(stretches[index + 1].firstPoint) : points.count
            return Int(stretches[index].firstPoint)..<end
        }
    }

    private(set) var columns = Columns()

    private let network: WalkNetwork
    private let stars: StreetStars
    /// How far one looks, in metres of the plane.
    private let farthest: Double
    /// How far a straight piece may stray from a curve.
    private let sagitta: Double
    private var bounds: ContiguousArray<FaceBound> = []
    /// The last face that each vertex was looked at for.
    private var siteRounds: ContiguousArray<Int32>
    private var round: Int32 = 0
    private var near: ContiguousArray<Int32> = []
    private var found: [(from: Double, to: Double, bound: Int)] = []

    init(network: WalkNetwork, stars: StreetStars, farthest: Double, sagitta: Double) {
        (self.network, self.stars) = (network, stars)
        (self.farthest, self.sagitta) = (farthest, sagitta)
        siteRounds = ContiguousArray(repeating: 0, count: stars.sectorOfSite.count)
    }

    /// Finds the faces on both sides of a segment, the left one first.
    mutating func addSides(of segment: Int) {
        guard !stars.isIdle[segment] else {
            addNothing(faces: 2)
            return
        }
        let (a, b) = (network.vertexLocations[segment].vector, network.vertexLocations[segment + 1].vector)
        let box = Envelope(around: [PlanePoint(a), PlanePoint(b)]) ?? Envelope(at: PlanePoint(a))
        let along = (b - a).unit
        let length = (b - a).length
        for side in 0..<2 {
            let up = side == 0 ? along.left : -along.left
            look(around: box) { course in
                course.collectBounds(beside: segment, origin: a, along: along, up: up)
                return course.walk(over: 0...length) { _, h in h }
            }
            let ends = [a, a + length * along]
            let (first, last) = side == 0 ? (1, 0) : (0, 1)
            func beside(_ end: Int) -> Int32 { stars.besides[4 * segment + 2 * side + end] }
            let firstStretch = columns.stretches.count
            if beside(first) >= 0 { open(beyond: beside(first), at: ends[first]) }
            emit(isReversed: side == 0) { bound, s in
                a + s * along + max(bound.value(at: s), 0) * up
            }
            if beside(last) >= 0 { close(beyond: beside(last), at: ends[last]) }
            finish(from: firstStretch)
        }
    }

    /// Leaves faces empty.
    mutating func addNothing(faces: Int) {
        for _ in 0..<faces { columns.offsets.append(Int32(columns.stretches.count)) }
    }

    /// Finds the face around a vertex.
    mutating func addSector(_ index: Int) {
        let sector = stars.sectors[index]
        let c = sector.centre.vector
        func half(_ way: PlaneVector) -> Double {
            sector.middle.cross(way) / (1 + sector.middle.dot(way))
        }
        look(around: Envelope(at: sector.centre)) { course in
            course.collectBounds(around: sector, own: index)
            return course.walk(over: half(sector.start)...half(sector.end)) { u, value in
                -(1 + u * u) / min(value, -1e-12)
            }
        }
        let firstStretch = columns.stretches.count
        open(beyond: sector.besides.x, at: c)
        emit(isReversed: false) { bound, u in
            let way = (1 - u * u) * sector.middle + 2 * u * sector.middle.left
            return c - way / min(bound.value(at: u), -1e-12)
        }
        close(beyond: sector.besides.y, at: c)
        finish(from: firstStretch)
    }

    /// Begins an outline with the line off the street; its end is where the next stretch begins.
    private mutating func open(beyond face: Int32, at p: PlaneVector) {
        columns.stretches.append(Stretch(beyond: face, firstPoint: Int32(columns.points.count)))
        columns.points.append(PlanePoint(p))
        columns.points.append(PlanePoint(p))
    }

    /// Ends an outline with the line back to the street.
    private mutating func close(beyond face: Int32, at p: PlaneVector) {
        columns.stretches.append(Stretch(beyond: face, firstPoint: Int32(columns.points.count)))
        columns.points.append(columns.points[columns.points.count - 1])
        columns.points.append(PlanePoint(p))
    }

    private mutating func finish(from first: Int) {
        if first + 1 < columns.stretches.count {
            let next = Int(columns.stretches[first + 1].firstPoint)
            // Only a line off the street has its end still open, which then is its beginning.
            if columns.points[next - 1] == columns.points[next - 2] {
                columns.points[next - 1] = columns.points[next]
            }
        }
        columns.offsets.append(Int32(columns.stretches.count))
    }

    /// Looks farther and farther until nothing that was not looked at can matter.
    ///
    /// A face that reaches out so far has its bound's street at most twice as far away.
    private mutating func look(around box: Envelope<PlanePoint>, _ reach: (inout FaceCourse) -> Double) {
        var within = min(60, 2 * farthest)
        while true {
            near.removeAll(keepingCapacity: true)
            var listed: ContiguousArray<Int32> = []
            swap(&listed, &near)
            network.segmentIndex.forEachSegment(near: box, within: within) { v in
                if !stars.isIdle[v] { listed.append(Int32(v)) }
            }
            swap(&listed, &near)
            if 2 * reach(&self) <= within || within >= 2 * farthest { return }
            within = min(within * 2, 2 * farthest)
        }
    }

    /// Walks along the least bounds: how far the face reaches at most, at the ends of stretches.
    private mutating func walk(over range: ClosedRange<Double>, _ distance: (Double, Double) -> Double)
        -> Double
    {
        found.removeAll(keepingCapacity: true)
        var stretches: [(from: Double, to: Double, bound: Int)] = []
        swap(&stretches, &found)
        var most = 0.0
        LowerEnvelope.walk(bounds, over: range, step: 1e-7 * (range.upperBound - range.lowerBound)) {
            stretches.append(($0, $1, $2))
            let bound = bounds[$2]
            most = max(most, distance($0, bound.value(at: $0)), distance($1, bound.value(at: $1)))
        }
        swap(&stretches, &found)
        return most
    }

    /// Writes down what was found, from the far end where the face would else be on the right.
    private mutating func emit(
        isReversed: Bool, _ place: (FaceBound, Double) -> PlaneVector
    ) {
        for index in found.indices {
            let (low, high, number) = found[isReversed ? found.count - 1 - index : index]
            let bound = bounds[number]
            let (from, to) = isReversed ? (high, low) : (low, high)
            let (p, q) = (place(bound, from), place(bound, to))
            bridge(to: PlanePoint(p), isFirst: index == 0)
            columns.stretches.append(
                Stretch(beyond: bound.face, firstPoint: Int32(columns.points.count)))
            columns.points.append(PlanePoint(p))
            if bound.isCurved {
                let chord = q - p
                let middle = place(bound, (from + to) / 2) - p
                let length = chord.length
                let stray = length > 0 ? abs(chord.cross(middle)) / length : 0
                let pieces = max(Int((1.2 * stray / sagitta).squareRoot().rounded(.up)), 1)
                for k in 1..<max(pieces, 1) {
                    columns.points.append(
                        PlanePoint(place(bound, from + (to - from) * Double(k) / Double(pieces))))
                }
            }
            columns.points.append(PlanePoint(q))
        }
    }

    /// Where a street lies upon another in part, the face's reach changes at once: along a line off the street.
    private mutating func bridge(to p: PlanePoint, isFirst: Bool) {
        guard !isFirst, let last = columns.points.last, last.distance(to: p) > PlaceClusters.radius else {
            return
        }
        columns.stretches.append(Stretch(beyond: Self.nobody, firstPoint: Int32(columns.points.count)))
        columns.points.append(last)
        columns.points.append(p)
    }

    /// The face of a vertex.
    private func face(ofSite site: Int32) -> Int32 {
        let sector = stars.sectorOfSite[Int(site)]
        return sector < 0 ? Self.nobody : Int32(2 * network.vertexLocations.count) + sector
    }

    /// The face of a side of a segment, by the way off the street.
    @inline(__always)
    private func face(ofSegment segment: Int, _ way: PlaneVector, _ off: PlaneVector) -> Int32 {
        Int32(2 * segment + (way.cross(off) > 0 ? 0 : 1))
    }

    private mutating func collectBounds(
        beside segment: Int, origin: PlaneVector, along: PlaneVector, up: PlaneVector
    ) {
        let locations = network.vertexLocations
        let (siteA, siteB) = (stars.sites[segment], stars.sites[segment + 1])
        let length = (locations[segment + 1].vector - origin).length
        bounds.removeAll(keepingCapacity: true)
        bounds.append(FaceBound(face: Self.none, isCurved: false, 0, 0, farthest))
        round += 1
        for index in near.indices {
            let v = Int(near[index])
            guard v != segment else { continue }
            func seen(_ p: PlanePoint) -> PlaneVector {
                let way = p.vector - origin
                let off = way.dot(up)
                return PlaneVector(way.dot(along), abs(off) < Self.onLine ? 0 : off)
            }
            var (p, q) = (seen(locations[v]), seen(locations[v + 1]))
            if p.y <= 0 && q.y <= 0 {
                // Upon the street itself: the segment with the smaller number has the places.
                if p.y < 0 || q.y < 0 || v > segment { continue }
            }
            for (site, place) in [(stars.sites[v], p), (stars.sites[v + 1], q)] where place.y > 0 {
                guard siteRounds[Int(site)] != round else { continue }
                siteRounds[Int(site)] = round
                bounds.append(
                    FaceBound(
                        face: face(ofSite: site), isCurved: true, 0.5 / place.y, -place.x / place.y,
                        place.dot(place) / (2 * place.y)))
            }
            let way = (q - p).unit
            let shares =
                stars.sites[v] == siteA || stars.sites[v] == siteB || stars.sites[v + 1] == siteA
                || stars.sites[v + 1] == siteB
            if shares, abs(way.y) < StreetStars.straightness,
                max(p.x, q.x) <= 1e-9 || min(p.x, q.x) >= length - 1e-9
            {
                continue
            }
            if p.y < 0 { p = PlaneVector(p.x + (q.x - p.x) * p.y / (p.y - q.y), 0) }
            if q.y < 0 { q = PlaneVector(q.x + (p.x - q.x) * q.y / (q.y - p.y), 0) }
            for off in [way.left, -way.left] {
                let rise = 1 - off.y
                guard rise > 1e-14 else { continue }
                let (h, k) = (max(p.y, 0) / rise, max(q.y, 0) / rise)
                let (s, t) = (p.x + h * off.x, q.x + k * off.x)
                guard abs(t - s) > 1e-9, max(s, t) > 0, min(s, t) < length else { continue }
                let slope = (k - h) / (t - s)
                // The way off the street as it is on the plane: with the axes' own directions.
                bounds.append(
                    FaceBound(
                        face: face(
                            ofSegment: v, locations[v + 1].vector - locations[v].vector,
                            off.x * along + off.y * up), isCurved: false, from: min(s, t), to: max(s, t), 0,
                        slope, h - slope * s))
            }
        }
    }

    private mutating func collectBounds(around sector: StreetStars.Sector, own: Int) {
        let locations = network.vertexLocations
        let c = sector.centre.vector
        let (east, north) = (sector.middle, sector.middle.left)
        bounds.removeAll(keepingCapacity: true)
        bounds.append(FaceBound(face: Self.none, isCurved: true, -1 / farthest, 0, -1 / farthest))
        round += 1
        for index in near.indices {
            let v = Int(near[index])
            func seen(_ p: PlanePoint) -> PlaneVector {
                let way = p.vector - c
                return PlaneVector(way.dot(east), way.dot(north))
            }
            let (p, q) = (seen(locations[v]), seen(locations[v + 1]))
            let isOwn =
                stars.sectorOfSite[Int(stars.sites[v])] == Int32(own)
                || stars.sectorOfSite[Int(stars.sites[v + 1])] == Int32(own)
            for (site, place) in [(stars.sites[v], p), (stars.sites[v + 1], q)]
            where stars.sectorOfSite[Int(site)] != Int32(own) {
                guard siteRounds[Int(site)] != round else { continue }
                siteRounds[Int(site)] = round
                // 1 / r = 2 cos(angle between) / distance.
                let direction = 2 * place / place.dot(place)
                bounds.append(
                    FaceBound(
                        face: face(ofSite: site), isCurved: false, direction.x, -2 * direction.y, -direction.x
                    ))
            }
            guard !isOwn else { continue }
            let way = (q - p).unit
            // Off the segment, towards the vertex.
            let away = -way.left.dot(p)
            let off = away > 0 ? way.left : -way.left
            let distance = abs(away)
            guard distance > Self.onLine else {
                // The vertex lies upon the segment, or in its line.
                if p.dot(way) < 0 && q.dot(way) > 0 {
                    bounds.append(
                        FaceBound(face: Self.nobody, isCurved: false, -1e12, 0, -1e12))
                }
                continue
            }
            // 1 / r = (1 + cos(angle to the line)) / distance; places as near to an end as to the vertex.
            let direction = -off / distance
            func end(_ p: PlaneVector) -> PlaneVector { p + p.dot(p) / (2 * -p.dot(off)) * off }
            func half(_ way: PlaneVector, from axis: PlaneVector) -> Double {
                axis.cross(way) / (way.length + axis.dot(way))
            }
            let (pe, qe) = (end(p), end(q))
            let behind = half(PlaneVector(-1, 0), from: -off)
            let (w, z) = (half(pe, from: -off), half(qe, from: -off))
            let axis = PlaneVector(1, 0)
            let (s, t) = (half(pe, from: axis), half(qe, from: axis))
            let face = face(
                ofSegment: v, locations[v + 1].vector - locations[v].vector, off.x * east + off.y * north)
            func add(_ low: Double, _ high: Double) {
                bounds.append(
                    FaceBound(
                        face: face, isCurved: true, from: low, to: high,
                        direction.x - 1 / distance, -2 * direction.y, -direction.x - 1 / distance))
            }
            if min(w, z) < behind && behind < max(w, z) {
                add(max(s, t), .infinity)
                add(-.infinity, min(s, t))
            } else {
                add(min(s, t), max(s, t))
            }
        }
    }
}
