internal import CCBC

/// Chosen sites, with how good they are known to be.
package struct SitingSolution: Hashable, Sendable {
    /// Why a demand is left out.
    package enum Uncovered: String, Hashable, Sendable {
        /// No candidate reaches it.
        case noCandidateWithinReach = "no_candidate_within_reach"
        /// The candidates that reach it are full.
        case capacity
        /// Others were worth more under the limit on sites or money.
        case notChosen = "not_chosen"
    }

    /// What the objective comes to: covered weight, weighted distance, number of sites, or largest distance.
    package let objective: Double
    /// What no solution can do better than.
    package let bound: Double
    /// The chosen candidates, as ascending indices into the table's.
    package let sites: [Int]
    /// Every demand left out, as an index into the table's, and why.
    package let uncovered: [(demand: Int, reason: Uncovered)]

    /// Makes a solution of its parts.
    package init(
        objective: Double, bound: Double, sites: [Int], uncovered: [(demand: Int, reason: Uncovered)]
    ) {
        self.objective = objective
        self.bound = bound
        self.sites = sites
        self.uncovered = uncovered
    }

    /// How far the objective is from the bound at most, as a share of the objective.
    package var gap: Double { objective == 0 ? abs(bound) : abs(bound - objective) / abs(objective) }

    /// Whether nothing better exists.
    package var isProven: Bool { bound == objective }

    package static func == (a: Self, b: Self) -> Bool {
        a.objective == b.objective && a.bound == b.bound && a.sites == b.sites
            && a.uncovered.elementsEqual(b.uncovered, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(objective)
        hasher.combine(bound)
        hasher.combine(sites)
    }
}

/// The solver of integer programs that proofs come from.
package enum CBCLibrary {
    /// Its version, such as `2.10.8`.
    package static var version: String { Cbc_getVersion().map { String(cString: $0) } ?? "" }
}
