import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("Joining the nearest place on any edge")
struct JoiningTests {
    @Test("a place joins an edge between its nodes, not the nearest node")
    func onEdge() throws {
        let sketch = try StreetSketch(
            """
            A---------B

               p
            """)
        let attachment = try #require(
            sketch.network.join(sketch.points("p")[0], within: Metres(300), on: sketch.plane))
        #expect(abs(attachment.leg.count - 20_000_000) <= 1000)
        let fromEnd = min(attachment.position.count, 100_000_000 - attachment.position.count)
        #expect(abs(fromEnd - 30_000_000) <= 1000)
    }

    @Test("the limit is on the leg, and what lies beyond is too far")
    func limit() throws {
        let sketch = try StreetSketch("A---------B")
        let network = sketch.network
        for (south, joins) in [(299.99, true), (300.01, false)] {
            let place = sketch.point(east: 40, south: south)
            #expect((network.join(place, within: Metres(300), on: sketch.plane) != nil) == joins)
        }
        let nowhere = GeographicPoint(longitude: .nan, latitude: 0)
        #expect(network.join(nowhere, within: Metres(300), on: sketch.plane) == nil)
    }

    @Test("the index finds what a look at every segment finds")
    func index() throws {
        let town = try GridTown(blocks: 12, spacing: 70, bends: 2)
        let network = town.network
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let point = town.point(generator.double(in: -3...15), generator.double(in: -3...15))
            let p = town.plane.project(point)
            var least = Double.infinity
            for edge in 0..<network.edgeCount {
                for v in network.vertices(ofEdge: edge).dropLast() {
                    least = min(
                        least, Self.distance(p, network.vertexLocations[v], network.vertexLocations[v + 1]))
                }
            }
            let joined = network.join(point, within: Metres(1000), on: town.plane)
            let leg = try #require(joined).leg.metres.value
            #expect(abs(leg - least) < 1e-4)
        }
    }

    @Test("on several threads places join where they join on one", arguments: [1, 2, 5])
    func threads(_ jobs: Int) async throws {
        let town = try GridTown(blocks: 6, spacing: 70, bends: 1)
        var generator = SeededGenerator(seed: 3)
        var points = (0..<1500).map { _ in
            town.point(generator.double(in: -9...15), generator.double(in: -9...15))
        }
        points[700] = GeographicPoint(longitude: .nan, latitude: 0)
        let limit = Metres(300)
        let joined = town.network.join(points, within: limit, on: town.plane)
        #expect(joined.contains { $0 == nil } && joined.contains { $0 != nil })
        #expect(await town.network.join(points, within: limit, on: town.plane, jobs: jobs) == joined)
        #expect(await town.network.join([], within: limit, on: town.plane, jobs: jobs).isEmpty)
    }

    private static func distance(_ p: PlanePoint, _ a: PlanePoint, _ b: PlanePoint) -> Double {
        let length = a.distance(to: b)
        let t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length)
        let u = min(max(t, 0), 1)
        return p.distance(to: PlanePoint(x: a.x + u * (b.x - a.x), y: a.y + u * (b.y - a.y)))
    }
}
