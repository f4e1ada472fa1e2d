internal import Geometry

/// Facilities as they lie on the edges of a network, sorted by edge.
struct FacilitiesOnEdges: Sendable {
    private struct Entry: Sendable {
        let edge: Int32
        let rank: Int32
        let position: Int64
        let leg: Int64
    }

    private let entries: ContiguousArray<Entry>

    /// Lists every landing of every facility; ranks are indices.
    init(_ facilities: [Attachment?], on network: WalkNetwork) {
        var entries: ContiguousArray<Entry> = []
        for (rank, facility) in facilities.enumerated() {
            guard let facility else { continue }
            network.forEachLanding(of: facility) { landing in
                entries.append(
                    Entry(
                        edge: Int32(landing.edge), rank: Int32(rank), position: landing.position,
                        leg: facility.leg.count))
            }
        }
        entries.sort { ($0.edge, $0.position, $0.leg, $0.rank) < ($1.edge, $1.position, $1.leg, $1.rank) }
        self.entries = entries
    }

    /// Every landing with the facility's leg (micrometres) and rank, by edge.
    func forEach(_ body: (Landing, Int64, Int32) -> Void) {
        for entry in entries {
            body(Landing(edge: Int(entry.edge), position: entry.position), entry.leg, entry.rank)
        }
    }

    /// Whether no facility lies on an edge.
    func isEmpty(onEdge edge: Int) -> Bool {
        let first = firstEntry(onEdge: edge)
        return first == entries.count || Int(entries[first].edge) != edge
    }

    /// Position, leg (both in micrometres) and rank of every facility on an edge, in order of position.
    func forEach(onEdge edge: Int, _ body: (Int64, Int64, Int32) -> Void) {
        var at = firstEntry(onEdge: edge)
        while at < entries.count, Int(entries[at].edge) == edge {
            body(entries[at].position, entries[at].leg, entries[at].rank)
            at += 1
        }
    }

    /// Edge, position and leg (both in micrometres) of every facility on some edges, in their order.
    func forEach(onEdges edges: Range<Int>, _ body: (Int, Int64, Int64) -> Void) {
        var at = firstEntry(onEdge: edges.lowerBound)
        while at < entries.count, Int(entries[at].edge) < edges.upperBound {
            body(Int(entries[at].edge), entries[at].position, entries[at].leg)
            at += 1
        }
    }

    private func firstEntry(onEdge edge: Int) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(entries[middle].edge) < edge { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
