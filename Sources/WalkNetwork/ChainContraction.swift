internal import Geodesy
internal import Geometry

/// The kept part of a street graph with every chain of vertices of degree two made one edge.
///
/// Nodes are the vertices where other than two segments end, and of a ring without any such vertex the one read
/// first. They are numbered along a Hilbert curve, edges by the node they start at.
struct ChainContraction {
    private(set) var nodeLocations: ContiguousArray<PlanePoint> = []
    private(set) var edgeStarts: ContiguousArray<Int32> = []
    private(set) var edgeEnds: ContiguousArray<Int32> = []
    private(set) var vertexOffsets: ContiguousArray<Int32> = [0]
    private(set) var vertexPlaces: ContiguousArray<GeographicPoint> = []
    private(set) var vertexLocations: ContiguousArray<PlanePoint> = []
    private(set) var vertexAlong: ContiguousArray<Int64> = []
    private(set) var barriers = Barriers(nodesBySource: [])
    private(set) var segmentCount = 0

    /// Walks every chain once, from its end with the smaller number.
    init(_ graph: StreetGraph, keeping components: StreetComponents) {
        let junctions = Self.junctions(of: graph, keeping: components)
        guard let extent = Envelope(around: junctions.map { graph.locations[Int($0)] }) else { return }
        let curve = HilbertCurve(over: extent)
        let keys = junctions.map { UInt64(curve.number(of: graph.locations[Int($0)])) << 32 | UInt64($0) }
            .sorted()
        var numbers = ContiguousArray<Int32>(repeating: -1, count: graph.nodes.count)
        var vertices: [Int32] = []
        vertices.reserveCapacity(keys.count)
        for key in keys {
            let vertex = Int32(key & 0xFFFF_FFFF)
            numbers[Int(vertex)] = Int32(vertices.count)
            vertices.append(vertex)
            nodeLocations.append(graph.locations[Int(vertex)])
        }
        vertexPlaces.reserveCapacity(graph.segments.count + vertices.count)
        vertexLocations.reserveCapacity(graph.segments.count + vertices.count)
        vertexAlong.reserveCapacity(graph.segments.count + vertices.count)

        var isWalked = ContiguousArray(repeating: false, count: graph.segments.count)
        for start in vertices {
            for i in graph.offsets[Int(start)]..<graph.offsets[Int(start) + 1] {
                let segment = graph.incident[Int(i)]
                if !isWalked[Int(segment)] {
                    walk(graph, from: start, along: segment, numbers: numbers, isWalked: &isWalked)
                }
            }
        }
        barriers = Barriers(
            nodesBySource: Self.sides(of: graph, keeping: components).map { $0.map { numbers[Int($0)] } })
    }

    private mutating func walk(
        _ graph: StreetGraph, from start: Int32, along first: Int32, numbers: ContiguousArray<Int32>,
        isWalked: inout ContiguousArray<Bool>
    ) {
        var along: Int64 = 0
        var (vertex, segment) = (start, first)
        append(vertex, of: graph, along: 0)
        while true {
            isWalked[Int(segment)] = true
            segmentCount += 1
            let next = graph.other(of: segment, than: vertex)
            along +=
                Micrometres(
                    Ellipsoid.wgs84.distance(graph.places[Int(vertex)], graph.places[Int(next)])
                ).count
            append(next, of: graph, along: along)
            vertex = next
            if numbers[Int(vertex)] >= 0 { break }
            let at = Int(graph.offsets[Int(vertex)])
            segment = graph.incident[at] == segment ? graph.incident[at + 1] : graph.incident[at]
        }
        edgeStarts.append(numbers[Int(start)])
        edgeEnds.append(numbers[Int(vertex)])
        vertexOffsets.append(Int32(vertexAlong.count))
    }

    private mutating func append(_ vertex: Int32, of graph: StreetGraph, along: Int64) {
        vertexPlaces.append(graph.places[Int(vertex)])
        vertexLocations.append(graph.locations[Int(vertex)])
        vertexAlong.append(along)
    }

    /// The kept vertices that become nodes, ascending.
    private static func junctions(of graph: StreetGraph, keeping components: StreetComponents) -> [Int32] {
        var isSeen = ContiguousArray(repeating: false, count: graph.nodes.count)
        var found: [Int32] = []
        func follow(from vertex: Int) {
            var stack = [Int32(vertex)]
            while let at = stack.popLast() {
                for i in graph.offsets[Int(at)]..<graph.offsets[Int(at) + 1] {
                    let next = graph.other(of: graph.incident[Int(i)], than: at)
                    if !isSeen[Int(next)] && graph.degree(of: Int(next)) == 2 {
                        isSeen[Int(next)] = true
                        stack.append(next)
                    }
                }
            }
        }
        for vertex in graph.nodes.indices where components.isKept[vertex] {
            let degree = graph.degree(of: vertex)
            if degree != 2 && degree != 0 {
                isSeen[vertex] = true
                found.append(Int32(vertex))
                follow(from: vertex)
            }
        }
        // What no junction leads to are rings.
        for vertex in graph.nodes.indices
        where components.isKept[vertex] && !isSeen[vertex] && graph.degree(of: vertex) == 2 {
            isSeen[vertex] = true
            found.append(Int32(vertex))
            follow(from: vertex)
        }
        return found.sorted()
    }

    /// The kept vertices of each node that became several, in the order of those nodes.
    private static func sides(
        of graph: StreetGraph, keeping components: StreetComponents
    ) -> [[Int32]] {
        let sources =
            Int(graph.isUsed.count) == 0 ? [] : graph.nodes.indices.filter { Int(graph.nodes[$0]) != $0 }
        var sides: [Int32: [Int32]] = [:]
        for vertex in sources {
            sides[graph.nodes[vertex], default: [graph.nodes[vertex]]].append(Int32(vertex))
        }
        return sides.keys.sorted()
            .map { (sides[$0] ?? []).filter { components.isKept[Int($0)] } }
            .filter { $0.count > 1 }
    }
}
