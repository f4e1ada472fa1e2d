internal import Geometry

/// What one circle reaches: the walk left at the ends of segments, and which tiles its boundary may cross.
///
/// The columns are used again for the next circle; a round's number marks what belongs to it.
struct CircleReach {
    /// Slack for walks kept as single-precision metres.
    static let slack: Float = 0.02

    private let network: WalkNetwork
    private let faces: StreetFaces
    private var round: Int32 = 0
    private var edgeRounds: ContiguousArray<Int32>
    private var segmentRounds: ContiguousArray<Int32>
    private var segmentRests: ContiguousArray<SIMD2<Float>>
    private var tileRounds: ContiguousArray<Int32>
    private var tilesInside: ContiguousArray<Int32>
    /// The tiles with a face that may be reached, in no order of use.
    private(set) var touched: ContiguousArray<Int32> = []
    /// What is to be said of some segments beyond their ends.
    private(set) var specials: ContiguousArray<SpecialPiece> = []
    private var specialOfSegment: [Int32: Int32] = [:]
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
        edgeRounds = ContiguousArray(repeating: 0, count: network.edgeCount)
        segmentRounds = ContiguousArray(repeating: 0, count: network.vertexLocations.count)
        segmentRests = ContiguousArray(repeating: .zero, count: network.vertexLocations.count)
        tileRounds = ContiguousArray(repeating: 0, count: faces.tileCount)
        tilesInside = ContiguousArray(repeating: 0, count: faces.tileCount)
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
        specials.removeAll(keepingCapacity: true)
        if !specialOfSegment.isEmpty { specialOfSegment.removeAll(keepingCapacity: true) }
        let hasBarriers = !network.barriers.isEmpty
        for node in reached {
            visitEdges(at: node, by: field)
            guard hasBarriers else { continue }
            for side in network.barriers.sides(at: node) ?? [] { visitEdges(at: side, by: field) }
        }
        field.sources.forEach { landing, _, _ in visit(landing.edge, by: field) }
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
            var special: SpecialPiece?
            if hasSources {
                var inside: [(along: Double, rest: Double)] = []
                field.sources.forEach(onEdge: edge) { position, leg, _ in
                    let rest = limits.walk - Double(leg) * 1e-6
                    a = max(a, rest - Double(abs(position - from)) * 1e-6)
                    b = max(b, rest - Double(abs(position - to)) * 1e-6)
                    if position > from && position < to {
                        inside.append((Double(position - from) * 1e-6, rest))
                    }
                }
                if !inside.isEmpty { special = SpecialPiece(sources: inside, capA: -1e9, capB: -1e9) }
            }
            if v == range.lowerBound && capStart > a {
                special = special ?? SpecialPiece(capA: -1e9, capB: -1e9)
                special?.capA = capStart
            }
            if v == last && capEnd > b {
                special = special ?? SpecialPiece(capA: -1e9, capB: -1e9)
                special?.capB = capEnd
            }
            note(v, rests: SIMD2(Float(a), Float(b)), length: Float(to - from) * 1e-6, special)
            from = to
        }
    }

    /// Notes what is left at the ends of a segment, and the tiles where that may matter.
    private mutating func note(
        _ v: Int, rests: SIMD2<Float>, length: Float, _ special: SpecialPiece?
    ) {
        let standing = Standings(rests: rests, length: length, special: special, leg: Float(limits.leg))
        guard standing.highest >= -Self.slack else { return }
        segmentRounds[v] = special == nil ? round : -round
        segmentRests[v] = rests
        if let special {
            specialOfSegment[Int32(v)] = Int32(specials.count)
            specials.append(special)
        }
        for entry in Int(faces.entryOffsets[v])..<Int(faces.entryOffsets[v + 1]) {
            let standing = standing.standing(legs: faces.entryLegs[entry])
            guard standing != .outside else { continue }
            let tile = Int(faces.entryTiles[entry])
            if tileRounds[tile] != round {
                tileRounds[tile] = round
                tilesInside[tile] = 0
                touched.append(Int32(tile))
            }
            if standing == .inside { tilesInside[tile] += 1 }
        }
    }

    /// Whether all of a touched tile lies inside.
    @inline(__always)
    func isInside(_ tile: Int) -> Bool {
        tilesInside[tile] == faces.faceOffsets[tile + 1] - faces.faceOffsets[tile]
    }

    /// How a face stands to the circle.
    @inline(__always)
    func standing(ofFace face: Int) -> Standing {
        let v = Int(faces.faceSegments[face])
        guard abs(segmentRounds[v]) == round else { return .outside }
        guard segmentRounds[v] > 0 else { return .partial }
        let length = Float(network.vertexAlong[v + 1] - network.vertexAlong[v]) * 1e-6
        return Standings(rests: segmentRests[v], length: length, special: nil, leg: Float(limits.leg))
            .standing(legs: faces.faceLegs[face])
    }

    /// The segment of a partial face as the circle sees it.
    func piece(ofFace face: Int) -> FacePiece {
        let v = Int(faces.faceSegments[face])
        let special = segmentRounds[v] < 0 ? specialOfSegment[Int32(v)] ?? -1 : -1
        return FacePiece(
            segment: v, rests: segmentRests[v], leg: limits.leg, special: special, of: network)
    }

    /// The most and the least that is left along a segment.
    private struct Standings {
        let highest: Float
        private let lowest: Float
        private let leg: Float

        @inline(__always)
        init(rests: SIMD2<Float>, length: Float, special: SpecialPiece?, leg: Float) {
            self.leg = leg
            var highest = max(rests.x, rests.y)
            var lowest = (rests.x + rests.y - length) / 2
            if let special {
                lowest = -.infinity
                highest = max(highest, Float(special.capA), Float(special.capB))
                for source in special.sources { highest = max(highest, Float(source.rest)) }
            }
            (self.highest, self.lowest) = (highest, lowest)
        }

        @inline(__always)
        func standing(legs: LegSpan) -> Standing {
            if highest + CircleReach.slack < legs.least || leg + CircleReach.slack < legs.least {
                return .outside
            }
            let greatest = legs.greatest + CircleReach.slack
            return lowest >= greatest && leg >= greatest ? .inside : .partial
        }
    }
}
