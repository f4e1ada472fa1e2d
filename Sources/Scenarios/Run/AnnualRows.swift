internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Population

/// Makes a year's rows, one for the city and each district.
struct AnnualRows {
    let scopes: ScenarioScopes
    let state: YearState
    let people: PeopleState
    /// The care space of each compound that has come, m².
    let careSpace: [Double]
    /// Whether each compound states any.
    let statesCareSpace: [Bool]
    /// What each compound owes, m²: 0 of one that does not count, nothing where it is not known.
    let careSpaceRequired: [Double?]

    /// The rows, with the money of the year in each scope.
    func rows(money: [MoneyRow], upgraded: [Int]) -> [AnnualRow] {
        var counts = [FacilityCount](repeating: FacilityCount(), count: scopes.members.count)
        for facility in state.study.facilities {
            for position in scopes.positions(ofCommunity: facility.community) {
                counts[position].add(facility, year: state.year, end: state.end)
            }
        }
        for (position, number) in upgraded.enumerated() { counts[position].upgraded = number }
        return scopes.members.indices.map { row(at: $0, facilities: counts[$0], money: money[$0]) }
    }

    private func row(at position: Int, facilities: FacilityCount, money: MoneyRow) -> AnnualRow {
        let member = scopes.members[position]
        let compounds = scopes.compounds[position]
        let demand = state.coverage.demand
        let counted = compounds.filter { demand.compounds[$0].isCounted }
        let residuals = member.communities.compactMap { demand.residuals[$0] }
        let places = counted.map { demand.compounds[$0] } + residuals
        func rate(_ measure: CoverageMeasure, _ basis: Basis) -> Rate? {
            state.coverage.rates.first {
                $0.scope == member.scope && $0.measure == measure.rawValue && $0.basis == basis
            }
        }
        let space = CareSpaceSum(
            of: compounds, counted: { demand.compounds[$0].isCounted }, delivered: careSpace,
            stated: statesCareSpace)
        let undecided = counted.count { careSpaceRequired[$0] == nil }
        return AnnualRow(
            year: state.year, scope: member.scope, population: population(of: member, counted: counted),
            placesWithoutPopulation: placesWithoutPopulation(of: member, counted: counted),
            elders: sum(places.map(\.elders)), eldersEightyPlus: eightyPlus(of: member),
            households: sum(places.map(\.households)), facilities: facilities.open,
            area: facilities.area.total, facilitiesWithoutArea: facilities.area.unstated,
            beds: facilities.beds.total, facilitiesWithoutBeds: facilities.beds.unstated,
            elders1km: rate(.within1km, .elders), elders15min: rate(.within15min, .elders),
            households15min: rate(.within15min, .households),
            communitiesWithFacility: member.communities.count { state.coverage.communities[$0].hasFacility },
            communities: member.communities.count,
            careSpace: space.total, compoundsWithoutCareSpace: space.unstated,
            careSpaceRequired: undecided == 0 || undecided < counted.count
                ? counted.reduce(0) { $0 + (careSpaceRequired[$1] ?? 0) } : nil,
            compoundsOfUnknownObligation: undecided,
            compoundHouseholds: counted.reduce(0) { $0 + (demand.compounds[$1].households ?? 0) },
            opened: facilities.opened, upgraded: facilities.upgraded, closed: facilities.closed, money: money)
    }

    /// The sum of what is known; nothing where nothing is.
    private func sum(_ figures: [Double?]) -> Double? {
        let known = figures.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    private func population(of member: ScopeMembership.Member, counted: [Int]) -> Double? {
        let silent = counted.filter { index in
            state.study.compounds[index].community.map { people.communities[$0].population == nil } ?? true
        }
        return sum(
            member.communities.map { people.communities[$0].population }
                + silent.map { people.compounds[$0].population })
    }

    /// The communities, and the counted compounds outside all of them, of which nobody states the population.
    private func placesWithoutPopulation(of member: ScopeMembership.Member, counted: [Int]) -> Int {
        member.communities.count { people.communities[$0].population == nil }
            + counted.count {
                state.study.compounds[$0].community == nil && people.compounds[$0].population == nil
            }
    }

    /// People of 80 and over; nothing unless every community with elders states them, and none live elsewhere.
    private func eightyPlus(of member: ScopeMembership.Member) -> Double? {
        let communities = member.communities.map { people.communities[$0] }
        guard !communities.contains(where: { $0.elders != nil && $0.eightyPlus == nil }) else { return nil }
        if member.holdsOutsiders {
            for (index, compound) in state.study.compounds.enumerated() where compound.community == nil {
                let place = state.coverage.demand.compounds[index]
                if place.isCounted, place.elders ?? 0 > 0 { return nil }
            }
        }
        return sum(communities.map(\.eightyPlus))
    }
}
