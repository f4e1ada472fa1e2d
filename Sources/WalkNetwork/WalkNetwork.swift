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
    /// Arcs leaving node `n` are `arcOffsets[n]..<arcOffsets[n + 1]`; a loop leaves its node twice.
    package let arcOffsets: Column<Int32>
    /// The arcs, node after node, at a node by edge.
    package let arcs: Arcs

    /// The node where each edge starts (the smaller of the two).
    package let edgeStarts: Column<Int32>
    /// The node where each edge ends.
    package let edgeEnds: Column<Int32>
    /// The length of each edge, in micrometres.
    package let edgeLengths: Column<Int64>
    /// The length of the longest edge, in micrometres.
    let longestEdge: Int64
    /// The vertices of edge `e`, both ends included, are `vertexOffsets[e]..<vertexOffsets[e + 1]`.
    ///
    /// A segment is named by its first vertex: segment `v` runs from vertex `v` to vertex `v + 1` of one edge.
    package let vertexOffsets: Column<Int32>
    /// Where each vertex lies, on WGS 84.
    package let vertexPlaces: PlaceColumn
    /// Where each vertex lies on the working plane.
    package let vertexLocations: Column<PlanePoint>
    /// How far from the edge's start each vertex lies, in micrometres.
    package let vertexAlong: Column<Int64>

    /// What each vertex and the segment that begins at it are to a walker (``VertexMark``); empty where nothing is
    /// marked, or nobody asked.
    let vertexMarks: Column<UInt8>

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

    /// Lets go of what has been read of a saved network's file, in which all columns lie: see ``Column/giveBack()``.
    func giveBack() { edgeLengths.giveBack() }

    /// Builds the network of walkable ways.
    ///
    /// - Parameters:
    ///   - streets: The ways, sharing nodes where they meet.
    ///   - plane: The working plane; places on edges are chosen on it.
    package init(streets: Streets, plane: WorkingPlane) {
        let graph = StreetGraph(streets, locations: ContiguousArray(plane.project(streets.nodes)))
        self.init(
            graph, featuresOf: streets, lengths: graph.lengths(ofSegments: graph.segments.indices),
            plane: plane)
    }

    /// Builds the same network on several threads.
    ///
    /// - Parameters:
    ///   - streets: The ways, sharing nodes where they meet.
    ///   - plane: The working plane; places on edges are chosen on it.
    ///   - jobs: How many threads to use; the network does not depend on it.
    /// - Returns: The network.
    package static func build(
        streets: consuming Streets, plane: WorkingPlane, jobs: Int
    ) async -> WalkNetwork {
        let locations = await plane.locations(of: streets.nodes, jobs: jobs)
        let graph = StreetGraph(copy streets, locations: consume locations)
        // Their ways are gone through again for stairs and crossings alone.
        let featured = streets.features.map { _ in copy streets }
        _ = consume streets
        let lengths = await FixedChunks.map(
            count: graph.segments.count, size: 1 << 15, jobs: jobs
        ) { graph.lengths(ofSegments: $0) }
        return WalkNetwork(
            consume graph, featuresOf: featured, lengths: ContiguousArray(lengths.joined()), plane: plane)
    }

    /// Contracts a graph and lays out the columns.
    ///
    /// Graph and lengths are given away: what of them is no longer needed is let go while columns still grow.
    private init(
        _ graph: consuming StreetGraph, featuresOf streets: Streets?,
        lengths: consuming ContiguousArray<Int64>,
        plane: WorkingPlane
    ) {
        let components = StreetComponents(copy graph)
        let contraction = ChainContraction(copy graph, keeping: components, lengths: copy lengths)
        _ = consume lengths
        report = NetworkReport(
            nodes: components.keptVertices + components.droppedVertices,
            components: components.keptCount + components.droppedCount,
            keptNodes: components.keptVertices, droppedNodes: components.droppedVertices,
            keptComponents: components.keptCount, droppedComponents: components.droppedCount,
            largestComponent: components.largest, junctions: contraction.nodeCount,
            edges: contraction.edgeStarts.count,
            segments: contraction.vertices.count - contraction.edgeStarts.count,
            unplaceableSegments: graph.unplaceable, length: Micrometres(contraction.edgeLengths.reduce(0, +)))
        _ = consume components
        graph.forgetSegments()
        edgeStarts = Column(contraction.edgeStarts)
        edgeEnds = Column(contraction.edgeEnds)
        edgeLengths = Column(contraction.edgeLengths)
        longestEdge = contraction.edgeLengths.max() ?? 0
        vertexOffsets = Column(contraction.vertexOffsets)
        vertexAlong = Column(contraction.vertexAlong)
        barriers = contraction.barriers
        vertexMarks =
            streets.map { streets in
                Column(
                    VertexMark.marks(
                        of: streets, graph: graph, vertices: contraction.vertices,
                        offsets: contraction.vertexOffsets))
            } ?? []
        (arcOffsets, arcs) = Arcs.byNode(
            nodeCount: contraction.nodeCount, starts: edgeStarts, ends: edgeEnds, lengths: edgeLengths)
        let vertices = contraction.vertices
        _ = consume contraction
        var locations = ContiguousArray<PlanePoint>()
        locations.reserveCapacity(vertices.count)
        for vertex in vertices { locations.append(graph.location(of: vertex)) }
        vertexLocations = Column(locations)
        graph.forgetLocations()
        vertexPlaces = PlaceColumn(count: vertices.count) { [graph] in graph.place(of: vertices[$0]) }
        _ = consume graph
        segmentIndex = SegmentIndex(locations: vertexLocations, edgeOffsets: vertexOffsets)
        planeScale = PlaneScale(over: Envelope(aroundAll: vertexLocations), of: plane)
        planeDefinition = plane.definition
    }

    /// The arcs that leave a node, as a range of indices.
    @inline(__always)
    package func arcs(ofNode node: Int) -> Range<Int> { Int(arcOffsets[node])..<Int(arcOffsets[node + 1]) }

    /// How many nodes there are.
    package var nodeCount: Int { arcOffsets.count - 1 }

    /// How many edges there are.
    package var edgeCount: Int { edgeStarts.count }

    /// Where a node lies on the working plane.
    package func location(ofNode node: Int) -> PlanePoint {
        let arc = arcs[Int(arcOffsets[node])]
        let vertices = vertices(ofEdge: arc.edge)
        return vertexLocations[arc.isReversed ? vertices.upperBound - 1 : vertices.lowerBound]
    }

    /// The edge that a vertex belongs to.
    package func edge(ofVertex vertex: Int) -> Int {
        var (low, high) = (0, edgeCount)
        while high - low > 1 {
            let middle = (low + high) / 2
            if vertexOffsets[middle] <= vertex { low = middle } else { high = middle }
        }
        return low
    }

    /// The vertices of an edge, both ends included.
    package func vertices(ofEdge edge: Int) -> Range<Int> {
        Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1])
    }
}
