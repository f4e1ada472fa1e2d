import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("Walk circles")
struct WalkCircleTests {
    /// Streets whose circles are easily drawn wrong; `f` is the facility.
    static let drawings = [
        // The middle of three near parallels leads elsewhere and is out of reach.
        """
        A--------f------------B
        |                     |
        C---------------------D
        E---------------------F
        G---------------------H
        |                     |
        I---------------------J
        """,
        // A river: the far bank is as near as can be, and a long way round by the bridge.
        """
        A---------f-----------B
        |                     |
        |                     |
        |                     C
        |                     :
        D-----+------+--------E
              |      |
              F      G---H
        """,
        // A ring with nothing inside, and dead ends.
        """
        A---B---C---D---E---F
        |               |   |
        |   Y           G   |
        |   |               |
        +-f-X               H
        |                   |
        |                   |
        I-------------------J
        """,
        // A gate that nobody passes on the short way, with a bend at the gate.
        """
        +-f--A----#---B
                  |   |
                  |   |
                  C---D
                      |
                      E
        """,
        // A bridge over the facility's own street, out of reach.
        """
                 A
                 |
        B--f-----:----------C
                 |
                 D---E
        """,
    ]

    private func check(
        _ sketch: StreetSketch, sites: String = "f", limit: Double, snapLimit: Double, seed: UInt64,
        count: Int
    ) async throws -> CircleCheck.Outcome {
        let network = sketch.network
        let check = CircleCheck(
            network: network, plane: sketch.plane, sites: sketch.points(sites), limit: Metres(limit),
            snapLimit: Metres(snapLimit))
        let circles = await network.walkCircles(
            of: network.join(check.sites, within: check.snapLimit, on: sketch.plane),
            limit: Micrometres(check.limit), snapLimit: check.snapLimit, jobs: 2)
        let circle = try #require(circles[0])
        var generator = SeededGenerator(seed: seed)
        let places = (0..<count).map { _ in
            sketch.point(east: generator.double(in: -350...1500), south: generator.double(in: -350...700))
        }
        #expect(CircleCheck.ringFaults(of: circle.geographic(by: sketch.plane)) == 0)
        return check.outcome(of: circle, at: places)
    }

    @Test(
        "every place beyond the tolerance is on the right side, on drawn streets", arguments: drawings.indices
    )
    func drawn(index: Int) async throws {
        for (metres, limit, snapLimit) in [
            (30.0, 400.0, 300.0), (50, 700, 300), (20, 250, 60), (2, 40, 300), (4, 60, 30),
        ] {
            let sketch = try StreetSketch(Self.drawings[index], metresPerCell: metres)
            let outcome = try await check(
                sketch, limit: limit, snapLimit: snapLimit, seed: 5, count: 4000)
            #expect(outcome.wrong.isEmpty, "\(metres) \(outcome.wrong.prefix(3))")
            #expect(outcome.outside > 0)
        }
    }

