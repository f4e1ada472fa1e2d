import Compliance
import Coverage
import Places
import Policy
import Population
import Scenarios
import Siting
import TestWorlds
import Testing

/// A town of three communities in a row over three years, in which the program builds by itself.
///
/// Blocks of 100 m; the walk is at most 900 m. Community A lies at (2,2) with 100 elders, B at (14,2) with 60 and C at (26,2)
/// with 40; nobody lives in compounds. Candidates: NA 100 m from A for 500,000 yuan, NB 100 m from B for 300,000, NC 100 m
/// from C for 100,000 and not before 2023; NX within reach of nobody.
@Suite struct BuildOutTests {
    private static func study(_ town: GridTown) -> Study {
        func community(_ id: String, _ east: Double, elders: Int) -> Community {
            Community(
                id: id, name: id, point: town.point(east, 2), subdistrict: "S\(id)", district: "D",
                city: "Grid", population: ExactDecimal(4 * elders), households: ExactDecimal(elders),
                elders: ElderFigures(statedTotal: ExactDecimal(elders)))
        }
        func candidate(
            _ id: String, _ east: Double, _ north: Double, cost: Int?, kind: String = "new",
            earliest: Int? = nil, community: Int? = nil
        ) -> Candidate {
            Candidate(
                id: id, level: .community, area: ExactDecimal(300), kind: kind,
                cost: cost.map { ExactDecimal($0) }, earliest: earliest, community: community,
                point: town.point(east, north))
        }
        return Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: [
                community("A", 2, elders: 100), community("B", 14, elders: 60),
                community("C", 26, elders: 40),
            ],
            candidates: [
                candidate("NC", 26, 3, cost: 100_000, kind: "school", earliest: 2023, community: 2),
                candidate("NA", 2, 3, cost: 500_000, community: 0),
                candidate("NB", 14, 3, cost: 300_000, kind: "flat", community: 1),
                candidate("NX", 14, 25, cost: 50_000), candidate("NU", 2, 4, cost: nil, community: 0),
            ])
    }

    private static func pack(counts: FacilitySelector? = nil) throws -> PolicyPack {
        let clause = ScenarioWorld.clause
        return ScenarioWorld.pack(
            subsidies: [
                Subsidy(
                    id: "build", clause: clause, selector: FacilitySelector(kinds: [.station]),
                    form: .once(ExactDecimal(90_000))),
                Subsidy(
                    id: "run", clause: clause, selector: FacilitySelector(kinds: [.station]),
                    form: .yearly(ExactDecimal(50_000))),
            ],
            targets: [
                Target(
                    id: "each", name: BilingualText(en: "each", zh: "each"), clause: clause,
                    measure: .coverage(.hasFacility), selector: counts, basis: .count,
                    due: try ScenarioWorld.day(2022),
                    atLeast: try ScenarioWorld.required(ExactDecimal("0.6")))
            ])
    }

    private static func run(
        _ wish: YearlyBuildOut, programme: [ProgrammeEntry] = [], upgrade: Bool = false,
        counts: FacilitySelector? = nil, jobs: Int = 1
    ) async throws -> ScenarioResult {
        let town = try GridTown(blocks: 30, spacing: 100)
        var study = study(town)
        if upgrade {
            study.facilities = [
                ScenarioWorld.facility("FA", at: town.point(2, 5), community: 0, area: 200, beds: 2)
            ]
            var larger = Candidate(
                id: "UA", level: .community, cost: ExactDecimal(200_000), point: town.point(2, 5))
            larger.beds = ExactDecimal(4)
            larger.upgrades = 0
            study.candidates.append(larger)
            for index in study.candidates.indices where study.candidates[index].beds == nil {
                study.candidates[index].beds = ExactDecimal(study.candidates[index].id == "NA" ? 2 : 1)
            }
        }
        let years = try ScenarioYears(from: 2020, to: 2023, baseYear: 2020)
        let pack = try pack(counts: counts)
        let scenario = Scenario(name: "built", programme: programme, buildOut: wish)
        let plan = try await ScenarioSet.decided(
            [ScenarioPlan(scenario, study: study)], study: study, pack: pack, network: town.network,
            plane: town.plane, years: years, jobs: jobs)[0].get()
        let ground = ScenarioGround(plan: plan, pack: pack, network: town.network, plane: town.plane)
        return await ScenarioRun.run(plan: plan, years: years, ground: ground, jobs: jobs)
    }

    private static func wish(_ change: (inout YearlyBuildOut) -> Void) -> YearlyBuildOut {
        var wish = YearlyBuildOut(source: ScenarioWorld.source)
        change(&wish)
        return wish
    }

    private func words(_ result: ScenarioResult) -> [String] {
        result.actions.map { "\($0.year) \($0.facility.id) \($0.newlyCoveredElders)" }
    }

    /// One a year: A's 100, then B's 60, then C's 40: 300 + 120 + 40 person-years.
    @Test func oneEachYear() async throws {
        let result = try await Self.run(Self.wish { $0.perYear = 1 })
        #expect(words(result) == ["2021 NA 100.0", "2022 NB 60.0", "2023 NC 40.0"])
        let outcome = try ScenarioWorld.required(result.plan.buildOut)
        #expect(outcome.quality.value == 460)
        #expect(outcome.quality.bound.map { $0 >= 460 } ?? false)
        #expect((outcome.candidates, outcome.chosen) == (5, 3))
        let city = result.annual.filter { $0.scope == .city("Grid") }
        #expect(city.map(\.elderShare15min) == [0, 0.5, 0.8, 1])
        #expect(city.map(\.opened) == [0, 1, 1, 1])
        #expect(city.map(\.money.capital) == [0, 500_000, 300_000, 100_000].map { ExactDecimal($0) })
        // The same by all years at once, which proves it.
        let horizon = try await Self.run(
            Self.wish {
                $0.perYear = 1
                $0.method = .horizon
            })
        #expect(words(horizon) == words(result))
        #expect(horizon.plan.buildOut?.quality.isProven == true)
    }

    /// 400,000 yuan a year buy NB at once and leave 100,000.
    ///
    /// Kept, they buy NA in 2022 (500,000), and NC in 2023; else NA is
    /// never to be had. NU, of which nobody knows the cost, is no choice.
    @Test(arguments: [true, false])
    func money(carriesOver: Bool) async throws {
        let result = try await Self.run(
            Self.wish {
                $0.budget = .each(ExactDecimal(400_000))
                $0.carriesOver = carriesOver
            })
        let expected =
            carriesOver
            ? ["2021 NB 60.0", "2022 NA 100.0", "2023 NC 40.0"] : ["2021 NB 60.0", "2023 NC 40.0"]
        #expect(words(result) == expected)
        #expect(result.plan.buildOut?.withoutCost == 1)
        #expect(result.notices.contains(.candidatesWithoutCost(1)))
        // Capital of the plan and of the years is one sum, and no year spends more than there is.
        let rows = result.annual.filter { $0.scope == .city("Grid") }
        let planned = result.actions.reduce(ExactDecimal.zero) { $0 + ($1.money.capital ?? .zero) }
        #expect(rows.reduce(.zero) { $0 + $1.money.capital } == planned)
        var there = ExactDecimal.zero
        for row in rows where row.year > 2020 {
            there = (carriesOver ? there : .zero) + ExactDecimal(400_000) - row.money.capital
            #expect(!there.isNegative)
        }
        #expect(
            result.accounts.allSatisfy { account in
                account.cumulativeBefore + account.capital + account.running == account.cumulativeAfter
            })
    }

    /// Years that shares or budgets name and the run does not build in are told of, a single share's never.
    @Test func yearsOutsideTheRun() async throws {
        let result = try await Self.run(
            Self.wish {
                $0.objective = .lscp
                $0.shares = [2020: 0.1, 2022: 0.5, 2031: 0.6]
                $0.budget = .years(
                    [2019: 5, 2021: 900_000, 2022: 900_000, 2023: 900_000, 2040: 7].mapValues {
                        ExactDecimal($0)
                    })
            })
        #expect(result.notices.contains(.yearsOutsideBuildOut(.shares, [2020, 2031])))
        #expect(result.notices.contains(.yearsOutsideBuildOut(.budgets, [2019, 2040])))
        let plain = try await Self.run(
            Self.wish {
                $0.objective = .lscp
                $0.shares = [YearlyBuildOut.lastYear: 0.5]
            })
        #expect(
            !plain.notices.contains { if case .yearsOutsideBuildOut = $0 { true } else { false } })
    }

    /// What the public purse gives: 90,000 once and 50,000 a year for each station; 150,000 a year pay for one in 2021 (140,000),
    /// none in 2022 (50,000 run, 100,000 are left of the 140,000 that one needs), and none in 2023.
    @Test func subsidies() async throws {
        let result = try await Self.run(
            Self.wish {
                $0.budget = .each(ExactDecimal(150_000))
                $0.pays = .subsidies
            })
        #expect(words(result) == ["2021 NA 100.0"])
    }

    /// Candidates by word: schools and flats are conversions.
    @Test func conversionsOnly() async throws {
        let result = try await Self.run(
            Self.wish {
                $0.perYear = 2
                $0.candidates = ["converted"]
            })
        #expect(words(result) == ["2021 NB 60.0", "2023 NC 40.0"])
    }

    /// What the programme opens in A in 2021 is no reason to build there.
    @Test func besideAProgramme() async throws {
        let town = try GridTown(blocks: 30, spacing: 100)
        let result = try await Self.run(
            Self.wish { $0.perYear = 1 },
            programme: [
                ScenarioWorld.opening(
                    "P1", on: try ScenarioWorld.day(2021, 6, 30), at: town.point(2, 2), cost: 1
                ) { $0.kind = .station }
            ])
        #expect(words(result) == ["2021 P1 100.0", "2021 NB 60.0", "2023 NC 40.0"])
    }

    /// Two of three communities need a facility by 2022; then comes what covers most.
    @Test func targetsFirst() async throws {
        let result = try await Self.run(
            Self.wish {
                $0.objective = .targets
                $0.perYear = 1
            })
        // A's and B's by id: both add one community, A more elders to nobody's account.
        #expect(result.actions.count == 2)
        #expect(result.plan.buildOut?.goals.first?.metFrom == 2022)
        #expect(result.plan.buildOut?.quality.isProven == true)
        let row = result.targets.first { $0.year == 2022 }
        #expect(row?.verdict == .pass)
    }

    /// No candidate has a grade of itself: for a target of graded facilities none would count, which is said, unless the
    /// build-out has all graded.
    @Test(arguments: [(String?.none, false), ("A", true), ("B", false)])
    func gradedFacilities(grade: String?, isMet: Bool) async throws {
        let result = try await Self.run(
            Self.wish {
                $0.objective = .targets
                $0.targets = ["each"]
                $0.perYear = 1
                $0.attributes.grade = grade
            }, counts: FacilitySelector(grades: ["A"]))
        #expect(result.actions.count == (isMet ? 2 : 0))
        #expect((result.targets.first { $0.year == 2022 }?.verdict == .pass) == isMet)
        #expect(
            result.notices.contains(.noOfferCounts(target: "each", counted: "grade=A")) != isMet)
    }

    /// 70 % by 2022 for least: A and B's 160 of 200, for 800,000 yuan; B and C's 100 are too few.
    @Test(arguments: YearlyBuildOut.Method.allCases)
    func leastCost(method: YearlyBuildOut.Method) async throws {
        let result = try await Self.run(
            Self.wish {
                $0.objective = .lscp
                $0.method = method
                $0.shares = [2022: 0.7]
            })
        #expect(words(result) == ["2021 NA 100.0", "2021 NB 60.0"])
        #expect(result.plan.buildOut?.quality.value == 800_000)
        #expect(result.plan.buildOut?.goals.map(\.metFrom) == [2021])
    }

    /// All by 2023 cannot be: of what can be, everything is built, and it is said.
    @Test func notReached() async throws {
        let result = try await Self.run(
            Self.wish {
                $0.objective = .lscp
                $0.candidates = ["NA", "NB"]
                $0.shares = [9999: 1]
            })
        #expect(words(result) == ["2021 NA 100.0", "2021 NB 60.0"])
        // 160 of 200, all that the two reach.
        let end = SharesEnd(asked: 1, covered: 0.8, coverable: 0.8)
        #expect(result.notices.contains(.shareNotReached(end, from: 2023, scope: "Grid town")))
    }

    /// 70 % by 2021 takes A and B, of which one a year can be built: reached from 2022 on, and it is said.
    @Test func reachedLate() async throws {
        let result = try await Self.run(
            Self.wish {
                $0.objective = .lscp
                $0.perYear = 1
                $0.shares = [2021: 0.7]
            })
        #expect(words(result) == ["2021 NA 100.0", "2022 NB 60.0"])
        #expect(
            result.notices.contains(
                .goalReachedLate(.share(year: 2021), scope: "Grid town", due: 2021, from: 2022)))
    }

    /// With 40 beds for each 1,000, a bed serves 25.
    ///
    /// FA in A has 2 beds for 50 of 100 elders; its upgrade to 4 serves 50 more for 200,000 yuan, NB with 1 bed 25 of B's 60 for
    /// 300,000. NA for 500,000 is never to be had: 50 in three years, then 25 in two.
    @Test(arguments: YearlyBuildOut.Method.allCases)
    func capacityAndUpgrades(method: YearlyBuildOut.Method) async throws {
        let result = try await Self.run(
            Self.wish {
                $0.method = method
                $0.capacity = CapacityRule(.beds, perThousand: 40)
                $0.budget = .each(ExactDecimal(300_000))
                $0.candidates = ["NA", "NB", "UA"]
            }, upgrade: true)
        #expect(
            result.actions.map { "\($0.year) \($0.action.rawValue) \($0.facility.id)" } == [
                "2021 upgrade FA", "2022 open NB",
            ])
        #expect(result.plan.buildOut?.quality.value == 200)
        let upgraded = try ScenarioWorld.required(result.actions.first)
        #expect(upgraded.facility.beds == ExactDecimal(4))
        #expect(upgraded.money.capital == ExactDecimal(200_000))
        let city = result.annual.filter { $0.scope == .city("Grid") }
        #expect(city.map(\.beds) == [2, 4, 5, 5].map { ExactDecimal($0) })
        #expect(city.map(\.upgraded) == [0, 1, 0, 0])
        if method == .horizon { #expect(result.plan.buildOut?.quality.isProven == true) }
    }

    /// Without capacities an upgrade of what counts already adds nothing.
    @Test func upgradesWithoutCapacity() async throws {
        let result = try await Self.run(Self.wish { $0.perYear = 2 }, upgrade: true)
        #expect(words(result) == ["2021 NB 60.0", "2023 NC 40.0"])
    }

    /// The same on several threads.
    @Test func threads() async throws {
        let wish = Self.wish {
            $0.perYear = 2
            $0.method = .horizon
        }
        let (one, two) = (try await Self.run(wish, jobs: 1), try await Self.run(wish, jobs: 2))
        #expect(one.actions == two.actions)
        #expect(one.annual == two.annual)
        #expect(one.plan.buildOut == two.plan.buildOut)
    }

    /// Everything that a build-out asks for in vain is said at once.
    @Test func faults() async throws {
        let wish = Self.wish {
            $0.candidates = ["N9"]
            $0.targets = ["t"]
            $0.lines = [.targets: 7]
        }
        let misfits = [
            BuildOutMisfit(.unknownCandidate(text: "N9"), of: wish),
            BuildOutMisfit(.unknownTarget(text: "t", known: ["each"]), of: wish),
        ]
        #expect(misfits.map(\.source.row) == [wish.source.row, 7])
        await #expect(throws: ScenarioFailure.buildOut(misfits)) { _ = try await Self.run(wish) }
    }
}
