import Coverage
import Geodesy
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import WalkNetwork

/// The town of squared paper once more, walked by profiles: a compound at each of 441 junctions, a facility in the
/// middle.
@Suite struct ProfileCoverageTests {
    private let town: GridTown
    private let day: Day

    init() throws {
        town = try GridTown(blocks: 20, spacing: 100, bends: 1)
        day = try #require(Day.last(ofYear: 2020))
    }

    private func study(_ profiles: [WalkingProfile]?) -> Study {
        let community = Community(
            id: "c", name: "Grid", point: town.point(10, 10.2), households: ExactDecimal(5000),
            elders: ElderFigures(statedTotal: ExactDecimal(2000)))
        let compounds = (0...20).flatMap { north in
            (0...20).map { east in
                Compound(
                    id: "\(east)/\(north)", community: 0, households: ExactDecimal(10),
                    elders: ExactDecimal(4), point: town.point(Double(east), Double(north)))
            }
        }
        return Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition,
            walking: WalkingChoice(minutes: 15, profiles: profiles), communities: [community],
            compounds: compounds,
            facilities: [Facility(id: "m", level: .community, point: town.point(10, 10))])
    }

    private func coverage(
        _ profiles: [WalkingProfile], heights: [Float]? = nil, jobs: Int = 2
    ) async -> [ProfileCoverage] {
        let ground = StudyGround(
            study: study(profiles), pack: .withoutRules, network: town.network, plane: town.plane)
        return await ground.coverage(
            byProfiles: ground.coverage(on: day), plane: town.plane, heights: heights, jobs: jobs)
    }

    private func rate(_ coverage: ProfileCoverage, _ basis: Basis) throws -> Rate {
        try #require(coverage.rates.first { $0.basis == basis && $0.scope == .city("Grid") })
    }

    @Test("Nine blocks at the headline speed, seven at 0.80 m/s, six at 0.75 and 0.71")
    func speedsByAge() async throws {
        let profiles = WalkingProfile.speedsByAge.map { WalkingProfile(name: $0.name, speed: $0.speed) }
        let found = await coverage(profiles)
        // 15 minutes are 720, 675 and 639 m: |x| + |y| ≤ n has 2 n (n + 1) + 1 junctions.
        for (coverage, (name, blocks)) in zip(found, [("65_74", 7), ("75_84", 6), ("85_plus", 6)]) {
            let junctions = Double(2 * blocks * (blocks + 1) + 1)
            let count = try rate(coverage, .count)
            #expect(count.measure == "within_15min_" + name)
            #expect((count.numerator, count.denominator, count.unknown) == (junctions, 441, 0))
            // And the residual, 20 m from the facility.
            #expect(try rate(coverage, .households).numerator == junctions * 10 + 590)
            #expect(try rate(coverage, .elders).numerator == junctions * 4 + 236)
        }
    }

    @Test(
        "A profile that is nothing but the headline speed is the headline measure, by either way of searching"
    )
    func theHeadlineIsAProfile() async throws {
        let ground = StudyGround(
            study: study(nil), pack: .withoutRules, network: town.network, plane: town.plane)
        let headline = ground.coverage(on: day)
        let searched = await coverage([
            // A wait that no crossing has asks for the search by time.
            WalkingProfile(name: "as_is", speed: 1),
            WalkingProfile(name: "searched", speed: 1, signalWait: 9),
        ])
        for profile in searched {
            for (access, walk) in zip(headline.access.compounds, profile.compounds) {
                guard case .reached(let facility, let length) = access.walk,
                    case .reached(let its, let its_length, let seconds) = walk
                else {
                    Issue.record("every junction reaches the middle")
                    return
                }
                #expect(facility == its)
                // The quickest walk is as long as the shortest, up to what rounding leaves between equal ones.
                #expect(abs(length.count - its_length.count) < 100)
                #expect(abs(length.metres.value - seconds) < 0.0001)
            }
            #expect(
                try rate(profile, .elders).numerator
                    == headline.rates.first { $0.measure == "within_15min" && $0.basis == .elders }?.numerator
            )
        }
    }

    @Test("On ground that rises 5 m a block towards the east, who comes from the west is slower")
    func slopes() async throws {
        let west = town.plane.project(town.point(0, 0)).x
        let heights = town.network.vertexLocations.map { Float(($0.x - west) * 0.05) }
        let found = await coverage(
            [WalkingProfile(name: "hills", speed: 1, slope: .tobler)], heights: Array(heights))
        // Tobler: exp(3.5 · 0.05) uphill at 0.05, exp(−3.5 · 0.05) downhill: 1.191246 and 0.839457.
        let (uphill, downhill) = (119.1246, 83.9457)
        var junctions = 0.0
        for north in 0...20 {
            for east in 0...20 {
                let across = Double(abs(north - 10)) * 100
                let along = east < 10 ? Double(10 - east) * uphill : Double(east - 10) * downhill
                guard case .reached(_, _, let seconds) = found[0].compounds[north * 21 + east] else {
                    Issue.record("every junction reaches the middle")
                    return
                }
                #expect(abs(seconds - across - along) < 0.01)
                junctions += across + along <= 900 ? 1 : 0
            }
        }
        #expect(try rate(found[0], .count).numerator == junctions)
    }

    @Test("Profiles come out in their order and the same for any number of jobs")
    func jobs() async throws {
        let profiles = [
            WalkingProfile(name: "b", speed: 0.9, signalWait: 3), WalkingProfile(name: "a", speed: 0.8),
            WalkingProfile(name: "c", speed: 0.7, stairs: .refused),
        ]
        let one = await coverage(profiles, jobs: 1)
        #expect(one.map(\.profile.name) == ["b", "a", "c"])
        for jobs in [2, 7] {
            let several = await coverage(profiles, jobs: jobs)
            #expect(several.map(\.compounds) == one.map(\.compounds))
            #expect(several.map(\.rates) == one.map(\.rates))
        }
    }

    @Test("Without streets nothing is known, and everything is")
    func noStreets() async throws {
        let ground = StudyGround(
            study: study([WalkingProfile(name: "x", speed: 1, stairs: .refused)]), pack: .withoutRules,
            network: nil, plane: town.plane)
        let found = await ground.coverage(
            byProfiles: ground.coverage(on: day), plane: town.plane, heights: nil, jobs: 1)
        let count = try rate(try #require(found.first), .count)
        #expect((count.numerator, count.unknown) == (0, 441))
    }

    @Test("Tobler's function: level 1, quickest at −0.05, as on the level at −0.1")
    func tobler() {
        #expect(ToblerSlope.pace(on: 0) == 1)
        #expect(abs(ToblerSlope.pace(on: -0.05) - 0.839457) < 1e-6)
        #expect(abs(ToblerSlope.pace(on: -0.1) - 1) < 1e-12)
        // 6 exp(−3.5 · 0.25) = 2.5012 km/h at a slope of 0.2, of 5.0367 on the level.
        #expect(abs(ToblerSlope.pace(on: 0.2) - 5.036742 / 2.501173) < 1e-5)
    }
}
