import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import Topology
import WalkNetwork

/// Circles that lack a part or have one too many do not hold, however small it is: down to the tolerance.
@Suite struct BittenCircleTests {
    /// A facility in a small town of crooked streets, with its circle.
    private struct World {
        let plane: WorkingPlane
        let network: WalkNetwork
        let ground: StudyGround
        let day: Day
        let circles: [DrawnCircle]
        let faces: StreetFaces

        /// A lattice of junctions moved at random, some streets left out, stubs of 2.5 to 25 m, facilities two.
        init(seed: UInt64) async throws {
            var random = SeededGenerator(seed: seed)
            var places: [PlanePoint] = []
            var ways: [[Int32]] = []
            func add(_ x: Double, _ y: Double) -> Int32 {
                places.append(PlanePoint(x: 500_000 + x, y: 3_380_000 + y))
                return Int32(places.count - 1)
            }
            let side = 6
            for row in 0..<side {
                for column in 0..<side {
                    _ = add(
                        Double(column) * 60 + random.double(in: -18...18),
                        Double(row) * 60 + random.double(in: -18...18))
                }
            }
            for row in 0..<side {
                for column in 0..<side {
                    let node = Int32(row * side + column)
                    for (next, isThere) in [
                        (node + 1, column + 1 < side), (node + Int32(side), row + 1 < side),
                    ] where isThere && random.int(in: 0...5) > 0 {
                        let (a, b) = (places[Int(node)], places[Int(next)])
                        let bend = add(
                            (a.x + b.x) / 2 - 500_000 + random.double(in: -6...6),
                            (a.y + b.y) / 2 - 3_380_000 + random.double(in: -6...6))
                        ways.append([node, bend, next])
                        guard random.int(in: 0...2) == 0 else { continue }
                        // A stub off the bend, in any direction.
                        let (dx, dy) = (random.double(in: -1...1), random.double(in: -1...1))
                        let length = random.double(in: 2.5...25) / max((dx * dx + dy * dy).squareRoot(), 0.1)
                        let p = places[Int(bend)]
                        ways.append([
                            bend, add(p.x - 500_000 + dx * length, p.y - 3_380_000 + dy * length),
                        ])
                    }
                }
            }
            let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
            let streets = Streets(
                nodes: plane.unproject(places),
                wayOffsets: ways.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) },
                wayNodes: ways.flatMap { $0 }, wayIDs: ways.indices.map { Int64($0 + 1) }, blocked: [])
            network = WalkNetwork(streets: streets, plane: plane)
            let sites = [(130.0, 140.0), (250.0, 90.0)].map {
                plane.unproject(PlanePoint(x: 500_000 + $0.0, y: 3_380_000 + $0.1))
            }
            var study = Study(
                name: "Crooked", baseYear: 2020, plane: StreetSketch.planeDefinition, radius: Metres(1000),
                communities: [], compounds: [Compound(id: "c", point: sites[0])],
                facilities: zip(["m", "n"], sites).map {
                    Facility(id: $0.0, level: .community, point: $0.1)
                })
            study.walking.minutes = 3.5
            let pack = PolicyPack(
                id: "none", name: BilingualText(en: "none", zh: "无"),
                jurisdiction: BilingualText(en: "nowhere", zh: "无"))
            let ground = StudyGround(study: study, pack: pack, network: network, plane: plane)
            (self.ground, self.plane) = (ground, plane)
            day = try #require(Day.last(ofYear: 2020))
            circles = try await ground.walkCircles(on: day, CircleWishes(each: true), plane: plane, jobs: 2)
            faces = await network.streetFaces(snapLimit: ground.standard.snapLimit, of: nil, jobs: 1)
        }

        func proof(_ circles: [DrawnCircle], beside drawn: [DrawnCircle] = []) async throws -> CircleProof {
            try #require(
                await ground.proof(
                    of: circles, on: day, beside: drawn, ProofPlan(places: 0, seed: 1), plane: plane, jobs: 2)
            )
        }

        /// The circles with another area for one of them.
        func circles(with area: MultiPolygon<PlanePoint>, for index: Int) throws -> [DrawnCircle] {
            var changed = circles
            let old = circles[index]
            changed[index] = DrawnCircle(
                kind: .walk, facility: old.facility, limit: old.limit, tolerance: old.tolerance,
                area: try RoundedArea(area.mapped(plane.unproject)).valid())
            return changed
        }

        /// The share of an edge in the plane: the places that join it.
        func share(ofEdge edge: Int) throws -> MultiPolygon<PlanePoint> {
            var parts: [MultiPolygon<PlanePoint>] = []
            for v in network.vertices(ofEdge: edge).dropLast() {
                let (a, b) = (network.vertexLocations[v], network.vertexLocations[v + 1])
                for (face, base) in [(2 * v, [a, b]), (2 * v + 1, [b, a])] {
                    let corners = base + faces.outline(ofFace: face) + [base[0]]
                    parts.append(
                        try MultiPolygon([Polygon(exterior: try Ring(corners))]).madeValid())
                }
            }
            return try MultiPolygon.union(of: parts)
        }
    }

    /// How far from an area's boundary the deepest place of a part lies, tried every half metre until one lies deep enough.
    private func depth(
        of part: MultiPolygon<PlanePoint>, from area: MultiPolygon<PlanePoint>, enough: Double
    ) -> Double {
        let sides = area.polygons.flatMap(\.rings).map(\.positions).flatMap { zip($0, $0.dropFirst()) }
        var deepest = 0.0
        for polygon in part.polygons {
            guard let box = Envelope(around: polygon.exterior.positions) else { continue }
            for x in stride(from: box.west + 0.25, to: box.east, by: 0.5) {
                for y in stride(from: box.south + 0.25, to: box.north, by: 0.5) {
                    let p = PlanePoint(x: x, y: y)
                    guard MultiPolygon([polygon]).contains(p) else { continue }
                    var least = Double.infinity
                    for (a, b) in sides where least > deepest {
                        let (ux, uy) = (b.x - a.x, b.y - a.y)
                        let squared = ux * ux + uy * uy
                        let t = squared > 0 ? min(max(((x - a.x) * ux + (y - a.y) * uy) / squared, 0), 1) : 0
                        let (dx, dy) = (x - a.x - t * ux, y - a.y - t * uy)
                        least = min(least, (dx * dx + dy * dy).squareRoot())
                    }
                    deepest = max(deepest, least)
                    if deepest > enough { return deepest }
                }
            }
        }
        return deepest
    }

    @Test("Circles of a moment may be none; those of the study's own minutes may not")
    func emptyCircles() async throws {
        let world = try await World(seed: 1)
        let plan = ProofPlan(places: 0, seed: 1)
        let moment = await world.ground.proof(
            of: [], on: world.day, plan, minutes: [0.001], plane: world.plane, jobs: 1)
        #expect(moment?.wrongCircles == [])
        let none = await world.ground.proof(of: [], on: world.day, plan, plane: world.plane, jobs: 1)
        #expect(none?.wrongCircles.map(\.reason) == [.missing])
    }

    @Test("The circles drawn hold; without the share of any single street they do not", arguments: [1, 2, 3])
    func withoutOneStreet(seed: UInt64) async throws {
        let world = try await World(seed: seed)
        let right = try await world.proof(world.circles)
        #expect(right.holds && right.worst.value < 0.5, "\(right.faults.first as Any) \(right.worst)")
        var removed = 0
        // Another circle with every seed: the two single ones and the dissolved one.
        for index in [Int(seed) % world.circles.count] {
            let whole = world.circles[index].area.mapped(world.plane.project)
            for edge in 0..<world.network.edgeCount {
                let bitten = try whole.subtracting(try world.share(ofEdge: edge))
                let part = try whole.subtracting(bitten)
                // Within the tolerance of the new boundary a place may be drawn on either side.
                let depth = depth(of: part, from: bitten, enough: 1.1)
                guard depth > 1.1 else { continue }
                removed += 1
                let proof = try await world.proof(try world.circles(with: bitten, for: index))
                #expect(!proof.holds, "edge \(edge) of circle \(index), \(depth) m deep")
            }
        }
        #expect(removed > 10)
    }

    @Test("Places by streets join just where they are said to", arguments: [1, 2, 3])
    func streetPlaces(seed: UInt64) async throws {
        let world = try await World(seed: seed)
        let (network, limit) = (world.network, world.ground.standard.snapLimit)
        let chosen = StreetPlaces(ofEdges: 0..<network.edgeCount, on: network, snapLimit: limit)
        #expect(chosen.places.count > 3 * network.edgeCount)
        #expect(Set(chosen.attachments.compactMap { $0?.edge }).count == network.edgeCount)
        let joins = network.join(chosen.places, within: limit, on: world.plane)
        var ties = 0
        for (said, join) in zip(chosen.attachments, joins) {
            let (said, join) = (try #require(said), try #require(join))
            let difference = abs((said.leg - join.leg).metres.value)
            #expect(difference < 0.01)
            // On the inside of a slight bend both sides of it are equally near, to less than a millimetre.
            let isTie = said.leg.count > 0 && difference < 0.001
            #expect(isTie || Ellipsoid.wgs84.distance(said.place, join.place).value < 0.01)
            ties += isTie && said.place != join.place && said.edge != join.edge ? 1 : 0
        }
        #expect(ties < chosen.places.count / 20)
    }

    @Test("A ring left out, a hole filled, a bite, a bump and another's circle are found", arguments: [1, 2])
    func changed(seed: UInt64) async throws {
        let world = try await World(seed: seed)
        func fails(_ circles: [DrawnCircle]) async throws -> Bool { try await !world.proof(circles).holds }
        var random = SeededGenerator(seed: seed)
        var (holes, narrow) = (0, 0)
        for index in world.circles.indices {
            let area = world.circles[index].area.mapped(world.plane.project)
            for (number, polygon) in area.polygons.enumerated() {
                for hole in polygon.holes {
                    let filled = MultiPolygon([Polygon(exterior: hole)])
                    // Places are tried for every ten metres of street.
                    let width = 2 * depth(of: filled, from: area, enough: 3)
                    if width > 2.4, width <= 6 {
                        // Held at the boundary that is drawn anew as well, no hole is passed by.
                        let changed = try world.circles(with: area.union(filled), for: index)
                        #expect(try await !world.proof(changed, beside: world.circles).holds, "\(width)")
                        narrow += 1
                    }
                    guard width > 6 else { continue }
                    holes += 1
                    #expect(
                        try await fails(world.circles(with: area.union(filled), for: index)),
                        "\(hole.positions[0]) \(width)")
                }
                var rest = area.polygons
                rest.remove(at: number)
                guard !rest.isEmpty,
                    depth(of: MultiPolygon([polygon]), from: MultiPolygon(rest), enough: 1.1) > 1.1
                else { continue }
                #expect(try await fails(world.circles(with: MultiPolygon(rest), for: index)))
            }
            // Discs of three metres about places of the boundary, taken away and added.
            let rim = area.polygons[0].exterior.positions
            for _ in 0..<4 {
                let at = rim[random.int(in: 0...rim.count - 1)]
                var corners = (0..<16).map { k -> PlanePoint in
                    let turn = Double(k) * 22.5
                    let p = Ellipsoid.wgs84.direct(
                        from: world.plane.unproject(at), azimuth: -turn + 360, distance: Metres(3))
                    return world.plane.project(p)
                }
                corners.append(corners[0])
                let disc = MultiPolygon([Polygon(exterior: try Ring(corners))])
                for changed in [try area.subtracting(disc), try area.union(disc)] {
                    let part = try area.subtracting(changed).union(changed.subtracting(area))
                    guard depth(of: part, from: changed, enough: 1.3) > 1.3 else { continue }
                    #expect(try await fails(world.circles(with: changed, for: index)))
                }
            }
        }
        // Narrow ones there are with the first seed.
        #expect(holes > 0 && (narrow > 0 || seed > 1))
        #expect(try await world.proof(world.circles, beside: world.circles).holds)
        // The two facilities' circles change places.
        let swapped = zip(world.circles, [1, 0, 2]).map { circle, other in
            DrawnCircle(
                kind: .walk, facility: circle.facility, limit: circle.limit, tolerance: circle.tolerance,
                area: world.circles[other].area)
        }
        #expect(try await fails(swapped))
    }
}
