internal import Geometry

/// The kept part of a street graph with every chain of vertices of degree two made one edge.
///
/// Nodes are the vertices where other than two segments end, and of a ring without any such vertex the one read
/// first. They are numbered along a Hilbert curve, edges by the node they start at.
struct ChainContraction {
    private(set) var nodeCount = 0
    private(set) var edgeStarts: ContiguousArray<Int32> = []
    private(set) var edgeEnds: ContiguousArray<Int32> = []
    private(set) var edgeLengths: ContiguousArray<Int64> = []
    private(set) var vertexOffsets: ContiguousArray<Int32> = [0]
    /// The vertex of the graph that each vertex of an edge is.
    private(set) var vertices: ContiguousArray<Int32> = []
    private(set) var vertexAlong: ContiguousArray<Int64> = []
    private(set) var barriers = Barriers(nodesBySource: [])

    /// Walks every chain once, from its end with the smaller number.
    ///
    /// - Parameters:
    ///   - graph: The graph.
    ///   - components: Which of its vertices are kept.
    ///   - lengths: The length of each segment, in micrometres.
    init(
        _ graph: StreetGraph, keeping components: StreetComponents, lengths: ContiguousArray<Int64>
    ) {
        let junctions = Self.junctions(of: graph, keeping: components)
        guard let extent = Envelope(aroundAll: junctions, of: graph) else { return }
        let curve = HilbertCurve(over: extent)
        var keys = ContiguousArray<UInt64>()
        keys.reserveCapacity(junctions.count)
        for vertex in junctions {
            keys.append(UInt64(curve.number(of: graph.location(of: vertex))) << 32 | UInt64(vertex))
        }
        RadixSort.sort(&keys, fromBit: 32)
        var numbers = ContiguousArray<Int32>(repeating: -1, count: graph.vertexCount)
        nodeCount = keys.count
        for (number, key) in keys.enumerated() {
            numbers[Int(key & 0xFFFF_FFFF)] = Int32(number)
        }
        vertices.reserveCapacity(graph.segments.count + keys.count)
        vertexAlong.reserveCapacity(graph.segments.count + keys.count)

        var isWalked = ContiguousArray(repeating: false, count: graph.segments.count)
        for key in keys {
            let start = Int32(key & 0xFFFF_FFFF)
            for i in graph.offsets[Int(start)]..<graph.offsets[Int(start) + 1] {
                let segment = graph.incident[Int(i)]
                if !isWalked[Int(segment)] {
                    walk(
                        graph, from: start, along: segment, lengths: lengths, numbers: numbers,
                        isWalked: &isWalked)
                }
            }
        }
        barriers = Barriers(
            nodesBySource: Self.sides(of: graph, keeping: components).map { $0.map { numbers[Int($0)] } })
    }

    private mutating func walk(
        _ graph: StreetGraph, from start: Int32, along first: Int32, lengths: ContiguousArray<Int64>,
        numbers: ContiguousArray<Int32>, isWalked: inout ContiguousArray<Bool>
    ) {
        var along: Int64 = 0
        var (vertex, segment) = (start, first)
        vertices.append(vertex)
        vertexAlong.append(0)
        while true {
            isWalked[Int(segment)] = true
            along += lengths[Int(segment)]
            vertex = graph.other(of: segment, than: vertex)
            vertices.append(vertex)
            vertexAlong.append(along)
            if numbers[Int(vertex)] >= 0 { break }
            let at = Int(graph.offsets[Int(vertex)])
            segment = graph.incident[at] == segment ? graph.incident[at + 1] : graph.incident[at]
        }
        edgeStarts.append(numbers[Int(start)])
        edgeEnds.append(numbers[Int(vertex)])
        edgeLengths.append(along)
        vertexOffsets.append(Int32(vertices.count))
    }

    /// The kept vertices that become nodes, ascending.
    private static func junctions(
        of graph: StreetGraph, keeping components: StreetComponents
    ) -> ContiguousArray<Int32> {
        // A component without any junction is a ring, and the vertex read first represents it.
        var isRing = ContiguousArray(repeating: true, count: graph.vertexCount)
        for vertex in 0..<graph.vertexCount where graph.degree(of: vertex) != 2 {
            isRing[Int(components.representatives[vertex])] = false
        }
        var found = ContiguousArray<Int32>()
        for vertex in 0..<graph.vertexCount where components.isKept[vertex] {
            let degree = graph.degree(of: vertex)
            if degree == 2 ? isRing[vertex] && Int(components.representatives[vertex]) == vertex : degree != 0
            {
                found.append(Int32(vertex))
            }
        }
        return found
    }

    /// The kept vertices of each node that became several, in the order of those nodes.
    private static func sides(
        of graph: StreetGraph, keeping components: StreetComponents
    ) -> [[Int32]] {
        var sides: [Int32: [Int32]] = [:]
        for (index, node) in graph.nodesOfSides.enumerated() {
            sides[node, default: [node]].append(Int32(graph.nodeCount + index))
        }
        return sides.keys.sorted()
            .map { (sides[$0] ?? []).filter { components.isKept[Int($0)] } }
            .filter { $0.count > 1 }
    }
}

extension Envelope<PlanePoint> {
    /// The smallest envelope around some vertices of a graph; nothing where there are none.
    init?(aroundAll vertices: ContiguousArray<Int32>, of graph: StreetGraph) {
        guard let first = vertices.first else { return nil }
        var box = Envelope(at: graph.location(of: first))
        for vertex in vertices { box.widen(to: graph.location(of: vertex)) }
        self = box
    }

    /// The smallest envelope around a whole column of places; nothing where it is empty.
    init?(aroundAll places: Column<PlanePoint>) {
        guard let first = places.first else { return nil }
        var box = Envelope(at: first)
        for place in places { box.widen(to: place) }
        self = box
    }

    /// Widens the envelope to take in a place.
    @inline(__always)
    mutating func widen(to p: PlanePoint) {
        west = Swift.min(west, p.x)
        south = Swift.min(south, p.y)
        east = Swift.max(east, p.x)
        north = Swift.max(north, p.y)
    }
}
