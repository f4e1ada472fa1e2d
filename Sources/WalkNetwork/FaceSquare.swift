internal import Geometry

/// A square in which a segment is asked whether it can be the nearest to any place.
struct FaceSquare {
    /// How often a square is quartered before the answer is left open.
    private static let depth = 3

    let low: PlanePoint
    let side: Double

    /// A corner: 0 and 1 from west to east in the south, 2 and 3 in the north.
    @inline(__always)
    func corner(_ k: Int) -> PlanePoint {
        PlanePoint(x: low.x + (k & 1 == 1 ? side : 0), y: low.y + (k & 2 == 2 ? side : 0))
    }

    /// A segment as seen from a square's corners.
    struct View: BitwiseCopyable {
        var distances = SIMD4<Double>.zero
        /// How many corners are nearest to its start, and how many to its end.
        var starts = 0
        var ends = 0
        /// How many corners lie to the left of its line, and how many to the right.
        var lefts = 0
        var rights = 0
        /// A bit for each corner that is nearest to neither end.
        var besides = 0
    }

    /// A segment that is known to be near, with its view from the square first asked about.
    struct Rival: BitwiseCopyable {
        let candidate: FaceTiles.Candidate
        let view: View
    }

    /// How a segment is seen from the corners.
    func view(of candidate: FaceTiles.Candidate) -> View {
        var view = View()
        let (a, b) = (candidate.a, candidate.b)
        for k in 0..<4 {
            let p = corner(k)
            let foot = candidate.foot(p)
            view.distances[k] = foot.distance
            if foot.fraction == 0 {
                view.starts += 1
            } else if foot.fraction == 1 {
                view.ends += 1
            } else {
                view.besides |= 1 << k
            }
            let turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
            if turn > 0 { view.lefts += 1 } else if turn < 0 { view.rights += 1 }
        }
        return view
    }

    /// Whether a segment may be the nearest to some place, where others are known to be near.
    ///
    /// It cannot be, if for one other (1) the square lies on one side of the segment's line, so that beside the segment
    /// its distance is linear; the other, whose distance is convex, is nearer at the corners there; and where the
    /// nearest place is an end, the other shares that end, so that it is never farther. Nor (2) if all corners see ends of both,
    /// the other's nearer: a straight line divides two points. Nor (3) if the other is nearer at the middle by more
    /// than the diagonal.
    func mayHold(
        _ candidate: FaceTiles.Candidate, besides rivals: ContiguousArray<Rival>, on network: WalkNetwork,
        depth: Int = depth
    ) -> Bool {
        let own = view(of: candidate)
        let segment = Int(candidate.segment)
        let isOneSided = own.lefts == 0 || own.rights == 0
        let isPoint = own.starts == 4 || own.ends == 4
        for rival in rivals {
            let seen = depth == Self.depth ? rival.view : view(of: rival.candidate)
            let other = Int(rival.candidate.segment)
            if isOneSided || isPoint, Self.isNearer(seen, than: own, at: own.besides),
                own.starts == 0 || Self.sharesVertex(segment, with: other, on: network),
                own.ends == 0 || Self.sharesVertex(segment + 1, with: other, on: network)
            {
                return false
            }
            if isPoint, seen.starts == 4 || seen.ends == 4, Self.isNearer(seen, than: own, at: 15) {
                return false
            }
        }
        let middle = PlanePoint(x: low.x + side / 2, y: low.y + side / 2)
        let nearest = candidate.foot(middle).distance - side * 2.0.squareRoot() - 1e-6
        for rival in rivals where nearest > 0 && rival.candidate.foot(middle).distance < nearest {
            return false
        }
        guard depth > 0 else { return true }
        for k in 0..<4 {
            let quarter = FaceSquare(
                low: PlanePoint(
                    x: low.x + (k & 1 == 1 ? side / 2 : 0), y: low.y + (k & 2 == 2 ? side / 2 : 0)),
                side: side / 2)
            if quarter.mayHold(candidate, besides: rivals, on: network, depth: depth - 1) { return true }
        }
        return false
    }

    @inline(__always)
    private static func isNearer(_ a: View, than b: View, at corners: Int) -> Bool {
        (corners & 1 == 0 || a.distances[0] < b.distances[0])
            && (corners & 2 == 0 || a.distances[1] < b.distances[1])
            && (corners & 4 == 0 || a.distances[2] < b.distances[2])
            && (corners & 8 == 0 || a.distances[3] < b.distances[3])
    }

    /// Whether a vertex is an end of a segment: the walk from it is then the same by either.
    private static func sharesVertex(_ vertex: Int, with segment: Int, on network: WalkNetwork) -> Bool {
        if vertex == segment || vertex == segment + 1 { return true }
        guard let node = node(at: vertex, on: network) else { return false }
        return node == self.node(at: segment, on: network) || node == self.node(at: segment + 1, on: network)
    }

    /// The node that a vertex is; nothing inside an edge.
    private static func node(at vertex: Int, on network: WalkNetwork) -> Int32? {
        let edge = Int(network.edgeOfVertex[vertex])
        if vertex == Int(network.vertexOffsets[edge]) { return network.edgeStarts[edge] }
        return vertex == Int(network.vertexOffsets[edge + 1]) - 1 ? network.edgeEnds[edge] : nil
    }
}
