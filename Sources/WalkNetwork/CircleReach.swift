internal import Geometry

/// What one circle reaches: the walk left at the ends of segments, and how every face stands to it.
///
/// The columns are used again for the next circle; a round's number marks what belongs to it.
struct CircleReach: Sendable {
    /// The streets.
    let network: WalkNetwork
    /// Which street is nearest to each place.
    let faces: StreetFaces
    private let firstSector: Int32
    /// Rounds are counted from 1 to ``lastRound`` and then anew, so that they and two bits fit a byte.
    private var round: UInt8 = 0
    private static let lastRound: UInt8 = 63
    /// The round in which each edge was last visited; of one with facilities on it, ``awaited`` with it until then.
    private var edgeRounds: ContiguousArray<UInt8>
    private static let awaited: UInt8 = 128
    /// The round in which each node last lay deep within: see ``NodeClearances``.
    private var deepRounds: ContiguousArray<UInt8>
    /// The nodes from which something about them has to be looked at: a bit for each, and all ascending.
    ///
    /// What lies together on the ground does so in memory, and is read faster in its order than in that of walks.
    private var shallowBits: ContiguousArray<UInt64>
    private var shallow: ContiguousArray<Int32> = []
    /// What is left at the ends of each segment, where a face beside it has been touched.
    private(set) var segmentRests: ContiguousArray<SIMD2<Float>>
    /// The round in which a face was last touched, times four, and how it then stood.
    private var faceStandings: ContiguousArray<UInt8>
    /// What is left at the vertices that have a face.
    private(set) var sectorRests: ContiguousArray<Float>
    /// The segments beside which places may be reached, and the vertices around which they may, by the numbers of their
    /// faces less that of the first; both in no order of use.
    private(set) var touched: (segments: ContiguousArray<Int32>, sectors: ContiguousArray<Int32>) = ([], [])
    /// The facilities inside segments, and what is left there.
    private(set) var sources: [Int32: [RestProfile.Knot]] = [:]
    /// How long leg and walk may be.
    private(set) var limits = CircleLimits(leg: 0, walk: 0)

    /// How a face stands to a circle.
    enum Standing: UInt8 {
        case outside = 0
        case inside = 1
        case partial = 2
    }

    /// Makes room for a network and its faces.
    init(on network: WalkNetwork, faces: StreetFaces) {
        (self.network, self.faces) = (network, faces)
        firstSector = Int32(faces.firstSector)
        edgeRounds = ContiguousArray(repeating: 0, count: network.edgeCount)
        deepRounds = ContiguousArray(repeating: 0, count: network.nodeCount)
        shallowBits = ContiguousArray(repeating: 0, count: network.nodeCount / 64 + 1)
        segmentRests = ContiguousArray(repeating: .zero, count: network.vertexLocations.count)
        faceStandings = ContiguousArray(repeating: 0, count: faces.faceCount)
        sectorRests = ContiguousArray(repeating: 0, count: faces.sectorCentres.count)
    }

    /// Starts a circle.
    ///
    /// - Parameters:
    ///   - field: The walks from nodes and facilities.
    ///   - reached: The nodes that walks are known from.
    ///   - limits: How long leg and walk may be.
    mutating func start(
        _ field: CircleField, reached: ArraySlice<Int32>, limits: CircleLimits
    ) {
        if round == Self.lastRound { forgetRounds() }
        round += 1
        self.limits = limits
        touched.segments.removeAll(keepingCapacity: true)
        touched.sectors.removeAll(keepingCapacity: true)
        if !sources.isEmpty { sources.removeAll(keepingCapacity: true) }
        // What is written to a column of one's own is not asked each time whether somebody else holds it.
        var (edges, rests, standings, sectors) = (
            ContiguousArray<UInt8>(), ContiguousArray<SIMD2<Float>>(), ContiguousArray<UInt8>(),
            ContiguousArray<Float>()
        )
        swap(&edges, &edgeRounds)
        swap(&rests, &segmentRests)
        swap(&standings, &faceStandings)
        swap(&sectors, &sectorRests)
        var deep = ContiguousArray<UInt8>()
        var bits = ContiguousArray<UInt64>()
        swap(&deep, &deepRounds)
        swap(&bits, &shallowBits)
        markDeep(by: field, reached, deep.mutableSpan, bits.mutableSpan)
        swap(&deep, &deepRounds)
        swap(&bits, &shallowBits)
        visitEdges(
            by: field, edges.mutableSpan, rests.mutableSpan, standings.mutableSpan,
            sectors.mutableSpan)
        swap(&edges, &edgeRounds)
        swap(&rests, &segmentRests)
        swap(&standings, &faceStandings)
        swap(&sectors, &sectorRests)
    }

