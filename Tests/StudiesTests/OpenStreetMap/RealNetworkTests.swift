import Geodesy
import Geometry
import Studies
import TestWorlds
import Testing
import WalkNetwork

/// Networks of real extracts: numbered and cut as ever, for any number of threads, with PROJ's lengths.
@Suite(.enabled(if: RealData.path("porto") != nil, "the folder with real data is absent"))
struct RealNetworkTests {
    /// A real extract and the digest of the network that the first, plain builder made of it: comparison sorts,
    /// a depth-first search for rings, one geodesic of PROJ's after the other.
    struct Extract: Sendable, CustomTestStringConvertible {
        let file: String
        let plane: String
        let digest: UInt64
        let metres: Double
        var testDescription: String { file }
    }

    static let extracts = [
        Extract(
            file: "las-palmas/las_palmas_20230221.osm.pbf", plane: "EPSG:32628",
            digest: 0x3601_7ea9_bf81_bfff, metres: 2_023_021.888455),
        Extract(
            file: "porto/porto.osm.pbf", plane: "EPSG:32629", digest: 0xfc88_9f5d_b86d_58a4,
            metres: 9_830_537.777453),
    ]

    @Test("the same columns as the plain builder's, for any number of threads", arguments: extracts)
    func columns(_ extract: Extract) async throws {
        let path = try #require(RealData.path(extract.file))
        let streets = try StreetsReader().read(path).streets
        let plane = try WorkingPlane(definition: extract.plane)
        let network = WalkNetwork(streets: streets, plane: plane)
        #expect(network.checkInvariants().isEmpty)
        #expect(digest(network) == extract.digest)
        #expect(abs(network.report.length.metres.value - extract.metres) < 1e-4)
        for jobs in 1...3 {
            let built = await WalkNetwork.build(streets: streets, plane: plane, jobs: jobs)
            #expect(digest(built) == extract.digest)
            #expect(built.vertexLocations == network.vertexLocations)
            #expect(built.vertexPlaces == network.vertexPlaces)
            #expect(built.vertexAlong == network.vertexAlong)
            #expect(built.report == network.report)
        }
        let farOff = (0..<network.edgeCount).reduce(into: 0) { count, edge in
            for v in network.vertices(ofEdge: edge).dropLast() {
                let length = Ellipsoid.wgs84.geodesicDistance(
                    network.vertexPlaces[v], network.vertexPlaces[v + 1])
                let counted = network.vertexAlong[v + 1] - network.vertexAlong[v]
                if abs(counted - Micrometres(length).count) > 1 { count += 1 }
            }
        }
        #expect(farOff == 0)
    }

    /// A digest of the nodes', arcs' and edges' numbers and of how many vertices each edge has.
    private func digest(_ network: WalkNetwork) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ value: Int32) {
            hash ^= UInt64(value)
            hash = hash &* 0x100_0000_01b3
            hash ^= hash >> 29
        }
        for node in 0...network.nodeCount { add(network.arcOffsets[node]) }
        for arc in 0..<2 * network.edgeCount {
            add(network.arcs[arc].target)
            add(Int32(2 * network.arcs[arc].edge + (network.arcs[arc].isReversed ? 1 : 0)))
        }
        for edge in 0..<network.edgeCount {
            add(network.edgeStarts[edge])
            add(network.edgeEnds[edge])
            add(network.vertexOffsets[edge])
        }
        return hash
    }
}
