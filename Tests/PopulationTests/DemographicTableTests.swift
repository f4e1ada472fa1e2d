import Population
import Testing

struct DemographicTableTests {
    private let table: DemographicTable = {
        var first = CohortWorld.table().periods[0]
        var second = first
        first.sexRatioAtBirth = 1.1
        second.sexRatioAtBirth = 1.0
        first.totalFertility[.middle] = 1
        second.totalFertility[.middle] = 2
        return DemographicTable(id: "two", source: "none", start: 2020.5, periods: [first, second])
    }()

    /// From the end of 2020 to that of 2025 nine tenths fall in 2020.5–2025.5 and one tenth after.
    @Test func fiveYearsAcrossTwoPeriods() {
        let rates = table.rates(fromEndOf: 2020, variant: .middle)
        #expect(abs(rates.sexRatioAtBirth - 1.09) < 1e-12)
        // 1.1 children per woman, 35 % of them in the five years from 25 to 29.
        #expect(abs(rates.fertility[5] - 1.1 * 0.35 / 5) < 1e-12)
        #expect(rates.fertility[2] == 0 && rates.fertility[10] == 0)
    }

    /// Before the first and after the last period the nearest holds.
    @Test func outsideOfAllPeriods() {
        #expect(table.rates(fromEndOf: 1990, variant: .middle).sexRatioAtBirth == 1.1)
        #expect(table.rates(fromEndOf: 2080, variant: .middle).sexRatioAtBirth == 1.0)
    }

    /// Children per woman of one's own keep the table's ages at birth.
    @Test func ownFertility() {
        let rates = table.rates(fromEndOf: 2030, variant: .low, totalFertility: 0.8)
        #expect(abs(rates.fertility[6] - 0.8 * 0.25 / 5) < 1e-12)
    }
}
