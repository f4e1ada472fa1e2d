package import Places

/// From when until when a rule holds, as far as its source says.
package struct EffectivePeriod: Hashable, Sendable {
    /// The first day, known to the month or year only where the source says no more; nothing where it names none.
    package let from: PartialDate?
    /// The last day; nothing: until further notice.
    package let to: PartialDate?

    /// Holds at all times.
    package static let always = EffectivePeriod()

    /// Makes a period of its ends.
    package init(from: PartialDate? = nil, to: PartialDate? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether the rule is in force on a day; of an end known to the month or year the last day stands.
    package func isInForce(on day: Day) -> Bool {
        if let from, day < from.last { return false }
        if let to, day > to.last { return false }
        return true
    }
}
