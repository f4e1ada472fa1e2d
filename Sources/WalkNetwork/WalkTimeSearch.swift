internal import Geometry

/// Quickest walks from every node to some facilities, over times that belong to a direction.
///
/// Dijkstra's search outwards from the facilities, against the direction of the walks, with a heap of four children
/// to a node. Of walks that take the same whole microsecond the one to the smaller rank counts, then the shorter.
struct WalkTimeSearch: Sendable {
    /// A walk from a node: how long it takes, to which facility, and how far it is.
    struct Label: Comparable, Sendable {
        /// In microseconds.
        var time: Int64
        var rank: Int32
        /// In micrometres.
        var length: Int64

        static let unreached = Label(time: WalkTimes.closed, rank: .max, length: .max / 4)

        static func < (a: Label, b: Label) -> Bool { (a.time, a.rank, a.length) < (b.time, b.rank, b.length) }
    }

    /// The best walk from each node.
    private(set) var labels: ContiguousArray<Label>
    private var heap: ContiguousArray<(time: Int64, node: Int32)> = []

    /// Makes room for the nodes of a network.
    init(nodeCount: Int) { labels = ContiguousArray(repeating: .unreached, count: nodeCount) }

    /// Gives a node a walk, unless it has a better one.
    @inline(__always)
    mutating func offer(_ node: Int, _ label: Label) {
        guard label < labels[node], label.time < WalkTimes.closed else { return }
        labels[node] = label
        push((label.time, Int32(node)))
    }

    /// Walks on from what was offered until nothing better is left.
    mutating func run(on times: WalkTimes) {
        let network = times.network
        while let (time, node) = pop() {
            let label = labels[Int(node)]
            // The node has had a quicker walk since.
            guard time == label.time else { continue }
            for index in network.arcs(ofNode: Int(node)) where times.towards[index] < WalkTimes.closed {
                let arc = network.arcs[index]
                offer(
                    Int(arc.target),
                    Label(
                        time: time + times.towards[index], rank: label.rank,
                        length: label.length + arc.length))
            }
        }
    }

    private mutating func push(_ entry: (time: Int64, node: Int32)) {
        var at = heap.count
        heap.append(entry)
        while at > 0 {
            let parent = (at - 1) / 4
            guard entry.time < heap[parent].time else { break }
            heap[at] = heap[parent]
            at = parent
        }
        heap[at] = entry
    }

    private mutating func pop() -> (time: Int64, node: Int32)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        var at = 0
        while true {
            let children = 4 * at + 1
            guard children < heap.count else { break }
            var least = children
            for child in children + 1..<max(min(children + 4, heap.count), children + 1)
            where heap[child].time < heap[least].time { least = child }
            guard heap[least].time < last.time else { break }
            heap[at] = heap[least]
            at = least
        }
        heap[at] = last
        return first
    }
}
