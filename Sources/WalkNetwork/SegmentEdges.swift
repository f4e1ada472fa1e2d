/// The edge of every segment, and a segment beside every vertex that has a face.
///
/// Computed of the network and its faces when they have been found.
struct SegmentEdges: Sendable {
    /// The edge of every segment.
    let edges: ContiguousArray<Int32>
    /// A segment that begins or ends at each vertex that has a face.
    let segmentsOfSectors: ContiguousArray<Int32>
    /// Whether all that lies beside the vertex belongs to one node, or is within one edge.
    private let areWhole: ContiguousArray<Bool>

    /// Looks at all edges of a network.
    init(of network: WalkNetwork, faces: StreetFaces) {
        var edges = ContiguousArray<Int32>(repeating: 0, count: network.vertexLocations.count)
        var segments = ContiguousArray<Int32>(repeating: -1, count: faces.sectorCentres.count)
        var names = ContiguousArray<Int>(repeating: 0, count: faces.sectorCentres.count)
        var areWhole = ContiguousArray(repeating: true, count: faces.sectorCentres.count)
        for edge in 0..<network.edgeCount {
            let vertices = network.vertices(ofEdge: edge)
            for v in vertices {
                edges[v] = Int32(edge)
                guard v + 1 < vertices.upperBound else { continue }
                for k in 0..<4 where Int(faces.besides[4 * v + k]) >= faces.firstSector {
                    let sector = Int(faces.besides[4 * v + k]) - faces.firstSector
                    let end = v + k & 1
                    let name =
                        end == vertices.lowerBound
                        ? Int(network.edgeStarts[edge])
                        : end + 1 == vertices.upperBound ? Int(network.edgeEnds[edge]) : -1 - end
                    if segments[sector] < 0 {
                        (segments[sector], names[sector]) = (Int32(v), name)
                    } else if names[sector] != name {
                        areWhole[sector] = false
                    }
                }
            }
        }
        (self.edges, segmentsOfSectors, self.areWhole) = (edges, segments, areWhole)
    }

    /// Whether all that lies beside the vertex of a face belongs to one node, or is within one edge: who reaches one side
    /// of it reaches the other.
    func isWhole(sector: Int) -> Bool { areWhole[sector] }
}