    @Test("every place beyond the tolerance is on the right side, on random streets")
    func random() async throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        var looked = (inside: 0, outside: 0, excused: 0, open: 0)
        for seed in UInt64(0)..<250 {
            var generator = SeededGenerator(seed: seed)
            let world = RandomStreets(&generator, on: plane)
            let network = WalkNetwork(streets: world.streets, plane: plane)
            let check = CircleCheck(
                network: network, plane: plane, sites: [world.point(&generator), world.point(&generator)],
                limit: Metres(generator.double(in: 60...500)),
                snapLimit: Metres(generator.double(in: 20...300)))
            let circle = await network.mergedWalkCircle(
                of: network.join(check.sites, within: check.snapLimit, on: plane),
                limit: Micrometres(check.limit), snapLimit: check.snapLimit, jobs: 2)
            let places = (0..<400).map { _ in world.point(&generator) }
            let outcome = check.outcome(of: circle, at: places)
            // Streets that lie upon each other leave the rule itself open.
            let plain = PlainSearch(world.streets, on: plane)
            let wrong = outcome.wrong.filter { place, _, _ in
                if case .ambiguous = plain.join(plane.unproject(place), within: 300) { false } else { true }
            }
            #expect(wrong.isEmpty, "seed \(seed) \(wrong.prefix(3))")
            looked.open += outcome.wrong.count - wrong.count
            #expect(CircleCheck.ringFaults(of: circle.geographic(by: plane)) == 0, "seed \(seed)")
            looked.inside += outcome.inside
            looked.outside += outcome.outside
            looked.excused += outcome.excused
        }
        #expect(
            looked.inside > 16_000 && looked.outside > 16_000 && looked.excused < 1000 && looked.open < 200,
            "\(looked)")
    }

    @Test("every place beyond the tolerance is on the right side, in a town with a facility on a street")
    func town() async throws {
        let town = try GridTown(blocks: 14, spacing: 97, bends: 1)
        let network = town.network
        let check = CircleCheck(
            network: network, plane: town.plane, sites: [town.point(5.3, 6)], limit: Metres(500),
            snapLimit: Metres(300))
        let sites = network.join(check.sites, within: check.snapLimit, on: town.plane)
        let circles = await network.walkCircles(
            of: sites, limit: Micrometres(check.limit), snapLimit: check.snapLimit, jobs: 2)
        let circle = try #require(circles[0])
        var generator = SeededGenerator(seed: 3)
        let places = (0..<20_000).map { _ in
            town.point(generator.double(in: -1...13), generator.double(in: -1...13))
        }
        let outcome = check.outcome(of: circle, at: places)
        #expect(outcome.wrong.isEmpty, "\(outcome.wrong.prefix(3))")
        #expect(outcome.inside > 2000 && outcome.excused < 1000, "\(outcome.inside) \(outcome.excused)")
        let merged = await network.mergedWalkCircle(
            of: sites, limit: Micrometres(check.limit), snapLimit: check.snapLimit, jobs: 1)
        // Rings may begin at another place.
        #expect(abs(merged.area.area - circle.area.area) < 1e-6)
    }

    @Test("around one straight street the area is that of the strip with pointed ends")
    func straightStreet() async throws {
        let sketch = try StreetSketch("A" + String(repeating: "-", count: 48) + "f-B", metresPerCell: 20)
        // Facility 980 m along a street of 1,020 m; a place at (x, y) walks |x - 980| + |y|.
        let network = sketch.network
        let circle = try #require(
            await network.walkCircles(
                of: network.join(sketch.points("f"), within: Metres(300), on: sketch.plane),
                limit: Micrometres(Metres(400)), snapLimit: Metres(100), jobs: 1)[0])
        // West: 300 m of full width, then a triangle. East: 40 m of full width, then half a disc of 100 m.
        let expected = 200 * 340 + 100.0 * 100 + Double.pi * 100 * 100 / 2
        #expect(abs(circle.area.area / expected - 1) < 0.005, "\(circle.area.area) \(expected)")
    }

    @Test("what lies deep within a circle may be passed by: nothing changes, on random streets and in a town")
    func deep() async throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        var worlds: [(network: WalkNetwork, sites: [GeographicPoint], plane: WorkingPlane, limit: Double)] =
            []
        for seed in UInt64(0)..<150 {
            var generator = SeededGenerator(seed: seed)
            let world = RandomStreets(&generator, on: plane)
            let sites = (0..<4).map { _ in world.point(&generator) }
            worlds.append((WalkNetwork(streets: world.streets, plane: plane), sites, plane, 900))
        }
        let town = try GridTown(blocks: 16, spacing: 83, bends: 1)
        worlds.append(
            (town.network, [town.point(5.3, 6), town.point(9, 9.5), town.point(1, 1)], town.plane, 700))
        var known = 0
        for (number, world) in worlds.enumerated() {
            let network = world.network
            let snapLimit = Metres(150)
            let faces = await network.streetFaces(snapLimit: snapLimit, jobs: 2)
            var plain = faces
            plain.clearances = Column(
                ContiguousArray(repeating: Float.infinity, count: network.nodeCount))
            known += faces.clearances.count { $0 < 600 }
            let sites = network.join(world.sites, within: snapLimit, on: world.plane)
            let limits = [Micrometres(Metres(world.limit)), Micrometres(Metres(world.limit / 3))]
            let (passing, looking) = (
                await network.walkCircles(
                    of: sites, limits: limits, snapLimit: snapLimit, in: faces, jobs: 2
                ) { $0.area },
                await network.walkCircles(
                    of: sites, limits: limits, snapLimit: snapLimit, in: plain, jobs: 2
                ) { $0.area }
            )
            #expect(passing == looking, "\(number)")
            let (merged, plainly) = (
                await network.mergedWalkCircles(
                    of: sites, limits: limits, snapLimit: snapLimit, in: faces, jobs: 2),
                await network.mergedWalkCircles(
                    of: sites, limits: limits, snapLimit: snapLimit, in: plain, jobs: 2)
            )
            #expect(merged.map(\.area) == plainly.map(\.area), "\(number)")
        }
        #expect(known > 200, "\(known)")
    }

    @Test("who is out of the network has no circle, who can go nowhere an empty one")
    func nothing() async throws {
        let sketch = try StreetSketch("A----f----B", metresPerCell: 50)
        let network = sketch.network
        let far = network.join(sketch.point(east: 0, south: 900), within: Metres(300), on: sketch.plane)
        let off = network.join(sketch.point(east: 100, south: 200), within: Metres(300), on: sketch.plane)
        let circles = await network.walkCircles(
            of: [far, off], limit: Micrometres(Metres(100)), snapLimit: Metres(300), jobs: 2)
        #expect(circles[0] == nil)
        #expect(try #require(circles[1]).area.polygons.isEmpty)
    }

    @Test("one search serves several limits, and neither jobs nor company change a circle")
    func limitsAndJobs() async throws {
        let town = try GridTown(blocks: 16, spacing: 83, bends: 1)
        let network = town.network
        let places = (0..<40).map { k in
            town.point(1.3 + Double(k % 8) * 1.9, 1.7 + Double(k / 8) * 2.7)
        }
        let sites = network.join(places, within: Metres(300), on: town.plane)
        let limits = [300, 600, 900].map { Micrometres(Metres($0)) }
        var drawn: Set<[[MultiPolygon<PlanePoint>]?]> = []
        for jobs in [1, 2, 7] {
            let faces = await network.streetFaces(
                snapLimit: Metres(300), jobs: jobs)
            drawn.insert(
                await network.walkCircles(
                    of: sites, limits: limits, snapLimit: Metres(300), in: faces, jobs: jobs
                ) { $0.area })
        }
        #expect(drawn.count == 1)
        for (k, limit) in limits.enumerated() {
            let single = await network.walkCircles(
                of: sites, limit: limit, snapLimit: Metres(300), jobs: 2)
            for (site, circle) in single.enumerated() {
                let many = try #require(drawn.first?[site])
                // Faces are the same whether others are found as well or not.
                #expect(try #require(circle).area == many[k], "\(site) \(limit)")
            }
        }
    }

    @Test("a lake inside and a walled estate are holes")
    func holes() async throws {
        // Streets around a square of 400 m; nobody is farther in than 60 m.
        let sketch = try StreetSketch(
            """
            A---f-----B
            |         |
            |         |
            |         |
            |         |
            C---------D
            """, metresPerCell: 40)
        let network = sketch.network
        let circle = try #require(
            await network.walkCircles(
                of: network.join(sketch.points("f"), within: Metres(60), on: sketch.plane),
                limit: Micrometres(Metres(2000)), snapLimit: Metres(60), jobs: 1)[0])
        let polygon = try #require(circle.area.polygons.first)
        #expect(circle.area.polygons.count == 1 && polygon.holes.count == 1)
        // 400 by 200 m, widened by 60 m with quarter discs at the corners; the hole is what is left within.
        let expected = 520.0 * 320 - (4 - Double.pi) * 60 * 60 - 280 * 80
        #expect(abs(circle.area.area / expected - 1) < 0.01, "\(circle.area.area) \(expected)")
    }

    @Test("a street between two that are out of reach, nearer together than corners, keeps a strip")
    func thinStrip() async throws {
        // The middle street alone is joined to the facility's, and its neighbours run 3 m away on either side.
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        func place(_ x: Double, _ y: Double) -> GeographicPoint {
            plane.unproject(PlanePoint(x: 500_000 + x, y: 3_380_000 + y))
        }
        // A ring road of 4 km joins the neighbours at their far ends, so that they are kept and out of reach.
        let nodes = [
            place(0, 0), place(700, 0), place(0, 3), place(700, 3), place(0, -3), place(700, -3),
            place(1500, 1500), place(1500, -1500), place(-1500, 1500), place(-1500, -1500), place(-10, 0),
        ]
        let ways: [[Int32]] = [[0, 1], [2, 3], [4, 5], [3, 6, 8, 2], [5, 7, 9, 4], [8, 9], [9, 10, 0]]
        var offsets: [Int32] = [0]
        for way in ways { offsets.append(offsets[offsets.count - 1] + Int32(way.count)) }
        let network = WalkNetwork(
            streets: Streets(
                nodes: nodes, wayOffsets: offsets, wayNodes: ways.flatMap { $0 },
                wayIDs: (1...Int64(ways.count)).map { $0 }, blocked: []), plane: plane)
        let check = CircleCheck(
            network: network, plane: plane, sites: [place(100, 0.1)], limit: Metres(500),
            snapLimit: Metres(300))
        let circle = try #require(
            await network.walkCircles(
                of: network.join(check.sites, within: check.snapLimit, on: plane),
                limit: Micrometres(check.limit), snapLimit: check.snapLimit, jobs: 1)[0])
        var generator = SeededGenerator(seed: 11)
        let places = (0..<20_000).map { _ in
            place(generator.double(in: -700...700), generator.double(in: -30...30))
        }
        let outcome = check.outcome(of: circle, at: places)
        #expect(outcome.wrong.isEmpty, "\(outcome.wrong.prefix(3))")
        #expect(outcome.inside > 500 && outcome.outside > 5000, "\(outcome.inside) \(outcome.outside)")
        #expect(CircleCheck.ringFaults(of: circle.geographic(by: plane)) == 0)
    }
}
