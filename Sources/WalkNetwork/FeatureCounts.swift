package import Geometry

/// What of stairs and crossings a network holds.
package struct FeatureCounts: Hashable, Sendable {
    /// How long all stairs are.
    package var stairs = Micrometres.zero
    /// How many crossings there are of each kind.
    package var crossings: [CrossingKind: Int] = [:]
}

extension WalkNetwork {
    /// The stairs and crossings of the network; nothing where none is known of.
    package var featureCounts: FeatureCounts? {
        guard !vertexMarks.isEmpty else { return nil }
        var counts = FeatureCounts()
        var isCounted = ContiguousArray(repeating: false, count: nodeCount)
        for edge in 0..<edgeCount {
            let vertices = vertices(ofEdge: edge)
            for v in vertices {
                let mark = VertexMark(rawValue: vertexMarks[v])
                if mark.isStairs {
                    counts.stairs = counts.stairs + Micrometres(vertexAlong[v + 1] - vertexAlong[v])
                }
                guard let crossing = mark.crossing else { continue }
                // A junction is a vertex of each of its edges.
                if v == vertices.lowerBound || v == vertices.upperBound - 1 {
                    let node = Int(v == vertices.lowerBound ? edgeStarts[edge] : edgeEnds[edge])
                    if isCounted[node] { continue }
                    isCounted[node] = true
                }
                counts.crossings[crossing, default: 0] += 1
            }
        }
        return counts
    }
}
