import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("The nearest facility on foot")
struct NearestFacilitiesTests {
    private func nearest(
        _ sketch: StreetSketch, from letters: String, facilities: String
    ) throws -> (rank: Int, metres: Double)? {
        let network = sketch.network
        let sites = network.join(sketch.points(facilities), within: Metres(300), on: sketch.plane)
        let starts = network.join(sketch.points(letters), within: Metres(300), on: sketch.plane)
        let found = NearestFacilities(sites, on: network).nearest(from: starts.compactMap { $0 })
        return found.map { ($0.rank, $0.walk.metres.value) }
    }

    @Test("both legs are walked, and two points on one edge walk along it")
    func sameEdge() throws {
        let sketch = try StreetSketch(
            """
              p
            A---------B
                   f
            """)
        let found = try #require(try nearest(sketch, from: "p", facilities: "f"))
        #expect(abs(found.metres - (10 + 50 + 10)) < 1e-3)
    }

    @Test("on a loop the shorter way round counts, also past the node")
    func loop() throws {
        let sketch = try StreetSketch(
            """
            A-p-------f-B
            |           |
            +-----------+
            """)
        let found = try #require(try nearest(sketch, from: "p", facilities: "f"))
        #expect(abs(found.metres - 80) < 1e-3)
        let round = try StreetSketch(
            """
            A--p-----------B
            |              |
            +------f-------+
            """)
        // From p west: 30 + 20 + 70; east: 120 + 20 + 80.
        #expect(abs(try #require(try nearest(round, from: "p", facilities: "f")).metres - 120) < 1e-3)
    }

    @Test("equal walks go to the smaller rank, wherever the walks part")
    func ties() throws {
        let sketch = try StreetSketch(
            """
            g---------p---------f
            A---------B---------C
                      |
                      |
                      D
            """)
        #expect(try nearest(sketch, from: "p", facilities: "fg")?.rank == 0)
        #expect(try nearest(sketch, from: "p", facilities: "gf")?.rank == 0)
        #expect(try nearest(sketch, from: "D", facilities: "fg")?.rank == 0)
        // Two facilities at one place.
        #expect(try nearest(sketch, from: "D", facilities: "ff")?.rank == 0)
    }

    @Test("a compound starts at whichever gate gives the shortest walk")
    func gates() throws {
        let sketch = try StreetSketch(
            """
            A-p------------------q-B
                              f
            """)
        let found = try #require(try nearest(sketch, from: "pq", facilities: "f"))
        #expect(abs(found.metres - (30 + 10)) < 1e-3)
        #expect(try nearest(sketch, from: "", facilities: "f") == nil)
    }

    @Test("nobody passes a blocked node, but who joins there sets out on either side")
    func blocked() throws {
        let sketch = try StreetSketch(
            """
                  p
            A--a--#-b--B
            |          |
            |          |
            +----------+
            """)
        // From a east the way is barred: west over the ring to b.
        let around = try #require(try nearest(sketch, from: "a", facilities: "b"))
        #expect(abs(around.metres - (30 + 30 + 110 + 30 + 30)) < 1e-3)
        #expect(abs(try #require(try nearest(sketch, from: "p", facilities: "a")).metres - 40) < 1e-3)
        #expect(abs(try #require(try nearest(sketch, from: "p", facilities: "b")).metres - 30) < 1e-3)
    }

    @Test("a facility on another component is not reached")
    func unreached() throws {
        let sketch = try StreetSketch(
            """
            A-p---B

            C---f-D
            """)
        #expect(try nearest(sketch, from: "p", facilities: "f") == nil)
    }

