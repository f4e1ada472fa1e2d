/// Which vertices of a street graph hang together, and which of the parts are kept.
///
/// Kept are the component with most vertices (of equals the one with the vertex read first) and each that holds
/// at least one in a hundred of all.
struct StreetComponents {
    /// The vertex of each vertex's component that was read first.
    let representatives: ContiguousArray<Int32>
    /// Whether each vertex lies in a kept component.
    private(set) var isKept: ContiguousArray<Bool>
    /// How many vertices each component holds, by its representative; 0 elsewhere.
    let sizes: ContiguousArray<Int32>
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
        var sets = DisjointSets(count: graph.vertexCount)
        for segment in graph.segments { sets.unite(Int(segment.a), Int(segment.b)) }
        let representatives = sets.representatives()
        var sizes = ContiguousArray<Int32>(repeating: 0, count: graph.vertexCount)
        var total = 0
        for vertex in 0..<graph.vertexCount where graph.isUsed[vertex] {
            sizes[Int(representatives[vertex])] += 1
            total += 1
        }
        var largestAt = -1
        for (vertex, size) in sizes.enumerated() where size > largest {
            (largest, largestAt) = (Int(size), vertex)
        }
        var keeps = ContiguousArray(repeating: false, count: graph.vertexCount)
        for (vertex, size) in sizes.enumerated() where size > 0 {
            keeps[vertex] = vertex == largestAt || Int(size) * 100 >= total
            if keeps[vertex] {
                keptCount += 1
                keptVertices += Int(size)
            } else {
                droppedCount += 1
                droppedVertices += Int(size)
            }
        }
        var isKept = ContiguousArray(repeating: false, count: graph.vertexCount)
        for vertex in 0..<graph.vertexCount {
            isKept[vertex] = graph.isUsed[vertex] && keeps[Int(representatives[vertex])]
        }
        self.isKept = isKept
        self.representatives = representatives
        self.sizes = sizes
    }
}
