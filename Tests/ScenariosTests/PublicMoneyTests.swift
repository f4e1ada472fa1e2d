import Compliance
import Coverage
import Places
import Policy
import Scenarios
import TestWorlds
import Testing

/// Who pays what in a town of two districts over three years, every line worked out by hand.
///
/// - East: 70 elders, 10 entitled people (a row of its community C1); station F1, open since 2015, accepted in May
///   2021, run by Chain.
/// - West: 100 elders, 5 entitled people (a row of the district), 7 from 2022 on; centre F2, open since 2018, which
///   failed its assessment of 2021.
/// - The programme opens N1 in West on 30 June 2020 for 900,000 yuan: an embedded station, run by Chain, accepted in
///   March 2022.
@Suite struct PublicMoneyTests {
    private static func study(_ town: GridTown) throws -> Study {
        func community(_ id: String, _ x: Double, _ district: String, elders: Int) -> Community {
            Community(
                id: id, name: id, point: town.point(x, 2), district: district, city: "Grid",
                population: ExactDecimal(elders * 5), households: ExactDecimal(100),
                elders: ElderFigures(statedTotal: ExactDecimal(elders)))
        }
        var f1 = ScenarioWorld.facility(
            "F1", at: town.point(2, 4), community: 0, opened: try ScenarioWorld.day(2015))
        f1.accepted = try ScenarioWorld.day(2021, 5)
        f1.operatorName = "Chain"
        var f2 = ScenarioWorld.facility(
            "F2", at: town.point(14, 4), kind: .centre, community: 1, opened: try ScenarioWorld.day(2018))
        f2.failedAssessments = [2021]
        return Study(
            name: "Grid town", baseYear: 2020, plane: StreetSketch.planeDefinition,
            communities: [
                community("C1", 2, "East", elders: 70), community("C2", 14, "West", elders: 100),
            ],
            facilities: [f1, f2],
            groups: [
                EntitledGroup(area: .community(0), group: "poor", count: ExactDecimal(10), year: 2019),
                EntitledGroup(
                    area: .scope(.district("West")), group: "poor", count: ExactDecimal(5), year: 2020),
                EntitledGroup(
                    area: .scope(.district("West")), group: "poor", count: ExactDecimal(7), year: 2022),
                // Told already by the district's row: never added to it.
                EntitledGroup(area: .community(1), group: "poor", count: ExactDecimal(4), year: 2020),
                EntitledGroup(area: .community(1), group: "other", count: ExactDecimal(99), year: 2020),
            ])
    }

    private static func pack(envelope yuan: Int, sharedBy: YearlyEnvelope.Sharing? = .elders) throws
        -> PolicyPack
    {
        let clause = ScenarioWorld.clause
        let halves = PayerShares(weights: [.city: ExactDecimal(1), .district: ExactDecimal(1)])
        var pack = ScenarioWorld.pack(subsidies: [
            Subsidy(
                id: "build.station", clause: clause, selector: FacilitySelector(kinds: [.station]),
                form: .once(ExactDecimal(90_000)), condition: .accepted, payers: halves),
            Subsidy(
                id: "run.centre", clause: clause, selector: FacilitySelector(kinds: [.centre]),
                form: .yearly(ExactDecimal(100_000)), condition: .runningNormally,
                payers: PayerShares(.lottery)),
            Subsidy(
                id: "embedded", clause: clause, selector: FacilitySelector(networks: [.embedded]),
                form: .shareOfCost(
                    share: try ScenarioWorld.required(ExactDecimal("0.5")), cap: ExactDecimal(500_000)),
                payers: PayerShares(.city)),
            Subsidy(
                id: "chain", clause: clause, selector: .any, form: .once(ExactDecimal(200_000)), chainOf: 2,
                payers: PayerShares(.city)),
        ])
        pack.entitlements = [
            Entitlement(
                id: "help", name: BilingualText(en: "Help", zh: "服务"), clause: clause, groups: ["poor"],
                amount: .hours(aMonth: ExactDecimal(8), yuanAnHour: ExactDecimal(20), months: 12),
                payers: PayerShares(weights: [.central: ExactDecimal(2), .city: ExactDecimal(1)]))
        ]
        pack.envelopes = [
            YearlyEnvelope(
                id: "city-money", name: BilingualText(en: "City", zh: "市"), clause: clause,
                period: EffectivePeriod(
                    from: try ScenarioWorld.day(2020), to: try ScenarioWorld.day(2021)),
                yuan: ExactDecimal(yuan), payer: .city, sharing: sharedBy)
        ]
        return pack
    }

