import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import WalkNetwork

/// What a table of who reaches what says of any set of facilities is what a search of that set alone says.
@Suite struct CatchmentReachTests {
    private let town: GridTown
    private let day: Day

    init() throws {
        town = try GridTown(blocks: 20, spacing: 100)
        day = try #require(Day.last(ofYear: 2020))
    }

    /// Facilities anywhere, communities that tile the town and overlap it, two compounds off the streets.
    private func study(_ random: inout SeededGenerator) throws -> Study {
        func somewhere() -> GeographicPoint {
            town.point(random.double(in: 0...20), random.double(in: 0...20))
        }
        var study = Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition,
            walking: WalkingChoice(minutes: 7), radius: Metres(420))
        for west in 0..<4 {
            for south in 0..<4 {
                let (w, s) = (Double(west) * 6 - 2, Double(south) * 6 - 2)
                let corners = [(w, s), (w + 6, s), (w + 6, s + 6), (w, s + 6), (w, s)]
                    .map { town.point($0.0, $0.1) }
                study.communities.append(
                    Community(
                        id: "\(west)\(south)", name: "c",
                        area: MultiPolygon([Polygon(exterior: try Ring(corners))]),
                        point: town.point(w + 3, s + 3), households: ExactDecimal(100)))
            }
        }
        study.communities.append(Community(id: "p", name: "p", point: somewhere()))
        study.compounds = (0..<80).map { Compound(id: "k\($0)", point: somewhere()) }
        study.compounds += [Compound(id: "far", point: town.point(40, 40))]
        study.facilities = (0..<24).map {
            Facility(id: "f\($0)", level: .community, point: somewhere())
        }
        study.facilities[3].point = town.point(40, 5)
        study.facilities[5].point = study.facilities[4].point
        return study
    }

    @Test(arguments: [true, false]) func anySequenceOfOpeningsAndClosings(hasStreets: Bool) async throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            let study = try study(&random)
            let standard = CoverageStandard(study: study, pack: .withoutRules)
            let areas = CommunityAreas(study: study, plane: town.plane, radius: standard.radius)
            var streets: (network: WalkNetwork, joined: JoinedPlaces)?
            if hasStreets {
                let network = town.network
                streets = (
                    network,
                    JoinedPlaces(
                        study: study, network: network, plane: town.plane, limit: standard.snapLimit)
                )
            }
            var open = study.facilities.map { _ in random.int(in: 0...1) == 0 }
            var sets: [CountedFacilities] = []
            for _ in 0..<12 {
                open[random.int(in: 0...23)].toggle()
                var changed = study
                for index in changed.facilities.indices where !open[index] {
                    changed.facilities[index].status = .planned
                }
                sets.append(CountedFacilities(of: changed, on: day, by: standard))
            }
            let table = await CatchmentReach(
                study: study, streets: streets, areas: areas, standard: standard, jobs: 2)
            let reaches = await table.reaches(of: sets, jobs: 3)
            for (set, reach) in zip(sets, reaches) {
                let full = FacilityReach(of: set, study: study, streets: streets, areas: areas)
                for other in [reach, table.reach(of: set)] {
                    let pairs = zip(
                        full.access.compounds + full.access.communities,
                        other.access.compounds + other.access.communities)
                    for (a, b) in pairs {
                        #expect(standard.isWithinRadius(a) == standard.isWithinRadius(b))
                        #expect(standard.isWithinWalk(a) == standard.isWithinWalk(b))
                        // Whoever is covered is covered by the same facility.
                        if standard.isWithinRadius(a) { #expect(a.straight == b.straight) }
                        if standard.isWithinWalk(a) == true { #expect(a.walk == b.walk) }
                    }
                    #expect(full.coveredAreas.count == other.coveredAreas.count)
                    for (a, b) in zip(full.coveredAreas, other.coveredAreas) {
                        #expect((a == nil) == (b == nil))
                        #expect(abs((a ?? 0) - (b ?? 0)) < 0.001)
                    }
                }
            }
        }
    }
}
