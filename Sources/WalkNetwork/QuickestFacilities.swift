package import Geometry

/// The facility reached soonest on foot: when, and how far it is that way.
package struct QuickestFacility: Hashable, Sendable {
    /// Its rank among the facilities of the search.
    package let rank: Int
    /// How long the walk takes, both legs and all waits included, in microseconds.
    package let microseconds: Int64
    /// How long the same walk is, both legs included.
    package let walk: Micrometres

    /// How long the walk takes, in seconds.
    package var seconds: Double { Double(microseconds) / 1e6 }
}

/// The quickest walk from every place of a network to some facilities, by one search from all of them.
///
/// Facilities are ranked by their ids in byte order: of those whose walks take the same whole microsecond the
/// smallest rank is reached.
package struct QuickestFacilities: Sendable {
    let times: WalkTimes
    let sources: FacilitiesOnEdges
    let search: WalkTimeSearch

    /// Searches from all facilities at once.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined, in the order of their ranks; nothing for one that could not.
    ///   - times: What walking takes on the network that they joined.
    package init(_ facilities: [Attachment?], by times: WalkTimes) {
        let network = times.network
        let sources = FacilitiesOnEdges(facilities, on: network)
        var search = WalkTimeSearch(nodeCount: network.nodeCount)
        sources.forEach { landing, leg, rank in
            let length = network.edgeLengths[landing.edge]
            for (node, end, isStart) in [
                (network.edgeStarts[landing.edge], Int64(0), true),
                (network.edgeEnds[landing.edge], length, false),
            ] {
                guard let time = times.time(onEdge: landing.edge, from: end, to: landing.position) else {
                    continue
                }
                search.offer(
                    Int(node),
                    WalkTimeSearch.Label(
                        // Whose walk ends just at the node does not pass it.
                        time: times.impedance.time(for: leg) + time
                            + (end == landing.position
                                ? 0 : times.wait(atEndOf: landing.edge, isStart: isStart)),
                        rank: rank, length: leg + abs(end - landing.position)))
            }
        }
        search.run(on: times)
        self.times = times
        self.sources = sources
        self.search = search
    }

    /// The facility reached soonest by someone who may set out from any of some attachments (a compound's gates).
    ///
    /// Nothing where no facility is reached.
    package func quickest(from attachments: [Attachment]) -> QuickestFacility? {
        var best = WalkTimeSearch.Label.unreached
        let network = times.network
        for attachment in attachments {
            network.forEachLanding(of: attachment) { landing in
                let length = network.edgeLengths[landing.edge]
                // Who sets out just at a node may take any of its edges, and does not pass it.
                if landing.position == 0 {
                    offerEdges(at: Int(network.edgeStarts[landing.edge]), leg: attachment.leg.count, &best)
                } else if landing.position == length {
                    offerEdges(at: Int(network.edgeEnds[landing.edge]), leg: attachment.leg.count, &best)
                } else {
                    offerEnds(of: landing, isStart: true, leg: attachment.leg.count, &best)
                    offerEnds(of: landing, isStart: false, leg: attachment.leg.count, &best)
                    offerFacilities(landing, leg: attachment.leg.count, &best)
                }
            }
        }
        guard best < .unreached else { return nil }
        return QuickestFacility(
            rank: Int(best.rank), microseconds: best.time, walk: Micrometres(best.length))
    }

    /// The walks that leave a node by any of its edges.
    private func offerEdges(at node: Int, leg: Int64, _ best: inout WalkTimeSearch.Label) {
        for arc in times.network.arcs[times.network.arcs(ofNode: node)] {
            let landing = Landing(edge: arc.edge, position: arc.isReversed ? arc.length : 0)
            offerEnds(of: landing, isStart: arc.isReversed, leg: leg, &best)
            offerFacilities(landing, leg: leg, &best)
        }
    }

    /// The walk from a place on an edge by way of one of its ends.
    private func offerEnds(
        of landing: Landing, isStart: Bool, leg: Int64, _ best: inout WalkTimeSearch.Label
    ) {
        let network = times.network
        let node = isStart ? network.edgeStarts[landing.edge] : network.edgeEnds[landing.edge]
        let end = isStart ? 0 : network.edgeLengths[landing.edge]
        let label = search.labels[Int(node)]
        guard label < .unreached, let time = times.time(onEdge: landing.edge, from: landing.position, to: end)
        else { return }
        best = min(
            best,
            WalkTimeSearch.Label(
                time: times.impedance.time(for: leg) + time + label.time, rank: label.rank,
                length: leg + abs(end - landing.position) + label.length))
    }

    /// The walks to the facilities on the same edge.
    private func offerFacilities(_ landing: Landing, leg: Int64, _ best: inout WalkTimeSearch.Label) {
        sources.forEach(onEdge: landing.edge) { position, facilityLeg, rank in
            guard let time = times.time(onEdge: landing.edge, from: landing.position, to: position) else {
                return
            }
            best = min(
                best,
                WalkTimeSearch.Label(
                    time: times.impedance.time(for: leg) + time + times.impedance.time(for: facilityLeg),
                    rank: rank, length: leg + abs(position - landing.position) + facilityLeg))
        }
    }
}