    /// Makes room for rounds to be counted anew.
    private mutating func forgetRounds() {
        round = 0
        for edge in edgeRounds.indices { edgeRounds[edge] = 0 }
        for node in deepRounds.indices { deepRounds[node] = 0 }
        for face in faceStandings.indices { faceStandings[face] = 0 }
    }

    /// Marks the nodes about which nothing need be looked at, and lists the others.
    private mutating func markDeep(
        by field: CircleField, _ reached: ArraySlice<Int32>, _ deep: consuming MutableSpan<UInt8>,
        _ bits: consuming MutableSpan<UInt64>
    ) {
        var (low, high) = (bits.count, 0)
        for number in reached {
            let node = Int(number)
            let rest = rest(at: number, by: field)
            // What other limits reach farther on must not change the order.
            guard rest >= 0 else { continue }
            if rest >= Double(faces.clearances[node]) {
                deep[node] = round
            } else {
                bits[node >> 6] |= 1 << UInt64(node & 63)
                (low, high) = (min(low, node >> 6), max(high, node >> 6 + 1))
            }
        }
        shallow.removeAll(keepingCapacity: true)
        guard low < high else { return }
        for word in low..<high where bits[word] != 0 {
            var left = bits[word]
            bits[word] = 0
            while left != 0 {
                shallow.append(Int32(word << 6 + left.trailingZeroBitCount))
                left &= left - 1
            }
        }
    }

    private mutating func visitEdges(
        by field: CircleField, _ edges: consuming MutableSpan<UInt8>,
        _ rests: consuming MutableSpan<SIMD2<Float>>, _ standings: consuming MutableSpan<UInt8>,
        _ sectors: consuming MutableSpan<Float>
    ) {
        field.sources.forEach { landing, _, _ in edges[landing.edge] = round | Self.awaited }
        let hasBarriers = !network.barriers.isEmpty
        for node in shallow {
            visitEdges(at: node, by: field, &edges, &rests, &standings, &sectors)
            guard hasBarriers else { continue }
            for side in network.barriers.sides(at: node) ?? [] {
                visitEdges(at: side, by: field, &edges, &rests, &standings, &sectors)
            }
        }
        field.sources.forEach { landing, _, _ in
            visit(landing.edge, by: field, &edges, &rests, &standings, &sectors)
        }
        let leg = Float(limits.leg)
        for sector in touched.sectors {
            let face = Int(firstSector + sector)
            let isInside = min(sectors[Int(sector)], leg) >= faces.faces[face].reach
            standings[face] = mark(isInside ? .inside : .partial)
        }
    }

    private mutating func visitEdges(
        at node: Int32, by field: CircleField, _ edges: inout MutableSpan<UInt8>,
        _ rests: inout MutableSpan<SIMD2<Float>>, _ standings: inout MutableSpan<UInt8>,
        _ sectors: inout MutableSpan<Float>
    ) {
        for arc in network.arcs(ofNode: Int(node)) {
            let edge = network.arcs[arc].edge
            if edges[edge] != round { visit(edge, by: field, &edges, &rests, &standings, &sectors) }
        }
    }

    @inline(__always)
    private func rest(at node: Int32, by field: CircleField) -> Double {
        let walk = field.distances[Int(node)]
        return walk >= StreetSearch.unreached ? -1e9 : limits.walk - Double(walk) * 1e-6
    }

    /// What is left for places that join exactly at a node: more than by its own edges where it is a barrier's side.
    private func cap(at node: Int32, by field: CircleField) -> Double {
        guard let sides = network.barriers.sides(at: node) else { return -1e9 }
        return sides.reduce(-1e9) { max($0, rest(at: $1, by: field)) }
    }

