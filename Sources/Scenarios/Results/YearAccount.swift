package import Places

/// A stock from one year's end to the next: what there was, what was added and what there is.
package struct Flow: Hashable, Sendable {
    package let before: Double
    package let change: Double
    package let after: Double

    /// Whether before and change make after, to one part in 10^9.
    package var isBalanced: Bool {
        abs(before + change - after) <= 1e-9 * max(1, abs(before), abs(change), abs(after))
    }
}

/// The accounts of one year for the whole study: what flows must add up.
///
/// Each side is taken from another place: stocks from the years' states, flows from what moved them (the rates'
/// growth, the deliveries, the days on which facilities open and close, the plan's money).
package struct YearAccount: Hashable, Sendable {
    package let year: Int
    /// People of all ages of the communities, and of compounds outside all.
    package let population: Flow
    /// People of 60 and over, likewise.
    package let elders: Flow
    /// People of each age group, where communities state it, in the groups' order.
    package let groups: [Flow]
    /// Dwellings of all places: before, and what rates and deliveries add.
    package let dwellings: Flow
    /// The deliveries' part of the dwellings.
    package let delivered: Double
    package let facilitiesBefore: Int
    package let opened: Int
    package let closed: Int
    package let facilitiesAfter: Int
    package let cumulativeBefore: ExactDecimal
    /// Gross cost of the plan's actions of the year, yuan.
    package let capital: ExactDecimal
    /// Running subsidies of the year, yuan.
    package let running: ExactDecimal
    package let cumulativeAfter: ExactDecimal

    /// What does not add up.
    package enum Imbalance: String, Hashable, Sendable, CaseIterable {
        case population, elders, ageGroups, dwellings, facilities, money
    }

    /// Everything that does not add up; empty in every year of every run.
    package var imbalances: [Imbalance] {
        var found: [Imbalance] = []
        if !population.isBalanced { found.append(.population) }
        if !elders.isBalanced { found.append(.elders) }
        if !groups.allSatisfy(\.isBalanced) { found.append(.ageGroups) }
        if !dwellings.isBalanced { found.append(.dwellings) }
        if facilitiesBefore + opened - closed != facilitiesAfter { found.append(.facilities) }
        if cumulativeBefore + capital + running != cumulativeAfter { found.append(.money) }
        return found
    }
}
