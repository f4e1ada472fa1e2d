import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

/// The streets that a walk takes.
struct WalkRouteTests {
    @Test func theShorterWayIsNamedSegmentBySegment() throws {
        let sketch = try StreetSketch(
            """
            p A---B---C---D q
              |           |
              E-----------F
            """)
        let network = sketch.network
        let joined = network.join(sketch.points("pqE"), within: Metres(300), on: sketch.plane)
        let (start, end) = try (#require(joined[0]), #require(joined[1]))
        let route = try #require(network.route(from: start, to: end, limit: Metres(1000).micrometres))
        let ends = sketch.points("ABCD")
        #expect(route.map { Set([$0.from, $0.to]) } == zip(ends, ends.dropFirst()).map { Set([$0, $1]) })
        for stretch in route { #expect(abs(stretch.length.metres.value - 40) < 0.001) }
        // Too long by half a metre, legs included.
        #expect(network.route(from: start, to: end, limit: Metres(159.5).micrometres) == nil)
        // From the corner: A to E is one segment, walked whole.
        let corner = try #require(joined[2])
        #expect(network.route(from: start, to: corner, limit: Metres(1000).micrometres)?.count == 1)
        // Who is there already walks along nothing.
        #expect(network.route(from: corner, to: corner, limit: Metres(1000).micrometres) == [])
    }

    @Test(arguments: 100..<160) func theStretchesAddUpToTheWalk(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        let drawn = RandomStreets(&random, on: plane)
        let network = WalkNetwork(streets: drawn.streets, plane: plane)
        let points = (0..<6).map { _ in drawn.point(&random) }
        let joined = network.join(points, within: Metres(300), on: plane).compactMap { $0 }
        for end in joined {
            let search = NearestFacilities([end], on: network)
            for start in joined {
                let found = search.nearest(from: start)
                let route = network.route(
                    from: start, to: end, limit: found?.walk ?? Metres(10_000).micrometres)
                #expect((route == nil) == (found == nil))
                guard let route, let found else { continue }
                let along = route.reduce(0) { $0 + $1.length.count }
                #expect(along + start.leg.count + end.leg.count == found.walk.count)
                // One stretch goes on where the last has ended.
                for (a, b) in zip(route, route.dropFirst()) {
                    #expect(!Set([a.from, a.to]).isDisjoint(with: [b.from, b.to]))
                }
            }
        }
    }
}

extension Metres {
    fileprivate var micrometres: Micrometres { Micrometres(self) }
}
