import Coverage
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import WalkNetwork

/// How many places a rate leaves out, since nobody states their figure: counted by hand.
@Suite struct UnstatedPlacesTests {
    private let town: GridTown
    private let day: Day

    init() throws {
        town = try GridTown(blocks: 20, spacing: 100)
        day = try #require(Day.last(ofYear: 2020))
    }

    /// Communities side by side, of which only the first is near the facility at (1, 1).
    private func community(
        _ index: Int, households: Int? = nil, elders: Int? = nil, compoundsSetAside: Int = 0
    ) throws -> Community {
        let west = Double(index) * 15
        let corners = [(0.0, 0.0), (2, 0), (2, 2), (0, 2), (0, 0)].map { town.point(west + $0.0, $0.1) }
        var community = Community(
            id: "C\(index)", name: "C\(index)", area: MultiPolygon([Polygon(exterior: try Ring(corners))]),
            point: town.point(west + 1, 1), district: index == 0 ? "Near" : "Far",
            households: households.map { ExactDecimal($0) },
            elders: ElderFigures(statedTotal: elders.map { ExactDecimal($0) }))
        community.compoundsSetAside = compoundsSetAside
        return community
    }

    private func compound(
        _ id: String, in community: Int?, households: Int? = nil, elders: Int? = nil,
        delivered: Int = 2000
    ) -> Compound {
        Compound(
            id: id, community: community, households: households.map { ExactDecimal($0) },
            elders: elders.map { ExactDecimal($0) }, delivered: PartialDate(year: delivered),
            point: town.point(Double(community ?? 3) * 15 + 1, 1.5))
    }

    private func result(_ communities: [Community], _ compounds: [Compound]) -> CoverageResult {
        let study = Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition, communities: communities,
            compounds: compounds,
            facilities: [Facility(id: "F", level: .community, point: town.point(1, 1))])
        return StudyGround(study: study, pack: .withoutRules, network: town.network, plane: town.plane)
            .coverage(on: day)
    }

    private func rate(
        _ result: CoverageResult, _ basis: Basis, _ measure: String = "within_1km",
        _ scope: Scope = .city("Grid")
    ) throws -> Rate {
        try #require(
            result.rates.first { $0.scope == scope && $0.measure == measure && $0.basis == basis })
    }

    private func unstated(
        _ communities: [Community], _ compounds: [Compound]
    ) throws -> (households: Int, elders: Int) {
        let result = result(communities, compounds)
        let counts = (try rate(result, .households).unstated, try rate(result, .elders).unstated)
        #expect(try rate(result, .households, "within_15min").unstated == counts.0)
        #expect(try rate(result, .elders, "within_15min").unstated == counts.1)
        #expect(try rate(result, .count).unstated == 0)
        #expect(try rate(result, .count, "has_facility").unstated == 0)
        let tallies = result.communities.map(\.tally)
        #expect(tallies.reduce(0) { $0 + $1.straightElders.unstated } <= counts.1)
        return counts
    }

    @Test("A village without figures out of reach is in no rate, and is counted beside it")
    func villageWithoutFigures() throws {
        let result = result([try community(0, households: 100, elders: 40), try community(1)], [])
        let elders = try rate(result, .elders)
        #expect((elders.numerator, elders.denominator, elders.share, elders.unstated) == (40, 40, 1, 1))
        #expect(try rate(result, .households).unstated == 1)
        #expect(try rate(result, .elders, "within_1km", .district("Near")).unstated == 0)
        #expect(try rate(result, .elders, "within_1km", .district("Far")).unstated == 1)
        #expect(result.communities.map(\.tally.walkElders.unstated) == [0, 1])
    }

    @Test("Where a community states no elders, each of its places that states none is one")
    func placesOfACommunityWithoutElders() throws {
        // Two counted compounds and the residual's 30 dwellings; the one to be delivered later counts nowhere.
        let compounds = [
            compound("A", in: 0, households: 50), compound("B", in: 0, households: 20),
            compound("L", in: 0, households: 10, delivered: 2030),
        ]
        #expect(try unstated([try community(0, households: 100)], compounds) == (0, 3))
        // B states its own.
        let stating = [compounds[0], compound("B", in: 0, households: 20, elders: 5)]
        #expect(try unstated([try community(0, households: 100)], stating) == (0, 2))
        // Nobody lives outside the compounds.
        #expect(try unstated([try community(0, households: 70)], stating) == (0, 1))
    }

    @Test("Who takes a part of what the community has left is estimated, not unstated")
    func estimatesAreFigures() throws {
        let compounds = [compound("A", in: 0), compound("B", in: 0, households: 20)]
        #expect(try unstated([try community(0, households: 100, elders: 40)], compounds) == (0, 0))
    }

    @Test("Where nobody states dwellings, the compounds are unstated and nobody is assumed outside them")
    func nobodyStatesDwellings() throws {
        #expect(try unstated([try community(0)], [compound("A", in: 0), compound("B", in: 0)]) == (2, 2))
        #expect(try unstated([try community(0)], [compound("A", in: 0, households: 9, elders: 3)]) == (0, 0))
        // All its elders are residual, whose dwellings nobody states.
        #expect(try unstated([try community(0, elders: 40)], []) == (1, 0))
        // The one that does not count leaves a community of which nothing is known.
        #expect(try unstated([try community(0)], [compound("L", in: 0, delivered: 2030)]) == (1, 1))
    }

    @Test("No dwellings are a figure: nobody lives there")
    func noDwellings() throws {
        #expect(try unstated([try community(0, households: 0)], []) == (0, 0))
        #expect(try unstated([try community(0, elders: 0)], []) == (1, 0))
    }

    @Test("A compound outside every community that states nothing is one, of the city alone")
    func outsideEveryCommunity() throws {
        let near = try community(0, households: 100, elders: 40)
        let result = result([near], [compound("O", in: nil)])
        #expect(try rate(result, .elders).unstated == 1)
        #expect(try rate(result, .elders, "within_1km", .district("Near")).unstated == 0)
    }

    @Test("A community that is a point has no area, and is counted beside the rate by area")
    func points() throws {
        var point = try community(1, households: 10, elders: 4)
        point.area = nil
        let result = result([try community(0, households: 100, elders: 40), point], [])
        let area = try rate(result, .area)
        #expect(area.unstated == 1 && abs(area.numerator - area.denominator) < 1e-6)
        #expect(try rate(result, .elders).unstated == 0)
    }

    @Test("What a community with a compound set aside has left is estimated, whoever takes it")
    func setAside() throws {
        // 100 dwellings and 40 elders, A states 60 and 25. Of the other 40 and 15 some live in a compound whose row
        // is set aside.
        let bad = try community(0, households: 100, elders: 40, compoundsSetAside: 1)
        let result = result([bad], [compound("A", in: 0, households: 60, elders: 25)])
        let (households, elders) = (try rate(result, .households), try rate(result, .elders))
        #expect((households.denominator, households.estimated) == (100, 40))
        #expect((elders.denominator, elders.estimated) == (40, 15))
        // All dwellings stated: A alone takes the elders that the other may have.
        let alone = self.result([bad], [compound("A", in: 0, households: 100)])
        #expect(try rate(alone, .elders).estimated == 40)
        #expect(try rate(alone, .households).estimated == 0)
    }
}
