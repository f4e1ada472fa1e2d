/// An edge as seen from one of its ends; all that a search asks of it lies side by side in memory.
package struct Arc: Hashable, Sendable, BitwiseCopyable {
    /// The length of the edge, in micrometres.
    package let length: Int64
    /// The node that the arc leads to.
    package let target: Int32
    /// The edge times two, plus one where the arc runs from the edge's end to its start.
    private let directedEdge: Int32

    /// An arc along an edge, or against its direction.
    init(edge: Int32, isReversed: Bool, target: Int32, length: Int64) {
        (self.length, self.target) = (length, target)
        directedEdge = edge << 1 | (isReversed ? 1 : 0)
    }

    /// The edge.
    @inline(__always)
    package var edge: Int { Int(directedEdge >> 1) }

    /// Whether the arc runs from the edge's end to its start.
    @inline(__always)
    package var isReversed: Bool { directedEdge & 1 == 1 }

    /// The two arcs of every edge, sorted by the node that they leave and at a node by edge, a loop's forward arc
    /// first: those of node `n` are `arcs[offsets[n]..<offsets[n + 1]]`.
    static func byNode(
        nodeCount: Int, starts: ContiguousArray<Int32>, ends: ContiguousArray<Int32>,
        lengths: ContiguousArray<Int64>
    ) -> (offsets: ContiguousArray<Int32>, arcs: ContiguousArray<Arc>) {
        var offsets = ContiguousArray<Int32>(repeating: 0, count: nodeCount + 1)
        for edge in starts.indices {
            offsets[Int(starts[edge]) + 1] += 1
            offsets[Int(ends[edge]) + 1] += 1
        }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        var arcs = ContiguousArray(
            repeating: Arc(edge: 0, isReversed: false, target: 0, length: 0), count: 2 * starts.count)
        var next = offsets
        for edge in starts.indices {
            let (start, end, length) = (starts[edge], ends[edge], lengths[edge])
            arcs[Int(next[Int(start)])] = Arc(
                edge: Int32(edge), isReversed: false, target: end, length: length)
            next[Int(start)] += 1
            arcs[Int(next[Int(end)])] = Arc(
                edge: Int32(edge), isReversed: true, target: start, length: length)
            next[Int(end)] += 1
        }
        return (offsets, arcs)
    }
}

/// An arc as searches read it: half as many bytes, since what they wait for is memory.
struct SearchArc: Sendable, BitwiseCopyable {
    /// The node that the arc leads to.
    let target: Int32
    /// The length of the edge in micrometres; ``long`` where it has more than fit, and the arc itself says how many.
    let length: UInt32

    static let long = UInt32.max

    /// What searches read of some arcs, in their order.
    static func of(_ arcs: ContiguousArray<Arc>) -> ContiguousArray<SearchArc> {
        var short = ContiguousArray<SearchArc>()
        short.reserveCapacity(arcs.count)
        for arc in arcs { short.append(SearchArc(target: arc.target, length: UInt32(clamping: arc.length))) }
        return short
    }
}
