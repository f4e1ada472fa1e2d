import Places
import Testing

@Suite struct EarliestHousingTests {
    private func phase(planned: PartialDate? = nil, delivered: PartialDate? = nil) -> Phase {
        Phase(
            compound: 0, number: 1, households: ExactDecimal(10),
            housing: Milestones(planned: planned, delivered: delivered))
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
        try #require(Day(year: year, month: month, day: day))
    }

    @Test(
        "The earliest of several dates may have come from the first possible day on, and by the first last day"
    )
    func partialDates() throws {
        let phases = [
            phase(planned: PartialDate(year: 2018)), phase(planned: PartialDate(year: 2018, month: 3)),
            phase(), phase(planned: PartialDate(year: 2019, month: 1, day: 5)),
        ]
        let span = try #require(phases.earliestHousing(.planned))
        // 2018 may mean 1 January; whatever it means, by 31 March 2018 the second has been planned.
        #expect(span.first == (try day(2018, 1, 1)))
        #expect(span.last == (try day(2018, 3, 31)))
    }

    @Test("Each milestone has its own dates, and without any there is no day")
    func milestones() throws {
        let phases = [phase(delivered: PartialDate(year: 2020, month: 2, day: 1))]
        #expect(phases.earliestHousing(.planned) == nil)
        #expect(phases.earliestHousing(.delivered)?.isOneDay == true)
        #expect([Phase]().earliestHousing(.delivered) == nil)
    }
}
