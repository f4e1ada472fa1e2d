internal import Geometry

/// What is wrong with the columns of a network; there should be nothing.
package enum NetworkFault: Hashable, Sendable {
    /// The columns do not have the lengths that belong together.
    case columnLengths
    /// Offsets that do not rise from zero to the length of what they divide.
    case offsets(node: Int)
    /// An edge with fewer than two vertices, or one that starts beyond its end's number.
    case edge(Int)
    /// An edge whose first or last vertex does not lie at its node.
    case ends(edge: Int)
    /// A length along an edge that falls, or does not start at zero or end at the edge's length.
    case along(edge: Int)
    /// An arc that is not one of its edge's two.
    case arc(Int)
    /// A node where no edge ends.
    case loneNode(Int)
    /// A barrier with fewer than two sides, or one where other than one edge ends.
    case barrier(node: Int)
}

extension WalkNetwork {
    /// Everything wrong with the columns, in order; empty for a sound network.
    package func checkInvariants() -> [NetworkFault] {
        let vertexCount = vertexAlong.count
        guard arcOffsets.count == nodeCount + 1, arcs.count == 2 * edgeCount,
            edgeEnds.count == edgeCount, edgeLengths.count == edgeCount,
            vertexOffsets.count == edgeCount + 1, vertexPlaces.count == vertexCount,
            vertexLocations.count == vertexCount, Int(vertexOffsets[edgeCount]) == vertexCount,
            Int(arcOffsets[nodeCount]) == 2 * edgeCount
        else { return [.columnLengths] }
        return edgeFaults() + nodeFaults()
    }

    private func edgeFaults() -> [NetworkFault] {
        var faults: [NetworkFault] = []
        // Where each node lies by the first of its edges; all of them must agree.
        var locations = [PlanePoint?](repeating: nil, count: nodeCount)
        for edge in 0..<edgeCount {
            let (first, last) = (Int(vertexOffsets[edge]), Int(vertexOffsets[edge + 1]) - 1)
            let nodes = 0..<Int32(nodeCount)
            guard last > first, nodes.contains(edgeStarts[edge]), nodes.contains(edgeEnds[edge]),
                edgeStarts[edge] <= edgeEnds[edge],
                edge == 0 || edgeStarts[edge - 1] <= edgeStarts[edge]
            else {
                faults.append(.edge(edge))
                continue
            }
            for (node, vertex) in [(Int(edgeStarts[edge]), first), (Int(edgeEnds[edge]), last)] {
                if vertexLocations[vertex] != locations[node] ?? vertexLocations[vertex] {
                    faults.append(.ends(edge: edge))
                }
                locations[node] = locations[node] ?? vertexLocations[vertex]
            }
            if vertexAlong[first] != 0 || vertexAlong[last] != edgeLengths[edge]
                || (first..<last).contains(where: { vertexAlong[$0] > vertexAlong[$0 + 1] })
            {
                faults.append(.along(edge: edge))
            }
        }
        return faults
    }

    private func nodeFaults() -> [NetworkFault] {
        var faults: [NetworkFault] = []
        var arcsOfEdge = [Int](repeating: 0, count: 2 * edgeCount)
        for node in 0..<nodeCount {
            guard arcOffsets[node] <= arcOffsets[node + 1] else {
                faults.append(.offsets(node: node))
                continue
            }
            if arcOffsets[node] == arcOffsets[node + 1] { faults.append(.loneNode(node)) }
            for index in arcs(ofNode: node) {
                let arc = arcs[index]
                guard (0..<edgeCount).contains(arc.edge) else {
                    faults.append(.arc(index))
                    continue
                }
                let (from, to) = (edgeStarts[arc.edge], edgeEnds[arc.edge])
                let direction = 2 * arc.edge + (arc.isReversed ? 1 : 0)
                arcsOfEdge[direction] += 1
                if Int(arc.isReversed ? to : from) != node || arc.target != (arc.isReversed ? from : to)
                    || arc.length != edgeLengths[arc.edge] || arcsOfEdge[direction] != 1
                {
                    faults.append(.arc(index))
                }
            }
        }
        for side in barriers.all.flatMap({ $0.count < 2 ? [-1] : $0 }) {
            if side < 0 || arcOffsets[Int(side) + 1] - arcOffsets[Int(side)] != 1 {
                faults.append(.barrier(node: Int(side)))
            }
        }
        return faults
    }
}
