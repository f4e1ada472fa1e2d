/// Openings over the years, with how good they are known to be.
package struct BuildOutSolution: Hashable, Sendable {
    /// What an opening is for.
    package enum Purpose: Hashable, Sendable {
        /// A goal, by its index.
        case goal(Int)
        /// The objective; of equity with the tenth that it was chosen for.
        case objective(tenth: Int?)
    }

    /// One option taken in one year.
    package struct Opening: Hashable, Sendable {
        package let option: Int
        package let year: Int
        package let purpose: Purpose

        /// Makes an opening.
        package init(option: Int, year: Int, purpose: Purpose) {
            self.option = option
            self.year = year
            self.purpose = purpose
        }
    }

    /// By year, within a year by option.
    package let openings: [Opening]
    /// What the objective comes to: discounted service added over the years (of equity that of the worst-served tenth),
    /// years in which goals are met that are not met without openings, or capital in hundredths of a yuan.
    package let objective: Double
    /// What no openings do better than, once the goals have had what they need.
    package let bound: Double
    /// Whether nothing better exists.
    package let isProven: Bool
    /// For each goal the first year from which on it is met to the end; nothing where it is not.
    package let metFrom: [Int?]

    /// How far the objective is from the bound at most, as a share of the objective.
    package var gap: Double {
        guard bound != objective else { return 0 }
        return objective == 0 ? .infinity : abs(bound - objective) / abs(objective)
    }
}
