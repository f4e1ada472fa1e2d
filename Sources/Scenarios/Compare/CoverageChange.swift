/// How the covered elders of some places differ between two scenarios, and why.
///
/// `after − before = gained − lost + grown`: who lives where also differs where people move at other rates or
/// dwellings come at other times.
package struct CoverageChange: Hashable, Sendable {
    /// Covered elders in the first scenario.
    package var before = 0.0
    /// Covered elders in the other.
    package var after = 0.0
    /// Elders, by the other scenario, of places that only it covers.
    package var gained = 0.0
    /// Elders, by the first scenario, of places that only it covers.
    package var lost = 0.0
    /// How many more elders the other scenario has in places that both cover.
    package var grown = 0.0

    /// Nobody is covered.
    package init() {}

    /// How many more elders the other scenario covers.
    package var difference: Double { after - before }

    /// Whether anybody is covered in one scenario and not in the other.
    package var isChange: Bool { before != after || gained != 0 || lost != 0 }

    /// Adds a place.
    ///
    /// - Parameters:
    ///   - first: its elders in the first scenario, and whether that covers it.
    ///   - other: the same in the other.
    mutating func add(first: (elders: Double, covers: Bool), other: (elders: Double, covers: Bool)) {
        if first.covers { before += first.elders }
        if other.covers { after += other.elders }
        switch (first.covers, other.covers) {
        case (false, true): gained += other.elders
        case (true, false): lost += first.elders
        case (true, true): grown += other.elders - first.elders
        case (false, false): break
        }
    }

    static func + (a: Self, b: Self) -> Self {
        var sum = Self()
        sum.before = a.before + b.before
        sum.after = a.after + b.after
        sum.gained = a.gained + b.gained
        sum.lost = a.lost + b.lost
        sum.grown = a.grown + b.grown
        return sum
    }
}
