/// Sites to be opened over years: which, and when, within yearly limits on number and money.
///
/// Years are counted from 0. What is open stays open. The rows of a cover are places, communities or whatever else sites
/// serve; a row counts in a year if an option that serves it has opened by then.
package struct BuildOutProblem: Hashable, Sendable {
    /// What openings are to achieve, once the goals have had what they need.
    package enum Objective: String, Hashable, Sendable, CaseIterable {
        /// As much served over the years as possible: maximal covering (Church & ReVelle 1974) with openings in time.
        case mclp
        /// The worst-served tenth first, as much of it as possible, then the next.
        case equity
        /// The goals met in as many years as possible in which they are not met without.
        case targets
        /// The goals met by their years for as little capital as possible.
        case lscp
    }

    package var objective: Objective
    /// How many years there are.
    package var years: Int
    package var options: [BuildOutOption]
    package var limits: BuildOutLimits
    /// Whom sites serve, year by year.
    package var service: YearlyCover
    /// Sites that turn people away when they are full; nothing where they never do.
    ///
    /// Only for ``Objective/mclp``.
    package var limited: LimitedService?
    /// What a year's service counts less than the year before's: 1 nothing less, 0.95 five hundredths less.
    package var discount: Double
    /// For equity the tenth that each row of the service belongs to, 0 the worst served.
    package var tenths: [Int]
    /// What has to be reached, in the order in which it is tried where two have the same year.
    package var goals: [BuildOutGoal]
    /// How far searches go.
    package var effort: SitingEffort

    /// Makes a problem.
    package init(
        _ objective: Objective, years: Int, options: [BuildOutOption],
        limits: BuildOutLimits = BuildOutLimits(),
        service: YearlyCover, limited: LimitedService? = nil, discount: Double = 1, tenths: [Int] = [],
        goals: [BuildOutGoal] = [],
        effort: SitingEffort = .usual
    ) {
        self.objective = objective
        self.years = years
        self.options = options
        self.limits = limits
        self.service = service
        self.limited = limited
        self.discount = discount
        self.tenths = tenths
        self.goals = goals
        self.effort = effort
    }
}

extension BuildOutProblem {
    /// The options group by group, of each at most one; those without a group by themselves.
    var groups: [[Int]] {
        var groups: [[Int]] = []
        var groupOf: [Int: Int] = [:]
        for (index, option) in options.enumerated() {
            if let group = option.group, let known = groupOf[group] {
                groups[known].append(index)
            } else {
                if let group = option.group { groupOf[group] = groups.count }
                groups.append([index])
            }
        }
        return groups
    }
}

/// A site that may open, or an upgrade that may be made, in one of the years.
package struct BuildOutOption: Hashable, Sendable {
    package let id: String
    /// What it costs in all, hundredths of a yuan.
    package let capital: Int64
    /// What opening it in each year takes from that year's money, hundredths of a yuan.
    package let once: [Int64]
    /// What it takes from the money of each year in which it stands, that of its opening included.
    package let yearly: [Int64]
    /// The first year in which it can open; the number of years where it never can.
    package let first: Int
    /// Of the options of one group at most one is taken; nothing: it stands for itself.
    package let group: Int?

    /// Makes an option; where nothing else is said, what it costs is paid in the year of its opening.
    package init(
        id: String, capital: Int64 = 0, once: [Int64]? = nil, yearly: [Int64]? = nil, first: Int = 0,
        group: Int? = nil, years: Int
    ) {
        self.id = id
        self.capital = capital
        self.once = once ?? [Int64](repeating: capital, count: years)
        self.yearly = yearly ?? [Int64](repeating: 0, count: years)
        self.first = first
        self.group = group
    }
}

/// What may be opened and spent in each year.
package struct BuildOutLimits: Hashable, Sendable {
    /// How many options may be taken in a year; nothing: any number.
    package var perYear: Int?
    /// The money of each year, hundredths of a yuan; nothing: without limit.
    package var budget: [Int64]?
    /// Whether what a year leaves is there for the next.
    package var carriesOver: Bool

    /// Makes limits.
    package init(perYear: Int? = nil, budget: [Int64]? = nil, carriesOver: Bool = false) {
        self.perYear = perYear
        self.budget = budget
        self.carriesOver = carriesOver
    }
}

/// What options serve, and what that is worth from year to year.
package struct YearlyCover: Hashable, Sendable {
    /// For each year, what each row is worth in it; 0 where something that stands serves it.
    package let weights: [[Double]]
    /// For each option the rows that it serves, ascending.
    package let rows: [[Int32]]

    /// Makes a cover.
    package init(weights: [[Double]], rows: [[Int32]]) {
        self.weights = weights
        self.rows = rows
    }

    /// How many rows there are.
    package var rowCount: Int { weights.first?.count ?? 0 }
}

/// A figure that openings are to reach from a year on.
package struct BuildOutGoal: Hashable, Sendable {
    package let name: String
    package let cover: YearlyCover
    /// How much of the cover each year needs; 0 or less: the figure is reached without.
    package let needed: [Double]
    /// The year from which it is to be reached.
    package let due: Int

    /// Makes a goal.
    package init(name: String, cover: YearlyCover, needed: [Double], due: Int) {
        self.name = name
        self.cover = cover
        self.needed = needed
        self.due = due
    }

    /// What is asked of openings in a year: sums of people are not exact, and a thousand millionth less than what is needed is
    /// enough.
    package func asked(in year: Int) -> Double { needed[year] - 1e-9 * max(1, abs(needed[year])) }

    /// The years in which the figure is not reached without openings.
    package var unmetYears: [Int] { needed.indices.filter { asked(in: $0) > 0 } }
}
