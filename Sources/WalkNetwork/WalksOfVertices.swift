package import Geometry

extension NearestFacilities {
    /// The walk from every vertex of every edge to the nearest facility, in the order of the vertices.
    ///
    /// A junction stands there once for each edge that ends at it. Nothing where no facility is reached; beyond
    /// the limit of the search only some walks are known.
    package func walksOfVertices() -> ContiguousArray<Micrometres?> {
        var walks = ContiguousArray<Micrometres?>(repeating: nil, count: network.vertexAlong.count)
        let unreached = StreetSearch.unreached
        for edge in 0..<network.edgeCount {
            let length = network.edgeLengths[edge]
            let fromStart = distances[Int(network.edgeStarts[edge])]
            let fromEnd = distances[Int(network.edgeEnds[edge])]
            let hasFacility = !sources.isEmpty(onEdge: edge)
            for v in network.vertices(ofEdge: edge) {
                let along = network.vertexAlong[v]
                var least = min(fromStart + along, fromEnd + (length - along))
                if hasFacility {
                    sources.forEach(onEdge: edge) { position, leg, _ in
                        least = min(least, leg + abs(position - along))
                    }
                }
                if least < unreached { walks[v] = Micrometres(least) }
            }
        }
        return walks
    }
}
