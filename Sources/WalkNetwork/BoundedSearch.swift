internal import Geometry

/// Searches from one facility at a time up to a limit (Dijkstra 1959), over columns that are used again.
///
/// Only what the last search touched is reset before the next, so that a search costs what it reaches.
struct BoundedSearch {
    /// Marks a node that the search did not reach.
    static let unreached = Int64.max

    /// The walk between each node and the facility, its leg included, in micrometres.
    private(set) var distances: ContiguousArray<Int64>
    /// The nodes reached by the last search, in no order of use.
    private(set) var reached: ContiguousArray<Int32> = []
    private var heap = LabelHeap()

    /// Makes room for the nodes of a network.
    init(on network: WalkNetwork) {
        distances = ContiguousArray(repeating: Self.unreached, count: network.nodeCount)
    }

    /// Searches from a facility; walks longer than the limit (micrometres) are not reached.
    mutating func run(from facility: Attachment, on network: WalkNetwork, limit: Int64) {
        for node in reached { distances[Int(node)] = Self.unreached }
        reached.removeAll(keepingCapacity: true)
        let leg = facility.leg.count
        network.forEachLanding(of: facility) { landing in
            open(network.edgeStarts[landing.edge], leg + landing.position, limit: limit)
            open(
                network.edgeEnds[landing.edge], leg + network.edgeLengths[landing.edge] - landing.position,
                limit: limit)
        }
        let (offsets, targets, lengths) = (
            network.arcOffsets.span, network.arcTargets.span, network.arcLengths.span
        )
        while let label = heap.pop() {
            let node = Int(label.node)
            guard label.distance == distances[node] else { continue }
            for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
                open(targets[arc], label.distance + lengths[arc], limit: limit)
            }
        }
    }

    @inline(__always)
    private mutating func open(_ node: Int32, _ distance: Int64, limit: Int64) {
        let known = distances[Int(node)]
        guard distance < known, distance <= limit else { return }
        if known == Self.unreached { reached.append(node) }
        distances[Int(node)] = distance
        heap.push(OpenLabel(distance: distance, rank: 0, node: node))
    }
}
