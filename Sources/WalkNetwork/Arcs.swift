/// The edges as seen from their nodes: two arcs to an edge, in columns by node.
struct Arcs {
    /// Arcs leaving node `n` are `offsets[n]..<offsets[n + 1]`.
    private(set) var offsets: ContiguousArray<Int32>
    /// The node that each arc leads to.
    private(set) var targets: ContiguousArray<Int32>
    /// The edge times two, plus one against the edge's direction.
    private(set) var edges: ContiguousArray<Int32>
    /// The length of each arc, in micrometres.
    private(set) var lengths: ContiguousArray<Int64>

    /// Sorts the arcs by node, and at a node by edge.
    init(
        nodeCount: Int, starts: ContiguousArray<Int32>, ends: ContiguousArray<Int32>,
        lengths edgeLengths: ContiguousArray<Int64>
    ) {
        offsets = ContiguousArray(repeating: 0, count: nodeCount + 1)
        for edge in starts.indices {
            offsets[Int(starts[edge]) + 1] += 1
            offsets[Int(ends[edge]) + 1] += 1
        }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        targets = ContiguousArray(repeating: 0, count: 2 * starts.count)
        edges = targets
        lengths = ContiguousArray(repeating: 0, count: 2 * starts.count)
        var next = offsets
        for edge in starts.indices {
            for (from, to, reversed) in [(starts[edge], ends[edge], 0), (ends[edge], starts[edge], 1)] {
                let arc = Int(next[Int(from)])
                next[Int(from)] += 1
                targets[arc] = to
                edges[arc] = Int32(2 * edge + reversed)
                lengths[arc] = edgeLengths[edge]
            }
        }
    }
}
