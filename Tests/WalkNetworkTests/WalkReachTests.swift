import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("Reach within a limit")
struct WalkReachTests {
    @Test("edges are cut exactly where the limit ends")
    func intervals() throws {
        let sketch = try StreetSketch(
            """
            A----f----B----C
                      |
                      |
                      D
            """)
        let network = sketch.network
        let facility = try #require(
            network.join(sketch.points("f")[0], within: Metres(300), on: sketch.plane))
        // 30 m: from A's side 30 of 50; short of B by 20.
        let near = WalkReach(of: facility, on: network, limit: Micrometres(Metres(30)))
        #expect(near.nodes.isEmpty)
        #expect(near.intervals.count == 1)
        #expect(abs(near.length.metres.value - 60) < 1e-3)
        // 65 m: all of A to B, 15 m towards C and D.
        let far = WalkReach(of: facility, on: network, limit: Micrometres(Metres(65)))
        #expect(far.nodes.count == 2)
        #expect(abs(far.length.metres.value - 130) < 2e-3)
        #expect(far.intervals.count == 3)
    }

    @Test("on a loop what is reached from both ends meets or leaves a gap")
    func loop() throws {
        let sketch = try StreetSketch(
            """
            A-f-------B
                      |
            D---------C
            """)
        let ring = try StreetSketch(
            """
            A-f-------B
            |         |
            D---------C
            """)
        for (sketch, limit, length, parts) in [
            (ring, 40.0, 80.0, 1), (ring, 110, 220, 1), (ring, 130, 240, 1), (sketch, 90, 110, 0),
        ] {
            let network = sketch.network
            let facility = try #require(
                network.join(sketch.points("f")[0], within: Metres(300), on: sketch.plane))
            let reach = WalkReach(of: facility, on: network, limit: Micrometres(Metres(limit)))
            // The ring's only edge starts at one of its vertices: a part on either side of it may be two.
            #expect(reach.intervals.count <= parts + 1)
            #expect(abs(reach.length.metres.value - length) < 2e-3, "\(reach.length)")
        }
    }

    @Test("the table holds what the nearest search finds one by one, for any number of jobs")
    func table() async throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        var pairs = 0
        for seed in UInt64(0)..<150 {
            var generator = SeededGenerator(seed: seed)
            let world = RandomStreets(&generator, on: plane)
            let network = WalkNetwork(streets: world.streets, plane: plane)
            let sites = network.join(
                (0..<5).map { _ in world.point(&generator) }, within: Metres(100), on: plane)
            let places = (0..<12).map { _ in
                network.join((0..<2).map { _ in world.point(&generator) }, within: Metres(100), on: plane)
                    .compactMap { $0 }
            }
            let limit = Micrometres(Metres(generator.double(in: 50...500)))
            let table = await network.reachTable(from: sites, to: places, within: limit, jobs: 1)
            #expect(table == (await network.reachTable(from: sites, to: places, within: limit, jobs: 7)))
            for (index, site) in sites.enumerated() {
                let field = NearestFacilities([site], on: network)
                var expected: [(Int32, Micrometres)] = []
                for (place, attachments) in places.enumerated() {
                    if let walk = field.nearest(from: attachments)?.walk, walk <= limit {
                        expected.append((Int32(place), walk))
                    }
                }
                let row = Array(table.row(ofFacility: index))
                #expect(
                    row.map(\.0) == expected.map(\.0) && row.map(\.1) == expected.map(\.1), "seed \(seed)")
                pairs += row.count
            }
        }
        #expect(pairs > 1000)
    }
}
