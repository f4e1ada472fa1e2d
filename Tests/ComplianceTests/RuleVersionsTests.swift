import Compliance
import Places
import Policy
import Testing

/// Which of two versions of the space rule is for a compound: 20 m² from 2017-08-31, 30 m² (existing: 15) from
/// 2022-09-05.
@Suite struct RuleVersionsTests {
    static let older = SpaceRule(
        entry: "space@2017", clause: clause, effectiveFrom: date("2017-08-31"), newRate: number("20"))
    static let newer = SpaceRule(
        entry: "space@2022", clause: clause, effectiveFrom: date("2022-09-05"), newRate: number("30"),
        existingRate: number("15"))

    private func entry(
        planned: String?, delivered: String? = nil, asOf: String = "2025-12-31",
        _ versions: [SpaceRule] = [newer, older]
    ) -> String? {
        CompoundRecord(compound: compound(planned: planned, delivered: delivered), phases: [])
            .version(of: versions, by: .planned, asOf: day(asOf))?.entry
    }

    @Test func theDateOfPlanningDecides() {
        #expect(entry(planned: "2022-09-05") == "space@2022")
        #expect(entry(planned: "2022-09-04") == "space@2017")
        #expect(entry(planned: "2017-08-31") == "space@2017")
        // The order in the pack does not matter.
        #expect(entry(planned: "2022-09-04", [Self.older, Self.newer]) == "space@2017")
    }

    /// What stood before both is existing, and owes what is asked of existing ones on the day asked about.
    @Test func whatStoodBeforeAllIsJudgedByTheVersionInForce() {
        #expect(entry(planned: "2010", asOf: "2022-09-04") == "space@2017")
        #expect(entry(planned: "2010", asOf: "2022-09-05") == "space@2022")
        #expect(entry(planned: "2010", asOf: "2000-01-01") == "space@2017")
    }

    /// A month that holds the newer version's first day leaves open which class it is of under it.
    @Test func aMonthThatStraddlesIsOpen() {
        let record = CompoundRecord(compound: compound(planned: "2022-09"), phases: [])
        let rule = record.version(of: [Self.older, Self.newer], by: .planned, asOf: day("2025-12-31"))
        #expect(rule?.entry == "space@2022")
        #expect(
            rule.map { SpacePerHundredHouseholds.finding(on: record, under: $0).verdict } == .unknown)
    }

    /// Planned in the month in which the rate rises from 20 to 30, 100 households owe 20 or 30 m².
    ///
    /// 30 pass and 19 fail under both, between them only the rate is open. Rules that ask only whether it owes any say what
    /// they say under both.
    @Test(
        arguments: [
            ("30", Verdict.pass, "30", "0"), ("29.99", .unknown, "20", nil), ("20", .unknown, "20", nil),
            ("19", .fail, "20", "1"), (nil, .unknown, "20", nil),
        ] as [(String?, Verdict, String, String?)])
    func onlyTheRateIsOpen(
        _ held: String?, _ verdict: Verdict, _ required: String, _ shortfall: String?
    ) throws {
        let versions = pack {
            $0.space = [Self.older, Self.newer]
            $0.synchronizations = [SynchronizationRule(milestone: .built, clause: clause)]
        }
        var place = study(compounds: [compound(space: held, planned: "2022-09")])
        place.phases = [phase(1, space: held, housing: "2024-01-01", care: "2023-12-31")]
        let findings = Findings.all(study: place, pack: versions, on: day("2025-12-31"))
        let space = try #require(findings.first { $0.rule == "space" })
        #expect(space.verdict == verdict && space.required == number(required))
        #expect(space.shortfall == shortfall.map(number))
        if verdict == .unknown, held != nil {
            #expect(
                space.detail
                    == .rateOpen(
                        households: number("100"), number("20"), number("30"), from: date("2022-09-05")))
        }
        #expect(findings.first { $0.rule == "sync.built" }?.verdict == .pass)
    }

    /// The message names the date that decides, not the planning of what is classed by its delivery.
    @Test func theDateThatDecidesIsNamed() {
        let space = SpaceRule(
            clause: clause, effectiveFrom: date("2018-01-01"), classDate: .delivered, newRate: number("20"))
        let rule = SynchronizationRule(
            milestone: .built, clause: clause, effectiveFrom: date("2021-01-01"))
        let record = CompoundRecord(
            compound: compound(planned: "2022-01-01", delivered: "2019-01-01"), phases: [phase(1)])
        #expect(
            Synchronization.finding(on: record, under: rule, owing: space, asOf: day("2025-12-31")).detail
                == .notInForce(from: date("2021-01-01"), by: .delivered))
    }

    @Test func afterTheLastDayNoVersionHolds() {
        let ended = SpaceRule(
            entry: "space@2017", clause: clause, effectiveFrom: date("2017-08-31"),
            effectiveTo: date("2019-12-31"), newRate: number("20"))
        #expect(entry(planned: "2019-12-31", [ended]) == "space@2017")
        #expect(entry(planned: "2020-01-01", [ended]) == nil)
        #expect(entry(planned: "2020-01-01", [ended, Self.newer]) == nil)
        #expect(entry(planned: "2023", [ended, Self.newer]) == "space@2022")
        let pack = PolicyPack(
            id: "p", name: BilingualText(en: "p", zh: "p"), jurisdiction: BilingualText(en: "", zh: ""),
            space: [ended])
        let study = Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547",
            compounds: [compound(space: "1", planned: "2020-01-01")])
        let findings = Findings.all(study: study, pack: pack, on: day("2025-12-31"))
        #expect(findings.map(\.verdict) == [.exempt])
        #expect(findings.map(\.detail) == [.noLongerInForce])
    }

    /// A source that gives a year leaves the class of what was planned within it open; one that gives no day, of all.
    @Test(arguments: [
        ("2021-12-31", "2022", CompoundClass.existing as CompoundClass?), ("2022-05-01", "2022", nil),
        ("2022-12-31", "2022", .new), ("2023-01-01", "2022", .new), ("2023-01-01", nil, nil),
    ]) func aRuleKnownToTheYear(_ planned: String, _ from: String?, _ expected: CompoundClass?) {
        let record = CompoundRecord(compound: compound(planned: planned), phases: [])
        let classing = record.classing(by: .planned, from: from.map(date))
        switch classing {
        case .known(let known): #expect(known == expected)
        case .open(let doubt):
            #expect(expected == nil)
            #expect(doubt == (from.map { .ruleDate(date($0)) } ?? .ruleUndated))
        }
    }
}
