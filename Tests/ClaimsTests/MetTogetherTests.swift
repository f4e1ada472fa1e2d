import Claims
import Compliance
import Geometry
import Places
import Policy
import Testing

/// Counts of compounds that fall short on their own, with and without those whose pool holds what they lack.
@Suite struct MetTogetherTests {
    private let clause = Clause(
        Citation(
            id: "c", title: BilingualText(en: "c", zh: "c"), number: nil, date: nil, known: .document))

    /// Three fail, of which one is met by its pool; of two it is not known, of which one is met.
    private func judged(_ value: Int, _ isMet: Bool?) throws -> ClaimResult {
        let day = try #require(Day.last(ofYear: 2020))
        let verdicts: [(Verdict, Bool)] = [
            (.fail, true), (.fail, false), (.fail, false), (.unknown, true), (.unknown, false),
            (.pass, false),
        ]
        let findings = verdicts.enumerated().map { index, fact in
            var finding = Finding(
                rule: "space", clause: clause, scope: .compound, subject: "K\(index)", verdict: fact.0,
                unit: .squareMetres, detail: .careSpaceNotStated)
            if fact.1 { finding.metBy = PoolStanding(scope: .pool, subject: "G") }
            return finding
        }
        let claim = PublishedClaim(
            id: "short", clause: clause, value: ExactDecimal(value), precision: ExactDecimal(1),
            unit: ClaimUnit("compounds"),
            figure: .check(
                CheckClaim(
                    rule: "space", quantity: .count, verdict: .fail, isMetTogether: isMet, subject: nil,
                    date: nil)))
        let figures = StudyFigures(
            study: Study(name: "s", baseYear: 2020, plane: "EPSG:4547"), findings: [day: findings])
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "l"), claims: [claim])
        return try #require(ClaimJudge(assuming: day, figures: figures).results(of: ledger).first)
    }

    @Test func thoseThatAPoolMeetsAreCountedApart() throws {
        let all = try judged(4, nil)
        #expect(all.reason == .unknownPart(least: ExactDecimal(3), most: ExactDecimal(5)))
        #expect(all.counted == 3 && all.metTogether == 1)
        let short = try judged(1, false)
        #expect(short.verdict == .differs && short.computed == ExactDecimal(2) && short.metTogether == 0)
        #expect(try judged(3, false).reason == .unknownPart(least: ExactDecimal(2), most: ExactDecimal(3)))
        #expect(try judged(0, true).difference == ExactDecimal(1))
        #expect(try judged(3, true).difference == ExactDecimal(-1))
    }
}
