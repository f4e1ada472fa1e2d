/// The days that a date may mean, from the first to the last.
package struct DaySpan: Hashable, Sendable, BitwiseCopyable {
    /// The first possible day.
    package let first: Day
    /// The last possible day.
    package let last: Day

    /// The days that one date may mean.
    package init(_ date: PartialDate) { (first, last) = (date.first, date.last) }

    private init(first: Day, last: Day) { (self.first, self.last) = (first, last) }

    /// The days that the earliest of several dates may fall on; nothing if there is no date.
    package static func earliest(of dates: [PartialDate]) -> DaySpan? {
        guard let first = dates.map(\.first).min(), let last = dates.map(\.last).min() else { return nil }
        return DaySpan(first: first, last: last)
    }

    /// The days that the latest of several dates may fall on; nothing if there is no date.
    package static func latest(of dates: [PartialDate]) -> DaySpan? {
        guard let first = dates.map(\.first).max(), let last = dates.map(\.last).max() else { return nil }
        return DaySpan(first: first, last: last)
    }

    /// Whether the date is known to the day.
    package var isOneDay: Bool { first == last }

    /// Whether the date may have come by a day.
    package func mayHaveCome(by day: Day) -> Bool { first <= day }

    /// Whether the date may still be to come after a day.
    package func mayBeToCome(after day: Day) -> Bool { last > day }
}
