/// A district's people by cohort, with the communities that its people live in, between two five-year points.
///
/// Every fifth year the district is projected by ``CohortComponent``, its communities by the district's own change
/// ratios (``HamiltonPerry``), controlled to the district. In between each group of each community moves by a
/// fifth of the five years' change a year, so that yearly births, deaths and migrants are a fifth of the five
/// years' and add up exactly.
package struct CohortDistrict: Hashable, Sendable {
    /// The communities, as ascending indices into the study's.
    package let communities: [Int]
    /// The communities' people at the last five-year point, as movers between them have changed it.
    private var start: [AgeStructure]
    /// Their people at the next one.
    private var end: [AgeStructure]
    /// Years since the last five-year point, 0 to 5.
    private var age: Int
    /// What each year of the present five brings.
    package private(set) var yearlyFlows = CohortFlows()

    /// Makes a district of its communities' people.
    package init(communities: [Int], people: [AgeStructure]) {
        self.communities = communities
        start = people
        end = people
        age = 5
    }

    /// The people of each community now.
    package var people: [AgeStructure] {
        let share = Double(age) / 5
        return zip(start, end).map { $0.combined(with: $1) { $0 + ($1 - $0) * share } }
    }

    /// The district's people now.
    package var total: AgeStructure { people.reduce(.none, +) }

    /// What a year adds to each community's groups, movers between communities aside.
    package var yearlyChange: [AgeStructure] {
        zip(start, end).map { $0.combined(with: $1) { ($1 - $0) / 5 } }
    }

    /// Goes on by one year.
    ///
    /// - Parameters:
    ///   - year: the year at whose end the people stand before.
    ///   - choice: the rates.
    ///   - variant: which of the table's fertilities.
    package mutating func advance(fromEndOf year: Int, choice: CohortChoice, variant: RateVariant) {
        if age == 5 {
            start = end
            let before = start.reduce(.none, +)
            let rates = choice.table.rates(
                fromEndOf: year, variant: variant, totalFertility: choice.totalFertility,
                fertilityFactor: choice.fertilityFactor)
            let (after, flows) = CohortComponent.project(
                before, rates: rates, migration: MigrationSchedule.rates(choice.migration, of: before))
            let ratios = HamiltonPerry(before: before, after: after)
            end = HamiltonPerry.controlled(start.map { ratios.project($0) }, to: after)
            yearlyFlows.births = flows.births / 5
            yearlyFlows.deaths = flows.deaths / 5
            yearlyFlows.migrants = flows.migrants / 5
            age = 0
        }
        age += 1
    }

    /// Lets people move into new dwellings.
    ///
    /// Every dwelling of those who take part comes to hold as many people as every other: with H dwellings
    /// before and D new ones, a share D / (H + D) of each group of each community's people moves, and is shared
    /// out to the communities by their new dwellings. Nobody is lost: each group of the district keeps its people.
    ///
    /// - Parameters:
    ///   - delivered: the new dwellings of each community.
    ///   - households: the dwellings that each had before; one that states none takes no part.
    /// - Returns: which share of its people leaves, and by how much each community's groups change.
    package mutating func settle(
        delivered: [Double], households: [Double?]
    ) -> (leaving: Double, change: [AgeStructure]) {
        let taking = communities.indices.filter { households[$0] != nil }
        let before = taking.reduce(0) { $0 + (households[$1] ?? 0) }
        let new = taking.reduce(0) { $0 + delivered[$1] }
        guard new > 0, before > 0 else { return (0, communities.map { _ in .none }) }
        let leaving = new / (before + new)
        func moved(_ people: [AgeStructure]) -> [AgeStructure] {
            let all = taking.reduce(AgeStructure.none) { $0 + people[$1] }
            var moved = people
            for index in taking {
                moved[index] = people[index] * (1 - leaving) + all * (delivered[index] / (before + new))
            }
            return moved
        }
        let earlier = people
        start = moved(start)
        end = moved(end)
        return (leaving, zip(people, earlier).map { $0 - $1 })
    }
}
