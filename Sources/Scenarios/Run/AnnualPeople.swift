internal import Compliance
internal import Coverage
internal import Population

/// The people, the dwellings and the care space of a year, in the city and each district.
struct AnnualPeople {
    /// One scope.
    struct Part {
        let population: Double?
        let placesWithoutPopulation: Int
        let elders: Double?
        let eldersEightyPlus: Double?
        let households: Double?
        /// Dwellings of the counted compounds.
        let compoundHouseholds: Double
        let careSpace: CareSpaceSum
        let careSpaceRequired: Double?
        let compoundsOfUnknownObligation: Int

        /// Care space for each 100 dwellings of the counted compounds, m²; nothing where nobody states care space.
        var squareMetresPerHundredHouseholds: Double? {
            AnnualRow.squareMetresPerHundred(households: compoundHouseholds, careSpace: careSpace.total)
        }
    }

    let scopes: ScenarioScopes
    let people: PeopleState
    let demand: Demand
    /// The care space of each compound that has come, m².
    let careSpace: [Double]
    /// Whether each compound states any.
    let statesCareSpace: [Bool]
    /// What each compound owes, m²: 0 of one that does not count, nothing where it is not known.
    let careSpaceRequired: [Double?]

    /// The part of one of the scopes.
    func part(at position: Int) -> Part {
        let member = scopes.members[position]
        let compounds = scopes.compounds[position]
        let counted = compounds.filter { demand.compounds[$0].isCounted }
        let residuals = member.communities.compactMap { demand.residuals[$0] }
        let places = counted.map { demand.compounds[$0] } + residuals
        let undecided = counted.count { careSpaceRequired[$0] == nil }
        return Part(
            population: population(of: member, counted: counted),
            placesWithoutPopulation: placesWithoutPopulation(of: member, counted: counted),
            elders: sum(places.lazy.map(\.elders)), eldersEightyPlus: eightyPlus(of: member),
            households: sum(places.lazy.map(\.households)),
            compoundHouseholds: counted.reduce(0) { $0 + (demand.compounds[$1].households ?? 0) },
            careSpace: CareSpaceSum(
                of: compounds, counted: { demand.compounds[$0].isCounted }, delivered: careSpace,
                stated: statesCareSpace),
            careSpaceRequired: undecided == 0 || undecided < counted.count
                ? counted.reduce(0) { $0 + (careSpaceRequired[$1] ?? 0) } : nil,
            compoundsOfUnknownObligation: undecided)
    }

    /// The sum of what is known; nothing where nothing is.
    private func sum(_ figures: some Sequence<Double?>) -> Double? {
        figures.reduce(nil) { sum, figure in figure.map { (sum ?? 0) + $0 } ?? sum }
    }

    private func population(of member: ScopeMembership.Member, counted: [Int]) -> Double? {
        let silent = counted.lazy.filter { index in
            scopes.communityOfCompound[index].map { people.communities[$0].population == nil } ?? true
        }
        return sum(
            member.communities.map { people.communities[$0].population }
                + silent.map { people.compounds[$0].population })
    }

    /// The communities, and the counted compounds outside all of them, of which nobody states the population.
    private func placesWithoutPopulation(of member: ScopeMembership.Member, counted: [Int]) -> Int {
        member.communities.count { people.communities[$0].population == nil }
            + counted.count {
                scopes.communityOfCompound[$0] == nil && people.compounds[$0].population == nil
            }
    }

    /// People of 80 and over; nothing unless every community with elders states them, and none live elsewhere.
    private func eightyPlus(of member: ScopeMembership.Member) -> Double? {
        for index in member.communities {
            let community = people.communities[index]
            if community.elders != nil, community.eightyPlus == nil { return nil }
        }
        if member.holdsOutsiders {
            for (index, place) in demand.compounds.enumerated()
            where scopes.communityOfCompound[index] == nil && place.isCounted {
                if place.elders ?? 0 > 0 { return nil }
            }
        }
        return sum(member.communities.lazy.map { people.communities[$0].eightyPlus })
    }
}
