/// Chosen sites, with how good they are known to be.
package struct SitingSolution: Hashable, Sendable {
    /// Why a demand is left out.
    package enum Uncovered: String, Hashable, Sendable, CaseIterable {
        /// It lies too far from any street to walk anywhere.
        case tooFarFromStreets = "too_far_from_any_street"
        /// No candidate stands on the part of the streets that it lies on.
        case unreachableComponent = "unreachable_component"
        /// No candidate reaches it.
        case noCandidateWithinReach = "no_candidate_within_reach"
        /// The sites that reach it are full.
        case capacity
        /// Others were worth more under the limit on sites or money, or the share asked for is served without it.
        case notChosen = "not_chosen"
    }

    /// A demand that is left out, wholly or in part.
    package struct Gap: Hashable, Sendable {
        /// The demand, as an index into the table's.
        package let demand: Int
        /// How much of it.
        package let weight: Double
        package let reason: Uncovered

        /// Makes a gap.
        package init(demand: Int, weight: Double, reason: Uncovered) {
            self.demand = demand
            self.weight = weight
            self.reason = reason
        }
    }

    /// What the objective comes to: covered weight, weighted distance, number of new sites, or largest distance.
    package let objective: Double
    /// What no solution can do better than.
    package let bound: Double
    /// Whether nothing better exists: the bound meets the objective, to a thousand millionth of what is at stake where
    /// weights or distances are no whole numbers or short decimals.
    package let isProven: Bool
    /// The chosen candidates, as ascending indices into the table's; existing ones are not among them.
    package let sites: [Int]
    /// How much demand each candidate of the table serves.
    package let loads: [Double]
    /// The weight served in all, and the sum of weight times distance.
    package let served: Double
    package let weightedDistance: Double
    /// What the chosen candidates cost, yuan; nothing where one of them states no cost.
    package let cost: Double?
    /// Every demand left out, and why, in the table's order.
    package let uncovered: [Gap]

    /// How far the objective is from the bound at most, as a share of the objective.
    package var gap: Double {
        guard bound != objective else { return 0 }
        return objective == 0 ? .infinity : abs(bound - objective) / abs(objective)
    }
}
