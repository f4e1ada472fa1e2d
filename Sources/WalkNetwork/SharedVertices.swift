/// Which faces that share a border have a vertex of their streets in common.
struct SharedVertices {
    private let besides: ContiguousArray<Int32>
    private let isAsked: Bool
    /// The node that a vertex is; -1 inside an edge.
    private var nodes: ContiguousArray<Int32>

    init(of network: WalkNetwork, besides: ContiguousArray<Int32>) {
        self.besides = besides
        isAsked = network.barriers.isEmpty
        nodes = ContiguousArray(repeating: -1, count: network.vertexLocations.count)
        for edge in 0..<network.edgeCount {
            let vertices = network.vertices(ofEdge: edge)
            nodes[vertices.lowerBound] = network.edgeStarts[edge]
            nodes[vertices.upperBound - 1] = network.edgeEnds[edge]
        }
    }

    /// Whether two faces have one; never where nobody passes some node, since its sides are told apart.
    func hasOne(_ face: Int, _ beyond: Int32) -> Bool {
        guard beyond >= 0, isAsked else { return false }
        let (other, firstSector) = (Int(beyond), 2 * nodes.count)
        guard other < firstSector else {
            return face < firstSector && (0..<2).contains { besides[2 * face + $0] == beyond }
        }
        let (v, w) = (face / 2, other / 2)
        return name(v) == name(w) || name(v) == name(w + 1) || name(v + 1) == name(w)
            || name(v + 1) == name(w + 1)
    }

    /// What a vertex is known by: its node, or inside an edge itself.
    private func name(_ v: Int) -> Int { nodes[v] >= 0 ? Int(nodes[v]) : -1 - v }
}
