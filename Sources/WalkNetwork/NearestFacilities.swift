package import Geometry

/// The facility nearest on foot, and how far it is.
package struct NearestFacility: Hashable, Sendable {
    /// Its rank among the facilities of the search.
    package let rank: Int
    /// The shortest walk to any facility, both legs included.
    package let walk: Micrometres
}

/// The walk from every place of a network to the nearest of some facilities, by one search from all of them.
///
/// Facilities are ranked by their ids in byte order: of those whose walks are the same whole millimetre as the
/// shortest, the smallest rank is the nearest. For this a node keeps every label that could still win somewhere
/// (``FurtherLabels``).
package struct NearestFacilities: Sendable {
    let network: WalkNetwork
    /// The shortest walk from each node, in micrometres; ``StreetSearch/unreached`` where there is none.
    let distances: ContiguousArray<Int64>
    /// The smallest rank of those that a node's shortest walk leads to.
    private let ranks: ContiguousArray<Int32>
    /// The facilities as they lie on edges, by edge.
    let sources: FacilitiesOnEdges
    private let further: FurtherLabels

    /// Searches from all facilities at once.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined, in the order of their ranks; nothing for one that could not.
    ///   - network: The network that they joined.
    ///   - limit: How far the search goes from the facilities; nothing: as far as streets lead.
    package init(_ facilities: [Attachment?], on network: WalkNetwork, limit: Micrometres? = nil) {
        let limit = limit?.count ?? StreetSearch.unreached - StreetSearch.tie
        let sources = FacilitiesOnEdges(facilities, on: network)
        var search = StreetSearch(
            nodes: 0..<network.nodeCount, rankCount: facilities.count, isWide: true)
        search.begin(at: sources, on: network)
        search.run(on: network, limit: limit)
        self.init(search, from: sources, on: network, limit: limit)
    }

    /// Searches from all facilities at once on several threads.
    ///
    /// Each thread goes over nodes that follow each other along the curve, which lie together on the ground; where
    /// walks lead from one part into another, one search goes on from there. Labels are the smallest that there are,
    /// whoever finds them.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined, in the order of their ranks; nothing for one that could not.
    ///   - network: The network that they joined.
    ///   - limit: How far the search goes from the facilities; nothing: as far as streets lead.
    ///   - jobs: How many threads to use; the result does not depend on it.
    /// - Returns: The walks.
    package static func search(
        _ facilities: [Attachment?], on network: WalkNetwork, limit: Micrometres? = nil, jobs: Int
    ) async -> NearestFacilities {
        let parts = min(jobs, network.nodeCount / fewestNodes)
        guard parts > 1 else { return NearestFacilities(facilities, on: network, limit: limit) }
        let limit = limit?.count ?? StreetSearch.unreached - StreetSearch.tie
        let sources = FacilitiesOnEdges(facilities, on: network)
        let searches = await FixedChunks.map(
            count: network.nodeCount, size: (network.nodeCount + parts - 1) / parts, jobs: parts
        ) { nodes in
            var search = StreetSearch(nodes: nodes, rankCount: facilities.count, isWide: true)
            search.begin(at: sources, on: network)
            search.run(on: network, limit: limit)
            return search
        }
        var search = StreetSearch(joining: searches, rankCount: facilities.count)
        search.run(on: network, limit: limit)
        return NearestFacilities(search, from: sources, on: network, limit: limit)
    }

    /// With fewer nodes to a thread, starting it costs more than it saves.
    private static let fewestNodes = 8_000

    private init(
        _ search: consuming StreetSearch, from sources: FacilitiesOnEdges, on network: WalkNetwork,
        limit: Int64
    ) {
        self.network = network
        self.sources = sources
        let contested = search.contested
        (distances, ranks) = search.distancesAndRanks()
        further = FurtherLabels(
            contested, distances: distances, ranks: ranks, on: network, limit: limit)
    }

    /// The facility nearest to someone who may set out from any of some attachments (a compound's gates).
    ///
    /// Nothing where no facility is reached.
    package func nearest(from attachments: [Attachment]) -> NearestFacility? {
        var least = StreetSearch.unreached
        for attachment in attachments {
            forEachWalk(from: attachment) { walk, _ in least = min(least, walk) }
        }
        guard least != StreetSearch.unreached else { return nil }
        let millimetres = Micrometres(least).wholeMillimetres
        var first = Int32.max
        for attachment in attachments {
            forEachWalk(from: attachment) { walk, rank in
                if rank < first, Micrometres(walk).wholeMillimetres == millimetres { first = rank }
            }
        }
        return NearestFacility(rank: Int(first), walk: Micrometres(least))
    }

    /// The facility nearest to an attachment; nothing where none is reached.
    package func nearest(from attachment: Attachment) -> NearestFacility? { nearest(from: [attachment]) }

    /// The shortest walk from a node to any facility, in micrometres; nothing where none is reached.
    package func walk(fromNode node: Int) -> Micrometres? {
        let walk = distances[node]
        return walk == StreetSearch.unreached ? nil : Micrometres(walk)
    }

    /// Every walk from an attachment that may be the shortest or tie with it.
    private func forEachWalk(from attachment: Attachment, _ body: (Int64, Int32) -> Void) {
        let leg = attachment.leg.count
        network.forEachLanding(of: attachment) { landing in
            forEachLabel(ofNode: Int(network.edgeStarts[landing.edge])) { distance, rank in
                body(distance + landing.position + leg, rank)
            }
            forEachLabel(ofNode: Int(network.edgeEnds[landing.edge])) { distance, rank in
                body(distance + network.edgeLengths[landing.edge] - landing.position + leg, rank)
            }
            sources.forEach(onEdge: landing.edge) { position, facilityLeg, rank in
                body(facilityLeg + abs(position - landing.position) + leg, rank)
            }
        }
    }

    private func forEachLabel(ofNode node: Int, _ body: (Int64, Int32) -> Void) {
        let distance = distances[node]
        guard distance != StreetSearch.unreached else { return }
        body(distance, ranks[node])
        further.forEach(ofNode: node, body)
    }
}

extension StreetSearch {
    /// Begins at every landing of every facility.
    fileprivate mutating func begin(at sources: FacilitiesOnEdges, on network: WalkNetwork) {
        sources.forEach { landing, leg, rank in begin(at: landing, leg: leg, rank: rank, on: network) }
    }
}
