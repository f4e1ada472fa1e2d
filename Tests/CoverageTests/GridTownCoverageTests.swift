import Coverage
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import WalkNetwork

/// A town of 20 × 20 blocks of 100 m with a compound at each of its 441 junctions: what a facility in the
/// middle reaches can be counted on squared paper.
@Suite struct GridTownCoverageTests {
    private let town: GridTown
    private let day: Day

    init() throws {
        town = try GridTown(blocks: 20, spacing: 100, bends: 1)
        day = try #require(Day.last(ofYear: 2020))
    }

    private func study(facilities: [(id: String, east: Double, north: Double)]) throws -> Study {
        let corners = [(-0.5, -0.5), (20.5, -0.5), (20.5, 20.5), (-0.5, 20.5), (-0.5, -0.5)]
            .map { town.point($0.0, $0.1) }
        let community = Community(
            id: "c", name: "Grid", area: MultiPolygon([Polygon(exterior: try Ring(corners))]),
            point: town.point(10, 10.2), district: "d", setting: .urban, households: ExactDecimal(5000),
            elders: ElderFigures(statedTotal: ExactDecimal(2000)))
        var compounds: [Compound] = []
        for north in 0...20 {
            for east in 0...20 {
                compounds.append(
                    Compound(
                        id: "\(east)/\(north)", community: 0, households: ExactDecimal(10),
                        elders: ExactDecimal(4), point: town.point(Double(east), Double(north))))
            }
        }
        return Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition, radius: Metres(1002),
            communities: [community], compounds: compounds,
            facilities: facilities.map {
                var facility = Facility(id: $0.id, level: .community, point: town.point($0.east, $0.north))
                facility.community = 0
                return facility
            })
    }

    private func ground(_ study: Study, minutes: Double = 15) -> StudyGround {
        var study = study
        study.walking.minutes = minutes
        let pack = PolicyPack(
            id: "none", name: BilingualText(en: "none", zh: "无"),
            jurisdiction: BilingualText(en: "nowhere", zh: "无"))
        return StudyGround(study: study, pack: pack, network: town.network, plane: town.plane)
    }

    private func rate(_ result: CoverageResult, _ measure: String, _ basis: Basis) throws -> Rate {
        try #require(
            result.rates.first { $0.measure == measure && $0.basis == basis && $0.scope == .city("Grid") })
    }

    @Test("One facility in the middle: 317 junctions in the circle, 181 within nine blocks")
    func oneFacility() throws {
        // 15.5 minutes at 1 m/s are 930 m: nine blocks of 100 m and no tenth.
        let result = ground(try study(facilities: [("m", 10, 10)]), minutes: 15.5).coverage(on: day)
        // Gauss's circle problem: x² + y² ≤ 100 has 317 solutions; |x| + |y| ≤ 9 has 2·9·10 + 1.
        let circle = try rate(result, "within_1km", .count)
        #expect((circle.numerator, circle.denominator, circle.unknown) == (317, 441, 0))
        let walk = try rate(result, "within_15min", .count)
        #expect((walk.numerator, walk.denominator, walk.unknown) == (181, 441, 0))
        // The residual: 5000 − 4410 dwellings and 2000 − 1764 elders at the community's point, 20 m from
        // the facility.
        let residual = try #require(result.demand.residuals[0])
        #expect((residual.households, residual.elders) == (590, 236))
        #expect(try rate(result, "within_1km", .elders).numerator == 317 * 4 + 236)
        #expect(try rate(result, "within_15min", .households).numerator == 181 * 10 + 590)
        #expect(try rate(result, "within_15min", .households).denominator == 5000)
        #expect(try rate(result, "has_facility", .count).share == 1)
        // π · 1002² of a square of 2,100 m; the town lies on the central meridian.
        let area = try rate(result, "within_1km", .area)
        #expect(abs(try #require(area.share) - Double.pi * 1002 * 1002 / (2100 * 2100)) < 1e-6)
    }

    @Test("Every walk is as long as the blocks between")
    func walks() throws {
        let result = ground(try study(facilities: [("m", 10, 10)])).coverage(on: day)
        for north in 0...20 {
            for east in 0...20 {
                guard case .reached(let facility, let walk) = result.access.compounds[north * 21 + east].walk
                else {
                    Issue.record("no walk from \(east)/\(north)")
                    continue
                }
                let blocks = abs(east - 10) + abs(north - 10)
                #expect(facility == 0)
                #expect(abs(walk.metres.value - Double(blocks) * 100) < 0.001)
            }
        }
    }

    @Test("Equally near facilities: the smaller id in byte order, in a straight line and on foot")
    func ties() throws {
        let result = ground(try study(facilities: [("b", 12, 10), ("a", 8, 10), ("B", 10, 12)]))
            .coverage(on: day)
        let middle = result.access.compounds[10 * 21 + 10]
        // All three are two blocks away; of "B" < "a" < "b" the capital comes first.
        #expect(middle.straight?.facility == 2)
        guard case .reached(let facility, _) = middle.walk else {
            Issue.record("no walk")
            return
        }
        #expect(facility == 2)
    }

    @Test("Without an open facility nobody is within, and nothing is unknown")
    func noFacility() throws {
        let result = ground(try study(facilities: [])).coverage(on: day)
        let walk = try rate(result, "within_15min", .elders)
        #expect((walk.numerator, walk.denominator, walk.unknown) == (0, 2000, 0))
        #expect(result.access.compounds[0].straight == nil)
        #expect(result.access.compounds[0].walk == .noFacilityReached)
        #expect(try rate(result, "has_facility", .count).share == 0)
    }

    @Test("Without streets all walks are unknown, and stay in the denominator")
    func noStreets() throws {
        let pack = PolicyPack(
            id: "none", name: BilingualText(en: "none", zh: "无"),
            jurisdiction: BilingualText(en: "nowhere", zh: "无"))
        let result = StudyGround(
            study: try study(facilities: [("m", 10, 10)]), pack: pack, network: nil, plane: town.plane
        ).coverage(on: day)
        let walk = try rate(result, "within_15min", .households)
        #expect((walk.numerator, walk.denominator, walk.unknown) == (0, 5000, 5000))
        // The lower bound of a share of which all is unknown is 0; a gap to it says nothing.
        let community = result.communities[0]
        #expect(community.tally.walkElders.share == 0)
        #expect((community.tally.walkElders.total, community.tally.walkElders.unknown) == (2000, 2000))
        #expect(community.tally.straightElders.unknown == 0)
        #expect(community.elderShareGap == nil)
    }

    @Test("Where some walks are unknown, the gap is an upper bound as wide as their part")
    func partlyUnknownWalks() throws {
        var study = try study(facilities: [("m", 10, 10)])
        // The last compound of the list, at 20/20 and out of the circle, has a gate that joins no street.
        study.gates = [Gate(compound: 440, point: town.point(100, 100))]
        let community = ground(study, minutes: 15.5).coverage(on: day).communities[0]
        #expect((community.tally.walkElders.total, community.tally.walkElders.unknown) == (2000, 4))
        #expect(community.tally.walkHouseholds.unknown == 10)
        // 317 compounds and the residual in the circle, 181 and the residual on foot, of 2,000 elders.
        let gap = try #require(community.elderShareGap)
        #expect(abs(gap - Double(317 * 4 + 236 - 181 * 4 - 236) / 2000) < 1e-12)
    }

    @Test("A compound with gates starts at the gate with the shorter walk, without a leg to it")
    func gates() throws {
        var study = try study(facilities: [("m", 10, 10)])
        // The compound at 0/0 has a gate two blocks west of the facility, and one far from any street.
        study.gates = [
            Gate(compound: 0, point: town.point(8, 10)), Gate(compound: 0, point: town.point(20, 20)),
            Gate(compound: 0, point: town.point(100, 100)),
            Gate(compound: 1, point: town.point(100, 100)),
        ]
        let result = ground(study).coverage(on: day)
        guard case .reached(_, let walk) = result.access.compounds[0].walk else {
            Issue.record("no walk")
            return
        }
        #expect(abs(walk.metres.value - 200) < 0.001)
        // All its gates are too far from any street: its own place is no substitute.
        #expect(result.access.compounds[1].walk == .tooFarFromStreets)
    }
}
