internal import Geodesy
package import Geometry

/// Places on streets and beside them, each with where it joins them: known from how it was chosen, to a centimetre.
package struct StreetPlaces: Sendable {
    /// Where they lie.
    package private(set) var places: [GeographicPoint] = []
    /// Where each joins the streets; nothing where that is too far.
    package private(set) var attachments: [Attachment?] = []

    /// Metres between two places along an edge.
    private static let spacing = 10.0
    /// Places nearer to a street than this, in metres, say no more than the street itself.
    private static let leastDepth = 2.0

    /// Places on some edges, one for every ten metres and at least one for each, and from every one of these the farthest
    /// on either side that joins just there, before another street is as near.
    ///
    /// What of an area that is drawn street by street is missing, or too much, has such places in it: a street's
    /// share has those on the street, and a pocket between streets those where two streets are equally near, than
    /// which none around are farther off. Around dead ends and on the outside of bends there are such places too.
    package init(ofEdges edges: Range<Int>, on network: WalkNetwork, snapLimit: Metres) {
        for edge in edges { add(edge, on: network, snapLimit) }
    }

    private mutating func add(_ edge: Int, on network: WalkNetwork, _ snapLimit: Metres) {
        let length = network.edgeLengths[edge]
        let vertices = network.vertices(ofEdge: edge)
        let count = max(1, Int((Micrometres(length).metres.value / Self.spacing).rounded(.up)))
        let metres = LocalMetres(at: network.vertexPlaces[vertices.lowerBound])
        var segment = vertices.lowerBound
        // What the places before have met on either side.
        var blockers: [[Int]] = [[], []]
        for k in 0..<count {
            let position = (2 * Int64(k) + 1) * length / (2 * Int64(count))
            while segment < vertices.upperBound - 2, network.vertexAlong[segment + 1] < position {
                segment += 1
            }
            let (from, to) = (network.vertexAlong[segment], network.vertexAlong[segment + 1])
            let share = to > from ? Double(position - from) / Double(to - from) : 0
            let (a, b) = (network.vertexPlaces[segment], network.vertexPlaces[segment + 1])
            let (dx, dy) = metres.way(from: a, to: b)
            let (p, q) = (
                network.vertexLocations[segment].vector, network.vertexLocations[segment + 1].vector
            )
            let foot = Foot(
                place: metres.moved(a, share * dx, share * dy), location: p + share * (q - p),
                edge: Int32(edge), position: position, segment: segment)
            add(foot.place, from: foot, leg: 0)
            guard p != q else { continue }
            for (side, direction) in [(q - p).unit.left, -(q - p).unit.left].enumerated() {
                addFarthest(from: foot, towards: direction, on: network, metres, snapLimit, &blockers[side])
            }
        }
        for v in vertices {
            let ways = network.waysOut(of: v, onEdge: edge)
            guard let first = ways.first else { continue }
            let outwards = -ways.reduce(PlaneVector(0, 0), +)
            guard outwards.length > 0.05, !ways.contains(where: { $0.dot(outwards) > -0.001 }) else {
                continue
            }
            let foot = Foot(
                place: network.vertexPlaces[v], location: network.vertexLocations[v].vector,
                edge: Int32(edge), position: network.vertexAlong[v], segment: min(v, vertices.upperBound - 2))
            // Half of all directions are beyond a dead end.
            let directions =
                ways.count == 1
                ? [outwards, outwards + first.left, outwards - first.left] : [outwards]
            for direction in directions {
                addFarthest(from: foot, towards: direction.unit, on: network, metres, snapLimit, &blockers[0])
            }
        }
    }

    /// A place on a street.
    private struct Foot {
        let place: GeographicPoint
        let location: PlaneVector
        let edge: Int32
        let position: Int64
        let segment: Int
    }

    private mutating func add(_ place: GeographicPoint, from foot: Foot, leg: Double) {
        places.append(place)
        attachments.append(
            Attachment(
                edge: foot.edge, position: Micrometres(foot.position), leg: Micrometres(Metres(leg)),
                place: foot.place))
    }

    /// Adds the last place in a direction that joins just there, unless it is close to the street.
    private mutating func addFarthest(
        from foot: Foot, towards direction: PlaneVector, on network: WalkNetwork, _ metres: LocalMetres,
        _ snapLimit: Metres, _ blockers: inout [Int]
    ) {
        let scale = network.planeScale.at(PlanePoint(foot.location))
        let depth = network.depth(
            beside: foot.location, towards: direction, most: snapLimit.value * scale, blockers: &blockers)
        guard depth >= Self.leastDepth else { return }
        let way = 0.98 * depth * direction
        // The plane's north is not the ground's, but beside what meets it at a right angle the difference is the same.
        let turned = metres.turned(way / scale, by: network.convergence(ofSegment: foot.segment, metres))
        add(metres.moved(foot.place, turned.x, turned.y), from: foot, leg: 0.98 * depth / scale)
    }
}

