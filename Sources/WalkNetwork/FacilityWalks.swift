package import Geometry

/// The walks to one facility at a time, up to a limit, over columns that are used again.
package struct FacilityWalks {
    private let network: WalkNetwork
    private var search: BoundedSearch
    private var facility: Attachment?

    /// Makes room for the nodes of a network.
    package init(on network: WalkNetwork) {
        self.network = network
        search = BoundedSearch(on: network)
    }

    /// Searches from a facility, and forgets the one before.
    package mutating func search(from facility: Attachment, limit: Micrometres) {
        self.facility = facility
        search.run(from: facility, on: network, limit: limit.count)
    }

    /// The shortest walk from where a place has joined, both legs included; nothing where none is found.
    ///
    /// It is right where it is within the limit, and longer than the limit where the shortest is.
    package func walk(from attachment: Attachment) -> Micrometres? {
        guard let facility else { return nil }
        var least = BoundedSearch.unreached
        network.forEachLanding(of: attachment) { landing in
            let length = network.edgeLengths[landing.edge]
            least = min(
                least, search.distances[Int(network.edgeStarts[landing.edge])] + landing.position,
                search.distances[Int(network.edgeEnds[landing.edge])] + length - landing.position)
            network.forEachLanding(of: facility) { other in
                guard other.edge == landing.edge else { return }
                least = min(least, facility.leg.count + abs(other.position - landing.position))
            }
        }
        return least < BoundedSearch.unreached ? Micrometres(least + attachment.leg.count) : nil
    }
}
