internal import Geodesy
internal import Geometry

/// The walkable ways as a graph of all their vertices, before any contraction.
///
/// A vertex is a node of the source that a way refers to; a node that lets nobody pass becomes one vertex for
/// each segment that ends there. A segment joins two vertices that follow each other on a way; one that several
/// ways share counts once, and one from a vertex to itself not at all.
struct StreetGraph {
    /// Where each of the source's nodes lies, on WGS 84.
    private let places: [GeographicPoint]
    /// Where each of them lies on the working plane.
    private var locations: ContiguousArray<PlanePoint>
    /// The source's node of which each vertex beyond the source's nodes is a further side; it lies where the node does.
    private(set) var nodesOfSides: ContiguousArray<Int32> = []
    /// Whether any way refers to the vertex; others count for nothing.
    private(set) var isUsed: ContiguousArray<Bool>
    /// The two vertices of each segment, in ascending order of the source's nodes.
    private(set) var segments: ContiguousArray<(a: Int32, b: Int32)>
    /// The segments at vertex `v` are `incident[offsets[v]..<offsets[v + 1]]`, ascending.
    private(set) var offsets: ContiguousArray<Int32> = []
    /// Segment indices, vertex after vertex.
    private(set) var incident: ContiguousArray<Int32> = []
    /// How many segments were left out because an end has no place on the plane.
    private(set) var unplaceable = 0

    /// Takes the ways apart into segments.
    ///
    /// - Parameters:
    ///   - streets: The ways.
    ///   - locations: Where each of their nodes lies on the working plane.
    init(_ streets: Streets, locations: ContiguousArray<PlanePoint>) {
        places = streets.nodes
        self.locations = locations
        let (keys, used) = Self.segmentKeys(of: streets)
        isUsed = used
        segments = []
        segments.reserveCapacity(keys.count)
        let isPlaceable = locations.allSatisfy(\.isFinite)
        var isBlocked = ContiguousArray<Bool>()
        var isTaken = ContiguousArray<Bool>()
        if !streets.blocked.isEmpty {
            isBlocked = ContiguousArray(repeating: false, count: streets.nodes.count)
            isTaken = isBlocked
            for node in streets.blocked { isBlocked[Int(node)] = true }
        }
        var last: UInt64?
        for key in keys where key != last {
            last = key
            var (a, b) = (Int32(key >> 32), Int32(key & 0xFFFF_FFFF))
            guard isPlaceable || locations[Int(a)].isFinite && locations[Int(b)].isFinite else {
                unplaceable += 1
                continue
            }
            if !isBlocked.isEmpty {
                a = side(of: a, isBlocked, &isTaken)
                b = side(of: b, isBlocked, &isTaken)
            }
            segments.append((a, b))
        }
        index()
    }

    /// How many vertices there are.
    var vertexCount: Int { places.count + nodesOfSides.count }

    /// How many nodes the source has: the vertices before the further sides.
    var nodeCount: Int { places.count }

    /// The source's node that a vertex is, or is a side of.
    @inline(__always)
    func node(ofVertex vertex: Int32) -> Int32 {
        Int(vertex) < places.count ? vertex : nodesOfSides[Int(vertex) - places.count]
    }

    /// Where a vertex lies, on WGS 84.
    @inline(__always)
    func place(of vertex: Int32) -> GeographicPoint { places[Int(node(ofVertex: vertex))] }

    /// Where a vertex lies on the working plane.
    @inline(__always)
    func location(of vertex: Int32) -> PlanePoint { locations[Int(node(ofVertex: vertex))] }

    /// The vertex at the other end of a segment.
    @inline(__always)
    func other(of segment: Int32, than vertex: Int32) -> Int32 {
        let ends = segments[Int(segment)]
        return ends.a == vertex ? ends.b : ends.a
    }

    /// How many segments end at a vertex.
    @inline(__always)
    func degree(of vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }

    /// Lets go of the segments; vertices stay.
    mutating func forgetSegments() { (segments, offsets, incident) = ([], [], []) }

    /// Lets go of where vertices lie on the plane.
    mutating func forgetLocations() { locations = [] }

    /// The geodesic lengths of a range of segments, in micrometres, each rounded by itself.
    func lengths(ofSegments range: Range<Int>) -> ContiguousArray<Int64> {
        let segments = segments.span
        var lengths = ContiguousArray<Int64>(repeating: 0, count: range.count)
        var filled = lengths.mutableSpan
        for i in filled.indices {
            let ends = segments[range.lowerBound + i]
            filled[i] =
                Micrometres(Ellipsoid.wgs84.distance(place(of: ends.a), place(of: ends.b))).count
        }
        return lengths
    }

    /// Both nodes of every segment of every way, the smaller in the upper half, sorted and with repetitions; and
    /// which nodes the ways refer to.
    private static func segmentKeys(
        of streets: Streets
    ) -> (keys: ContiguousArray<UInt64>, used: ContiguousArray<Bool>) {
        var used = ContiguousArray(repeating: false, count: streets.nodes.count)
        var keys = ContiguousArray<UInt64>()
        keys.reserveCapacity(streets.wayNodes.count)
        let wayNodes = streets.wayNodes.span
        for way in 0..<streets.wayCount {
            let range = streets.nodeRange(ofWay: way)
            for i in range {
                let b = wayNodes[i]
                used[Int(b)] = true
                guard i > range.lowerBound else { continue }
                let a = wayNodes[i - 1]
                if a != b { keys.append(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) }
            }
        }
        RadixSort.sort(&keys)
        return (keys, used)
    }

    /// The vertex at which a segment ends that comes to a node: where nobody passes, one of its own.
    private mutating func side(
        of node: Int32, _ isBlocked: ContiguousArray<Bool>, _ isTaken: inout ContiguousArray<Bool>
    ) -> Int32 {
        guard isBlocked[Int(node)] else { return node }
        guard isTaken[Int(node)] else {
            isTaken[Int(node)] = true
            return node
        }
        nodesOfSides.append(node)
        isUsed.append(true)
        return Int32(vertexCount - 1)
    }

    /// Fills the columns that lead from a vertex to its segments.
    private mutating func index() {
        var offsets = ContiguousArray<Int32>(repeating: 0, count: vertexCount + 1)
        for segment in segments {
            offsets[Int(segment.a) + 1] += 1
            offsets[Int(segment.b) + 1] += 1
        }
        for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
        var incident = ContiguousArray<Int32>(repeating: 0, count: 2 * segments.count)
        var next = offsets
        for index in segments.indices {
            let (a, b) = segments[index]
            incident[Int(next[Int(a)])] = Int32(index)
            next[Int(a)] += 1
            incident[Int(next[Int(b)])] = Int32(index)
            next[Int(b)] += 1
        }
        self.offsets = offsets
        self.incident = incident
    }
}
