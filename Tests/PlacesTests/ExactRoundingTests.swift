import Places
import Testing

/// Numbers in binary, rounded half away from zero on the decimal form in which they are shown.
@Suite struct ExactRoundingTests {
    @Test(arguments: [
        (0.5, 0, "1"), (-0.5, 0, "-1"), (2.0 / 3, 6, "0.666667"), (0.1 + 0.2, 6, "0.3"), (1e-9, 6, "0"),
        (123_456_789.123_456_5, 6, "123456789.123457"), (1.25, 1, "1.3"), (7.0 / 11, 6, "0.636364"),
        (1e20, 2, "100000000000000000000"),
        (0, 6, "0"), (5e-7, 6, "0.000001"), (4.9e-7, 6, "0"),
    ]) func roundsHalvesAway(_ number: Double, _ decimals: Int, _ expected: String) {
        #expect(ExactDecimal(rounding: number, decimals: decimals).description == expected)
    }
}
