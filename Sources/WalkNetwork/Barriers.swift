/// Nodes of the network that are sides of one place where nobody passes through.
///
/// A walker may come up to such a place from every side, so a point that joins exactly there may set out on any of
/// them; no walk leads from one side to another.
struct Barriers: Sendable {
    /// Node numbers, ascending.
    private let nodes: ContiguousArray<Int32>
    /// The barrier that each of those nodes is a side of.
    private let barrierOfNode: ContiguousArray<Int32>
    /// All sides of each barrier.
    private let sides: [[Int32]]

    /// Lists the sides of each barrier by their node numbers.
    init(nodesBySource: [[Int32]]) {
        sides = nodesBySource
        let pairs = nodesBySource.enumerated()
            .flatMap { barrier, nodes in nodes.map { ($0, Int32(barrier)) } }
            .sorted { $0 < $1 }
        nodes = ContiguousArray(pairs.map(\.0))
        barrierOfNode = ContiguousArray(pairs.map(\.1))
    }

    /// Whether there is none.
    var isEmpty: Bool { nodes.isEmpty }

    /// All barriers, each as the nodes on its sides.
    var all: [[Int32]] { sides }

    /// All sides of the barrier at a node, that node among them; nothing where there is no barrier.
    func sides(at node: Int32) -> [Int32]? {
        var (low, high) = (0, nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle] < node { low = middle + 1 } else { high = middle }
        }
        guard low < nodes.count, nodes[low] == node else { return nil }
        return sides[Int(barrierOfNode[low])]
    }
}