extension LocalMetres {
    /// A way of the plane on the ground, by the cosine and the sine of what it is turned by.
    fileprivate func turned(_ way: PlaneVector, by turn: PlaneVector) -> PlaneVector {
        PlaneVector(way.x * turn.x - way.y * turn.y, way.x * turn.y + way.y * turn.x)
    }
}

extension WalkNetwork {
    /// The directions in which streets leave a vertex of an edge; none of a node that another edge stands for.
    fileprivate func waysOut(of vertex: Int, onEdge edge: Int) -> [PlaneVector] {
        let vertices = vertices(ofEdge: edge)
        func way(_ from: Int, _ to: Int) -> PlaneVector? {
            let way = vertexLocations[to].vector - vertexLocations[from].vector
            return way.length > 0 ? way.unit : nil
        }
        if vertex > vertices.lowerBound, vertex < vertices.upperBound - 1 {
            return [way(vertex, vertex - 1), way(vertex, vertex + 1)].compactMap { $0 }
        }
        let node = Int(vertex == vertices.lowerBound ? edgeStarts[edge] : edgeEnds[edge])
        let leaving = arcs(ofNode: node)
        guard arcs[leaving.lowerBound].edge == edge else { return [] }
        return leaving.compactMap { index in
            let own = self.vertices(ofEdge: arcs[index].edge)
            return arcs[index].isReversed
                ? way(own.upperBound - 1, own.upperBound - 2) : way(own.lowerBound, own.lowerBound + 1)
        }
    }

    /// How a segment is turned on the ground against the plane: the cosine and the sine.
    fileprivate func convergence(ofSegment segment: Int, _ metres: LocalMetres) -> PlaneVector {
        let (dx, dy) = metres.way(from: vertexPlaces[segment], to: vertexPlaces[segment + 1])
        let ground = PlaneVector(dx, dy)
        let plane = vertexLocations[segment + 1].vector - vertexLocations[segment].vector
        guard ground.length > 0, plane.length > 0 else { return PlaneVector(1, 0) }
        return PlaneVector(plane.dot(ground), plane.cross(ground)) / (ground.length * plane.length)
    }

    /// How far one may go from a street at right angles until another place of the streets is as near, in metres of
    /// the plane: the radius of the largest disc that touches the street there and holds no street.
    ///
    /// - Parameters:
    ///   - foot: The place on the street.
    ///   - direction: A way of one metre, away from it.
    ///   - most: The largest disc asked for.
    ///   - blockers: Segments that may be in the way, those that were for the place before: what they leave is mostly
    ///     right at once. Those found take their place.
    /// - Returns: The radius, to a millimetre.
    fileprivate func depth(
        beside foot: PlaneVector, towards direction: PlaneVector, most: Double, blockers: inout [Int]
    ) -> Double {
        var radius = most
        // Every street found within the disc leaves a smaller one, in a few steps the largest that holds none.
        func shrink(by place: PlanePoint) {
            let way = place.vector - foot
            let ahead = way.dot(direction)
            radius = ahead > 0 ? min(radius, way.dot(way) / (2 * ahead)) : 0
        }
        for _ in 0..<2 {
            for v in blockers {
                let nearest = SegmentFoot(
                    of: PlanePoint(foot + radius * direction), from: vertexLocations[v],
                    to: vertexLocations[v + 1])
                if nearest.distance < radius - 0.001 { shrink(by: nearest.place) }
            }
        }
        for _ in 0..<16 {
            guard
                let nearest = segmentIndex.nearest(
                    to: PlanePoint(foot + radius * direction), guess: blockers.last),
                nearest.foot.distance < radius - 0.001
            else { return radius }
            shrink(by: nearest.foot.place)
            blockers.append(nearest.segment)
            if blockers.count > 4 { blockers.removeFirst() }
        }
        // Between streets that leave each other at a very acute angle it is not found.
        return 0
    }
}
