internal import Geodesy
package import Geometry

/// Places on streets and beside them, each with where it joins them: known from how it was chosen, to a centimetre.
package struct StreetPlaces: Sendable {
    /// Where they lie.
    package private(set) var places: [GeographicPoint] = []
    /// Where each joins the streets; nothing where that is too far.
    package private(set) var attachments: [Attachment?] = []

    /// Metres between two places along an edge.
    private static let stride = 10.0
    /// Of so many places on an edge one has places beside it.
    private static let spokeEvery = 5
    /// Places nearer to a street than this, in metres, say no more than the street itself.
    private static let leastDepth = 2.0

    /// Places on some edges, one for every ten metres and at least one for each, and for every fifty metres (at least
    /// once for each edge) on either side two more: half-way to where another street is as near, and just before that.
    ///
    /// What of an area that is drawn street by street is missing, or too much, has such places in it: a street's
    /// share has those on the street, and a pocket between streets those where two streets are equally near, than
    /// which none around are farther off.
    package init(ofEdges edges: Range<Int>, on network: WalkNetwork, snapLimit: Metres) {
        for edge in edges { add(edge, on: network, snapLimit) }
    }

    private mutating func add(_ edge: Int, on network: WalkNetwork, _ snapLimit: Metres) {
        let length = network.edgeLengths[edge]
        let vertices = network.vertices(ofEdge: edge)
        let count = max(1, Int((Micrometres(length).metres.value / Self.stride).rounded(.up)))
        let metres = LocalMetres(at: network.vertexPlaces[vertices.lowerBound])
        var segment = vertices.lowerBound
        for k in 0..<count {
            let position = (2 * Int64(k) + 1) * length / (2 * Int64(count))
            while segment < vertices.upperBound - 2, network.vertexAlong[segment + 1] < position {
                segment += 1
            }
            let (from, to) = (network.vertexAlong[segment], network.vertexAlong[segment + 1])
            let share = to > from ? Double(position - from) / Double(to - from) : 0
            let (a, b) = (network.vertexPlaces[segment], network.vertexPlaces[segment + 1])
            let (dx, dy) = metres.way(from: a, to: b)
            let foot = metres.moved(a, share * dx, share * dy)
            func add(_ place: GeographicPoint, leg: Double) {
                places.append(place)
                attachments.append(
                    leg > snapLimit.value
                        ? nil
                        : Attachment(
                            edge: Int32(edge), position: Micrometres(position),
                            leg: Micrometres(Metres(leg)), place: foot))
            }
            add(foot, leg: 0)
            guard k % Self.spokeEvery == min(count / 2, Self.spokeEvery / 2) else { continue }
            let way = (dx * dx + dy * dy).squareRoot()
            guard way > 0 else { continue }
            let (p, q) = (
                network.vertexLocations[segment].vector, network.vertexLocations[segment + 1].vector
            )
            let location = p + share * (q - p)
            let scale = network.planeScale.at(PlanePoint(location))
            for side in [1.0, -1.0] {
                let depth =
                    network.depth(
                        beside: location, towards: side * (q - p).unit.left, most: snapLimit.value * scale)
                    / scale
                guard depth >= Self.leastDepth else { continue }
                for part in [0.5, 0.98] {
                    let leg = part * depth
                    add(
                        metres.moved(foot, -side * leg * dy / way, side * leg * dx / way), leg: leg)
                }
            }
        }
    }
}

extension WalkNetwork {
    /// How far one may go from a street at right angles until another place of the streets is as near, in metres of
    /// the plane: the radius of the largest disc that touches the street there and holds no street.
    fileprivate func depth(beside foot: PlaneVector, towards direction: PlaneVector, most: Double) -> Double {
        var radius = most
        // Every street found within the disc leaves a smaller one, in a few steps the largest that holds none.
        for _ in 0..<16 {
            guard let nearest = segmentIndex.nearest(to: PlanePoint(foot + radius * direction))
            else { return radius }
            guard nearest.foot.distance < radius - 0.001 else { break }
            let way = nearest.foot.place.vector - foot
            let ahead = way.dot(direction)
            guard ahead > 0 else { return 0 }
            radius = min(radius, way.dot(way) / (2 * ahead))
        }
        return radius
    }
}
