import Coverage
import Geometry
import Places
import Policy
import TestWorlds
import Testing

/// Access to beds in a town of 20 × 20 blocks, where who reaches what can be counted on squared paper.
struct GridTownAccessTests {
    private let town: GridTown
    private let day: Day

    init() throws {
        town = try GridTown(blocks: 20, spacing: 100)
        day = try #require(Day.last(ofYear: 2020))
    }

    /// A compound with 4 elders at each of 441 junctions, and facilities with beds.
    private func ground(_ facilities: [(east: Double, north: Double, beds: Int?)]) -> StudyGround {
        let community = Community(
            id: "c", name: "Grid", point: town.point(10, 10), district: "d", population: ExactDecimal(10_000),
            elders: ElderFigures(statedTotal: ExactDecimal(1_764)))
        var study = Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition, communities: [community],
            compounds: (0...20).flatMap { north in
                (0...20).map { east in
                    Compound(
                        id: "\(east)/\(north)", community: 0, households: ExactDecimal(10),
                        elders: ExactDecimal(4), point: town.point(Double(east), Double(north)))
                }
            },
            facilities: facilities.enumerated().map { index, place in
                var facility = Facility(
                    id: "F\(index)", level: .community, point: town.point(place.east, place.north))
                facility.community = 0
                facility.beds = place.beds.map { ExactDecimal($0) }
                return facility
            })
        // 930 m: nine blocks, with zones of 310 m and 620 m: three and six blocks.
        study.walking.minutes = 15.5
        let pack = PolicyPack(
            id: "none", name: BilingualText(en: "none", zh: "无"),
            jurisdiction: BilingualText(en: "nowhere", zh: "无"))
        return StudyGround(study: study, pack: pack, network: town.network, plane: town.plane)
    }

    private func access(
        _ facilities: [(east: Double, north: Double, beds: Int?)], _ wishes: AccessWishes = AccessWishes()
    ) async throws -> [CapacityAccess] {
        let ground = ground(facilities)
        return try #require(
            await ground.capacityAccess(ground.coverage(on: day), wishes, jobs: 2))
    }

    /// One facility in the middle reaches 2n(n + 1) + 1 junctions in n blocks: 25, 85, 181 in 3, 6, 9.
    @Test func oneFacilityInTheMiddle() async throws {
        let all = try await access([(10, 10, 90)])
        #expect(all.map(\.capacity) == [.beds])
        let city = try #require(all[0].scopes.first)
        #expect(city.facilities == 1 && city.supply == 90 && city.unstated == 0)
        #expect(city.access.elders == 1_764 && city.access.eldersUnknown == 0)
        // The beds are spread over all elders whatever the method: 90 / 1764 each.
        for method in city.access.methods {
            #expect(abs(try #require(method.mean) - 90.0 / 1_764) < 1e-12, "\(method.method)")
            #expect(method.eldersWithout == Double(441 - 181) * 4)
        }
        // 2SFCA: those within reach have 90 / 724 each. Against an even share the others lack theirs.
        let two = city.access.methods[0]
        #expect(abs(two.unmet - 260 * 4 * 90.0 / 1_764) < 1e-9)
        // Of a share p of the people who have all: Gini 1 − p, Theil ln(1/p).
        #expect(abs(try #require(two.gini) - 260.0 / 441) < 1e-12)
        #expect(abs(try #require(two.theil) - 0.8905478441810202) < 1e-12)
        #expect(two.palma == nil)
        // One facility is all that anybody can choose: the third step changes the weights only.
        let weighted = 4 * (25 + 0.68 * 60 + 0.22 * 96)
        let nearest = 90 / weighted
        let enhanced = city.access.methods[1]
        let norm = 90.0 / 1_764
        let lacking =
            4 * (260 * norm + 96 * max(0, norm - 0.22 * nearest) + 60 * max(0, norm - 0.68 * nearest))
        #expect(abs(enhanced.unmet - lacking) < 1e-9)
    }

    /// A longer walk and a norm of one's own; facilities that state no beds are counted beside the sum.
    @Test func wishes() async throws {
        let all = try await access(
            [(10, 10, 90), (0, 0, nil)], AccessWishes(minutes: 100, normPerThousand: 60))
        let city = try #require(all[0].scopes.first)
        #expect(city.facilities == 2 && city.unstated == 1 && all[0].minutes == 100)
        let two = city.access.methods[0]
        #expect(two.eldersWithout == 0)
        #expect(abs(try #require(two.gini)) < 1e-12)
        #expect(abs(two.unmet - 1_764 * (0.06 - 90.0 / 1_764)) < 1e-9)
        #expect(abs(try #require(two.palma) - 0.25) < 1e-9)
    }

    /// Without beds or places anywhere there is nothing to share.
    @Test func nothingStated() async throws {
        #expect(try await access([(10, 10, nil)]).isEmpty)
    }
}
