import Foundation
import Reports
import TestWorlds
import Testing

@Suite struct NumberTextTests {
    @Test(
        "Halves go away from zero on the shortest decimal form",
        arguments: [
            (2.25, 1, "2.3"), (2.35, 1, "2.4"), (1.005, 2, "1.01"), (-2.25, 1, "-2.3"), (0.05, 1, "0.1"),
            (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (999.95, 1, "1000.0"), (0, 3, "0.000"), (12, 0, "12"),
            (12.5, 0, "13"),
            (1e21, 1, "1000000000000000000000.0"), (1e-7, 6, "0.000000"), (5e-7, 6, "0.000001"),
            (123456.789, 2, "123456.79"), (0.5, 0, "1"), (0.4999, 0, "0"),
        ])
    func fixed(value: Double, decimals: Int, text: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == text)
    }

    @Test(
        "Small numbers keep the digits that say something",
        arguments: [
            (0.000_527_134_9, 6, 6, "0.000527135"), (3e-10, 6, 6, "0.0000000003"), (0, 6, 6, "0"),
            (0.25, 6, 6, "0.25"), (1234.5678915, 6, 6, "1234.567892"), (-0.000_001_5, 6, 6, "-0.0000015"),
            (0.04, 1, 3, "0.04"), (0.33, 1, 3, "0.3"), (94, 1, 3, "94"), (0.000_527_134_9, 1, 3, "0.000527"),
        ])
    func significant(value: Double, decimals: Int, digits: Int, text: String) {
        #expect(NumberText.significant(value, decimals: decimals, digits: digits) == text)
    }

    @Test(
        "Whole micrometres become metres without a detour through binary numbers",
        arguments: [
            (900_049_999, 1, "900.0"), (900_050_000, 1, "900.1"), (1, 6, "0.000001"), (499, 3, "0.000"),
            (500, 3, "0.001"), (-1_500_000, 0, "-2"), (0, 1, "0.0"), (12_345_678, 3, "12.346"),
        ])
    func metres(micrometres: Int64, decimals: Int, text: String) {
        #expect(NumberText.metres(micrometres: micrometres, decimals: decimals) == text)
    }

    @Test("Rounded text is within half a unit of the number, for seeded numbers of all sizes")
    func nearness() throws {
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<5000 {
            let magnitude = Double.random(in: -6...9, using: &generator)
            let value = Double.random(in: -1...1, using: &generator) * exp10(magnitude)
            for decimals in 0...6 {
                let text = NumberText.fixed(value, decimals: decimals)
                let back = try #require(Double(text))
                #expect(abs(back - value) <= 0.5000001 / exp10(Double(decimals)) + abs(value) * 1e-15)
            }
        }
    }

    private func exp10(_ power: Double) -> Double {
        var result = 1.0
        for _ in 0..<Int(abs(power)) { result *= power < 0 ? 0.1 : 10 }
        return result
    }

    @Test(
        "Trimmed numbers have no zeros at their end",
        arguments: [
            (1200.0, "1200"), (0.5, "0.5"), (1.0 / 3, "0.333333"), (100.0, "100"), (0.0, "0"),
        ])
    func trimmed(value: Double, text: String) { #expect(NumberText.trimmed(value) == text) }

    @Test(
        "Seeded numbers of all sizes, and those next to a half, are written as Foundation's decimals round them"
    )
    func decimals() throws {
        var generator = SeededGenerator(seed: 7)
        for round in 0..<4000 {
            let decimals = Int.random(in: 0...7, using: &generator)
            var value = Double.random(in: -1...1, using: &generator)
            value *= exp10(Double.random(in: -6...11, using: &generator))
            if round % 2 == 0 {
                // Half a unit of the last decimal, give or take a few of the number's own last places.
                let unit = exp10(-Double(decimals))
                value = (value / unit).rounded(.down) * unit + unit / 2
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    value = round % 4 == 0 ? value.nextUp : value.nextDown
                }
            }
            var exact = try #require(Decimal(string: "\(value)"))
            var rounded = Decimal()
            NSDecimalRound(&rounded, &exact, decimals, .plain)
            let text = NumberText.fixed(value, decimals: decimals)
            #expect(Decimal(string: text) == rounded, "\(value) to \(decimals) decimals")
            #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == decimals)
            #expect(!text.hasPrefix("-") || rounded < 0)
            let trimmed = NumberText.trimmed(value, decimals: decimals)
            #expect(Decimal(string: trimmed) == rounded)
            #expect(!trimmed.contains(".") || !(trimmed.hasSuffix("0") || trimmed.hasSuffix(".")))
        }
    }
}
