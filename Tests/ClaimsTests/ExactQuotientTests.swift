import Claims
import Places
import TestWorlds
import Testing

@Suite struct ExactQuotientTests {
    @Test(
        "Quotients are rounded once, halves away from zero, to any step",
        arguments: [
            ("309000", "1293000", 100, "0.1", "23.9"), ("7", "11", 100, "0.1", "63.6"),
            // 28.5 % exactly, which no binary number is.
            ("57", "200", 100, "1", "29"), ("1", "8", 100, "0.1", "12.5"),
            ("1", "3", 1, "0.000001", "0.333333"),
            ("2", "3", 1000, "0.1", "666.7"), ("407610", "1", 1, "100", "407600"),
            ("407650", "1", 1, "100", "407700"), ("-57", "200", 100, "1", "-29"), ("0", "5", 100, "1", "0"),
        ])
    func rounding(_ n: String, _ d: String, _ factor: Int, _ step: String, _ expected: String) throws {
        let quotient = try ExactQuotient(decimal(n), over: decimal(d)).times(ExactQuotient(factor))
        #expect(quotient.rounded(toMultipleOf: try decimal(step)) == (try decimal(expected)))
    }

    @Test("The rounded figure is the multiple of the step that lies nearest, for any numbers")
    func nearest() throws {
        try withEverySeed(0..<300) { seed, generator in
            let (n, d) = (generator.int(in: 0...99_999), generator.int(in: 1...9_999))
            let decimals = generator.int(in: 0...3)
            let step = ExactDecimal(coefficient: 1, scale: decimals)
            let quotient = try ExactQuotient(ExactDecimal(n), over: ExactDecimal(d)).times(ExactQuotient(100))
            let rounded = try #require(quotient.rounded(toMultipleOf: step))
            // |rounded − 100 n/d| ≤ step/2, in whole numbers: 2 |rounded·10^k·d − 100·n·10^k| ≤ d.
            var k = Int128(1)
            for _ in 0..<decimals { k *= 10 }
            var scaled = rounded.coefficient
            for _ in rounded.scale..<decimals { scaled *= 10 }
            let off = scaled * Int128(d) - Int128(100 * n) * k
            #expect(2 * abs(off) <= Int128(d), "seed \(seed)")
            if 2 * abs(off) == Int128(d) { #expect(off > 0, "halves go up, seed \(seed)") }
        }
    }

    @Test("Sums, differences, products and quotients, checked crosswise in whole numbers")
    func arithmetic() throws {
        try withEverySeed(0..<300) { seed, generator in
            let (a, b) = (generator.int(in: -999...999), generator.int(in: 1...999))
            let (c, d) = (generator.int(in: -999...999), generator.int(in: 1...999))
            let x = try ExactQuotient(a).divided(by: ExactQuotient(b))
            let y = try ExactQuotient(c).divided(by: ExactQuotient(d))
            func expect(_ result: ExactQuotient, _ n: Int, _ m: Int) {
                #expect(result.numerator * Int128(m) == Int128(n) * result.denominator, "seed \(seed)")
                #expect(result.denominator > 0)
            }
            expect(try x.plus(y), a * d + c * b, b * d)
            expect(try x.minus(y), a * d - c * b, b * d)
            expect(try x.times(y), a * c, b * d)
            if c != 0 { expect(try x.divided(by: y), a * d * c.signum(), b * abs(c)) }
        }
    }

    @Test("A quotient is a decimal where its digits end")
    func decimals() throws {
        for (n, d, text) in [
            (1, 8, "0.125"), (3, 40, "0.075"), (7, 25, "0.28"), (-9, 2, "-4.5"), (1, 1000, "0.001"),
            (12, 4, "3"),
        ] {
            let quotient = try ExactQuotient(n).divided(by: ExactQuotient(d))
            #expect(quotient.decimal == (try decimal(text)))
        }
        #expect(try ExactQuotient(1).divided(by: ExactQuotient(3)).decimal == nil)
        #expect(try ExactQuotient(7).divided(by: ExactQuotient(60)).decimal == nil)
    }

    @Test("Numbers beyond 38 digits are refused, not cut; division by nothing is no quotient")
    func refused() throws {
        let huge = ExactDecimal(coefficient: Int128.max)
        let quotient = try ExactQuotient(huge, over: ExactDecimal(1))
        #expect(quotient.rounded(toMultipleOf: ExactDecimal(1)) == huge)
        #expect(throws: ArithmeticFailure.tooLarge) { try quotient.times(ExactQuotient(100)) }
        #expect(throws: ArithmeticFailure.tooLarge) { try quotient.plus(quotient) }
        #expect(quotient.rounded(toMultipleOf: try decimal("0.01")) == nil)
        #expect(throws: ArithmeticFailure.divisionByZero) { try ExactQuotient(ExactDecimal(1), over: .zero) }
        // What cancels need not fit before it does.
        #expect(try quotient.times(ExactQuotient(3).divided(by: ExactQuotient(3))) == quotient)
    }

    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
}
