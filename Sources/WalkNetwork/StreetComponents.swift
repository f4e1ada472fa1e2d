/// Which vertices of a street graph hang together, and which of the parts are kept.
///
/// Kept are the component with most vertices (of equals the one with the vertex read first) and each that holds
/// at least one in a hundred of all.
struct StreetComponents {
    /// Whether each vertex lies in a kept component.
    private(set) var isKept: ContiguousArray<Bool>
    /// How many components are kept.
    private(set) var keptCount = 0
    /// How many components are dropped.
    private(set) var droppedCount = 0
    /// How many vertices are kept.
    private(set) var keptVertices = 0
    /// How many vertices are dropped.
    private(set) var droppedVertices = 0
    /// How many vertices the largest component holds.
    private(set) var largest = 0

    /// Ties the vertices together along the segments.
    init(_ graph: StreetGraph) {
        var sets = DisjointSets(count: graph.nodes.count)
        for segment in graph.segments { sets.unite(Int(segment.a), Int(segment.b)) }
        var sizes = ContiguousArray<Int>(repeating: 0, count: graph.nodes.count)
        var total = 0
        for vertex in graph.nodes.indices where graph.isUsed[vertex] {
            sizes[sets.representative(of: vertex)] += 1
            total += 1
        }
        var largestAt = -1
        for (vertex, size) in sizes.enumerated() where size > largest {
            (largest, largestAt) = (size, vertex)
        }
        var keeps = ContiguousArray(repeating: false, count: graph.nodes.count)
        for (vertex, size) in sizes.enumerated() where size > 0 {
            keeps[vertex] = vertex == largestAt || size * 100 >= total
            if keeps[vertex] {
                keptCount += 1
                keptVertices += size
            } else {
                droppedCount += 1
                droppedVertices += size
            }
        }
        isKept = ContiguousArray(
            graph.nodes.indices.map { graph.isUsed[$0] && keeps[sets.representative(of: $0)] })
    }
}
