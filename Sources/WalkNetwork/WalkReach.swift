package import Geometry

/// A part of an edge that lies within a walk's limit.
package struct ReachedInterval: Hashable, Sendable {
    /// The edge.
    package let edge: Int32
    /// Where the part starts, measured from the edge's start.
    package let start: Micrometres
    /// Where it ends.
    package let end: Micrometres
}

/// Everything that a facility reaches within a limit along the streets, edges cut exactly where the limit ends.
///
/// The walk counts the facility's own leg, but no leg of whoever comes from there.
package struct WalkReach: Sendable {
    /// The limit of the walk.
    package let limit: Micrometres
    /// The nodes reached, ascending.
    package let nodes: [Int32]
    /// The walk from each of those nodes.
    package let walks: [Micrometres]
    /// The parts of edges reached, by edge and by start; parts of one edge do not touch.
    package let intervals: [ReachedInterval]

    /// Searches from a facility.
    package init(of facility: Attachment, on network: WalkNetwork, limit: Micrometres) {
        var search = BoundedSearch(on: network)
        search.run(from: facility, on: network, limit: limit.count)
        self.limit = limit
        let nodes = search.reached.sorted()
        self.nodes = nodes
        walks = nodes.map { Micrometres(search.distances[Int($0)]) }

        var parts: [(edge: Int32, start: Int64, end: Int64)] = []
        for node in nodes {
            let rest = limit.count - search.distances[Int(node)]
            for arc in network.arcs[network.arcs(ofNode: Int(node))] {
                let part = min(rest, arc.length)
                parts.append(
                    arc.isReversed
                        ? (Int32(arc.edge), arc.length - part, arc.length) : (Int32(arc.edge), 0, part))
            }
        }
        let rest = limit.count - facility.leg.count
        if rest >= 0 {
            network.forEachLanding(of: facility) { landing in
                parts.append(
                    (
                        Int32(landing.edge), max(landing.position - rest, 0),
                        min(landing.position + rest, network.edgeLengths[landing.edge])
                    ))
            }
        }
        parts.sort { $0 < $1 }
        var intervals: [ReachedInterval] = []
        for part in parts {
            if let last = intervals.last, last.edge == part.edge, part.start <= last.end.count {
                intervals[intervals.count - 1] = ReachedInterval(
                    edge: last.edge, start: last.start, end: Micrometres(max(last.end.count, part.end)))
            } else {
                intervals.append(
                    ReachedInterval(
                        edge: part.edge, start: Micrometres(part.start), end: Micrometres(part.end)))
            }
        }
        self.intervals = intervals
    }

    /// The length of all parts reached.
    package var length: Micrometres { intervals.reduce(.zero) { $0 + ($1.end - $1.start) } }
}