    private static func result(
        envelope: Int = 650_000, sharedBy: YearlyEnvelope.Sharing? = .elders, jobs: Int = 1
    ) async throws -> ScenarioResult {
        let town = try GridTown(blocks: 20, spacing: 100)
        let scenario = Scenario(
            name: "money",
            programme: [
                ScenarioWorld.opening(
                    "N1", on: try ScenarioWorld.day(2020, 6, 30), at: town.point(14, 13), community: "C2",
                    cost: 900_000
                ) {
                    $0.kind = .station
                    $0.network = .embedded
                    $0.operatorName = "Chain"
                    $0.accepted = PartialDate(year: 2022, month: 3)
                }
            ])
        return try await ScenarioWorld.run(
            scenario, on: try study(town), in: town, pack: try pack(envelope: envelope, sharedBy: sharedBy),
            from: 2020, to: 2022, jobs: jobs)
    }

    private static func text(_ line: MoneyLine) -> String {
        "\(line.scope.identifier) \(line.kind.rawValue) \(line.rule) \(line.payer?.rawValue ?? "-") \(line.yuan)"
    }

    @Test func everyLineOfThreeYears() async throws {
        let lines = try await Self.result().money
        #expect(
            lines.filter { $0.year == 2020 }.map(Self.text) == [
                // N1: half of 900,000; with F1 it makes a chain of two, which N1 completes.
                "Grid once embedded city 450000", "Grid once chain city 200000",
                "Grid yearly run.centre lottery 100000",
                // 15 people × 1,920, two thirds of it central.
                "Grid entitlement help central 19200", "Grid entitlement help city 9600",
                "Grid envelope city-money city 650000",
                // 450,000 + 200,000 + 9,600 of the city's are 9,600 more.
                "Grid over_envelope city-money city 9600",
                "East entitlement help central 12800", "East entitlement help city 6400",
                // 650,000 × 70 / 170.
                "East envelope city-money city 267647.06",
                "West once embedded city 450000", "West once chain city 200000",
                "West yearly run.centre lottery 100000",
                "West entitlement help central 6400", "West entitlement help city 3200",
                "West envelope city-money city 382352.94", "West over_envelope city-money city 270847.06",
            ])
        #expect(
            lines.filter { $0.year == 2021 }.map(Self.text) == [
                // F1 is accepted; F2 did not run normally.
                "Grid once build.station city 45000", "Grid once build.station district 45000",
                "Grid entitlement help central 19200", "Grid entitlement help city 9600",
                "Grid envelope city-money city 650000",
                "East once build.station city 45000", "East once build.station district 45000",
                "East entitlement help central 12800", "East entitlement help city 6400",
                "East envelope city-money city 267647.06",
                "West entitlement help central 6400", "West entitlement help city 3200",
                "West envelope city-money city 382352.94",
            ])
        #expect(
            lines.filter { $0.year == 2022 }.map(Self.text) == [
                // N1 is accepted; the envelope was for two years; West has 7 entitled people.
                "Grid once build.station city 45000", "Grid once build.station district 45000",
                "Grid yearly run.centre lottery 100000",
                "Grid entitlement help central 21760", "Grid entitlement help city 10880",
                "East entitlement help central 12800", "East entitlement help city 6400",
                "West once build.station city 45000", "West once build.station district 45000",
                "West yearly run.centre lottery 100000",
                "West entitlement help central 8960", "West entitlement help city 4480",
            ])
    }

    /// `annual.csv` has the same money; the plan has all that an action is given, whenever it is paid.
    @Test func yearsAndPlanHaveTheSameMoney() async throws {
        let result = try await Self.result()
        for row in result.annual {
            func sum(_ kind: MoneyLine.Kind) -> ExactDecimal {
                result.money.filter { $0.year == row.year && $0.scope == row.scope && $0.kind == kind }
                    .reduce(.zero) { $0 + $1.yuan }
            }
            #expect(row.money.subsidyOnce == sum(.once))
            #expect(row.money.subsidyYearly == sum(.yearly))
        }
        let city = result.annual.filter { $0.scope == .city("Grid") }.map(\.money)
        #expect(city.map(\.subsidyOnce) == [650_000, 90_000, 90_000].map { ExactDecimal($0) })
        #expect(city.map(\.cumulative) == [1_000_000, 1_000_000, 1_100_000].map { ExactDecimal($0) })
        #expect(result.actions.map(\.money.subsidyOnce) == [ExactDecimal(540_000)])
        #expect(result.accounts.map(\.imbalances) == [[], [], []])
    }

    /// What the districts bear is what the city's rows say, line by line.
    @Test func districtsAddUpToTheCity() async throws {
        let result = try await Self.result(jobs: 2)
        struct Key: Hashable {
            let year: Int
            let rule: String
            let kind: MoneyLine.Kind
            let payer: Payer?
        }
        var left: [Key: ExactDecimal] = [:]
        for line in result.money where line.kind != .overEnvelope {
            let key = Key(year: line.year, rule: line.rule, kind: line.kind, payer: line.payer)
            let isCity = if case .city = line.scope { true } else { false }
            left[key] = isCity ? (left[key] ?? .zero) + line.yuan : (left[key] ?? .zero) - line.yuan
        }
        #expect(!left.isEmpty)
        #expect(left.values.allSatisfy { $0 == .zero })
        let alone = try await Self.result()
        #expect(result.money == alone.money)
    }

    /// An envelope of what is granted suffices; a yuan less does not, and one that ends in time is not asked.
    @Test(arguments: [(659_600, 0), (659_599, 1)]) func anEnvelopeSufficesToTheYuan(_ yuan: Int, _ over: Int)
        async throws
    {
        let notices = try await Self.result(envelope: yuan, sharedBy: nil).notices
        let expected: [ScenarioNotice] =
            over == 0
            ? []
            : [
                .overEnvelope(
                    envelope: "city-money", years: 1, first: 2020, most: ExactDecimal(over), mostYear: 2020)
            ]
        #expect(notices == expected)
    }

    /// By result: in 2021 the rules grant 109,200 in East and 9,600 in West; by facilities one third and two thirds.
    @Test func anEnvelopeIsSharedByResult() async throws {
        func shares(_ sharing: YearlyEnvelope.Sharing?) async throws -> [String] {
            try await Self.result(envelope: 1_188_000, sharedBy: sharing).money
                .filter { $0.kind == .envelope && $0.year == 2021 }
                .map { "\($0.scope.identifier) \($0.yuan)" }
        }
        #expect(try await shares(.granted) == ["Grid 1188000", "East 1092000", "West 96000"])
        #expect(try await shares(.facilities) == ["Grid 1188000", "East 396000", "West 792000"])
        #expect(
            try await shares(.population) == ["Grid 1188000", "East 489176.47", "West 698823.53"])
        #expect(try await shares(nil) == ["Grid 1188000"])
    }

    @Test func nobodySaysHowManyAreEntitled() async throws {
        let town = try GridTown(blocks: 20, spacing: 100)
        var study = try Self.study(town)
        study.groups.removeAll { $0.group == "poor" }
        let result = try await ScenarioWorld.run(
            Scenario(name: "x"), on: study, in: town, pack: try Self.pack(envelope: 1_000_000), from: 2020,
            to: 2021)
        #expect(result.money.allSatisfy { $0.kind != .entitlement })
        #expect(result.notices == [.noEntitledPeople(entitlement: "help")])
    }
}
