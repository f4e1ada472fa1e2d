internal import Coverage
internal import Geometry
internal import WalkNetwork

extension World {
    /// Building the network, joining places, and the searches.
    func networkCases(jobs: Int) -> [TimedCase] {
        let network = network
        let limit = limit
        let facilities = facilities
        return [
            TimedCase("network build") {
                WalkNetwork(streets: streets, plane: plane)
            } answer: { built in
                [
                    Quantity("junctions", built.nodeCount), Quantity("edges", built.edgeCount),
                    Quantity("micrometres", built.report.length.count),
                ]
            },
            TimedCase("join of all places") {
                JoinedPlaces(study: study, network: network, plane: plane, limit: standard.snapLimit)
            } answer: { joined in
                let all =
                    joined.facilities.compactMap { $0 } + joined.compounds.flatMap { $0 }
                    + joined.communities.flatMap { $0 }
                return [
                    Quantity("joined", all.count),
                    Quantity("micrometres", all.reduce(0) { $0 + $1.leg.count }),
                ]
            },
            TimedCase("nearest facility, junctions, unlimited") {
                await NearestFacilities.search(facilities, on: network, jobs: jobs)
            } answer: {
                sums(of: $0, within: nil)
            },
            TimedCase("nearest facility, junctions, 15 min") {
                await NearestFacilities.search(facilities, on: network, limit: limit, jobs: jobs)
            } answer: {
                sums(of: $0, within: limit)
            },
            TimedCase("nearest facility, every vertex, unlimited") {
                await NearestFacilities.search(facilities, on: network, jobs: jobs).walksOfVertices(
                    jobs: jobs)
            } answer: {
                sums(ofVertices: $0, within: nil)
            },
            TimedCase("nearest facility, every vertex, 15 min") {
                await NearestFacilities.search(facilities, on: network, limit: limit, jobs: jobs)
                    .walksOfVertices(jobs: jobs)
            } answer: {
                sums(ofVertices: $0, within: limit)
            },
            TimedCase("who reaches what, 15 min, 1 job") {
                await network.reachTable(from: facilities, to: compounds, within: limit, jobs: 1)
            } answer: {
                sums(of: $0.walks)
            },
            TimedCase("who reaches what, 15 min") {
                await network.reachTable(from: facilities, to: compounds, within: limit, jobs: jobs)
            } answer: {
                sums(of: $0.walks)
            },
        ]
    }

    private func sums(of nearest: NearestFacilities, within limit: Micrometres?) -> [Quantity] {
        let walks = (0..<network.nodeCount).compactMap(nearest.walk(fromNode:))
        return sums(of: limit.map { limit in walks.filter { $0 <= limit } } ?? walks)
    }

    private func sums(of walks: [Micrometres]) -> [Quantity] {
        [Quantity("reached", walks.count), Quantity("micrometres", walks.reduce(0) { $0 + $1.count })]
    }

    /// Sums over the vertices of every edge: a junction counts once for each edge that ends at it.
    private func sums(ofVertices walks: WalksOfVertices, within limit: Micrometres?) -> [Quantity] {
        var all: [Micrometres] = []
        var between = network.nodeCount
        for edge in 0..<network.edgeCount {
            let inner = network.vertices(ofEdge: edge).count - 2
            let ends = [Int(network.edgeStarts[edge]), Int(network.edgeEnds[edge])]
            for vertex in ends + Array(between..<between + inner) {
                if let walk = walks[vertex], limit.map({ walk <= $0 }) ?? true { all.append(walk) }
            }
            between += inner
        }
        return sums(of: all)
    }
}
