import Claims
import Places
import Policy
import Testing

/// Which whole numbers in the place of what a source does not give would make its figure right, at the size of a city.
@Suite struct MissingInputTests {
    private let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))

    private func numbers(
        _ value: String, _ unit: String, _ precision: String, _ formula: ClaimFormula,
        _ stated: [(String?, String?)]
    ) throws -> AgreeingNumbers? {
        let inputs = try stated.map { number, unit in
            ClaimInput(
                name: "n", value: try number.map { try #require(ExactDecimal($0)) },
                unit: unit.map { ClaimUnit($0) })
        }
        let claim = PublishedClaim(
            id: "c", clause: clause,
            value: try #require(ExactDecimal(value)), precision: try #require(ExactDecimal(precision)),
            unit: ClaimUnit(unit), figure: .arithmetic(ClaimArithmetic(formula, of: inputs)))
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "l"), claims: [claim])
        let result = try #require(ClaimJudge(assuming: nil).results(of: ledger).first)
        guard case .inputsNotStated(_, let numbers, _)? = result.reason else { return nil }
        return numbers
    }

    private func whole(_ first: Int, to greatest: Int?) -> AgreeingNumbers {
        AgreeingNumbers(
            (first..<(first + 4)).map { ExactDecimal($0) }, greatest: greatest.map { ExactDecimal($0) })
    }

    private let quotient = ClaimFormula.combined(.over, .input(0), .input(1))

    /// Every whole number tried one by one up to two million says the same.
    @Test("Beds over people, a share of people, a part of them: as trying all of them finds")
    func tried() throws {
        // 17.85 ≤ 5,529,000 / x < 17.95, in tenths: 178.5 x ≤ 55,290,000 < 179.5 x.
        let beds = (1...2_000_000).filter { 1785 * $0 <= 552_900_000 && 552_900_000 < 1795 * $0 }
        let people = try numbers("17.9", "张/千人", "0.1", quotient, [("5529", "张"), (nil, "人")])
        #expect(people == whole(beds[0], to: beds[beds.count - 1]))
        // 23.85 % ≤ 309,000 / x < 23.95 %.
        let all = (1...2_000_000).filter { 2385 * $0 <= 3_090_000_000 && 3_090_000_000 < 2395 * $0 }
        let population = try numbers("23.9", "percent", "0.1", quotient, [("309000", "人"), (nil, nil)])
        #expect(population == whole(all[0], to: all[all.count - 1]))
        // 407,600 to the hundred is 90 % of x.
        let part = (1...2_000_000).filter { 4_075_500 <= 9 * $0 && 9 * $0 < 4_076_500 }
        let elders = try numbers(
            "407600", "人", "100", .combined(.times, .input(0), .input(1)), [("90", "percent"), (nil, "人")])
        #expect(elders == whole(part[0], to: part[part.count - 1]))
    }

    @Test("One number, in a unit of ten thousand, none at all, and without an end")
    func kinds() throws {
        #expect(
            try numbers("299999", "", "1", .input(0), [(nil, nil)])
                == AgreeingNumbers([ExactDecimal(299_999)]))
        // 5,529 beds at 17.9 for each 1,000: no whole ten thousand does, 308,023 people are the fewest.
        let people = try #require(
            try numbers("17.9", "张/千人", "0.1", quotient, [("5529", "张"), (nil, "万人")]))
        #expect(
            people.smallest.first == ExactDecimal("30.8023") && people.greatest == ExactDecimal("30.9747"))
        // x + 0.5 is never whole.
        let none = ClaimFormula.combined(.plus, .input(0), .input(1))
        #expect(
            try numbers("12.25", "", "0.01", none, [(nil, nil), ("0.5", nil)]) == AgreeingNumbers([]))
        // None of a hundred is 0 %.
        #expect(
            try numbers("0", "percent", "1", quotient, [(nil, "人"), ("100", "人")])
                == AgreeingNumbers([ExactDecimal(0)]))
        // 3 / x rounds to 0 from 7 on.
        #expect(try numbers("0", "", "1", quotient, [("3", nil), (nil, nil)]) == whole(7, to: nil))
        // Standing twice it is tried up to ten thousand: x / x is never 2.
        #expect(
            try numbers("2", "", "1", .combined(.over, .input(0), .input(0)), [(nil, nil)])
                == AgreeingNumbers([], limit: 10_000))
    }
}
