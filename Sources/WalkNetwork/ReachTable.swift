package import Geometry

/// Who reaches what on foot within a limit: a sparse table of facilities and places with their walks.
package struct ReachTable: Hashable, Sendable {
    /// The places that facility `f` reaches are `places[offsets[f]..<offsets[f + 1]]`.
    package let offsets: [Int]
    /// Indices of places, ascending within a facility.
    package let places: [Int32]
    /// The shortest walk of each pair, both legs included.
    package let walks: [Micrometres]

    /// Makes a table of its columns.
    package init(offsets: [Int], places: [Int32], walks: [Micrometres]) {
        precondition(
            offsets.first == 0 && offsets.last == places.count && walks.count == places.count,
            "columns of one length")
        self.offsets = offsets
        self.places = places
        self.walks = walks
    }

    /// How many facilities there are, reached or not.
    package var facilityCount: Int { offsets.count - 1 }

    /// The places that a facility reaches, and the walks to them.
    package func row(ofFacility facility: Int) -> Zip2Sequence<ArraySlice<Int32>, ArraySlice<Micrometres>> {
        let range = offsets[facility]..<offsets[facility + 1]
        return zip(places[range], walks[range])
    }
}

extension WalkNetwork {
    /// Finds all places within a walk of each facility, by one bounded search from each.
    ///
    /// - Parameters:
    ///   - facilities: Where each facility has joined; nothing for one that could not, which reaches nobody.
    ///   - places: The attachments of each place: a compound's gates, or the one of its point.
    ///   - limit: The longest walk; one of just this length counts.
    ///   - jobs: How many searches run at once; the table does not depend on it.
    /// - Returns: All pairs within the limit, each with its shortest walk.
    package func reachTable(
        from facilities: [Attachment?], to places: [[Attachment]], within limit: Micrometres, jobs: Int
    ) async -> ReachTable {
        let placesOnEdges = PlacesOnEdges(places, on: self)
        // One after the other along the curve that edges are numbered by: what one search has read is still near
        // when the next begins.
        let order = facilities.indices.filter { facilities[$0] != nil }
            .sorted { (facilities[$0]?.edge ?? 0, $0) < (facilities[$1]?.edge ?? 0, $1) }
        let chunks = await FixedChunks.map(
            count: order.count, size: 64, jobs: jobs,
            workspace: { (search: BoundedSearch(on: self), row: ReachRow(placeCount: places.count)) }
        ) { workspace, range in
            range.map { index -> [(place: Int32, walk: Int64)] in
                guard let facility = facilities[order[index]] else { return [] }
                workspace.search.run(from: facility, on: self, limit: limit.count)
                return workspace.row.collect(
                    placesOnEdges, reachedBy: workspace.search, from: facility, on: self, limit: limit.count)
            }
        }
        var rows = [[(place: Int32, walk: Int64)]](repeating: [], count: facilities.count)
        for (index, row) in zip(order, chunks.joined()) { rows[index] = row }
        var offsets = [0]
        var found: [Int32] = []
        var walks: [Micrometres] = []
        for row in rows {
            for (place, walk) in row {
                found.append(place)
                walks.append(Micrometres(walk))
            }
            offsets.append(found.count)
        }
        return ReachTable(offsets: offsets, places: found, walks: walks)
    }
}

/// Places as they lie on the edges of a network, in columns by edge.
struct PlacesOnEdges: Sendable {
    struct Entry: Sendable {
        let place: Int32
        let position: Int64
        let leg: Int64
    }

    private let offsets: ContiguousArray<Int32>
    private let entries: ContiguousArray<Entry>
    /// Whether a place lies on any edge at a node; most nodes have none, and need no look at their edges.
    private let isNearNode: ContiguousArray<Bool>

    /// Lists every landing of every attachment of every place.
    init(_ places: [[Attachment]], on network: WalkNetwork) {
        var listed: [(edge: Int, entry: Entry)] = []
        for (place, attachments) in places.enumerated() {
            for attachment in attachments {
                network.forEachLanding(of: attachment) { landing in
                    listed.append(
                        (
                            landing.edge,
                            Entry(
                                place: Int32(place), position: landing.position, leg: attachment.leg.count)
                        ))
                }
            }
        }
        var offsets = ContiguousArray<Int32>(repeating: 0, count: network.edgeCount + 1)
        for (edge, _) in listed { offsets[edge + 1] += 1 }
        for edge in 0..<network.edgeCount { offsets[edge + 1] += offsets[edge] }
        var next = offsets
        var entries = ContiguousArray(repeating: Entry(place: 0, position: 0, leg: 0), count: listed.count)
        for (edge, entry) in listed {
            entries[Int(next[edge])] = entry
            next[edge] += 1
        }
        self.offsets = offsets
        self.entries = entries
        var isNearNode = ContiguousArray(repeating: false, count: network.nodeCount)
        for (edge, _) in listed {
            isNearNode[Int(network.edgeStarts[edge])] = true
            isNearNode[Int(network.edgeEnds[edge])] = true
        }
        self.isNearNode = isNearNode
    }

    /// Whether any place lies on an edge at a node.
    @inline(__always)
    func hasPlace(nearNode node: Int32) -> Bool { isNearNode[Int(node)] }

    /// Everything on an edge.
    @inline(__always)
    func forEach(onEdge edge: Int, _ body: (Entry) -> Void) {
        for i in Int(offsets[edge])..<Int(offsets[edge + 1]) { body(entries[i]) }
    }
}

/// One row of a reach table in the making: the shortest walk to each place, reset by what was touched.
private struct ReachRow {
    private var walks: ContiguousArray<Int64>
    private var touched: [Int32] = []

    init(placeCount: Int) { walks = ContiguousArray(repeating: .max, count: placeCount) }

    mutating func collect(
        _ places: PlacesOnEdges, reachedBy search: BoundedSearch, from facility: Attachment,
        on network: WalkNetwork, limit: Int64
    ) -> [(place: Int32, walk: Int64)] {
        for node in search.reached where places.hasPlace(nearNode: node) {
            let distance = search.distances[Int(node)]
            for arc in network.arcs[network.arcs(ofNode: Int(node))] {
                places.forEach(onEdge: arc.edge) { entry in
                    let along = arc.isReversed ? arc.length - entry.position : entry.position
                    offer(entry.place, distance + along + entry.leg, limit: limit)
                }
            }
        }
        network.forEachLanding(of: facility) { landing in
            places.forEach(onEdge: landing.edge) { entry in
                let along = abs(entry.position - landing.position)
                offer(entry.place, facility.leg.count + along + entry.leg, limit: limit)
            }
        }
        touched.sort()
        let row = touched.map { ($0, walks[Int($0)]) }
        for place in touched { walks[Int(place)] = .max }
        touched.removeAll(keepingCapacity: true)
        return row
    }

    @inline(__always)
    private mutating func offer(_ place: Int32, _ walk: Int64, limit: Int64) {
        guard walk <= limit, walk < walks[Int(place)] else { return }
        if walks[Int(place)] == .max { touched.append(place) }
        walks[Int(place)] = walk
    }
}
