package import Places

/// The method that moves people from one year to the next by yearly rates.
///
/// Every figure of a community is multiplied by 1 + its rate (``RateTable`` says which). A community that
/// states all three age groups has its elders moved by them: their sum, or, where a total is stated beside
/// them, the total in the proportion in which their sum moves. Elders stated only in total move by the rate
/// `elders`, else as the study's stated age groups do together. What a compound states moves with its
/// community: elders in the proportion in which the community's move, population by `all`; outside every
/// community, or where the community states no elders, as elders stated only in total.
package struct YearlyRates: Sendable {
    /// The rates.
    package let table: RateTable
    /// The community of each compound; nothing for one outside all.
    private let communityOfCompound: [Int?]

    /// Prepares the method for a study.
    package init(_ table: RateTable, study: Study) {
        self.table = table
        communityOfCompound = study.compounds.map(\.community)
    }

    /// The state a year later, and what the year brought.
    ///
    /// - Parameters:
    ///   - state: the people at the year's start.
    ///   - cohorts: communities that move by sex and age; they and their compounds stay as they are here.
    /// - Returns: the people at its end, and what the rates added.
    package func advance(
        _ state: PeopleState, besides cohorts: CohortPeople? = nil
    ) -> (state: PeopleState, growth: PeopleGrowth) {
        func stays(_ community: Int) -> Bool { cohorts?.holds(community: community) ?? false }
        var next = state
        var growth = PeopleGrowth()
        let totalRate = rateOfTotals(in: state)
        var elderFactors: [Double] = []
        elderFactors.reserveCapacity(state.communities.count)
        for index in state.communities.indices {
            guard !stays(index) else {
                elderFactors.append(1)
                continue
            }
            elderFactors.append(move(&next.communities[index], totalRate: totalRate, growth: &growth))
        }
        for index in state.compounds.indices {
            let community = communityOfCompound[index]
            if let community, stays(community) { continue }
            let factor = community.map { elderFactors[$0] } ?? 1 + totalRate
            if let elders = state.compounds[index].elders {
                next.compounds[index].elders = elders * factor
                if community == nil { growth.elders += elders * (factor - 1) }
            }
            if let population = state.compounds[index].population {
                let change = population * table.population
                next.compounds[index].population = population + change
                if community == nil { growth.population += change }
            }
        }
        return (next, growth)
    }

    /// Whether any community states its elders by age, so that totals can move by a known mix.
    package static func knowsAges(_ state: PeopleState) -> Bool {
        state.communities.contains { ($0.groupSum ?? 0) > 0 }
    }

    /// The rate of elders stated only in total, in the year after a state.
    package func rateOfTotals(in state: PeopleState) -> Double {
        if let elders = table.elders { return elders }
        var (before, change) = (0.0, 0.0)
        for community in state.communities {
            guard let sum = community.groupSum else { continue }
            before += sum
            change += AgeGroup.allCases.reduce(0) { $0 + (community[$1] ?? 0) * table[$1] }
        }
        return before > 0 ? change / before : table.eldersWithoutMix
    }

    /// Moves one community and returns the factor by which its elders moved.
    private func move(
        _ community: inout CommunityPeople, totalRate: Double, growth: inout PeopleGrowth
    ) -> Double {
        let groupsBefore = community.groupSum
        for group in AgeGroup.allCases {
            guard let people = community[group] else { continue }
            let change = people * table[group]
            community[group] = people + change
            growth[group] += change
        }
        if let population = community.population {
            let change = population * table.population
            community.population = population + change
            growth.population += change
        }
        if let households = community.households, let rate = table.households {
            community.households = households * (1 + rate)
        }
        var factor = 1 + totalRate
        if let before = groupsBefore, before > 0, let after = community.groupSum { factor = after / before }
        if let elders = community.elders {
            if let sum = community.groupSum, !community.statesTotal {
                community.elders = sum
            } else {
                community.elders = elders * factor
            }
            growth.elders += elders * (factor - 1)
        }
        return factor
    }
}

/// What one year's rates add to a study's people: to all communities, and to compounds outside every one.
package struct PeopleGrowth: Hashable, Sendable {
    /// People of all ages.
    package var population = 0.0
    /// People of 60 and over.
    package var elders = 0.0
    private var groups = [0.0, 0.0, 0.0]

    /// No change.
    package init() {}

    /// People of one age group.
    package subscript(group: AgeGroup) -> Double {
        get { groups[group.position] }
        set { groups[group.position] = newValue }
    }
}

extension AgeGroup {
    fileprivate var position: Int {
        switch self {
        case .sixties: 0
        case .seventies: 1
        case .eightyPlus: 2
        }
    }
}