    /// Notes what is left along an edge, unless that has been done.
    private mutating func visit(
        _ edge: Int, by field: CircleField, _ edges: inout MutableSpan<UInt8>,
        _ segmentRests: inout MutableSpan<SIMD2<Float>>, _ standings: inout MutableSpan<UInt8>,
        _ sectors: inout MutableSpan<Float>
    ) {
        guard edges[edge] != round else { return }
        let hasSources = edges[edge] == round | Self.awaited
        edges[edge] = round
        let (start, end) = (network.edgeStarts[edge], network.edgeEnds[edge])
        guard deepRounds[Int(start)] != round, deepRounds[Int(end)] != round else { return }
        let (restStart, restEnd) = (rest(at: start, by: field), rest(at: end, by: field))
        var (capStart, capEnd): (Float, Float) = (-1e9, -1e9)
        if !network.barriers.isEmpty {
            (capStart, capEnd) = (Float(cap(at: start, by: field)), Float(cap(at: end, by: field)))
        }
        guard hasSources || restStart >= 0 || restEnd >= 0 || capStart >= 0 || capEnd >= 0 else { return }
        let first = Int(network.vertexOffsets[edge])
        let last = Int(network.vertexOffsets[edge + 1]) - 2
        let restBack = restEnd - Double(network.edgeLengths[edge]) * 1e-6
        var from = Double(network.vertexAlong[first]) * 1e-6
        var a = max(restStart - from, restBack + from)
        for v in first...last {
            let to = Double(network.vertexAlong[v + 1]) * 1e-6
            let b = max(restStart - to, restBack + to)
            var rests = SIMD2(Float(a), Float(b))
            var peak = -Float.infinity
            if hasSources { peak = addSources(on: edge, segment: v, from, to, by: field, to: &rests) }
            if max(rests.x, rests.y, peak) > 0 {
                // What is left is least somewhere between the ends; beside facilities in between nobody asks.
                let lowest = peak == -.infinity ? (rests.x + rests.y - Float(to - from)) / 2 : -1
                segmentRests[v] = rests
                touchSides(of: v, lowest: lowest, &standings)
            }
            if v == first { rests.x = max(rests.x, capStart) }
            if v == last { rests.y = max(rests.y, capEnd) }
            if max(rests.x, rests.y) > 0 { noteSectors(of: v, rests, &standings, &sectors) }
            (from, a) = (to, b)
        }
    }

    /// Adds what facilities on an edge leave at the ends of one of its segments, and notes those within it.
    ///
    /// - Returns: The most that is left at a facility within the segment; less than any number where there is none.
    private mutating func addSources(
        on edge: Int, segment v: Int, _ from: Double, _ to: Double, by field: CircleField,
        to rests: inout SIMD2<Float>
    ) -> Float {
        var between: [RestProfile.Knot] = []
        field.sources.forEach(onEdge: edge) { position, leg, _ in
            let (rest, at) = (limits.walk - Double(leg) * 1e-6, Double(position) * 1e-6)
            rests.x = max(rests.x, Float(rest - abs(at - from)))
            rests.y = max(rests.y, Float(rest - abs(at - to)))
            if at > from && at < to { between.append((at - from, rest)) }
        }
        guard let peak = between.map(\.rest).max() else { return -.infinity }
        sources[Int32(v)] = between
        return Float(peak)
    }

    /// Notes how the faces on the sides of a segment stand, by what is least left along it.
    @inline(__always)
    private mutating func touchSides(
        of v: Int, lowest: Float, _ standings: inout MutableSpan<UInt8>
    ) {
        let lowest = min(lowest, Float(limits.leg))
        let (left, right) = (faces.faces[2 * v], faces.faces[2 * v + 1])
        let end = faces.faces[2 * v + 2].firstSide
        guard left.firstSide < end else { return }
        if left.firstSide < right.firstSide {
            standings[2 * v] = mark(lowest >= left.reach ? .inside : .partial)
        }
        if right.firstSide < end {
            standings[2 * v + 1] = mark(lowest >= right.reach ? .inside : .partial)
        }
        touched.segments.append(Int32(v))
    }

    /// Notes what is left at the vertices of a segment, as far as they have a face.
    @inline(__always)
    private mutating func noteSectors(
        of v: Int, _ rests: SIMD2<Float>, _ standings: inout MutableSpan<UInt8>,
        _ sectors: inout MutableSpan<Float>
    ) {
        for k in 4 * v..<4 * v + 4 {
            let face = faces.besides[k]
            let rest = rests[k & 1]
            guard face >= firstSector, rest > 0 else { continue }
            let sector = Int(face - firstSector)
            if standings[Int(face)] >> 2 != round {
                standings[Int(face)] = mark(.outside)
                touched.sectors.append(Int32(sector))
                sectors[sector] = rest
            } else {
                sectors[sector] = max(sectors[sector], rest)
            }
        }
    }

    @inline(__always)
    private func mark(_ standing: Standing) -> UInt8 { round << 2 | standing.rawValue }

    /// How a face stands to the circle.
    @inline(__always)
    func standing(of face: Int32) -> Standing {
        guard face >= 0 else { return .outside }
        let standing = faceStandings[Int(face)]
        guard standing >> 2 == round else { return isDeep(face) ? .inside : .outside }
        return Standing(rawValue: standing & 3) ?? .outside
    }

    /// Whether a face lies beside an edge with an end from which nothing about it need be looked at.
    @inline(__always)
    private func isDeep(_ face: Int32) -> Bool {
        let edge = Int(faces.segmentEdges[faces.segment(ofFace: face)])
        return deepRounds[Int(network.edgeStarts[edge])] == round
            || deepRounds[Int(network.edgeEnds[edge])] == round
    }
}
