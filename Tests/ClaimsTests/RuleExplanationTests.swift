import Claims
import Compliance
import Places
import Policy
import Testing

@Suite struct RuleExplanationTests {
    private let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))

    private func finding(
        _ subject: String, _ verdict: Verdict, short: Int? = nil, due: Int? = nil
    ) -> Finding {
        Finding(
            rule: "space", clause: clause, scope: .compound, subject: subject, verdict: verdict,
            unit: .squareMetres, shortfall: short.map { ExactDecimal($0) },
            due: due.flatMap { PartialDate(year: $0) }, detail: .noRates)
    }

    @Test("The largest shortfalls and the nearest dates come first, of equal ones the earlier")
    func order() {
        let explanation = RuleExplanation(
            rule: "space",
            findings: [
                finding("a", .fail, short: 3), finding("b", .pass, short: 0), finding("c", .fail, short: 12),
                finding("d", .fail, short: 3), finding("e", .pending, due: 2025),
                finding("f", .pending, due: 2023),
                finding("g", .pending), finding("h", .unknown), finding("i", .pending, due: 2023),
            ])
        #expect(explanation.largestShortfalls(9).map(\.subject) == ["c", "a", "d"])
        #expect(explanation.largestShortfalls(2).map(\.subject) == ["c", "a"])
        #expect(explanation.nextDue(9).map(\.subject) == ["f", "i", "e"])
        #expect(explanation.clauses == [clause])
        #expect(Verdict.allCases.map(explanation.count) == [1, 3, 4, 1, 0, 0])
    }
}
