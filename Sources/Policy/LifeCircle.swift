package import Places

/// A walking circle of a planning standard (生活圈): so many minutes, so far, for so many people.
package struct LifeCircle: Hashable, Sendable {
    /// How long the walk takes, minutes.
    package let minutes: Int
    /// Where it is written.
    package let clause: Clause
    /// How far one walks, m: the least, where the standard gives a range.
    package let leastMetres: ExactDecimal?
    /// How far one walks at most, m.
    package let mostMetres: ExactDecimal
    /// The fewest people that live in it; nothing where the standard is not quoted so far.
    package let leastPeople: ExactDecimal?
    /// The most people that live in it; nothing where the standard is not quoted so far.
    package let mostPeople: ExactDecimal?

    /// What the pack calls it.
    package var id: String { "\(minutes)min" }

    /// Makes a circle.
    package init(
        minutes: Int, clause: Clause, leastMetres: ExactDecimal? = nil, mostMetres: ExactDecimal,
        leastPeople: ExactDecimal? = nil, mostPeople: ExactDecimal? = nil
    ) {
        self.minutes = minutes
        self.clause = clause
        self.leastMetres = leastMetres
        self.mostMetres = mostMetres
        self.leastPeople = leastPeople
        self.mostPeople = mostPeople
    }
}
