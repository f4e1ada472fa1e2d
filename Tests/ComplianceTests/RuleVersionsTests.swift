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
