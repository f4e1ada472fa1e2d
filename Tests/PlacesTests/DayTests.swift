import Places
import Testing

@Suite struct DayTests {
    @Test(
        "Known days have the ordinals that POSIX time gives them",
        arguments: [
            // date -u -d 2000-02-29 +%s, divided by 86400
            (1970, 1, 1, 0), (2000, 2, 29, 11016), (2017, 8, 31, 17409), (2020, 12, 31, 18627),
            (2035, 12, 31, 24105), (1900, 3, 1, -25508), (1, 1, 1, -719_162),
        ])
    func knownOrdinals(year: Int, month: Int, day: Int, ordinal: Int32) throws {
        let made = try #require(Day(year: year, month: month, day: day))
        #expect(made.ordinal == ordinal)
        #expect(made.components == (year, month, day))
    }

    @Test("Every day from 1899 to 2101 follows the one before it")
    func everyDayFollows() throws {
        var expected = try #require(Day(year: 1899, month: 1, day: 1)).ordinal
        for year in 1899...2101 {
            for month in 1...12 {
                let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
                let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
                for day in 1...length {
                    let made = try #require(Day(year: year, month: month, day: day))
                    #expect(made.ordinal == expected)
                    expected += 1
                }
                #expect(Day(year: year, month: month, day: length + 1) == nil)
            }
        }
    }

    @Test("A date known to the month or year spans all its days, and its last stands for it")
    func partialDates() throws {
        let month = try #require(PartialDate(year: 2020, month: 2))
        #expect(month.first.description == "2020-02-01")
        #expect(month.last.description == "2020-02-29")
        #expect(month.text == "2020-02")
        let year = try #require(PartialDate(year: 2021))
        #expect(year.last - year.first == 364)
        #expect(year.text == "2021")
        #expect(PartialDate(year: 2021, month: 2, day: 30) == nil)
        #expect(PartialDate(year: 2021, month: 13) == nil)
        #expect(PartialDate(year: 2021, day: 3) == nil)
    }
}