    @Test("in a grid town every walk is the blocks between")
    func gridTown() throws {
        let town = try GridTown(blocks: 10, spacing: 100, bends: 3)
        let network = town.network
        #expect(network.checkInvariants().isEmpty)
        #expect(network.nodeCount == 11 * 11 - 4)
        let facility = network.join(town.point(3, 4), within: Metres(300), on: town.plane)
        let field = NearestFacilities([facility], on: network)
        for x in 0...10 {
            for y in 0...10 {
                let start = try #require(
                    network.join(town.point(Double(x), Double(y)), within: Metres(300), on: town.plane))
                let walk = try #require(field.nearest(from: start)).walk.metres.value
                #expect(abs(walk - Double(abs(x - 3) + abs(y - 4)) * 100) < 1e-3)
            }
        }
    }

    @Test(
        "in a grid full of ties every place gets the smallest rank that single searches give it",
        arguments: 0..<8)
    func manyTies(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let town = try GridTown(blocks: 12, spacing: 100)
        let network = town.network
        // Junctions and middles of blocks, up to 0.3 mm beside them: many walks of the same whole millimetre.
        func step() -> Double {
            Double.random(in: 0...24, using: &generator).rounded() / 2
                + Double.random(in: -3e-6...3e-6, using: &generator)
        }
        let points = (0..<460).map { _ in town.point(step(), step()) }
        let joined = network.join(points, within: Metres(300), on: town.plane)
        let (facilities, places) = (Array(joined[..<60]), Array(joined[60...]))
        let table = await network.reachTable(
            from: facilities, to: places.map { $0.map { [$0] } ?? [] }, within: Micrometres(Metres(5000)),
            jobs: 2)
        var walks = [[(rank: Int, walk: Micrometres)]](repeating: [], count: places.count)
        for rank in facilities.indices {
            for (place, walk) in table.row(ofFacility: rank) { walks[Int(place)].append((rank, walk)) }
        }
        let field = NearestFacilities(facilities, on: network)
        var ties = 0
        for (place, start) in places.enumerated() {
            let attachment = try #require(start)
            let found = try #require(field.nearest(from: attachment))
            let least = try #require(walks[place].map(\.walk).min())
            let same = walks[place].filter { $0.walk.wholeMillimetres == least.wholeMillimetres }
            #expect(found.walk == least)
            #expect(found.rank == same.map(\.rank).min())
            if same.contains(where: { $0.walk != least && $0.rank == found.rank }) { ties += 1 }
        }
        // Places whose smallest rank does not have the shortest walk, but one of the same millimetre.
        #expect(ties > 10, "\(ties)")
    }

    @Test("the walk from every vertex is that of somebody who joins there", arguments: 0..<4)
    func everyVertex(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let town = try GridTown(blocks: 6, spacing: 100, bends: 3)
        let network = town.network
        // Several to an edge, up to a block's length aside.
        let sites = (0..<12).map { _ in
            town.point(
                Double.random(in: 0...6, using: &generator).rounded(),
                Double.random(in: 0...6, using: &generator))
        }
        let facilities = network.join(sites, within: Metres(300), on: town.plane)
        let field = NearestFacilities(facilities, on: network)
        let walks = await field.walksOfVertices(jobs: 2)
        // The nodes, then what lies between the ends of each edge.
        let between = (0..<network.edgeCount).flatMap { network.vertices(ofEdge: $0).dropFirst().dropLast() }
        var places = [GeographicPoint](repeating: town.point(0, 0), count: network.nodeCount)
        for edge in 0..<network.edgeCount {
            let vertices = network.vertices(ofEdge: edge)
            places[Int(network.edgeStarts[edge])] = network.vertexPlaces[vertices.lowerBound]
            places[Int(network.edgeEnds[edge])] = network.vertexPlaces[vertices.upperBound - 1]
        }
        places += between.map { network.vertexPlaces[$0] }
        #expect(walks.count == places.count)
        for (v, place) in places.enumerated() {
            let start = try #require(network.join(place, within: Metres(1), on: town.plane))
            let walk = try #require(field.nearest(from: start)).walk
            // Where a vertex joins is as exact as its place in degrees.
            #expect(abs(try #require(walks[v]).count - walk.count) <= 20, "vertex \(v)")
        }
        // A search with a limit knows every walk within it.
        let limit = Micrometres(Metres(150))
        let near = await NearestFacilities(facilities, on: network, limit: limit).walksOfVertices(jobs: 1)
        for v in places.indices where walks[v].map({ $0 <= limit }) ?? false {
            #expect(walks[v] == near[v])
        }
        let nobody = await NearestFacilities([], on: network).walksOfVertices(jobs: 2)
        #expect(places.indices.allSatisfy { nobody[$0] == nil })
    }

    @Test("a town of several blocks of nodes is walked as if it were one", arguments: [1, 3, 40])
    func largeTown(facilityCount: Int) async throws {
        // 28,900 junctions; towards its far corners walks cross blocks of nodes, and parts of threads, many times.
        let town = try GridTown(blocks: 169, spacing: 100)
        let network = town.network
        #expect(network.nodeCount > 3 << 13)
        var generator = SeededGenerator(seed: UInt64(facilityCount))
        func point() -> GeographicPoint {
            town.point(
                Double.random(in: 0...169, using: &generator), Double.random(in: 0...169, using: &generator))
        }
        let facilities = network.join(
            (0..<facilityCount).map { _ in point() }, within: Metres(300), on: town.plane)
        let places = network.join((0..<150).map { _ in point() }, within: Metres(300), on: town.plane)
        for limit in [Micrometres(Metres(40_000)), Micrometres(Metres(2_000))] {
            let field = NearestFacilities(facilities, on: network, limit: limit)
            // One search from each facility, over the whole network as one block.
            let table = await network.reachTable(
                from: facilities, to: places.map { $0.map { [$0] } ?? [] }, within: limit, jobs: 2)
            var least = [Micrometres?](repeating: nil, count: places.count)
            for facility in facilities.indices {
                for (place, walk) in table.row(ofFacility: facility) {
                    if least[Int(place)].map({ walk < $0 }) ?? true { least[Int(place)] = walk }
                }
            }
            #expect(least.contains { $0 != nil })
            // Several threads, each with a part of the town, find what one does, ranks and all.
            for jobs in [2, 3, 7] {
                let parts = await NearestFacilities.search(facilities, on: network, limit: limit, jobs: jobs)
                for node in 0..<network.nodeCount {
                    guard field.walk(fromNode: node) == parts.walk(fromNode: node) else {
                        Issue.record("node \(node), \(jobs) jobs")
                        break
                    }
                }
                for start in places {
                    let attachment = try #require(start)
                    #expect(parts.nearest(from: attachment) == field.nearest(from: attachment))
                }
            }
            for (place, start) in places.enumerated() {
                guard let walk = least[place], let start else { continue }
                #expect(field.nearest(from: start)?.walk == walk)
            }
        }
    }

    @Test("an edge longer than four kilometres, which searches read elsewhere, is walked in full")
    func longEdges() throws {
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        let origin = StreetSketch.corner
        let corners = [(0.0, 0.0), (5_000, 0), (5_000, 6_000), (5_100, 0)].map {
            PlanePoint(x: origin.x + $0.0, y: origin.y + $0.1)
        }
        let nodes = corners.map { plane.unproject($0) }
        let streets = Streets(
            nodes: nodes, wayOffsets: [0, 2, 4, 6], wayNodes: [0, 1, 1, 2, 1, 3], wayIDs: [1, 2, 3],
            blocked: [])
        let network = WalkNetwork(streets: streets, plane: plane)
        #expect(network.edgeLengths.max() ?? 0 > Int64(UInt32.max))
        let ends = network.join([nodes[0], nodes[2]], within: Metres(1), on: plane)
        let sum =
            Micrometres(Ellipsoid.wgs84.distance(nodes[0], nodes[1])).count
            + Micrometres(Ellipsoid.wgs84.distance(nodes[1], nodes[2])).count
        let start = try #require(ends[1])
        let whole = try #require(NearestFacilities([ends[0]], on: network).nearest(from: start))
        #expect(abs(whole.walk.count - sum) <= 20)
        // Within a limit that the second edge alone exceeds, the search does not come to its far end.
        let near = NearestFacilities([ends[0]], on: network, limit: Micrometres(Metres(5_500)))
        #expect((0..<network.nodeCount).count { near.walk(fromNode: $0) != nil } == 3)
    }
}
