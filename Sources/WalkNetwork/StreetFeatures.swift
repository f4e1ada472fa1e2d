/// What in the streets slows some walkers down or stops them: stairs, and the crossings of roads.
///
/// Known only where a walking profile asks for it.
package struct StreetFeatures: Sendable, Equatable {
    /// A node where walkers cross a road.
    package struct Crossing: Sendable, Equatable {
        /// The node.
        package let node: Int32
        /// How the crossing is kept.
        package let kind: CrossingKind

        /// Names a node as a crossing.
        package init(node: Int32, kind: CrossingKind) {
            self.node = node
            self.kind = kind
        }
    }

    /// Ascending indices of the ways that are stairs.
    package let stairs: [Int32]
    /// The crossings, ascending by node, each node once.
    package let crossings: [Crossing]

    /// Makes features of columns that are as the properties say.
    package init(stairs: [Int32] = [], crossings: [Crossing] = []) {
        self.stairs = stairs
        self.crossings = crossings
    }
}

/// How a crossing of a road is kept.
package enum CrossingKind: UInt8, Sendable, Hashable, CaseIterable {
    /// By traffic lights.
    case signals = 1
    /// Not at all: nothing marks it on the road.
    case unmarked = 2
    /// Otherwise: marked, or nobody has noted how.
    case other = 3
}

/// What a vertex of an edge, and the segment that begins at it, are to a walker; one byte.
struct VertexMark: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    var rawValue: UInt8

    static let stairs: UInt8 = 4
    static let offGround: UInt8 = 8

    /// The crossing at the vertex; nothing where there is none.
    var crossing: CrossingKind? { CrossingKind(rawValue: rawValue & 3) }
    /// Whether the segment that begins here is a stair.
    var isStairs: Bool { rawValue & Self.stairs != 0 }
    /// Whether the segment that begins here runs over or under the ground.
    var isOffGround: Bool { rawValue & Self.offGround != 0 }
}

extension VertexMark {
    /// The marks of all vertices of a contraction, in its order; none at all where nothing is marked.
    ///
    /// A segment that several ways share is a stair, or off the ground, only where all of them are.
    static func marks(
        of streets: Streets, graph: StreetGraph, vertices: ContiguousArray<Int32>,
        offsets: ContiguousArray<Int32>
    ) -> ContiguousArray<UInt8> {
        guard let features = streets.features else { return [] }
        let stairs = segments(of: streets, ways: Set(features.stairs))
        let offGround = segments(
            of: streets,
            ways: Set((0..<Int32(streets.wayCount)).filter { streets.level(ofWay: Int($0)) != 0 }))
        guard !stairs.isEmpty || !offGround.isEmpty || !features.crossings.isEmpty else { return [] }
        var kinds = ContiguousArray<UInt8>(repeating: 0, count: streets.nodes.count)
        for crossing in features.crossings { kinds[Int(crossing.node)] = crossing.kind.rawValue }
        var marks = ContiguousArray<UInt8>()
        marks.reserveCapacity(vertices.count)
        for edge in 0..<max(offsets.count - 1, 0) {
            let last = Int(offsets[edge + 1]) - 1
            for index in Int(offsets[edge])...last {
                let node = graph.node(ofVertex: vertices[index])
                var mark = kinds[Int(node)]
                if index < last {
                    let key = segmentKey(node, graph.node(ofVertex: vertices[index + 1]))
                    if stairs.contains(key) { mark |= Self.stairs }
                    if offGround.contains(key) { mark |= Self.offGround }
                }
                marks.append(mark)
            }
        }
        return marks
    }

    /// The segments that belong to some ways and to no others.
    private static func segments(of streets: Streets, ways: Set<Int32>) -> Set<UInt64> {
        guard !ways.isEmpty else { return [] }
        var found = Set<UInt64>()
        func visit(_ way: Int32, _ body: (UInt64) -> Void) {
            let range = streets.nodeRange(ofWay: Int(way))
            for i in range.dropFirst() {
                body(segmentKey(streets.wayNodes[i - 1], streets.wayNodes[i]))
            }
        }
        for way in ways { visit(way) { found.insert($0) } }
        for way in 0..<Int32(streets.wayCount) where !ways.contains(way) { visit(way) { found.remove($0) } }
        return found
    }

    private static func segmentKey(_ a: Int32, _ b: Int32) -> UInt64 {
        UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }
}
