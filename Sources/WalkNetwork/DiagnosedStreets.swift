internal import Geodesy
internal import Geometry

/// The streets as a graph that knows which way each of its segments is of, and finds segments by place.
struct DiagnosedStreets {
    let graph: StreetGraph
    let components: StreetComponents
    /// The length of each segment, in micrometres.
    let lengths: ContiguousArray<Int64>
    /// Finds segments: the one of the graph's index `i` runs from the index's vertex `2 i` to the next.
    let index: SegmentIndex
    /// For each segment the first way that holds it.
    private let wayOfSegment: [Int32]
    private let streets: Streets

    init(_ streets: Streets, on plane: WorkingPlane) {
        let locations = ContiguousArray(plane.project(streets.nodes))
        let graph = StreetGraph(streets, locations: locations)
        self.streets = streets
        self.graph = graph
        components = StreetComponents(graph)
        lengths = graph.lengths(ofSegments: graph.segments.indices)
        wayOfSegment = Self.ways(of: streets, locations)
        var ends = ContiguousArray<PlanePoint>()
        ends.reserveCapacity(2 * graph.segments.count)
        for segment in graph.segments {
            ends.append(graph.location(of: segment.a))
            ends.append(graph.location(of: segment.b))
        }
        index = SegmentIndex(
            locations: Column(ends),
            edgeOffsets: Column(ContiguousArray((0...graph.segments.count).map { Int32(2 * $0) })))
    }

    /// The first way of every segment of the graph, which stand in the order of their two nodes.
    private static func ways(of streets: Streets, _ locations: ContiguousArray<PlanePoint>) -> [Int32] {
        var entries: [(key: UInt64, way: Int32)] = []
        entries.reserveCapacity(streets.wayNodes.count)
        for way in 0..<streets.wayCount {
            for i in streets.nodeRange(ofWay: way).dropFirst() {
                let (a, b) = (streets.wayNodes[i - 1], streets.wayNodes[i])
                guard a != b, locations[Int(a)].isFinite, locations[Int(b)].isFinite else { continue }
                entries.append((UInt64(min(a, b)) << 32 | UInt64(max(a, b)), Int32(way)))
            }
        }
        entries.sort { ($0.key, $0.way) < ($1.key, $1.way) }
        var ways: [Int32] = []
        for (i, entry) in entries.enumerated() where i == 0 || entries[i - 1].key != entry.key {
            ways.append(entry.way)
        }
        return ways
    }

    /// The source's id of a segment's way.
    func way(ofSegment segment: Int) -> Int64 { streets.wayIDs[Int(wayOfSegment[segment])] }

    /// How high a segment's way lies over or under the ground.
    func level(ofSegment segment: Int) -> Int8 { streets.level(ofWay: Int(wayOfSegment[segment])) }

    /// The source's nodes at both ends of a segment.
    func nodes(ofSegment segment: Int) -> Set<Int32> {
        let (a, b) = graph.segments[segment]
        return [graph.node(ofVertex: a), graph.node(ofVertex: b)]
    }

    /// Whether a place on a segment, as a share of the way from its first vertex, is where its street ends.
    func isEnd(of segment: Int, at fraction: Double) -> Bool {
        guard fraction == 0 || fraction == 1 else { return false }
        let (a, b) = graph.segments[segment]
        return graph.degree(of: Int(fraction == 0 ? a : b)) == 1
    }

    /// The one segment at an end.
    func segment(atEnd vertex: Int) -> Int { Int(graph.incident[Int(graph.offsets[vertex])]) }

    /// The source's id of the way that ends at a vertex.
    func way(atEnd vertex: Int) -> Int64 { way(ofSegment: segment(atEnd: vertex)) }

    /// Where a street ends, kept or not; not at a node that lets nobody pass, which ends it on purpose.
    var ends: [Int] {
        var isBlocked = [Bool](repeating: false, count: graph.vertexCount)
        for node in streets.blocked { isBlocked[Int(node)] = true }
        return (0..<graph.nodeCount).filter { graph.degree(of: $0) == 1 && !isBlocked[$0] }
    }

    /// The ends of kept streets.
    var deadEnds: [Int] { ends.filter { components.isKept[$0] } }

    /// The components that are not kept, with the kept street nearest to each.
    func droppedComponents(on plane: WorkingPlane) -> [NetworkDiagnosis.Finding] {
        var lengthOf: [Int32: Int64] = [:]
        var nearest: [Int32: (squared: Double, segment: Int, foot: PlanePoint, from: Int)] = [:]
        let kept = keptIndex
        for (segment, ends) in graph.segments.enumerated() where !components.isKept[Int(ends.a)] {
            let component = components.representatives[Int(ends.a)]
            lengthOf[component, default: 0] += lengths[segment]
            for vertex in [Int(ends.a), Int(ends.b)] {
                guard let found = kept.index.nearest(to: graph.location(of: Int32(vertex))),
                    found.foot.squaredDistance < nearest[component]?.squared ?? .infinity
                else { continue }
                nearest[component] = (
                    found.foot.squaredDistance, kept.segments[found.segment / 2], found.foot.place, vertex
                )
            }
        }
        let representatives = (0..<graph.nodeCount).filter {
            components.sizes[$0] > 0 && !components.isKept[$0]
        }
        let feet = plane.unproject(representatives.compactMap { nearest[Int32($0)]?.foot })
        var next = 0
        return representatives.compactMap { vertex in
            let component = Int32(vertex)
            // A node that no segment leaves has no way of its own.
            guard graph.degree(of: vertex) > 0 else { return nil }
            var finding = NetworkDiagnosis.Finding(
                kind: .droppedComponent, place: graph.place(of: Int32(vertex)), way: way(atEnd: vertex))
            finding.nodes = Int(components.sizes[vertex])
            finding.length = Micrometres(lengthOf[component] ?? 0)
            if let near = nearest[component] {
                finding.other = way(ofSegment: near.segment)
                finding.gap = Ellipsoid.wgs84.distance(graph.place(of: Int32(near.from)), feet[next])
                next += 1
            }
            return finding
        }
    }

    /// The kept segments, found by place.
    private var keptIndex: (index: SegmentIndex, segments: [Int]) {
        let segments = graph.segments.indices.filter { components.isKept[Int(graph.segments[$0].a)] }
        var ends = ContiguousArray<PlanePoint>()
        for segment in segments {
            ends.append(graph.location(of: graph.segments[segment].a))
            ends.append(graph.location(of: graph.segments[segment].b))
        }
        let offsets = ContiguousArray((0...segments.count).map { Int32(2 * $0) })
        return (SegmentIndex(locations: Column(ends), edgeOffsets: Column(offsets)), segments)
    }
}
