internal import Geodesy
internal import Geometry

/// The walkable ways as a graph of all their vertices, before any contraction.
///
/// A vertex is a node of the source that a way refers to; a node that lets nobody pass becomes one vertex for
/// each segment that ends there. A segment joins two vertices that follow each other on a way; one that several
/// ways share counts once, and one from a vertex to itself not at all.
struct StreetGraph {
    /// Where each vertex lies, on WGS 84.
    var places: ContiguousArray<GeographicPoint>
    /// Where each vertex lies on the working plane.
    var locations: ContiguousArray<PlanePoint>
    /// The source's node that each vertex is, or is one side of.
    var nodes: ContiguousArray<Int32>
    /// Whether any way refers to the vertex; others count for nothing.
    var isUsed: ContiguousArray<Bool>
    /// The two vertices of each segment, in ascending order of the source's nodes.
    var segments: ContiguousArray<(a: Int32, b: Int32)>
    /// The segments at vertex `v` are `incident[offsets[v]..<offsets[v + 1]]`, ascending.
    var offsets: ContiguousArray<Int32> = []
    /// Segment indices, vertex after vertex.
    var incident: ContiguousArray<Int32> = []
    /// How many segments were left out because an end has no place on the plane.
    private(set) var unplaceable = 0

    /// Takes the ways apart into segments.
    init(_ streets: Streets, on plane: WorkingPlane) {
        let projected = plane.project(streets.nodes)
        var used = ContiguousArray(repeating: false, count: streets.nodes.count)
        var keys: [UInt64] = []
        keys.reserveCapacity(streets.wayNodes.count)
        for way in 0..<streets.wayCount {
            let range = streets.nodeRange(ofWay: way)
            for i in range {
                used[Int(streets.wayNodes[i])] = true
                guard i > range.lowerBound else { continue }
                let (a, b) = (streets.wayNodes[i - 1], streets.wayNodes[i])
                if a != b { keys.append(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) }
            }
        }
        keys.sort()
        places = ContiguousArray(streets.nodes)
        locations = ContiguousArray(projected)
        nodes = ContiguousArray((0..<streets.nodes.count).map(Int32.init))
        isUsed = used
        segments = []
        segments.reserveCapacity(keys.count)
        var isBlocked = ContiguousArray(repeating: false, count: streets.nodes.count)
        for node in streets.blocked { isBlocked[Int(node)] = true }
        var isTaken = ContiguousArray(repeating: false, count: streets.nodes.count)
        var last: UInt64?
        for key in keys where key != last {
            last = key
            let (a, b) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            guard projected[a].isFinite, projected[b].isFinite else {
                unplaceable += 1
                continue
            }
            func side(of node: Int) -> Int32 {
                guard isBlocked[node] else { return Int32(node) }
                defer { isTaken[node] = true }
                return isTaken[node] ? addSide(of: node) : Int32(node)
            }
            segments.append((side(of: a), side(of: b)))
        }
        index()
    }

    /// A further vertex where a node that lets nobody pass lies.
    private mutating func addSide(of node: Int) -> Int32 {
        places.append(places[node])
        locations.append(locations[node])
        nodes.append(Int32(node))
        isUsed.append(true)
        return Int32(nodes.count - 1)
    }

    /// The vertex at the other end of a segment.
    func other(of segment: Int32, than vertex: Int32) -> Int32 {
        let ends = segments[Int(segment)]
        return ends.a == vertex ? ends.b : ends.a
    }

    /// How many segments end at a vertex.
    func degree(of vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }

    /// Fills the columns that lead from a vertex to its segments.
    private mutating func index() {
        offsets = ContiguousArray(repeating: 0, count: nodes.count + 1)
        for segment in segments {
            offsets[Int(segment.a) + 1] += 1
            offsets[Int(segment.b) + 1] += 1
        }
        for vertex in nodes.indices { offsets[vertex + 1] += offsets[vertex] }
        incident = ContiguousArray(repeating: 0, count: 2 * segments.count)
        var next = offsets
        for (index, segment) in segments.enumerated() {
            for end in [segment.a, segment.b] {
                incident[Int(next[Int(end)])] = Int32(index)
                next[Int(end)] += 1
            }
        }
    }
}
