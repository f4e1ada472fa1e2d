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
        let quotient = try #require(ExactQuotient(decimal(n), over: decimal(d)))
        #expect(quotient.rounded(times: factor, toMultipleOf: try decimal(step)) == (try decimal(expected)))
    }

    @Test("The rounded figure is the multiple of the step that lies nearest, for any numbers")
    func nearest() throws {
        try withEverySeed(0..<300) { seed, generator in
            let (n, d) = (generator.int(in: 0...99_999), generator.int(in: 1...9_999))
            let decimals = generator.int(in: 0...3)
            let step = ExactDecimal(coefficient: 1, scale: decimals)
            let quotient = try #require(ExactQuotient(ExactDecimal(n), over: ExactDecimal(d)))
            let rounded = try #require(quotient.rounded(times: 100, toMultipleOf: step))
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

    @Test("Numbers beyond 38 digits are refused, not cut; division by nothing is no quotient")
    func refused() throws {
        let huge = ExactDecimal(coefficient: Int128.max)
        let quotient = try #require(ExactQuotient(huge, over: ExactDecimal(1)))
        #expect(quotient.rounded(toMultipleOf: ExactDecimal(1)) == huge)
        #expect(quotient.rounded(times: 100, toMultipleOf: ExactDecimal(1)) == nil)
        #expect(ExactQuotient(ExactDecimal(1), over: .zero) == nil)
    }

    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
}
