/// What a choice of sites is to achieve.
///
/// The names are the field's: Toregas et al. 1971 (LSCP), Church and ReVelle 1974 (MCLP), Hakimi 1964 (p-median
/// and p-center).
package enum SitingObjective: String, Hashable, Sendable, CaseIterable {
    /// Location set covering: as few sites as cover all demand.
    case lscp
    /// Maximal covering: as much demand covered as the sites or the budget allow.
    case mclp
    /// The least sum of weight times distance.
    case pMedian = "p-median"
    /// The least largest distance.
    case pCenter = "p-center"
}

/// Where demand lies and which candidates reach it: the table that siting works on, with or without a map.
package struct SitingTable: Hashable, Sendable {
    /// A place that wants service.
    package struct Demand: Hashable, Sendable {
        package let id: String
        /// How much of it: elders, people or dwellings.
        package let weight: Double

        /// Makes a demand.
        package init(id: String, weight: Double) {
            self.id = id
            self.weight = weight
        }
    }

    /// A site that may be chosen.
    package struct Candidate: Hashable, Sendable {
        package let id: String
        /// What it costs, yuan; nothing where cost does not count.
        package let cost: Double?
        /// How much demand it can serve; nothing where that is not limited.
        package let capacity: Double?

        /// Makes a candidate.
        package init(id: String, cost: Double? = nil, capacity: Double? = nil) {
            self.id = id
            self.cost = cost
            self.capacity = capacity
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
    /// Every pair within reach; what is not listed is out of it.
    package let pairs: [Pair]

    /// Makes a table.
    package init(demands: [Demand], candidates: [Candidate], pairs: [Pair]) {
        self.demands = demands
        self.candidates = candidates
        self.pairs = pairs
    }
}
