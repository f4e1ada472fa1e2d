/// A calendar day of the proleptic Gregorian calendar.
package struct Day: Hashable, Sendable, Comparable, BitwiseCopyable {
    /// Days since 1970-01-01, which is 0.
    package let ordinal: Int32

    /// Makes a day from its ordinal.
    package init(ordinal: Int32) { self.ordinal = ordinal }

    /// Makes a day from its calendar numbers; nothing where there is no such day or the year is not in 1…9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.count(month: month, year: year)
        else { return nil }
        // Counted in years that begin in March, so that the leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        ordinal = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// The calendar numbers.
    package var components: (year: Int, month: Int, day: Int) {
        let z = Int(ordinal) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    /// The year of the day.
    package var year: Int { components.year }

    /// The last day of a year; nothing for a year out of 1…9999.
    package static func last(ofYear year: Int) -> Day? { Day(year: year, month: 12, day: 31) }

    /// How many days a month has.
    package static func count(month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (a: Day, b: Day) -> Bool { a.ordinal < b.ordinal }

    /// How many days later the first day is than the second.
    package static func - (a: Day, b: Day) -> Int { Int(a.ordinal) - Int(b.ordinal) }
}

extension Day: CustomStringConvertible {
    /// The day as ISO 8601 writes it: `2021-05-30`.
    package var description: String {
        let (year, month, day) = components
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
