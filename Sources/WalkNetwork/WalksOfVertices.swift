package import Geometry

extension NearestFacilities {
    /// The walk from every vertex of every edge to the nearest facility, in the order of the vertices.
    ///
    /// A junction stands there once for each edge that ends at it. Nothing where no facility is reached; beyond
    /// the limit of the search only some walks are known.
    package func walksOfVertices() -> ContiguousArray<Micrometres?> {
        let unreached = StreetSearch.unreached
        var walks = ContiguousArray<Micrometres?>()
        walks.reserveCapacity(network.vertexAlong.count)
        let distances = distances
        for edge in 0..<network.edgeCount {
            let length = network.edgeLengths[edge]
            let fromStart = distances[Int(network.edgeStarts[edge])]
            let fromEnd = distances[Int(network.edgeEnds[edge])]
            for v in network.vertices(ofEdge: edge) {
                let along = network.vertexAlong[v]
                let least = min(fromStart + along, fromEnd + (length - along))
                walks.append(least < unreached ? Micrometres(least) : nil)
            }
        }
        // A facility on the edge itself may be nearer than either end.
        sources.forEach { landing, leg, _ in
            for v in network.vertices(ofEdge: landing.edge) {
                let walk = Micrometres(leg + abs(landing.position - network.vertexAlong[v]))
                if walks[v].map({ walk < $0 }) ?? true { walks[v] = walk }
            }
        }
        return walks
    }
}
