internal import Geometry

/// The edges of an area, the inside on their left, in bands from south to north for quick questions.
struct BoundaryEdges {
    /// A straight piece of the boundary, in metres from an origin near the area.
    struct Edge {
        let ax: Double
        let ay: Double
        let bx: Double
        let by: Double

        /// The same edge the other way.
        var reversed: Edge { Edge(ax: bx, ay: by, bx: ax, by: ay) }
    }

    /// All edges, ring after ring.
    let edges: [Edge]
    private let south: Double
    private let bandsPerMetre: Double
    /// The edges that reach into band `i`: `members[offsets[i]..<offsets[i + 1]]`.
    private let offsets: [Int]
    private let members: [Int32]

    /// The middle of the area, which the edges are relative to, so that large coordinates cost no digits.
    let origin: PlanePoint
    /// The smallest box around the area, relative to the origin.
    let envelope: Envelope<PlanePoint>

    /// Lays out the edges of an area; nothing for an empty one.
    init?(_ area: MultiPolygon<PlanePoint>) {
        guard var envelope = area.envelope else { return nil }
        let count = area.polygons.reduce(0) { $0 + $1.exterior.positions.count }
        let origin = envelope.centre
        var edges: [Edge] = []
        edges.reserveCapacity(count)
        for polygon in area.polygons {
            Self.append(polygon.exterior, counterClockwise: true, origin, &edges)
            for hole in polygon.holes { Self.append(hole, counterClockwise: false, origin, &edges) }
        }
        self.origin = origin
        self.edges = edges
        envelope.west -= origin.x
        envelope.east -= origin.x
        envelope.south -= origin.y
        envelope.north -= origin.y
        self.envelope = envelope
        let (low, high) = (envelope.south, envelope.north)
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

    /// Adds the edges of a ring, turned round where it runs the other way.
    private static func append(
        _ ring: Ring<PlanePoint>, counterClockwise: Bool, _ origin: PlanePoint, _ edges: inout [Edge]
    ) {
        let positions = ring.positions
        let first = edges.count
        var doubledArea = 0.0
        for i in 1..<positions.count {
            let edge = Edge(
                ax: positions[i - 1].x - origin.x, ay: positions[i - 1].y - origin.y,
                bx: positions[i].x - origin.x, by: positions[i].y - origin.y)
            doubledArea += edge.ax * edge.by - edge.ay * edge.bx
            edges.append(edge)
        }
        guard (doubledArea >= 0) != counterClockwise else { return }
        for i in first..<edges.count { edges[i] = edges[i].reversed }
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
