package import Places

/// The people of those communities that state sex and age, moved by cohorts, district by district.
///
/// What a community states of its population and elders keeps the proportion to its people by sex and age that it
/// has in the base year: where both say the same, both go on saying the same. Communities that do not state all
/// groups are not held here; they move by ``YearlyRates``.
package struct CohortPeople: Sendable {
    private let choice: CohortChoice
    private let variant: RateVariant
    private var districts: [CohortDistrict]
    /// The district of each community and its position there; nothing for one that states no ages.
    private let places: [(district: Int, position: Int)?]
    private let scales: [StatedScale?]
    private let communityOfCompound: [Int?]

    /// Sorts a study's communities into districts.
    ///
    /// Communities that name no district form one with the others of their city that name none.
    package init(_ study: Study, choice: CohortChoice, variant: RateVariant) {
        self.choice = choice
        self.variant = variant
        var numbers: [[String?]: Int] = [:]
        var members: [[Int]] = []
        for (index, community) in study.communities.enumerated() where community.ages != nil {
            let key = [community.city, community.district]
            if numbers[key] == nil {
                numbers[key] = members.count
                members.append([])
            }
            if let number = numbers[key] { members[number].append(index) }
        }
        let people = study.communities.map { $0.ages.map { AgeStructure($0) } ?? .none }
        var places = [(district: Int, position: Int)?](repeating: nil, count: study.communities.count)
        for (district, communities) in members.enumerated() {
            for (position, community) in communities.enumerated() { places[community] = (district, position) }
        }
        self.places = places
        districts = members.map { CohortDistrict(communities: $0, people: $0.map { people[$0] }) }
        scales = study.communities.indices.map { index in
            places[index].map { _ in
                StatedScale(CommunityPeople(of: study.communities[index]), over: people[index])
            }
        }
        communityOfCompound = study.compounds.map(\.community)
    }

    /// Whether a community moves by cohorts.
    package func holds(community index: Int) -> Bool { places[index] != nil }

    /// How many communities do not state all groups, and so move by rates.
    package var communitiesWithoutAges: Int { places.count { $0 == nil } }

    /// Whether any community moves by cohorts.
    package var isEmpty: Bool { districts.isEmpty }

    /// What the last year brought to all districts together, in people by sex and age.
    package var yearlyFlows: CohortFlows {
        districts.reduce(into: CohortFlows()) { sum, district in
            sum.births += district.yearlyFlows.births
            sum.deaths += district.yearlyFlows.deaths
            sum.migrants += district.yearlyFlows.migrants
        }
    }

    /// The people by sex and age of all districts together.
    package var total: AgeStructure { districts.reduce(.none) { $0 + $1.total } }

    /// Moves the held communities, and what their compounds state, by one year.
    ///
    /// - Parameters:
    ///   - state: the people at the year's start; the held ones stand at its end afterwards.
    ///   - year: the year at whose end they stand before.
    ///   - growth: what the year adds, added to.
    package mutating func advance(
        _ state: inout PeopleState, fromEndOf year: Int, growth: inout PeopleGrowth
    ) {
        var factors = [(people: Double, elders: Double)](repeating: (1, 1), count: places.count)
        for index in districts.indices {
            let before = districts[index].people
            districts[index].advance(fromEndOf: year, choice: choice, variant: variant)
            let change = districts[index].yearlyChange
            let after = districts[index].people
            for (position, community) in districts[index].communities.enumerated() {
                let (old, new) = (before[position], after[position])
                factors[community] = (
                    Self.ratio(new.total, old.total),
                    Self.ratio(
                        new.people(in: AgeStructure.elderGroups), old.people(in: AgeStructure.elderGroups))
                )
                write(new, changedBy: change[position], of: community, to: &state, growth: &growth)
                if choice.households == .headship, let households = state.communities[community].households {
                    state.communities[community].households =
                        households
                        * Self.ratio(
                            new.people(in: AgeStructure.adultGroups), old.people(in: AgeStructure.adultGroups)
                        )
                }
            }
        }
        for (index, community) in communityOfCompound.enumerated() {
            guard let community, holds(community: community) else { continue }
            let factor = factors[community]
            state.compounds[index].population = state.compounds[index].population.map { $0 * factor.people }
            state.compounds[index].elders = state.compounds[index].elders.map { $0 * factor.elders }
        }
    }

    /// Lets people of each district move into the year's new dwellings; see ``CohortDistrict/settle(delivered:households:)``.
    ///
    /// What a compound states that stood before and gains no dwellings shrinks by those who leave.
    ///
    /// - Parameters:
    ///   - delivered: the dwellings that each compound gained in the year.
    ///   - standing: those that stood in it before.
    ///   - state: the people after the year's change, with the dwellings that stood before.
    ///   - growth: what the year adds, added to.
    package mutating func settle(
        delivered: [Double], standing: [Double], in state: inout PeopleState, growth: inout PeopleGrowth
    ) {
        var new = [Double](repeating: 0, count: places.count)
        for (index, community) in communityOfCompound.enumerated() {
            if let community { new[community] += delivered[index] }
        }
        var leaving = [Double](repeating: 0, count: places.count)
        for index in districts.indices {
            let communities = districts[index].communities
            let (share, change) = districts[index].settle(
                delivered: communities.map { new[$0] },
                households: communities.map { state.communities[$0].households })
            guard share > 0 else { continue }
            let people = districts[index].people
            for (position, community) in communities.enumerated() {
                guard state.communities[community].households != nil else { continue }
                leaving[community] = share
                write(
                    people[position], changedBy: change[position], of: community, to: &state, growth: &growth)
            }
        }
        for (index, community) in communityOfCompound.enumerated() {
            guard let community, standing[index] > 0, delivered[index] == 0 else { continue }
            let staying = 1 - leaving[community]
            state.compounds[index].population = state.compounds[index].population.map { $0 * staying }
            state.compounds[index].elders = state.compounds[index].elders.map { $0 * staying }
        }
    }

    /// Writes what a community states, by its people by sex and age.
    private func write(
        _ people: AgeStructure, changedBy change: AgeStructure, of community: Int,
        to state: inout PeopleState,
        growth: inout PeopleGrowth
    ) {
        guard let scale = scales[community] else { return }
        let elders = AgeStructure.elderGroups
        state.communities[community].population = scale.population?.figure(of: people.total)
        growth.population += scale.population?.change(by: change.total) ?? 0
        for group in AgeGroup.allCases {
            state.communities[community][group] = scale[group]?.figure(of: people[group])
            growth[group] += scale[group]?.change(by: change[group]) ?? 0
        }
        if let total = scale.elders {
            state.communities[community].elders = total.figure(of: people.people(in: elders))
            growth.elders += total.change(by: change.people(in: elders))
        } else if let sum = state.communities[community].groupSum {
            state.communities[community].elders = sum
            for group in AgeGroup.allCases { growth.elders += scale[group]?.change(by: change[group]) ?? 0 }
        }
    }

    private static func ratio(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 1 }
}

