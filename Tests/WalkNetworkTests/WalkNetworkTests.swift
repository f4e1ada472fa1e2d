import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("The network of drawn streets")
struct WalkNetworkTests {
    @Test("chains of degree two become one edge that keeps its course")
    func contraction() throws {
        let sketch = try StreetSketch(
            """
            A--+--+--B
                     |
            C--------D
            """)
        let network = sketch.network
        #expect(network.checkInvariants().isEmpty)
        // One chain from A to C through every bend: 90 m east, 20 m south, 90 m west.
        #expect(network.nodeCount == 2)
        #expect(network.edgeCount == 1)
        #expect(network.vertices(ofEdge: 0).count == 6)
        #expect(abs(network.edgeLengths[0] - 200_000_000) <= 1000)
        #expect(network.report.nodes == 6)
        #expect(network.report.keptComponents == 1)
    }

    @Test("a ring without a junction is a loop from one of its vertices")
    func ring() throws {
        let network = try StreetSketch(
            """
            A---B
            |   |
            D---C
            """
        ).network
        #expect(network.checkInvariants().isEmpty)
        #expect(network.nodeCount == 1)
        #expect(network.edgeCount == 1)
        #expect(network.edgeStarts[0] == network.edgeEnds[0])
        #expect(abs(network.edgeLengths[0] - 120_000_000) <= 1000)
    }

    @Test("a loop at a junction and two parallel streets stay apart")
    func loopsAndParallels() throws {
        let network = try StreetSketch(
            """
            A---B---C---D
            |   |   |   |
            E---F   +---+
            """
        ).network
        // B and C are junctions; between B and B runs a loop over A, E, F; likewise at C.
        #expect(network.checkInvariants().isEmpty)
        #expect(network.nodeCount == 2)
        #expect(network.edgeCount == 3)
        let parallel = try StreetSketch(
            """
            X-A---B-Y
              |   |
              C---D
            """
        ).network
        #expect(parallel.checkInvariants().isEmpty)
        #expect(parallel.nodeCount == 4)
        #expect(parallel.edgeCount == 4)
    }

    @Test("streets that cross without a vertex do not meet")
    func bridge() throws {
        let network = try StreetSketch(
            """
               A
               |
            B--:--C
               |
               D
            """
        ).network
        #expect(network.checkInvariants().isEmpty)
        #expect(network.edgeCount == 2)
        #expect(network.report.keptComponents == 2)
    }

    @Test("nobody passes a blocked node, and each side ends there")
    func blocked() throws {
        let network = try StreetSketch(
            """
            A--#--B
               |
               C
            """
        ).network
        #expect(network.checkInvariants().isEmpty)
        #expect(network.edgeCount == 3)
        #expect(network.report.components == 3)
        // A blocked node counts once for each of its sides: 2 vertices in each of 3 parts.
        #expect(network.report.nodes == 6)
    }

    @Test("the largest component is kept, and each of at least one in a hundred")
    func components() throws {
        // 198 nodes in a row, and two rows of 1 segment: 2 of 202 are less than 1 %, with 196 they are exactly 1 %.
        for (row, kept) in [(198, 1), (196, 3)] {
            let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
            var locations = (0..<row).map { PlanePoint(x: 500_000 + Double($0), y: 3_380_000) }
            for (x, y) in [(0.0, 100.0), (1, 100), (0, 200), (1, 200)] {
                locations.append(PlanePoint(x: 500_000 + x, y: 3_380_000 + y))
            }
            let nodes = plane.unproject(locations)
            let streets = Streets(
                nodes: nodes, wayOffsets: [0, Int32(row), Int32(row + 2), Int32(row + 4)],
                wayNodes: (0..<Int32(row + 4)).map { $0 }, wayIDs: [1, 2, 3], blocked: [])
            let network = WalkNetwork(streets: streets, plane: plane)
            #expect(network.report.keptComponents == kept)
            #expect(network.report.droppedComponents == 3 - kept)
            #expect(network.report.droppedNodes == (3 - kept) * 2)
            #expect(network.checkInvariants().isEmpty)
        }
    }

    @Test("no streets make an empty network that nobody joins")
    func empty() throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        let network = WalkNetwork(
            streets: Streets(nodes: [], wayOffsets: [0], wayNodes: [], wayIDs: [], blocked: []), plane: plane)
        #expect(network.checkInvariants().isEmpty)
        #expect(network.nodeCount == 0)
        let point = GeographicPoint(longitude: 114, latitude: 30.5)
        #expect(network.join(point, within: Metres(300), on: plane) == nil)
        #expect(NearestFacilities([nil], on: network).nearest(from: []) == nil)
    }

    @Test("zero-length segments, repeated nodes and ways walked twice change nothing")
    func degenerate() throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        let nodes = plane.unproject(
            [0.0, 50, 50, 100].map { PlanePoint(x: 500_000 + $0, y: 3_380_000) })
        let streets = Streets(
            nodes: nodes, wayOffsets: [0, 5, 8], wayNodes: [0, 1, 1, 2, 3, 2, 1, 0], wayIDs: [1, 2],
            blocked: [])
        let network = WalkNetwork(streets: streets, plane: plane)
        #expect(network.checkInvariants().isEmpty)
        #expect(network.edgeCount == 1)
        #expect(network.report.segments == 3)
        #expect(abs(network.edgeLengths[0] - 100_000_000) <= 1000)
    }
}
