import Compliance
import Coverage
import Places
import Policy
import Scenarios
import TestWorlds
import Testing

/// B4 and D7: space from idle factories, schools, community rooms and clinics, A12: from flats; and D8: counties in the
/// order of a year's figure.
///
/// A village with 100 elders has one building that may be converted; in the town, with 60, there is ground to build on.
/// Blocks of 100 m, and each site 100 m from the people it is for.
@Suite struct ConversionItemsTests {
    private static func result(
        of kind: String, allowing candidates: [String], atLeast: String = "1"
    ) async throws -> Result<ScenarioResult, any Error> {
        let town = try GridTown(blocks: 30, spacing: 100)
        func community(_ id: String, _ east: Double, _ setting: Setting, elders: Int) -> Community {
            Community(
                id: id, name: id, point: town.point(east, 2), city: "Grid", setting: setting,
                population: ExactDecimal(4 * elders), households: ExactDecimal(elders),
                elders: ElderFigures(statedTotal: ExactDecimal(elders)))
        }
        let study = Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: [
                community("Village", 2, .rural, elders: 100), community("Town", 20, .urban, elders: 60),
            ],
            candidates: [
                Candidate(
                    id: "Idle", level: .community, kind: kind, cost: ExactDecimal(100_000), community: 0,
                    point: town.point(2, 3)),
                Candidate(
                    id: "Ground", level: .community, kind: "new", cost: ExactDecimal(100_000), community: 1,
                    point: town.point(20, 3)),
            ])
        let pack = ScenarioWorld.pack(targets: [
            Target(
                id: "villages", name: BilingualText(en: "v", zh: "村"), clause: ScenarioWorld.clause,
                measure: .facilities, extent: .setting(.rural), basis: .count,
                due: try ScenarioWorld.day(2021),
                atLeast: try ScenarioWorld.required(ExactDecimal(atLeast)))
        ])
        var wish = YearlyBuildOut(source: ScenarioWorld.source)
        wish.candidates = candidates
        wish.perYear = 1
        let scenario = Scenario(name: "conversions", buildOut: wish)
        let years = try ScenarioYears(from: 2020, to: 2021, baseYear: 2020)
        let decided = try await ScenarioSet.decided(
            [ScenarioPlan(scenario, study: study)], study: study, pack: pack, network: town.network,
            plane: town.plane, years: years, jobs: 1)[0]
        guard case .success(let plan) = decided else { return .failure(ScenarioWorld.Missing()) }
        let ground = ScenarioGround(plan: plan, pack: pack, network: town.network, plane: town.plane)
        return .success(await ScenarioRun.run(plan: plan, years: years, ground: ground))
    }

    /// With the kind allowed the village has its station; with others only it has none, one too few; and where the pack
    /// asks for two, one conversion is not enough.
    @Test(arguments: ["factory", "school", "community_room", "clinic", "collective_building", "flat"])
    func theKindsThatMayBeConvertedDecide(_ kind: String) async throws {
        func verdict(_ candidates: [String], atLeast: String = "1") async throws -> (Verdict?, Double?) {
            let row = try await Self.result(of: kind, allowing: candidates, atLeast: atLeast).get().targets
                .last
            return (row?.verdict, row?.numerator)
        }
        #expect(try await verdict([kind]) == (.pass, 1))
        #expect(try await verdict(["converted"]) == (.pass, 1))
        #expect(try await verdict(["Idle"]) == (.pass, 1))
        #expect(try await verdict(["new"]) == (.fail, 0))
        #expect(try await verdict([kind], atLeast: "2") == (.fail, 1))
        // No candidate is of the kind: said, and not built without a word.
        let other = try await Self.result(of: kind, allowing: ["temple"])
        #expect(throws: ScenarioWorld.Missing.self) { try other.get() }
    }

    /// D8: the districts of a year by a target's figure, and the order that turns with a district's beds.
    @Test(arguments: [
        ([30, 20, 10], [1, 2, 3]), ([20, 20, 30], [2, 2, 1]), ([19, 20, 30], [3, 2, 1]),
        ([nil, 20, 30], [nil, 2, 1]),
    ])
    func districtsAreRanked(_ beds: [Int?], _ ranks: [Int?]) async throws {
        let town = try GridTown(blocks: 30, spacing: 100)
        let names = ["East", "North", "West"]
        let study = Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: names.enumerated().map { index, name in
                Community(
                    id: name, name: name, point: town.point(Double(5 * index), 2), district: name,
                    city: "Grid", households: ExactDecimal(1000),
                    elders: ElderFigures(statedTotal: ExactDecimal(1000)))
            },
            facilities: names.indices.map { index in
                ScenarioWorld.facility(
                    "F\(index)", at: town.point(Double(5 * index), 3), kind: .institution, community: index,
                    beds: beds[index])
            })
        func rows(atLeast: Int, extent: Target.Extent) async throws -> [TargetRow] {
            let target = Target(
                id: "beds", name: BilingualText(en: "b", zh: "床"), clause: ScenarioWorld.clause,
                measure: .bedsPer1000Elders, extent: extent, basis: .elders, due: nil,
                atLeast: ExactDecimal(atLeast))
            return try await ScenarioWorld.run(
                Scenario(name: "plain"), on: study, in: town, pack: ScenarioWorld.pack(targets: [target]),
                from: 2020, to: 2021
            ).targets
        }
        let ranked = try await rows(atLeast: 20, extent: .eachDistrict)
        #expect(ranked.map(\.year) == [2020, 2020, 2020, 2021, 2021, 2021])
        #expect(ranked.map(\.rank) == ranks + ranks)
        let verdicts = beds.map { $0.map { $0 >= 20 ? Verdict.pass : .fail } ?? .unknown }
        #expect(ranked.map(\.verdict) == verdicts + verdicts)
        // What is asked for turns verdicts and no places; a figure of the whole city has none.
        let stricter = try await rows(atLeast: 21, extent: .eachDistrict)
        #expect(stricter.map(\.rank) == ranked.map(\.rank))
        #expect(stricter.filter { $0.value == 20 }.allSatisfy { $0.verdict == .fail })
        #expect(try await rows(atLeast: 20, extent: .city).map(\.rank) == [nil, nil])
    }
}
