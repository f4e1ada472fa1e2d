internal import Geometry

/// The edges of an area, the inside on their left, in bands from south to north for quick questions.
struct BoundaryEdges {
    /// A straight piece of the boundary, in metres from an origin near the area.
    struct Edge {
        let ax: Double
        let ay: Double
        let bx: Double
        let by: Double
    }

    /// All edges, ring after ring.
    let edges: [Edge]
    private let south: Double
    private let bandsPerMetre: Double
    /// The edges that reach into band `i`: `members[offsets[i]..<offsets[i + 1]]`.
    private let offsets: [Int]
    private let members: [Int32]

    /// Lays out the edges of an area around an origin.
    init(_ area: MultiPolygon<PlanePoint>, origin: PlanePoint) {
        var edges: [Edge] = []
        for polygon in area.polygons {
            for (ring, isHole) in [(polygon.exterior, false)] + polygon.holes.map({ ($0, true) }) {
                let positions = ring.oriented(counterClockwise: !isHole).positions
                for i in 1..<positions.count {
                    let (a, b) = (positions[i - 1], positions[i])
                    edges.append(
                        Edge(
                            ax: a.x - origin.x, ay: a.y - origin.y, bx: b.x - origin.x, by: b.y - origin.y))
                }
            }
        }
        self.edges = edges
        var (low, high) = (Double.infinity, -Double.infinity)
        for edge in edges {
            low = min(low, edge.ay, edge.by)
            high = max(high, edge.ay, edge.by)
        }
        let bands = high > low ? min(1024, edges.count / 8 + 1) : 1
        let scale = high > low ? Double(bands) / (high - low) : 0
        func bandsMet(by edge: Edge) -> ClosedRange<Int> {
            let first = Int((min(edge.ay, edge.by) - low) * scale)
            let last = Int((max(edge.ay, edge.by) - low) * scale)
            return min(first, bands - 1)...min(last, bands - 1)
        }
        var offsets = [Int](repeating: 0, count: bands + 1)
        for edge in edges { for band in bandsMet(by: edge) { offsets[band + 1] += 1 } }
        for band in 0..<bands { offsets[band + 1] += offsets[band] }
        var cursor = offsets
        var members = [Int32](repeating: 0, count: offsets[bands])
        for (index, edge) in edges.enumerated() {
            for band in bandsMet(by: edge) {
                members[cursor[band]] = Int32(index)
                cursor[band] += 1
            }
        }
        south = low
        bandsPerMetre = scale
        self.offsets = offsets
        self.members = members
    }

    /// Whether a place lies inside by the even-odd rule; on the boundary either answer may come.
    func contain(_ x: Double, _ y: Double) -> Bool {
        let bands = offsets.count - 1
        let band = ((y - south) * bandsPerMetre).rounded(.down)
        guard band >= 0, band <= Double(bands) else { return false }
        let i = min(Int(band), bands - 1)
        var inside = false
        for member in members[offsets[i]..<offsets[i + 1]] {
            let edge = edges[Int(member)]
            guard (edge.ay > y) != (edge.by > y) else { continue }
            if x < edge.ax + (y - edge.ay) / (edge.by - edge.ay) * (edge.bx - edge.ax) { inside.toggle() }
        }
        return inside
    }
}
