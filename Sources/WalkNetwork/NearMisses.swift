internal import Geodesy
internal import Geometry

/// Ends of streets that lie near another street and are not joined to it.
struct NearMisses {
    let findings: [NetworkDiagnosis.Finding]

    /// Looks around every end.
    init(of streets: DiagnosedStreets, within limit: Metres, on plane: WorkingPlane) {
        let graph = streets.graph
        var walks = WalksAround(graph, lengths: streets.lengths, limit: limit.value * NetworkDiagnosis.detour)
        var misses: [(end: Int, segment: Int, foot: SegmentFoot)] = []
        for end in streets.ends {
            let place = graph.location(of: Int32(end))
            let own = streets.segment(atEnd: end)
            var best: (segment: Int, foot: SegmentFoot)?
            var isSearched = false
            // Lengths on the plane and on the ground differ by less than one in a hundred.
            streets.index.forEachSegment(near: Envelope(at: place), within: limit.value * 1.01) { vertex in
                let segment = vertex / 2
                guard segment != own, streets.level(ofSegment: segment) == streets.level(ofSegment: own)
                else {
                    return
                }
                let (a, b) = graph.segments[segment]
                let foot = SegmentFoot(of: place, from: graph.location(of: a), to: graph.location(of: b))
                if let best,
                    (best.foot.squaredDistance, best.segment) < (foot.squaredDistance, segment)
                {
                    return
                }
                if !isSearched { walks.search(from: end) }
                isSearched = true
                guard !walks.leads(to: segment, at: foot.fraction) else { return }
                best = (segment, foot)
            }
            if let best { misses.append((end, best.segment, best.foot)) }
        }
        let feet = plane.unproject(misses.map(\.foot.place))
        var listed = Set<UInt64>()
        findings = zip(misses, feet).compactMap { miss, foot in
            let gap = Ellipsoid.wgs84.distance(graph.place(of: Int32(miss.end)), foot)
            guard gap <= limit else { return nil }
            // Two ends that miss each other are one finding.
            let (a, b) = graph.segments[miss.segment]
            if miss.foot.fraction == 0 || miss.foot.fraction == 1 {
                let other = Int(miss.foot.fraction == 0 ? a : b)
                let pair = UInt64(min(miss.end, other)) << 32 | UInt64(max(miss.end, other))
                guard listed.insert(pair).inserted else { return nil }
            }
            var finding = NetworkDiagnosis.Finding(
                kind: .nearMiss, place: graph.place(of: Int32(miss.end)), way: streets.way(atEnd: miss.end))
            finding.other = streets.way(ofSegment: miss.segment)
            finding.gap = gap
            return finding
        }
    }
}

/// The walks from a vertex up to a short limit.
private struct WalksAround {
    private let graph: StreetGraph
    private let lengths: ContiguousArray<Int64>
    private let limit: Int64
    private var walks: [Int32: Int64] = [:]

    init(_ graph: StreetGraph, lengths: ContiguousArray<Int64>, limit: Double) {
        self.graph = graph
        self.lengths = lengths
        self.limit = Micrometres(Metres(limit)).count
    }

    /// Walks from a vertex; so short a limit leaves few vertices, so that each may be visited again.
    mutating func search(from start: Int) {
        walks = [Int32(start): 0]
        var open = [Int32(start)]
        while let vertex = open.popLast() {
            let walk = walks[vertex] ?? 0
            for segment in graph.incident[
                Int(graph.offsets[Int(vertex)])..<Int(graph.offsets[Int(vertex) + 1])]
            {
                let (next, further) = (graph.other(of: segment, than: vertex), walk + lengths[Int(segment)])
                guard further <= limit, further < walks[next] ?? .max else { continue }
                walks[next] = further
                open.append(next)
            }
        }
    }

    /// Whether a walk within the limit leads to a place on a segment, as a share of the way from its first vertex.
    func leads(to segment: Int, at fraction: Double) -> Bool {
        let (a, b) = graph.segments[segment]
        let along = Int64((Double(lengths[segment]) * fraction).rounded())
        if let walk = walks[a], walk + along <= limit { return true }
        if let walk = walks[b], walk + lengths[segment] - along <= limit { return true }
        return false
    }
}
