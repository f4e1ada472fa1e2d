import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("Streets of a line layer")
struct StreetLinesTests {
    private func streets(
        _ lines: [[(Double, Double)]], splitting: Bool = false
    ) throws -> (Streets, WalkNetwork) {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        let polylines = lines.compactMap { line in
            Polyline(plane.unproject(line.map { PlanePoint(x: 500_000 + $0.0, y: 3_380_000 + $0.1) }))
        }
        let streets = Streets(
            lines: polylines, ids: (0..<lines.count).map(Int64.init), splittingCrossings: splitting, on: plane
        )
        return (streets, WalkNetwork(streets: streets, plane: plane))
    }

    @Test("vertices within a centimetre are one node, at the coordinates read first")
    func meeting() throws {
        let (near, network) = try streets([[(0, 0), (100, 0)], [(100.009, 0), (100, 50)]])
        #expect(near.nodes.count == 3)
        #expect(network.edgeCount == 1)
        #expect(near.wayNodes == [0, 1, 1, 2])
        let (apart, parts) = try streets([[(0, 0), (100, 0)], [(100.011, 0), (100, 50)]])
        #expect(apart.nodes.count == 4)
        #expect(parts.report.components == 2)
    }

    @Test("a chain of near vertices is one node whatever the order read")
    func chain() throws {
        for order in [[0, 1, 2], [0, 2, 1], [2, 1, 0]] {
            let lines = [[(0.0, 0.0), (0, 50)], [(0.008, 0), (50, 0)], [(0.016, 0), (50, -50)]]
            let (result, _) = try streets(order.map { lines[$0] })
            #expect(result.nodes.count == 4)
        }
    }

    @Test("crossings meet only when asked for")
    func crossings() throws {
        let lines: [[(Double, Double)]] = [
            [(0, 0), (100, 0)], [(30, -20), (30, 20)], [(60, 0.005), (60, 40)], [(80, 1), (80, 40)],
        ]
        let (_, apart) = try streets(lines)
        #expect(apart.report.components == 4)
        let (_, split) = try streets(lines, splitting: true)
        // A crossing at 30, a touch at 60; the line at 80 stays a metre away.
        #expect(split.checkInvariants().isEmpty)
        #expect(split.report.components == 2)
        #expect(split.report.nodes == 2 + 3 + 2 + 2)
        #expect(split.edgeCount == 6 + 1)
    }
}
