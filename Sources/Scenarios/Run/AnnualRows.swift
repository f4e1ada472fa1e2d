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
        let annual = AnnualPeople(
            scopes: scopes, people: people, demand: state.coverage.demand, careSpace: careSpace,
            statesCareSpace: statesCareSpace, careSpaceRequired: careSpaceRequired)
        return scopes.members.indices.map {
            row(at: $0, facilities: counts[$0], money: money[$0], people: annual)
        }
    }

    private func row(at position: Int, facilities: FacilityCount, money: MoneyRow, people: AnnualPeople)
        -> AnnualRow
    {
        let member = scopes.members[position]
        let part = people.part(at: position)
        func rate(_ measure: CoverageMeasure, _ basis: Basis) -> Rate? {
            state.coverage.rates.first {
                $0.scope == member.scope && $0.measure == measure.rawValue && $0.basis == basis
            }
        }
        return AnnualRow(
            year: state.year, scope: member.scope, population: part.population,
            placesWithoutPopulation: part.placesWithoutPopulation, elders: part.elders,
            eldersEightyPlus: part.eldersEightyPlus, households: part.households,
            facilities: facilities.open,
            area: facilities.area.total, facilitiesWithoutArea: facilities.area.unstated,
            beds: facilities.beds.total, facilitiesWithoutBeds: facilities.beds.unstated,
            elders1km: rate(.within1km, .elders), elders15min: rate(.within15min, .elders),
            households15min: rate(.within15min, .households),
            communitiesWithFacility: member.communities.count { state.coverage.communities[$0].hasFacility },
            communities: member.communities.count,
            careSpace: part.careSpace.total, compoundsWithoutCareSpace: part.careSpace.unstated,
            careSpaceRequired: part.careSpaceRequired,
            compoundsOfUnknownObligation: part.compoundsOfUnknownObligation,
            compoundHouseholds: part.compoundHouseholds,
            opened: facilities.opened, upgraded: facilities.upgraded, closed: facilities.closed, money: money)
    }
}
