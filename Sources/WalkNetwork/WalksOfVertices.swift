package import Geometry

/// The walk from every vertex of a network to the nearest facility, each vertex once: first the nodes, then, edge
/// after edge, the vertices between the two ends of each.
package struct WalksOfVertices: Sendable {
    private let nodes: ContiguousArray<Int64>
    private let between: ContiguousArray<Int64>

    fileprivate init(nodes: ContiguousArray<Int64>, between: ContiguousArray<Int64>) {
        (self.nodes, self.between) = (nodes, between)
    }

    /// How many vertices there are.
    package var count: Int { nodes.count + between.count }

    /// The walk from a vertex; nothing where no facility is reached.
    package subscript(index: Int) -> Micrometres? {
        let walk = index < nodes.count ? nodes[index] : between[index - nodes.count]
        return walk < StreetSearch.unreached ? Micrometres(walk) : nil
    }
}

extension NearestFacilities {
    /// The walk from every vertex to the nearest facility.
    ///
    /// Beyond the limit of the search only some walks are known.
    package func walksOfVertices() -> WalksOfVertices {
        let count = network.vertexAlong.count - 2 * network.edgeCount
        var between = ContiguousArray<Int64>(repeating: 0, count: count)
        fill(&between)
        // A facility on the edge itself may be nearer than either end.
        sources.forEach { landing, leg, _ in
            for v in network.vertices(ofEdge: landing.edge).dropFirst().dropLast() {
                let walk = leg + abs(landing.position - network.vertexAlong[v])
                let index = v - 2 * landing.edge - 1
                between[index] = min(between[index], walk)
            }
        }
        return WalksOfVertices(nodes: distances, between: between)
    }

    /// The walks of the vertices between, by way of the ends of their edges.
    private func fill(_ column: inout ContiguousArray<Int64>) {
        var between = column.mutableSpan
        let (distances, along) = (distances.span, network.vertexAlong.span)
        let (starts, ends) = (network.edgeStarts.span, network.edgeEnds.span)
        let (lengths, offsets) = (network.edgeLengths.span, network.vertexOffsets.span)
        var index = 0
        var next = 0
        for edge in lengths.indices {
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
