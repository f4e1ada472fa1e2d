import Claims
import Places
import Policy
import Testing

/// Units of several sizes are converted where they meet in a claim; each line is a sum that a person would do.
@Suite struct UnitReadingTests {
    /// Numbers with their units, put together from the first on.
    struct Sum: Sendable {
        let operation: ClaimFormula.Operation
        let numbers: [(String, String?)]
    }

    private static func sum(_ operation: ClaimFormula.Operation, _ numbers: (String, String?)...) -> Sum {
        Sum(operation: operation, numbers: numbers)
    }

    private let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))

    private func verdict(_ value: String, _ unit: String, _ precision: String, _ sum: Sum) throws
        -> ClaimResult
    {
        let inputs = sum.numbers.map { number, unit in
            ClaimInput(
                name: "n", value: ExactDecimal(number), unit: unit.map { ClaimUnit($0) })
        }
        let formula = inputs.indices.dropFirst().reduce(ClaimFormula.input(0)) {
            .combined(sum.operation, $0, .input($1))
        }
        let claim = PublishedClaim(
            id: "c",
            clause: clause,
            value: try #require(ExactDecimal(value)), precision: try #require(ExactDecimal(precision)),
            unit: ClaimUnit(unit), figure: .arithmetic(ClaimArithmetic(formula, of: inputs)))
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "l"), claims: [claim])
        return try #require(ClaimJudge(assuming: nil).results(of: ledger).first)
    }

    @Test(
        "Minutes and hours, months and years, 亩 and m² in one sum",
        arguments: [
            // 15 min × 60 s × 1 m/s = 900 m; 1 km in a quarter of an hour is 4 km/h, 1.11 m/s.
            ("0.9", "公里", "0.1", sum(.times, ("15", "分钟"), ("1", "米/秒")), ClaimVerdict.agrees),
            ("0.8", "公里", "0.1", sum(.times, ("15", "分钟"), ("1", "米/秒")), .differs),
            ("4", "公里/小时", "1", sum(.over, ("1", "公里"), ("15", "分钟")), .agrees),
            ("1.11", "米/秒", "0.01", sum(.over, ("1", "公里"), ("15", "分钟")), .agrees),
            ("1.5", "小时", "0.1", sum(.plus, ("90", "分钟")), .agrees),
            ("3.5", "hours", "0.1", sum(.plus, ("3", "hours"), ("30", "minutes")), .agrees),
            ("60", "元/小时", "1", sum(.over, ("60", "元"), ("60", "分钟")), .agrees),
            ("1", "元/小时", "1", sum(.over, ("60", "元"), ("60", "分钟")), .differs),
            ("1920", "元", "1", sum(.times, ("5760", "分钟"), ("20", "元/小时")), .agrees),
            ("160", "元/月", "1", sum(.plus, ("1920", "元/年")), .agrees),
            ("1", "元/年", "1", sum(.plus, ("1", "元/月")), .differs),
            ("12", "元/年", "1", sum(.plus, ("1", "元/月")), .agrees),
            ("10", "亩", "1", sum(.plus, ("6666.67", "m²")), .agrees),
            ("1", "公顷", "1", sum(.plus, ("15", "亩")), .agrees),
            ("25", "percent", "1", sum(.over, ("30", "分钟"), ("2", "小时")), .agrees),
            // Done by the source itself: 12 months, 60 minutes; or with a unit left out.
            ("160", "元/月", "1", sum(.over, ("1920", "元/年"), ("12", nil)), .agrees),
            ("210", "分钟", "1", sum(.times, ("3.5", "小时"), ("60", nil)), .agrees),
            ("30", "小时", "1", sum(.times, ("30", "分钟"), ("60", nil)), .agrees),
            ("1920", "元/年", "1", sum(.times, ("8", "小时/月"), ("20", "元/小时"), ("12", "月")), .agrees),
            ("1920", "元", "1", sum(.times, ("8", "小时/月"), ("20", "元/小时"), ("1", "年")), .agrees),
            ("2", "公顷", "1", sum(.over, ("30", "亩"), ("15", nil)), .agrees),
            // The wrong way round it is no conversion.
            ("5400", "小时", "1", sum(.times, ("90", "分钟"), ("60", nil)), .differs),
            ("12", "元/年", "1", sum(.over, ("144", "元/月"), ("12", nil)), .differs),
            ("30", "亩", "1", sum(.times, ("2", "公顷"), ("15", nil)), .agrees),
            ("20", "公顷", "1", sum(.over, ("300", "亩"), ("15", nil)), .agrees),
            // A hundred metres square are 15 亩.
            ("15", "亩", "1", sum(.times, ("100", "m"), ("100", "m")), .agrees),
            ("200", "亩", "1", sum(.times, ("10", "m"), ("20", "m")), .differs),
            // Nothing meets: left as it is counted.
            ("1920", "元", "1", sum(.times, ("160", "元/月"), ("12", nil)), .agrees),
            ("1500", "元", "1", sum(.times, ("300", "元/年"), ("5", nil)), .agrees),
            // What is left in hours is no money for each hour, and so much for each person none for each household.
            ("1000", "元/小时", "1", sum(.times, ("30", "分钟"), ("20", "元")), .notDerivable),
            ("3", "元/户", "1", sum(.plus, ("3", "元/人")), .notDerivable),
            ("3", "元", "1", sum(.plus, ("3", "元/人")), .agrees),
        ])
    func reads(value: String, unit: String, precision: String, sum: Sum, verdict: ClaimVerdict) throws {
        let result = try self.verdict(value, unit, precision, sum)
        #expect(result.verdict == verdict, "\(result)")
    }

    @Test(
        "Singular and plural name one unit",
        arguments: [
            ("m²/bed", "m2 per beds"), ("hour", "hours"), ("elder", "elders"), ("yuan per household", "元/户"),
            ("km per hour", "公里/小时"),
        ])
    func singular(one: String, other: String) {
        #expect(ClaimUnit(one).isKnown && ClaimUnit(other).isKnown)
        #expect(ClaimUnit(one).power == ClaimUnit(other).power)
    }
}