/// How what a community states relates to its people by sex and age in the base year.
struct StatedScale: Hashable, Sendable {
    /// One stated figure: in proportion to the people, or, where those are none, so many more than they.
    struct Line: Hashable, Sendable {
        private let factor: Double
        private let offset: Double

        init(stated: Double, people: Double) {
            (factor, offset) = people > 0 ? (stated / people, 0) : (1, stated)
        }

        func figure(of people: Double) -> Double { people * factor + offset }
        func change(by people: Double) -> Double { people * factor }
    }

    let population: Line?
    /// Nothing where the total is not stated beside the groups.
    let elders: Line?
    private let groups: [Line?]

    init(_ stated: CommunityPeople, over people: AgeStructure) {
        func line(_ figure: Double?, _ people: Double) -> Line? {
            figure.map { Line(stated: $0, people: people) }
        }
        population = line(stated.population, people.total)
        elders =
            stated.statesTotal
            ? line(stated.elders, people.people(in: AgeStructure.elderGroups)) : nil
        groups = AgeGroup.allCases.map { line(stated[$0], people[$0]) }
    }

    subscript(group: AgeGroup) -> Line? {
        switch group {
        case .sixties: groups[0]
        case .seventies: groups[1]
        case .eightyPlus: groups[2]
        }
    }
}
