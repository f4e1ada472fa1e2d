/// What a search has still to settle: a label of a node.
struct OpenLabel {
    /// The length of the walk, in micrometres.
    let distance: Int64
    /// Which facility it leads to, by rank; 0 where there is only one.
    let rank: Int32
    /// The node.
    let node: Int32

    /// Whether this is settled before another: the shorter walk, of equals the smaller rank.
    @inline(__always)
    func precedes(_ other: OpenLabel) -> Bool {
        distance < other.distance || (distance == other.distance && rank < other.rank)
    }
}

/// A heap with four children to a node (Johnson 1975) of open labels, the nearest on top.
struct LabelHeap {
    private var labels: ContiguousArray<OpenLabel> = []

    /// Adds a label.
    @inline(__always)
    mutating func push(_ label: OpenLabel) {
        var hole = labels.count
        labels.append(label)
        while hole > 0 {
            let parent = (hole - 1) / 4
            guard label.precedes(labels[parent]) else { break }
            labels[hole] = labels[parent]
            hole = parent
        }
        labels[hole] = label
    }

    /// Takes the first label out.
    @inline(__always)
    mutating func pop() -> OpenLabel? {
        guard let last = labels.popLast() else { return nil }
        guard let top = labels.first else { return last }
        let count = labels.count
        var hole = 0
        while true {
            let first = 4 * hole + 1
            guard first < count else { break }
            var least = first
            for child in first + 1..<max(min(first + 4, count), first + 1)
            where labels[child].precedes(labels[least]) { least = child }
            guard labels[least].precedes(last) else { break }
            labels[hole] = labels[least]
            hole = least
        }
        labels[hole] = last
        return top
    }
}
