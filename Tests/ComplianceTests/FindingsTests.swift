import Compliance
import Places
import Policy
import Testing

@Suite struct FindingsTests {
    static let study = Study(
        name: "Two", baseYear: 2020, plane: "EPSG:4547",
        compounds: [
            compound("B", households: "500", planned: "2019"), compound("A", planned: "2010"),
        ],
        phases: [
            phase(2, of: 0, space: "100", housing: "2020-05-01", care: "2020-05-01"),
            phase(1, of: 1, space: "1"),
            phase(1, of: 0, housing: "2020-04-01"),
        ])

    static func pack(_ change: (inout PolicyPack) -> Void = { _ in }) -> PolicyPack {
        var pack = PolicyPack(
            id: "test", name: BilingualText(en: "Test", zh: "测试"),
            jurisdiction: BilingualText(en: "Nowhere", zh: "无"), space: [twentyFrom2018],
            firstPhase: [FirstPhaseRule(clause: clause)],
            synchronizations: Milestone.allCases.map { SynchronizationRule(milestone: $0, clause: clause) })
        change(&pack)
        return pack
    }

    /// One row for each compound and rule; the first phase only where it is spoken of.
    @Test func rowsComeByRuleThenByCompound() {
        let findings = Findings.all(study: Self.study, pack: Self.pack(), on: day("2020-12-31"))
        let rows = findings.map { "\($0.rule) \($0.subject) \($0.verdict.rawValue)" }
        #expect(
            rows == [
                "space B pass", "space A exempt", "space.first_phase B fail",
                "sync.planned B fail", "sync.planned A exempt",
                "sync.built B fail", "sync.built A exempt",
                "sync.accepted B fail", "sync.accepted A exempt",
                "sync.delivered B fail", "sync.delivered A exempt",
            ])
        #expect(
            findings.filter { $0.rule.hasPrefix("sync") && $0.subject == "B" }.allSatisfy {
                $0.shortfall == ExactDecimal(30)
            })
        #expect(findings.allSatisfy { $0.scope == .compound })
    }

    @Test func aPackWithoutARuleGivesNoRowsOfIt() {
        let pack = Self.pack { pack in
            pack.firstPhase = []
            pack.synchronizations.removeAll { $0.milestone != .built }
        }
        let rules = Set(Findings.all(study: Self.study, pack: pack, on: day("2020-12-31")).map(\.rule))
        #expect(rules == ["space", "sync.built"])
        let none = Self.pack { pack in
            pack.space = []
            pack.synchronizations = []
        }
        #expect(Findings.all(study: Self.study, pack: none, on: day("2020-12-31")).isEmpty)
    }
}
