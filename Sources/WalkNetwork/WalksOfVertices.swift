package import Geometry

/// The walk from every vertex of a network to the nearest facility, each vertex once: first the nodes, then, edge
/// after edge, the vertices between the two ends of each.
package struct WalksOfVertices: Sendable {
    private let nodes: ContiguousArray<Int64>
    /// The vertices between, chunk by chunk of edges.
    private let between: [ContiguousArray<Int64>]
    /// How many vertices come before each chunk, and all of them.
    private let offsets: [Int]

    fileprivate init(nodes: ContiguousArray<Int64>, between: [ContiguousArray<Int64>]) {
        (self.nodes, self.between) = (nodes, between)
        offsets = between.reduce(into: [nodes.count]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    /// How many vertices there are.
    package var count: Int { offsets[offsets.count - 1] }

    /// The walk from a vertex; nothing where no facility is reached.
    package subscript(index: Int) -> Micrometres? {
        var walk = StreetSearch.unreached
        if index < nodes.count {
            walk = nodes[index]
        } else if let chunk = between.indices.first(where: { index < offsets[$0 + 1] }) {
            walk = between[chunk][index - offsets[chunk]]
        }
        return walk < StreetSearch.unreached ? Micrometres(walk) : nil
    }
}

extension NearestFacilities {
    /// The walk from every vertex to the nearest facility.
    ///
    /// Beyond the limit of the search only some walks are known.
    /// - Parameter jobs: How many threads to use; the walks do not depend on it.
    /// - Returns: The walks.
    package func walksOfVertices(jobs: Int) async -> WalksOfVertices {
        let between = await FixedChunks.map(count: network.edgeCount, size: 1 << 15, jobs: jobs) { edges in
            walksBetweenEnds(ofEdges: edges)
        }
        return WalksOfVertices(nodes: distances, between: between)
    }

    private func walksBetweenEnds(ofEdges edges: Range<Int>) -> ContiguousArray<Int64> {
        let first = Int(network.vertexOffsets[edges.lowerBound])
        let count = Int(network.vertexOffsets[edges.upperBound]) - first - 2 * edges.count
        var between = ContiguousArray<Int64>(repeating: 0, count: count)
        fill(&between, ofEdges: edges)
        // A facility on the edge itself may be nearer than either end.
        sources.forEach(onEdges: edges) { edge, position, leg in
            for v in network.vertices(ofEdge: edge).dropFirst().dropLast() {
                // Every edge before it has two vertices that are none between.
                let index = v - first - 2 * (edge - edges.lowerBound) - 1
                between[index] = min(between[index], leg + abs(position - network.vertexAlong[v]))
            }
        }
        return between
    }

    /// The walks by way of the ends of the edges.
    private func fill(_ column: inout ContiguousArray<Int64>, ofEdges edges: Range<Int>) {
        var between = column.mutableSpan
        let (distances, along) = (distances.span, network.vertexAlong)
        let (starts, ends) = (network.edgeStarts, network.edgeEnds)
        let (lengths, offsets) = (network.edgeLengths, network.vertexOffsets)
        var index = 0
        var next = Int(offsets[edges.lowerBound])
        for edge in edges {
            let first = next + 1
            next = Int(offsets[edge + 1])
            guard first < next - 1 else { continue }
            let fromStart = distances[Int(starts[edge])]
            let fromEnd = distances[Int(ends[edge])] + lengths[edge]
            for v in first..<next - 1 {
                between[index] = min(fromStart + along[v], fromEnd - along[v])
                index += 1
            }
        }
    }
}
