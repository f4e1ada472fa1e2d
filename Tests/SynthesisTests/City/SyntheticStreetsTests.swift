import Geometry
import Studies
import Synthesis
import Testing
import WalkNetwork

/// The streets as the walking rule reads them back from the file.
@Suite struct SyntheticStreetsTests {
    /// Nodes of each connected part, the largest first, where nobody passes some nodes.
    private func parts(_ streets: Streets, closed: Set<Int32> = []) -> [Int] {
        var parents = (0..<Int32(streets.nodes.count)).map { $0 }
        func root(_ start: Int32) -> Int32 {
            var x = start
            while parents[Int(x)] != x { x = parents[Int(x)] }
            var y = start
            while parents[Int(y)] != x { (parents[Int(y)], y) = (x, parents[Int(y)]) }
            return x
        }
        for way in 0..<streets.wayCount {
            let nodes = streets.nodeRange(ofWay: way).map { streets.wayNodes[$0] }
            for (a, b) in zip(nodes, nodes.dropFirst()) where !closed.contains(a) && !closed.contains(b) {
                parents[Int(root(a))] = root(b)
            }
        }
        var sizes: [Int32: Int] = [:]
        for node in parents.indices where !closed.contains(Int32(node)) {
            sizes[root(Int32(node)), default: 0] += 1
        }
        return sizes.values.sorted(by: >)
    }

    @Test("The parts are those intended", arguments: [UInt64(2020), 1, 2, 3, 4, 5])
    func partsAreTheMainlandAndTheIslands(seed: UInt64) throws {
        let town = try WrittenCity(seed: seed)
        let streets = try town.streets()
        #expect(town.report.walkableParts == parts(streets))
        #expect(town.report.walkableParts.count == 1 + town.report.islands)
        #expect((town.report.walkableParts.first ?? 0) * 10 > streets.nodes.count * 9)
    }

    @Test func theDemoHasAnIslandThatCountsAndOneThatDoesNot() throws {
        let report = try WrittenCity().report
        let walkable = report.walkableParts.reduce(0, +)
        #expect(report.walkableParts.dropFirst().contains { $0 * 100 >= walkable })
        #expect(report.walkableParts.dropFirst().contains { $0 * 100 < walkable })
    }

    @Test("Closed nodes cut nothing off", arguments: [UInt64(2020), 1, 2, 3])
    func blockedNodesLeaveAWayAround(seed: UInt64) throws {
        let town = try WrittenCity(seed: seed)
        let streets = try town.streets()
        let blocked = Set(streets.blocked)
        #expect(!blocked.isEmpty)
        #expect(parts(streets, closed: blocked).count == town.report.walkableParts.count)
    }

    @Test func everyKindOfWayIsThere() throws {
        let town = try WrittenCity()
        let report = try StreetsReader().read("\(town.path)/streets.osm.pbf").report
        #expect(report.highways == town.report.streetWays)
        #expect(report.missingReferences == 0)
        #expect(report.verdicts.values.reduce(0, +) == report.highways)
        #expect(report.count(.walkable) > report.highways / 2)
        #expect(report.verdicts.count >= 4)
    }

    @Test("Nothing but bridges crosses water", arguments: [UInt64(2020), 1, 2, 3])
    func onlyBridgesCrossTheWater(seed: UInt64) throws {
        let town = try WrittenCity(seed: seed)
        let waters = try town.features("water.geojson").map { $0.rings }
        func isWet(_ x: Int, _ y: Int) -> Bool {
            waters.contains { rings in
                var inside = false
                for ring in rings {
                    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
                        let along = Double(y - a.y) / Double(b.y - a.y)
                        if Double(x) < Double(a.x) + along * Double(b.x - a.x) { inside.toggle() }
                    }
                }
                return inside
            }
        }
        let streets = try town.streets()
        var crossing = 0
        for way in 0..<streets.wayCount {
            let wet = streets.nodeRange(ofWay: way).filter { position in
                let node = streets.nodes[Int(streets.wayNodes[position])]
                return isWet(Int((node.longitude * 1e7).rounded()), Int((node.latitude * 1e7).rounded()))
            }
            if !wet.isEmpty { crossing += 1 }
        }
        #expect(crossing == town.report.bridges)
    }
}
