import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import Topology
import WalkNetwork

/// Circles held against the rule in a town of squared paper: right ones hold, wrong ones do not.
@Suite struct CircleProofTests {
    private let town: GridTown
    private let day: Day
    private let pack = PolicyPack(
        id: "none", name: BilingualText(en: "none", zh: "无"),
        jurisdiction: BilingualText(en: "nowhere", zh: "无"))

    init() throws {
        town = try GridTown(blocks: 24, spacing: 90, bends: 1)
        day = try #require(Day.last(ofYear: 2020))
    }

    private func study() throws -> Study {
        let corners = [(-0.5, -0.5), (24.5, -0.5), (24.5, 24.5), (-0.5, 24.5), (-0.5, -0.5)]
            .map { town.point($0.0, $0.1) }
        let community = Community(
            id: "c", name: "Grid", area: MultiPolygon([Polygon(exterior: try Ring(corners))]),
            point: town.point(10, 10.2), district: "d", setting: .urban, households: ExactDecimal(5000),
            elders: ElderFigures(statedTotal: ExactDecimal(2000)))
        let compounds = (0..<50).map { k in
            Compound(
                id: "\(k)", community: 0, households: ExactDecimal(10), elders: ExactDecimal(4),
                point: town.point(Double(k % 7) * 3.3, Double(k / 7) * 2.9))
        }
        var study = Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition, radius: Metres(1000),
            communities: [community], compounds: compounds,
            facilities: [("m", 10.3, 10.0), ("n", 15.0, 13.4)].map {
                Facility(id: $0.0, level: .community, point: town.point($0.1, $0.2))
            })
        study.walking.minutes = 12
        return study
    }

    private func ground(_ network: WalkNetwork) throws -> StudyGround {
        StudyGround(study: try study(), pack: pack, network: network, plane: town.plane)
    }

    /// The town's streets without the block of one street that begins at a junction.
    private func streets(withoutStreet street: Int, afterBlock block: Int) -> Streets {
        var (offsets, nodes): ([Int32], [Int32]) = ([0], [])
        for way in 0..<town.streets.wayCount {
            let own = Array(town.streets.wayNodes[town.streets.nodeRange(ofWay: way)])
            guard way == street else {
                nodes += own
                offsets.append(Int32(nodes.count))
                continue
            }
            for part in [own[...(2 * block)], own[(2 * block + 2)...]] {
                nodes += part
                offsets.append(Int32(nodes.count))
            }
        }
        return Streets(
            nodes: town.streets.nodes, wayOffsets: offsets, wayNodes: nodes,
            wayIDs: (1..<offsets.count).map(Int64.init), blocked: [])
    }

    private func proof(_ circles: [DrawnCircle], _ ground: StudyGround, jobs: Int = 2) async throws
        -> CircleProof
    {
        try #require(
            await ground.proof(
                of: circles, on: day, ProofPlan(places: 20_000, seed: 3), plane: town.plane, jobs: jobs))
    }

    @Test("The circles drawn hold, for one limit and for several")
    func hold() async throws {
        let ground = try ground(town.network)
        for minutes in [[], [5.0, 10, 12]] {
            let circles = try await ground.walkCircles(
                on: day, CircleWishes(each: true, minutes: minutes), plane: town.plane, jobs: 2)
            let limits = max(minutes.count, 1)
            #expect(circles.count == 3 * limits)
            #expect(circles.map(\.limit) == circles.map(\.limit).sorted())
            #expect(try circles.allSatisfy { try $0.area.validity() == .valid })
            let proof = try await proof(circles, ground)
            #expect(proof.holds)
            #expect(proof.circles == 3 * limits && proof.places.seeded == 20_000)
            // Fifty compounds and the community's point.
            #expect(proof.places.dwellings == 51)
            #expect(proof.places.besideBoundaries > 20 * limits)
            let shared = proof.places.all - proof.places.besideBoundaries
            #expect(proof.pairs == proof.circles * shared + proof.places.besideBoundaries)
            // 1,200 blocks of 90 m have nine places on the street and nine on either side of it each; the streets at
            // the four corners bend, and have one more beyond.
            #expect(proof.places.byStreets == 1_200 * 27 + 4)
            #expect(proof.reached > 2000 && proof.worst.value <= 1, "\(proof.reached) \(proof.worst)")
        }
    }

    @Test("Circles of streets without one block do not hold on the streets with it, nor the other way round")
    func oneEdgeRemoved() async throws {
        // Street 20 is the row at 10 blocks north: the facility's own, next to it.
        let (whole, broken) = (
            try ground(town.network),
            try ground(
                WalkNetwork(streets: streets(withoutStreet: 20, afterBlock: 10), plane: town.plane))
        )
        for (drawnOn, heldOn) in [(broken, whole), (whole, broken)] {
            let circles = try await drawnOn.walkCircles(
                on: day, CircleWishes(each: true), plane: town.plane, jobs: 2)
            let proof = try await proof(circles, heldOn)
            #expect(!proof.holds)
            let fault = try #require(proof.faults.first { $0.facility == 0 && $0.distance != nil })
            #expect(try #require(fault.distance).value > 1)
            #expect(proof.worst.value > 10)
        }
    }

    @Test("Circles of all kinds are the same for one thread and for several")
    func drawnBesideEachOther() async throws {
        let ground = try ground(town.network)
        let wishes = CircleWishes(each: true, minutes: [5, 12])
        let alone = try await ground.circles(on: day, wishes, plane: town.plane, jobs: 1)
        #expect(alone.map(\.kind.rawValue).filter { $0 == "radius" }.count == 3)
        #expect(alone.map(\.kind.rawValue).filter { $0 == "walk" }.count == 6)
        for jobs in [2, 3] {
            #expect(try await ground.circles(on: day, wishes, plane: town.plane, jobs: jobs) == alone)
        }
    }

    @Test("Circles moved by 25 m do not hold, and a circle that is missing does not")
    func moved() async throws {
        let ground = try ground(town.network)
        let circles = try await ground.walkCircles(
            on: day, CircleWishes(each: true), plane: town.plane, jobs: 2)
        let shifted = circles.map { circle in
            DrawnCircle(
                kind: .walk, facility: circle.facility, limit: circle.limit, tolerance: circle.tolerance,
                area: circle.area.mapped {
                    GeographicPoint(longitude: $0.longitude + 25 / 96_000.0, latitude: $0.latitude)
                })
        }
        let moved = try await proof(shifted, ground)
        #expect(!moved.holds)
        #expect(moved.worst.value > 10 && moved.worst.value < 40, "\(moved.worst)")
        #expect(moved.insideButOutOfReach > 0 && moved.outsideButInReach > 0)
    }

    @Test("A circle that is missing, comes twice, or that nobody called for does not hold")
    func wrongCircles() async throws {
        let ground = try ground(town.network)
        let circles = try await ground.walkCircles(
            on: day, CircleWishes(each: true, minutes: [5, 12]), plane: town.plane, jobs: 2)
        #expect(circles.map(\.facility) == [0, 1, nil, 0, 1, nil])
        func wrong(_ circles: [DrawnCircle], on ground: StudyGround) async throws
            -> [CircleProof.WrongCircle]
        {
            let proof = try #require(
                await ground.proof(
                    of: circles, on: day, ProofPlan(places: 100, seed: 3), plane: town.plane, jobs: 2))
            #expect(proof.holds == proof.wrongCircles.isEmpty && proof.faults.isEmpty)
            return proof.wrongCircles
        }
        // Each left out in turn, and the next one twice.
        for index in circles.indices {
            let next = (index + 1) % circles.count
            var changed = circles + [circles[next]]
            changed.remove(at: index)
            #expect(
                Set(try await wrong(changed, on: ground)) == [
                    .init(
                        reason: .missing, facility: circles[index].facility, minutes: circles[index].limit),
                    .init(reason: .twice, facility: circles[next].facility, minutes: circles[next].limit),
                ])
        }
        // Dissolved ones alone are what may be asked for; without any there is nothing right.
        #expect(try await wrong(circles.filter { $0.facility == nil }, on: ground) == [])
        #expect(
            try await wrong([], on: ground) == [.init(reason: .missing, facility: nil, minutes: 12)])
        // A facility that is closed has no circle.
        var closed = try study()
        closed.facilities[1].closed = PartialDate(day)
        let fewer = StudyGround(study: closed, pack: pack, network: town.network, plane: town.plane)
        let alone = try await fewer.walkCircles(
            on: day, CircleWishes(each: true), plane: town.plane, jobs: 2)
        let extra = try #require(circles.first { $0.facility == 1 && $0.limit == 12 })
        #expect(
            try await wrong(alone + [extra], on: fewer) == [
                .init(reason: .uncalled, facility: 1, minutes: 12)
            ])
    }

    @Test("What a proof finds does not depend on the jobs")
    func jobs() async throws {
        let ground = try ground(town.network)
        let circles = try await ground.walkCircles(
            on: day, CircleWishes(each: true), plane: town.plane, jobs: 1)
        var found: Set<String> = []
        for jobs in [1, 2, 7] { found.insert("\(try await proof(circles, ground, jobs: jobs))") }
        #expect(found.count == 1)
    }

    @Test("On land a circle loses the water, whatever kind of circle it is")
    func land() async throws {
        let ground = try ground(town.network)
        let circles = try await ground.walkCircles(
            on: day, CircleWishes(each: true), plane: town.plane, jobs: 2)
        func square(_ west: Double, _ south: Double, _ size: Double) throws -> MultiPolygon<GeographicPoint> {
            let ring = [(0.0, 0.0), (size, 0), (size, size), (0, size), (0, 0)]
                .map { town.point(west + $0.0, south + $0.1) }
            return MultiPolygon([Polygon(exterior: try Ring(ring))])
        }
        // One block of water by the first facility, counted once though drawn twice; one lake far away.
        let lands = try LandCircles(water: [square(9, 9, 1), square(9, 9, 1), square(60, 60, 2)])
            .circles(circles)
        #expect(lands.count == circles.count && lands.allSatisfy { $0.kind == .walkLand })
        let (whole, cut) = (
            circles[0].area.mapped(town.plane.project).area, lands[0].area.mapped(town.plane.project).area
        )
        #expect(abs(whole - cut - 90 * 90) < 1, "\(whole) \(cut)")
    }
}
