package import Geodesy
package import Geometry

/// The walking graph: junctions, and edges that keep the course of the streets between them.
///
/// Vertices of the ways where nothing branches are contracted into the edges; every edge keeps them with how far
/// along they lie. All walks go both ways. Lengths are geodesic, in whole micrometres, each segment rounded by
/// itself. Nodes are numbered along a space-filling curve and edges by their start, so that what is near on the
/// ground is near in memory; the numbering depends on the streets alone. The graph holds the kept components
/// only; ``report`` counts what was dropped.
package struct WalkNetwork: Sendable {
    /// Where each node lies on the working plane.
    package let nodeLocations: ContiguousArray<PlanePoint>
    /// Arcs leaving node `n` are `arcOffsets[n]..<arcOffsets[n + 1]`; a loop leaves its node twice.
    package let arcOffsets: ContiguousArray<Int32>
    /// The arcs, node after node, at a node by edge.
    package let arcs: ContiguousArray<Arc>
    /// What searches read of the arcs, in the same order.
    let searchArcs: ContiguousArray<SearchArc>

    /// The node where each edge starts (the smaller of the two).
    package let edgeStarts: ContiguousArray<Int32>
    /// The node where each edge ends.
    package let edgeEnds: ContiguousArray<Int32>
    /// The length of each edge, in micrometres.
    package let edgeLengths: ContiguousArray<Int64>
    /// The length of the longest edge, in micrometres.
    let longestEdge: Int64
    /// The vertices of edge `e`, both ends included, are `vertexOffsets[e]..<vertexOffsets[e + 1]`.
    ///
    /// A segment is named by its first vertex: segment `v` runs from vertex `v` to vertex `v + 1` of one edge.
    package let vertexOffsets: ContiguousArray<Int32>
    /// Where each vertex lies, on WGS 84.
    package let vertexPlaces: ContiguousArray<GeographicPoint>
    /// Where each vertex lies on the working plane.
    package let vertexLocations: ContiguousArray<PlanePoint>
    /// How far from the edge's start each vertex lies, in micrometres.
    package let vertexAlong: ContiguousArray<Int64>

    /// The edge that each vertex belongs to.
    package let edgeOfVertex: ContiguousArray<Int32>
    /// What each vertex and the segment that begins at it are to a walker (``VertexMark``); empty where nothing is
    /// marked, or nobody asked.
    let vertexMarks: ContiguousArray<UInt8>

    /// The nodes that are sides of one node where nobody passes.
    let barriers: Barriers
    /// Finds the segment nearest to a place.
    let segmentIndex: SegmentIndex
    /// How much longer lengths are on the plane than on the ground, over the network's extent.
    package let planeScale: PlaneScale
    /// The text that the working plane was made from.
    package let planeDefinition: String
    /// What was kept of the streets and what was not.
    package let report: NetworkReport

    /// Builds the network of walkable ways.
    ///
    /// - Parameters:
    ///   - streets: The ways, sharing nodes where they meet.
    ///   - plane: The working plane; places on edges are chosen on it.
    package init(streets: Streets, plane: WorkingPlane) {
        let graph = StreetGraph(streets, locations: ContiguousArray(plane.project(streets.nodes)))
        self.init(
            graph, of: streets, lengths: graph.lengths(ofSegments: graph.segments.indices), plane: plane)
    }

    /// Builds the same network on several threads.
    ///
    /// - Parameters:
    ///   - streets: The ways, sharing nodes where they meet.
    ///   - plane: The working plane; places on edges are chosen on it.
    ///   - jobs: How many threads to use; the network does not depend on it.
    /// - Returns: The network.
    package static func build(
        streets: Streets, plane: WorkingPlane, jobs: Int
    ) async -> WalkNetwork {
        let locations = await plane.locations(of: streets.nodes, jobs: jobs)
        let graph = StreetGraph(streets, locations: locations)
        let lengths = await FixedChunks.map(
            count: graph.segments.count, size: 1 << 15, jobs: jobs
        ) { graph.lengths(ofSegments: $0) }
        return WalkNetwork(
            consume graph, of: streets, lengths: ContiguousArray(lengths.joined()), plane: plane)
    }

    /// Contracts a graph and lays out the columns.
    ///
    /// Graph and lengths are given away: what of them is no longer needed is let go while columns still grow.
    private init(
        _ graph: consuming StreetGraph, of streets: Streets, lengths: consuming ContiguousArray<Int64>,
        plane: WorkingPlane
    ) {
        let components = StreetComponents(copy graph)
        let contraction = ChainContraction(copy graph, keeping: components, lengths: copy lengths)
        _ = consume lengths
        nodeLocations = contraction.nodeLocations
        edgeStarts = contraction.edgeStarts
        edgeEnds = contraction.edgeEnds
        edgeLengths = contraction.edgeLengths
        longestEdge = contraction.edgeLengths.max() ?? 0
        vertexOffsets = contraction.vertexOffsets
        vertexAlong = contraction.vertexAlong
        let count = contraction.vertices.count
        var places = ContiguousArray<GeographicPoint>()
        var locations = ContiguousArray<PlanePoint>()
        places.reserveCapacity(count)
        locations.reserveCapacity(count)
        for vertex in contraction.vertices {
            places.append(graph.places[Int(vertex)])
            locations.append(graph.locations[Int(vertex)])
        }
        vertexPlaces = places
        vertexLocations = locations
        barriers = contraction.barriers
        vertexMarks = VertexMark.marks(
            of: streets, graph: graph, vertices: contraction.vertices, offsets: contraction.vertexOffsets)
        let unplaceable = graph.unplaceable
        _ = consume graph
        (arcOffsets, arcs) = Arc.byNode(
            nodeCount: contraction.nodeLocations.count, starts: contraction.edgeStarts,
            ends: contraction.edgeEnds, lengths: contraction.edgeLengths)
        searchArcs = SearchArc.of(arcs)
        var edgeOfVertex = ContiguousArray<Int32>(repeating: 0, count: count)
        for edge in edgeStarts.indices {
            for v in Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1]) { edgeOfVertex[v] = Int32(edge) }
        }
        self.edgeOfVertex = edgeOfVertex
        segmentIndex = SegmentIndex(locations: vertexLocations, edgeOffsets: vertexOffsets)
        planeScale = PlaneScale(over: Envelope(aroundAll: vertexLocations), of: plane)
        planeDefinition = plane.definition
        report = NetworkReport(
            nodes: components.keptVertices + components.droppedVertices,
            components: components.keptCount + components.droppedCount,
            keptNodes: components.keptVertices, droppedNodes: components.droppedVertices,
            keptComponents: components.keptCount, droppedComponents: components.droppedCount,
            largestComponent: components.largest, junctions: nodeLocations.count, edges: edgeStarts.count,
            segments: count - edgeStarts.count, unplaceableSegments: unplaceable,
            length: Micrometres(edgeLengths.reduce(0, +)))
    }

    /// The arcs that leave a node, as a range of indices.
    @inline(__always)
    package func arcs(ofNode node: Int) -> Range<Int> { Int(arcOffsets[node])..<Int(arcOffsets[node + 1]) }

    /// How many nodes there are.
    package var nodeCount: Int { nodeLocations.count }

    /// How many edges there are.
    package var edgeCount: Int { edgeStarts.count }

    /// The vertices of an edge, both ends included.
    package func vertices(ofEdge edge: Int) -> Range<Int> {
        Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1])
    }
}
