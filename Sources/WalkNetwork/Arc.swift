/// An edge as seen from one of its ends.
package struct Arc: Hashable, Sendable, BitwiseCopyable {
    /// The length of the edge, in micrometres.
    package let length: Int64
    /// The node that the arc leads to.
    package let target: Int32
    /// The edge times two, plus one where the arc runs from the edge's end to its start.
    fileprivate let directedEdge: Int32

    /// The edge.
    @inline(__always)
    package var edge: Int { Int(directedEdge >> 1) }

    /// Whether the arc runs from the edge's end to its start.
    @inline(__always)
    package var isReversed: Bool { directedEdge & 1 == 1 }
}

/// An arc as searches read it: half as many bytes, since what they wait for is memory.
struct SearchArc: Hashable, Sendable, BitwiseCopyable {
    /// The node that the arc leads to.
    let target: Int32
    /// The length of the edge in micrometres; ``long`` where it has more than fit, and the edge itself says how many.
    let length: UInt32

    static let long = UInt32.max
}

/// The two arcs of every edge, sorted by the node that they leave and at a node by edge, a loop's forward arc first;
/// each is put together as it is asked for.
package struct Arcs: Sendable, Equatable {
    /// What searches read of them.
    let short: Column<SearchArc>
    /// The edge of each times two, plus one where it runs from the edge's end to its start.
    let directedEdges: Column<Int32>
    /// The length of each edge, in micrometres.
    private let edgeLengths: Column<Int64>

    /// The arcs of their columns, as many of one as of the other.
    init(short: Column<SearchArc>, directedEdges: Column<Int32>, edgeLengths: Column<Int64>) {
        (self.short, self.directedEdges, self.edgeLengths) = (short, directedEdges, edgeLengths)
    }

    /// The arcs of some edges; those of node `n` are the ones from `offsets[n]` up to `offsets[n + 1]`.
    static func byNode(
        nodeCount: Int, starts: Column<Int32>, ends: Column<Int32>, lengths: Column<Int64>
    ) -> (offsets: Column<Int32>, arcs: Arcs) {
        var offsets = ContiguousArray<Int32>(repeating: 0, count: nodeCount + 1)
        for edge in starts.indices {
            offsets[Int(starts[edge]) + 1] += 1
            offsets[Int(ends[edge]) + 1] += 1
        }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        var short = ContiguousArray(repeating: SearchArc(target: 0, length: 0), count: 2 * starts.count)
        var directedEdges = ContiguousArray<Int32>(repeating: 0, count: 2 * starts.count)
        var next = offsets
        for edge in starts.indices {
            let length = UInt32(clamping: lengths[edge])
            for (node, target, direction) in [(starts[edge], ends[edge], 0), (ends[edge], starts[edge], 1)] {
                let index = Int(next[Int(node)])
                short[index] = SearchArc(target: target, length: length)
                directedEdges[index] = Int32(2 * edge + direction)
                next[Int(node)] += 1
            }
        }
        return (
            Column(offsets),
            Arcs(short: Column(short), directedEdges: Column(directedEdges), edgeLengths: lengths)
        )
    }

    /// How long an arc is whose length searches cannot read, in micrometres.
    func length(ofLong index: Int) -> Int64 { edgeLengths[Int(directedEdges[index] >> 1)] }
}

extension Arcs: RandomAccessCollection {
    package var startIndex: Int { 0 }

    @inline(__always)
    package var endIndex: Int { directedEdges.count }

    @inline(__always)
    package subscript(index: Int) -> Arc {
        let arc = short[index]
        return Arc(
            length: arc.length == SearchArc.long ? length(ofLong: index) : Int64(arc.length),
            target: arc.target, directedEdge: directedEdges[index])
    }
}
