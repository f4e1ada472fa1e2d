internal import Geometry

/// How much walk left at a node tells that no circle has a piece of its boundary about the node's edges.
///
/// Most of what a circle reaches lies deep within it. Where so much is left at a node, the faces beside all of its
/// edges are inside as a whole and so are, at least in part, the faces beyond all their borders: whoever draws a
/// circle need not look at any of them. What is needed depends on streets and faces alone.
struct NodeClearances {
    /// How far, in metres, the search from a node looks for the streets about it; where one is farther, nothing is enough.
    private static let farthest = 400.0
    /// What rounding to whole micrometres and to single precision takes at most, with much to spare, in metres.
    private static let rounding = 0.05
    /// How many nodes a job takes at once.
    private static let nodesAtOnce = 2048

    private let network: WalkNetwork
    private let faces: StreetFaces
    private let leg: Float
    private let edges: SegmentEdges

    /// Looks at the faces of all streets, found with some longest leg.
    init(of faces: StreetFaces, _ edges: SegmentEdges, on network: WalkNetwork, snapLimit: Metres) {
        (self.network, self.faces, self.edges) = (network, faces, edges)
        leg = Float(snapLimit.value)
    }

    /// The clearance of every node, in metres; infinite where nothing is enough.
    func all(jobs: Int) async -> Column<Float> {
        let chunks = await FixedChunks.map(
            count: network.nodeCount, size: Self.nodesAtOnce, jobs: jobs,
            workspace: { BoundedSearch(on: network) }
        ) { search, nodes in
            nodes.map { clearance(of: $0, &search) }
        }
        return Column(ContiguousArray(chunks.joined()))
    }

    private func clearance(of node: Int, _ search: inout BoundedSearch) -> Float {
        var needed: Float = 0
        guard network.arcs(ofNode: node).contains(where: { hasFaces(network.arcs[$0].edge) }) else {
            return .infinity
        }
        search.run(from: Int32(node), on: network, limit: Micrometres(Metres(Self.farthest)).count)
        for index in network.arcs(ofNode: node) {
            let arc = network.arcs[index]
            guard network.barriers.sides(at: Int32(node)) == nil,
                network.barriers.sides(at: arc.target) == nil
            else { return .infinity }
            let vertices = network.vertices(ofEdge: arc.edge)
            for v in vertices.dropLast() {
                let along =
                    arc.isReversed ? arc.length - network.vertexAlong[v] : network.vertexAlong[v + 1]
                needed = max(needed, clearance(of: v, at: Float(along) * 1e-6, search))
                if needed == .infinity { return needed }
            }
        }
        return needed + Float(Self.rounding)
    }

    private func hasFaces(_ edge: Int) -> Bool {
        let vertices = network.vertices(ofEdge: edge)
        return faces.faces[2 * vertices.lowerBound].firstSide
            < faces.faces[2 * vertices.upperBound - 2].firstSide
    }

    /// What is needed for the faces about a segment whose farther end is so many metres away.
    private func clearance(of segment: Int, at distance: Float, _ search: BoundedSearch) -> Float {
        var needed = clearance(ofFace: 2 * segment, at: distance, search)
        needed = max(needed, clearance(ofFace: 2 * segment + 1, at: distance, search))
        for end in 4 * segment..<4 * segment + 4 where Int(faces.besides[end]) >= faces.firstSector {
            let sector = Int(faces.besides[end])
            guard edges.isWhole(sector: sector - faces.firstSector) else { return .infinity }
            needed = max(needed, clearance(ofFace: sector, at: distance, search))
        }
        return needed
    }

    private func clearance(ofFace face: Int, at distance: Float, _ search: BoundedSearch) -> Float {
        let sides = faces.sides[faces.sides(ofFace: face)]
        guard !sides.isEmpty else { return 0 }
        let reach = faces.faces[face].reach
        guard reach <= leg else { return .infinity }
        var needed = distance + reach
        for side in sides where !side.sharesVertex {
            let beyond = side.beyond
            guard beyond >= 0 else { return .infinity }
            let segment = faces.segment(ofFace: beyond)
            let edge = Int(faces.segmentEdges[segment])
            let (start, end) = (
                search.distances[Int(network.edgeStarts[edge])], search.distances[Int(network.edgeEnds[edge])]
            )
            // One that lies around a vertex is reached where its vertex is, whichever end of the segment that is.
            let isSector = Int(beyond) >= faces.firstSector
            let (first, last) = (network.vertexAlong[segment], network.vertexAlong[segment + 1])
            let back = network.edgeLengths[edge]
            let way =
                isSector
                ? min(start + last, end + back - first) : min(start + first, end + back - last)
            guard way < StreetSearch.unreached else { return .infinity }
            needed = max(needed, Float(way) * 1e-6)
        }
        return needed
    }
}
