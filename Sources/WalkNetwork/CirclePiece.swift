internal import Geometry

/// A straight piece of street with the walks from its two ends: what a walk circle is made of.
///
/// No facility lies inside a piece, so the walk from any place on it is that over the nearer way round.
struct CirclePiece: Sendable {
    /// Its start on the plane.
    let a: PlanePoint
    /// Its end on the plane.
    let b: PlanePoint
    /// The walk from its start in metres; infinite where there is none within the limit.
    let walkFromA: Double
    /// The walk from its end in metres; infinite where there is none within the limit.
    let walkFromB: Double
    /// Its length on the ground, in metres.
    let length: Double
    /// Metres on the ground per metre of the plane.
    let groundPerPlane: Double

    /// The place on it nearest to a point: the square of the distance on the plane, and the share of its length.
    @inline(__always)
    func foot(_ p: PlanePoint) -> (squaredDistance: Double, fraction: Double) {
        let foot = SegmentFoot(of: p, from: a, to: b)
        return (foot.squaredDistance, foot.fraction)
    }

    /// How far a place is from being out of reach by this piece.
    ///
    /// - Parameters:
    ///   - distance: How far the place lies from the piece, on the plane.
    ///   - fraction: At which share of the piece's length it joins.
    ///   - limits: How long the leg and the walk may be.
    /// - Returns: How many metres it may still walk; negative where it is out of reach.
    @inline(__always)
    func margin(at distance: Double, joining fraction: Double, _ limits: CircleLimits) -> Double {
        let walk = min(walkFromA + fraction * length, walkFromB + (1 - fraction) * length)
        return min(limits.leg, limits.walk - walk) - distance * groundPerPlane
    }
}

/// How far a place may lie from the street and from the facility to be in a walk circle, in metres.
struct CircleLimits: Sendable {
    /// The longest leg.
    let leg: Double
    /// The longest walk, legs included.
    let walk: Double
}

/// The walks that a circle is drawn by: from every node, and from facilities that lie along edges.
struct CircleField: Sendable {
    /// The walk from each node, in micrometres; the greatest integer where there is none.
    let distances: ContiguousArray<Int64>
    /// The facilities on edges.
    let sources: FacilitiesOnEdges

    /// The pieces of one segment: one, or more where facilities lie inside it or nobody passes its end.
    func appendPieces(
        ofSegment v: Int, of network: WalkNetwork, to pieces: inout ContiguousArray<CirclePiece>
    ) {
        let edge = Int(network.edgeOfVertex[v])
        let (a, b) = (network.vertexLocations[v], network.vertexLocations[v + 1])
        let (from, to) = (network.vertexAlong[v], network.vertexAlong[v + 1])
        let scale = 1 / network.planeScale.at(PlanePoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
        var start = (at: a, along: from, walk: walk(at: from, onEdge: edge, of: network))
        func end(at place: PlanePoint, along: Int64) {
            let walk = walk(at: along, onEdge: edge, of: network)
            pieces.append(
                CirclePiece(
                    a: start.at, b: place, walkFromA: start.walk, walkFromB: walk,
                    length: Double(along - start.along) / 1e6, groundPerPlane: scale))
            start = (place, along, walk)
        }
        if !sources.isEmpty(onEdge: edge) {
            sources.forEach(onEdge: edge) { position, _, _ in
                guard position > start.along, position < to else { return }
                let t = Double(position - from) / Double(to - from)
                end(at: PlanePoint(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)), along: position)
            }
        }
        end(at: b, along: to)
        guard !network.barriers.isEmpty else { return }
        for (node, place, isEnd) in [
            (network.edgeStarts[edge], a, from == 0),
            (network.edgeEnds[edge], b, to == network.edgeLengths[edge]),
        ] where isEnd {
            guard let sides = network.barriers.sides(at: node) else { continue }
            let walk = sides.map { metres(distances[Int($0)]) }.min() ?? .infinity
            pieces.append(
                CirclePiece(
                    a: place, b: place, walkFromA: walk, walkFromB: walk, length: 0, groundPerPlane: scale))
        }
    }

    private func walk(at along: Int64, onEdge edge: Int, of network: WalkNetwork) -> Double {
        var walk = min(
            metres(distances[Int(network.edgeStarts[edge])]) + Double(along) / 1e6,
            metres(distances[Int(network.edgeEnds[edge])]) + Double(network.edgeLengths[edge] - along) / 1e6)
        sources.forEach(onEdge: edge) { position, leg, _ in
            walk = min(walk, Double(leg + abs(position - along)) / 1e6)
        }
        return walk
    }

    private func metres(_ micrometres: Int64) -> Double {
        micrometres == .max ? .infinity : Double(micrometres) / 1e6
    }
}
