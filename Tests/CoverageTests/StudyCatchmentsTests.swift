import Coverage
import Geometry
import Places
import Policy
import TestWorlds
import Testing
import WalkNetwork

/// Who reaches what in the town of squared paper, and who is lost or gained with one site.
@Suite struct StudyCatchmentsTests {
    private let town: GridTown
    private let day: Day

    init() throws {
        town = try GridTown(blocks: 20, spacing: 100)
        day = try #require(Day.last(ofYear: 2020))
    }

    private func study(
        facilities: [(Double, Double)], candidates: [(Double, Double)] = []
    ) -> Study {
        let compounds = (0...20).flatMap { north in
            (0...20).map { east in
                Compound(
                    id: "\(east)/\(north)", community: 0, households: ExactDecimal(10),
                    elders: ExactDecimal(east % 3), point: town.point(Double(east), Double(north)))
            }
        }
        return Study(
            name: "Grid", baseYear: 2020, plane: StreetSketch.planeDefinition,
            walking: WalkingChoice(minutes: 10),
            communities: [
                Community(
                    id: "c", name: "Grid", point: town.point(10, 10.2), households: ExactDecimal(4600),
                    elders: ElderFigures(statedTotal: ExactDecimal(1000)))
            ], compounds: compounds,
            facilities: facilities.enumerated().map { index, place in
                Facility(id: "f\(index)", level: .community, point: town.point(place.0, place.1))
            },
            candidates: candidates.enumerated().map { index, place in
                Candidate(id: "k\(index)", point: town.point(place.0, place.1))
            })
    }

    private func ground(_ study: Study) -> StudyGround {
        StudyGround(study: study, pack: .withoutRules, network: town.network, plane: town.plane)
    }

    private func catchments(_ study: Study, jobs: Int = 2) async throws -> StudyCatchments {
        let ground = ground(study)
        return try #require(
            await ground.catchments(ground.coverage(on: day), plane: town.plane, jobs: jobs))
    }

    private func walked(_ study: Study, _ basis: Basis) throws -> Double {
        try #require(
            ground(study).coverage(on: day).rates.first {
                $0.measure == "within_15min" && $0.basis == basis && $0.scope == .city("Grid")
            }
        ).numerator
    }

    @Test("Two diamonds of six blocks, eight apart: 15 junctions have both")
    func overlap() async throws {
        let found = try await catchments(study(facilities: [(6, 10), (14, 10)]))
        // 600 m are six blocks: |x| + |y| ≤ 6 has 85 junctions. Both hold those with |x − 6| + |y| ≤ 6 and
        // |x − 14| + |y| ≤ 6: x of 8 to 12, and |y| up to 4, 5, … on squared paper 25 of them.
        var depths = [0, 0, 0]
        for north in 0...20 {
            for east in 0...20 {
                let reached = [6, 14].count { abs(east - $0) + abs(north - 10) <= 6 }
                depths[reached] += 1
                #expect(found.compounds[north * 21 + east] == reached)
            }
        }
        #expect(depths[1] + 2 * depths[2] == 170)
        for (depth, name) in ["reached_by_0", "reached_by_1", "reached_by_2"].enumerated() {
            let rate = try #require(
                found.rates.first { $0.measure == name && $0.basis == .count && $0.scope == .city("Grid") })
            #expect((rate.numerator, rate.denominator) == (Double(depths[depth]), 441))
        }
        // The middle, where the residual stands, is four blocks and a bit from either.
        #expect(found.communities == [2])
    }

    @Test(
        "Whom a facility alone reaches is what a full run loses without it, and a candidate's what it gains")
    func gainsAndLosses() async throws {
        var random = SeededGenerator(seed: 7)
        func somewhere() -> (Double, Double) { (random.double(in: 0...20), random.double(in: 0...20)) }
        let facilities = (0..<9).map { _ in somewhere() }
        let candidates = (0..<5).map { _ in somewhere() }
        let all = study(facilities: facilities, candidates: candidates)
        let found = try await catchments(all)
        #expect(found.catchments.count == 14)
        for catchment in found.catchments {
            var changed = all
            var alone = all
            switch catchment.site {
            case .facility(let index):
                changed.facilities.remove(at: index)
                alone.facilities = [all.facilities[index]]
            case .candidate(let index):
                let opened = Facility(id: "z", level: .community, point: all.candidates[index].point)
                changed.facilities.append(opened)
                alone.facilities = [opened]
            }
            let households = try abs(walked(all, .households) - walked(changed, .households))
            let elders = try abs(walked(all, .elders) - walked(changed, .elders))
            #expect(abs(catchment.householdsAlone - households) < 1e-6)
            #expect(abs(catchment.eldersAlone - elders) < 1e-6)
            #expect(try abs(catchment.elders - walked(alone, .elders)) < 1e-6)
            #expect(catchment.isOnStreets)
        }
        for jobs in [1, 7] {
            #expect(try await catchments(all, jobs: jobs).catchments == found.catchments)
        }
    }

    @Test("A site too far from any street reaches nobody")
    func farAway() async throws {
        let found = try await catchments(study(facilities: [(10, 10)], candidates: [(40, 40)]))
        #expect(found.catchments.map(\.isOnStreets) == [true, false])
        #expect(found.catchments[1].elders == 0)
    }

    @Test("Without streets there are no catchments")
    func noStreets() async throws {
        let ground = StudyGround(
            study: study(facilities: [(1, 1)]), pack: .withoutRules, network: nil, plane: town.plane)
        #expect(await ground.catchments(ground.coverage(on: day), plane: town.plane, jobs: 1) == nil)
    }
}
