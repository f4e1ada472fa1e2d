/// A date as people state it: to the day, to the month or to the year.
///
/// Where one day is needed it is the ``last`` possible one; a verdict that the unknown day could turn is unknown.
package struct PartialDate: Hashable, Sendable, BitwiseCopyable {
    /// How much of the date is stated.
    package enum Precision: Hashable, Sendable, BitwiseCopyable {
        /// Only the year.
        case year
        /// The year and the month.
        case month
        /// The full date.
        case day
    }

    /// The earliest day that the date may mean.
    package let first: Day
    /// The latest day that the date may mean, and the one that stands for it.
    package let last: Day
    /// How much of it is stated.
    package let precision: Precision

    /// Makes a date; nothing where the calendar has no such day, month or year.
    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        switch (month, day) {
        case (let month?, let day?):
            guard let only = Day(year: year, month: month, day: day) else { return nil }
            (first, last, precision) = (only, only, .day)
        case (let month?, nil):
            guard let first = Day(year: year, month: month, day: 1),
                let last = Day(year: year, month: month, day: Day.count(month: month, year: year))
            else { return nil }
            (self.first, self.last, precision) = (first, last, .month)
        case (nil, nil):
            guard let first = Day(year: year, month: 1, day: 1), let last = Day.last(ofYear: year)
            else { return nil }
            (self.first, self.last, precision) = (first, last, .year)
        case (nil, _?):
            return nil
        }
    }

    /// A date known to the day.
    package init(_ day: Day) { (first, last, precision) = (day, day, .day) }

    /// The date as ISO 8601 writes it, as far as it is known: `2021`, `2021-05` or `2021-05-30`.
    package var text: String {
        let (year, month, _) = last.components
        switch precision {
        case .year: return padded(year, to: 4)
        case .month: return "\(padded(year, to: 4))-\(padded(month, to: 2))"
        case .day: return last.description
        }
    }
}
