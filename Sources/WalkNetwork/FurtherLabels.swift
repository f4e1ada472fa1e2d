/// The labels of nodes beside their shortest that could still win somewhere: longer by less than a tie, with a
/// smaller rank, and no other as short with no greater rank.
///
/// Few nodes have any. They follow from the contested labels of a search: what stands after the search is walked on
/// with, and what is dropped at a node would be dropped wherever that node leads.
struct FurtherLabels: Sendable {
    /// By node, at a node the shortest first.
    private let labels: ContiguousArray<StreetSearch.Label>

    /// Walks on with the contested labels of a search that has run, and with what each node got of it.
    init(
        _ contested: ContiguousArray<StreetSearch.Label>, distances: ContiguousArray<Int64>,
        ranks: ContiguousArray<Int32>, on network: WalkNetwork, limit: Int64
    ) {
        var open = contested
        var kept: [Int32: [StreetSearch.Label]] = [:]
        while let label = open.popLast() {
            let node = Int(label.node)
            let shortest = distances[node]
            guard label.distance < shortest + StreetSearch.tie, label.distance <= limit,
                label.rank < ranks[node]
            else { continue }
            let known = kept[label.node] ?? []
            if known.contains(where: { $0.distance <= label.distance && $0.rank <= label.rank }) { continue }
            kept[label.node] =
                known.filter { $0.distance < label.distance || $0.rank < label.rank } + [label]
            for arc in network.arcs[network.arcs(ofNode: node)] {
                open.append(
                    StreetSearch.Label(
                        distance: label.distance + arc.length, rank: label.rank, node: arc.target))
            }
        }
        labels = ContiguousArray(
            kept.values.joined().sorted { ($0.node, $0.distance, $0.rank) < ($1.node, $1.distance, $1.rank) })
    }

    /// Distance (micrometres) and rank of every label of a node.
    func forEach(ofNode node: Int, _ body: (Int64, Int32) -> Void) {
        var (low, high) = (0, labels.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(labels[middle].node) < node { low = middle + 1 } else { high = middle }
        }
        while low < labels.count, Int(labels[low].node) == node {
            body(labels[low].distance, labels[low].rank)
            low += 1
        }
    }
}
