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
/// shortest, the smallest rank is the nearest. For this a node keeps every label that could still win somewhere:
/// its walk is at most 0.999 mm longer than the node's shortest, and no other is as short with a smaller rank.
/// What is dropped at a node would be dropped wherever that node leads, so the sets stay exact.
package struct NearestFacilities: Sendable {
    /// Longer than the shortest by this much cannot be the same whole millimetre, in micrometres.
    private static let tie: Int64 = 1000
    private static let none = Int64.max

    private let network: WalkNetwork
    /// The shortest walk from each node, in micrometres, and the smallest rank that has it.
    private(set) var distances: ContiguousArray<Int64>
    private var ranks: ContiguousArray<Int32>
    /// The further labels of each node as a chain of indices into `further`; -1 ends it.
    private var chains: ContiguousArray<Int32>
    private var further: ContiguousArray<FurtherLabel> = []
    /// The facilities as they lie on edges, by edge.
    let sources: FacilitiesOnEdges

    private struct FurtherLabel {
        let distance: Int64
        let rank: Int32
        let next: Int32
    }

    /// Searches from all facilities at once.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined, in the order of their ranks; nothing for one that could not.
    ///   - network: The network that they joined.
    ///   - limit: How far the search goes from the facilities; nothing: as far as streets lead.
    package init(_ facilities: [Attachment?], on network: WalkNetwork, limit: Micrometres? = nil) {
        self.network = network
        sources = FacilitiesOnEdges(facilities, on: network)
        distances = ContiguousArray(repeating: Self.none, count: network.nodeCount)
        ranks = ContiguousArray(repeating: 0, count: network.nodeCount)
        chains = ContiguousArray(repeating: -1, count: network.nodeCount)
        search(limit: limit?.count ?? Self.none - 1)
    }

    private mutating func search(limit: Int64) {
        var tentative = ContiguousArray(repeating: Self.none, count: network.nodeCount)
        var tentativeRanks = ContiguousArray<Int32>(repeating: 0, count: network.nodeCount)
        var heap = LabelHeap()
        let network = self.network
        let (offsets, targets, lengths) = (
            network.arcOffsets.span, network.arcTargets.span, network.arcLengths.span
        )

        func open(_ node: Int32, _ distance: Int64, _ rank: Int32) {
            let least = tentative[Int(node)]
            guard distance <= limit else { return }
            if least != Self.none {
                guard distance < least + Self.tie else { return }
                guard distance < least || rank < tentativeRanks[Int(node)] else { return }
            }
            if distance <= least {
                tentative[Int(node)] = distance
                tentativeRanks[Int(node)] = rank
            }
            heap.push(OpenLabel(distance: distance, rank: rank, node: node))
        }
        sources.forEach { landing, leg, rank in
            open(network.edgeStarts[landing.edge], leg + landing.position, rank)
            open(
                network.edgeEnds[landing.edge], leg + network.edgeLengths[landing.edge] - landing.position,
                rank)
        }
        while let label = heap.pop() {
            guard settle(label) else { continue }
            let node = Int(label.node)
            for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
                open(targets[arc], label.distance + lengths[arc], label.rank)
            }
        }
    }

    /// Keeps a label unless others leave it no chance; labels come in order of distance and rank.
    private mutating func settle(_ label: OpenLabel) -> Bool {
        let node = Int(label.node)
        if distances[node] == Self.none {
            distances[node] = label.distance
            ranks[node] = label.rank
            return true
        }
        guard label.distance < distances[node] + Self.tie, label.rank < ranks[node] else { return false }
        var at = chains[node]
        while at >= 0 {
            if further[Int(at)].rank <= label.rank { return false }
            at = further[Int(at)].next
        }
        further.append(FurtherLabel(distance: label.distance, rank: label.rank, next: chains[node]))
        chains[node] = Int32(further.count - 1)
        return true
    }

    /// The facility nearest to someone who may set out from any of some attachments (a compound's gates).
    ///
    /// Nothing where no facility is reached.
    package func nearest(from attachments: [Attachment]) -> NearestFacility? {
        var least = Self.none
        for attachment in attachments {
            forEachWalk(from: attachment) { walk, _ in least = min(least, walk) }
        }
        guard least != Self.none else { return nil }
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
        distances[node] == Self.none ? nil : Micrometres(distances[node])
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
        guard distances[node] != Self.none else { return }
        body(distances[node], ranks[node])
        var at = chains[node]
        while at >= 0 {
            body(further[Int(at)].distance, further[Int(at)].rank)
            at = further[Int(at)].next
        }
    }
}
