internal import Geometry

/// What one circle reaches: the walk left at the ends of segments, and how every face stands to it.
///
/// The columns are used again for the next circle; a round's number marks what belongs to it.
struct CircleReach {
    private let network: WalkNetwork
    private let faces: StreetFaces
    private var round: Int32 = 0
    private var edgeRounds: ContiguousArray<Int32>
    private var segmentRounds: ContiguousArray<Int32>
    private var segmentRests: ContiguousArray<SIMD2<Float>>
    /// The round in which a face was last touched, times four, and how it then stood.
    private var faceStandings: ContiguousArray<Int32>
    /// What is left at the vertices that have a face.
    private(set) var sectorRests: ContiguousArray<Float>
    /// The faces that may be reached, in no order of use.
    private(set) var touched: ContiguousArray<Int32> = []
    private var touchedSectors: ContiguousArray<Int32> = []
    private var sources: [Int32: [RestProfile.Knot]] = [:]
    /// How long leg and walk may be.
    private(set) var limits = CircleLimits(leg: 0, walk: 0)

    /// How a face stands to a circle.
    enum Standing: Int32 {
        case outside = 0
        case inside = 1
        case partial = 2
    }

    /// Makes room for a network and its faces.
    init(on network: WalkNetwork, faces: StreetFaces) {
        (self.network, self.faces) = (network, faces)
        edgeRounds = ContiguousArray(repeating: 0, count: network.edgeCount)
        segmentRounds = ContiguousArray(repeating: 0, count: network.vertexLocations.count)
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
        round += 1
        self.limits = limits
        touched.removeAll(keepingCapacity: true)
        touchedSectors.removeAll(keepingCapacity: true)
        if !sources.isEmpty { sources.removeAll(keepingCapacity: true) }
        let hasBarriers = !network.barriers.isEmpty
        for node in reached {
            visitEdges(at: node, by: field)
            guard hasBarriers else { continue }
            for side in network.barriers.sides(at: node) ?? [] { visitEdges(at: side, by: field) }
        }
        field.sources.forEach { landing, _, _ in visit(landing.edge, by: field) }
        for sector in touchedSectors {
            let face = faces.firstSector + Int(sector)
            let rest = min(sectorRests[Int(sector)], Float(limits.leg))
            set(face, rest >= faces.faceReaches[face] ? .inside : .partial)
        }
    }

    private mutating func visitEdges(at node: Int32, by field: CircleField) {
        for arc in network.arcs(ofNode: Int(node)) { visit(network.arcs[arc].edge, by: field) }
    }

    private func rest(at node: Int32, by field: CircleField) -> Double {
        let walk = field.distances[Int(node)]
        return walk >= StreetSearch.unreached ? -1e9 : limits.walk - Double(walk) * 1e-6
    }

    /// What is left for places that join exactly at a node: more than by its own edges where it is a barrier's side.
    private func cap(at node: Int32, by field: CircleField) -> Double {
        guard let sides = network.barriers.sides(at: node) else { return -1e9 }
        return sides.reduce(-1e9) { max($0, rest(at: $1, by: field)) }
    }

    /// Notes what is left along an edge.
    private mutating func visit(_ edge: Int, by field: CircleField) {
        guard edgeRounds[edge] != round else { return }
        edgeRounds[edge] = round
        let (start, end) = (network.edgeStarts[edge], network.edgeEnds[edge])
        let (restStart, restEnd) = (rest(at: start, by: field), rest(at: end, by: field))
        let hasSources = !field.sources.isEmpty(onEdge: edge)
        var (capStart, capEnd) = (-1e9, -1e9)
        if !network.barriers.isEmpty {
            (capStart, capEnd) = (cap(at: start, by: field), cap(at: end, by: field))
        }
        guard hasSources || restStart >= 0 || restEnd >= 0 || capStart >= 0 || capEnd >= 0 else { return }
        let range = network.vertices(ofEdge: edge)
        let last = range.upperBound - 2
        let whole = network.edgeLengths[edge]
        var from = network.vertexAlong[range.lowerBound]
        for v in range.lowerBound...last {
            let to = network.vertexAlong[v + 1]
            var a = max(restStart - Double(from) * 1e-6, restEnd - Double(whole - from) * 1e-6)
            var b = max(restStart - Double(to) * 1e-6, restEnd - Double(whole - to) * 1e-6)
            var between: [RestProfile.Knot] = []
            if hasSources {
                field.sources.forEach(onEdge: edge) { position, leg, _ in
                    let rest = limits.walk - Double(leg) * 1e-6
                    a = max(a, rest - Double(abs(position - from)) * 1e-6)
                    b = max(b, rest - Double(abs(position - to)) * 1e-6)
                    if position > from && position < to {
                        between.append((Double(position - from) * 1e-6, rest))
                    }
                }
                if !between.isEmpty { sources[Int32(v)] = between }
            }
            note(v, SIMD2(Float(a), Float(b)), length: Float(to - from) * 1e-6, between)
            if v == range.lowerBound { a = max(a, capStart) }
            if v == last { b = max(b, capEnd) }
            noteSectors(of: v, SIMD2(Float(a), Float(b)))
            from = to
        }
    }

    /// Notes what is left at the ends of a segment, and how the faces on its sides stand.
    private mutating func note(
        _ v: Int, _ rests: SIMD2<Float>, length: Float, _ between: [RestProfile.Knot]
    ) {
        var (highest, lowest) = (max(rests.x, rests.y), (rests.x + rests.y - length) / 2)
        for knot in between {
            lowest = -.infinity
            highest = max(highest, Float(knot.rest))
        }
        guard highest > 0 else { return }
        segmentRounds[v] = round
        segmentRests[v] = rests
        lowest = min(lowest, Float(limits.leg))
        for face in 2 * v...2 * v + 1 where faces.faceOffsets[face] < faces.faceOffsets[face + 1] {
            set(face, lowest >= faces.faceReaches[face] ? .inside : .partial)
        }
    }

    /// Notes what is left at the vertices of a segment, as far as they have a face.
    private mutating func noteSectors(of v: Int, _ rests: SIMD2<Float>) {
        for k in 4 * v..<4 * v + 4 {
            let rest = rests[k & 1]
            guard rest > 0, Int(faces.besides[k]) >= faces.firstSector else { continue }
            let sector = Int(faces.besides[k]) - faces.firstSector
            if faceStandings[faces.firstSector + sector] >> 2 != round {
                faceStandings[faces.firstSector + sector] = round << 2
                touchedSectors.append(Int32(sector))
                sectorRests[sector] = rest
            } else {
                sectorRests[sector] = max(sectorRests[sector], rest)
            }
        }
    }

    private mutating func set(_ face: Int, _ standing: Standing) {
        faceStandings[face] = round << 2 | standing.rawValue
        touched.append(Int32(face))
    }

    /// How a face stands to the circle.
    @inline(__always)
    func standing(of face: Int32) -> Standing {
        guard face >= 0, faceStandings[Int(face)] >> 2 == round else { return .outside }
        return Standing(rawValue: faceStandings[Int(face)] & 3) ?? .outside
    }

    /// What is left at the ends of a segment.
    func rests(ofSegment v: Int) -> (start: Double, end: Double) {
        (Double(segmentRests[v].x), Double(segmentRests[v].y))
    }

    /// The facilities inside a segment, and what is left there.
    func sources(onSegment v: Int) -> [RestProfile.Knot] { sources.isEmpty ? [] : sources[Int32(v)] ?? [] }
}
