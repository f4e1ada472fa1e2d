/// Where demand lies and which candidates reach it: the table that siting works on, with or without a map.
package struct SitingTable: Hashable, Sendable {
    /// A place that wants service.
    package struct Demand: Hashable, Sendable {
        package let id: String
        /// How much of it: elders, people or dwellings.
        package let weight: Double
        /// Why nothing reaches it, where that is known before any candidate is looked at.
        package let obstacle: SitingSolution.Uncovered?

        /// Makes a demand.
        package init(id: String, weight: Double, obstacle: SitingSolution.Uncovered? = nil) {
            self.id = id
            self.weight = weight
            self.obstacle = obstacle
        }
    }

    /// What is already settled about a candidate.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// It may be chosen.
        case free
        /// It stands: it serves, costs nothing and counts as no new site.
        case existing
        /// It is to be among the chosen: it counts and costs.
        case required
        /// It is not to be chosen.
        case excluded
    }

    /// A site that may be chosen.
    package struct Candidate: Hashable, Sendable {
        package let id: String
        /// What it costs, yuan; nothing where cost does not count.
        package let cost: Double?
        /// How much demand it can serve; nothing where that is not limited.
        package let capacity: Double?
        package let state: State
        /// The candidate that it takes the place of, as an index.
        ///
        /// Of the two at most one serves, and an existing one serves until it is replaced. So an upgrade stands beside
        /// building anew.
        package let replaces: Int?

        /// Makes a candidate.
        package init(
            id: String, cost: Double? = nil, capacity: Double? = nil, state: State = .free,
            replaces: Int? = nil
        ) {
            self.id = id
            self.cost = cost
            self.capacity = capacity
            self.state = state
            self.replaces = replaces
        }
    }

    /// A candidate that reaches a demand.
    package struct Pair: Hashable, Sendable {
        /// The demand, as an index into ``SitingTable/demands``.
        package let demand: Int
        /// The candidate, as an index into ``SitingTable/candidates``.
        package let candidate: Int
        /// How far apart they are, in metres.
        package let distance: Double

        /// Makes a pair.
        package init(demand: Int, candidate: Int, distance: Double) {
            self.demand = demand
            self.candidate = candidate
            self.distance = distance
        }
    }

    package let demands: [Demand]
    package let candidates: [Candidate]
    /// Every pair within reach, by demand and then by candidate, each once; what is not listed is out of reach.
    package let pairs: [Pair]

    /// Makes a table; the pairs may come in any order.
    package init(demands: [Demand], candidates: [Candidate], pairs: [Pair]) {
        self.demands = demands
        self.candidates = candidates
        self.pairs = pairs.sorted { ($0.demand, $0.candidate) < ($1.demand, $1.candidate) }
    }

    /// The table with only the pairs that are no farther apart than a limit.
    package func within(_ limit: Double) -> SitingTable {
        SitingTable(demands: demands, candidates: candidates, pairs: pairs.filter { $0.distance <= limit })
    }

    /// The table with some more candidates required or excluded; what exists stays as it is.
    package func with(required: Set<Int>, excluded: Set<Int>) -> SitingTable {
        guard !required.isEmpty || !excluded.isEmpty else { return self }
        let settled = candidates.enumerated().map { index, candidate in
            guard candidate.state != .existing else { return candidate }
            let state: State =
                excluded.contains(index) ? .excluded : required.contains(index) ? .required : candidate.state
            return Candidate(
                id: candidate.id, cost: candidate.cost, capacity: candidate.capacity, state: state,
                replaces: candidate.replaces)
        }
        return SitingTable(demands: demands, candidates: settled, pairs: pairs)
    }
}
