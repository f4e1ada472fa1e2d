internal import Geometry

/// Searches from one facility at a time up to a limit, over columns that are used again.
struct BoundedSearch {
    /// Marks a node that the search did not reach.
    static let unreached = StreetSearch.unreached

    private var search: StreetSearch

    /// Makes room for the nodes of a network.
    init(on network: WalkNetwork) { search = StreetSearch(nodes: 0..<network.nodeCount) }

    /// The walk between each node and the facility, its leg included, in micrometres.
    var distances: ContiguousArray<Int64> { search.labels }

    /// The nodes reached by the last search, in no order of use.
    var reached: ArraySlice<Int32> { search.reached }

    /// Searches from a facility; walks longer than the limit (micrometres) are not reached.
    mutating func run(from facility: Attachment, on network: WalkNetwork, limit: Int64) {
        search.restart()
        network.forEachLanding(of: facility) { landing in
            search.begin(at: landing, leg: facility.leg.count, on: network)
        }
        search.run(on: network, limit: limit)
    }

    /// Searches from a node.
    mutating func run(from node: Int32, on network: WalkNetwork, limit: Int64) {
        search.restart()
        search.begin(at: node)
        search.run(on: network, limit: limit)
    }
}
