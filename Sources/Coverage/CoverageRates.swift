internal import Places
internal import Policy

/// The rates of every scope, from the communities' tallies.
struct CoverageRates {
    let list: [Rate]

    init(
        standard: CoverageStandard, membership: ScopeMembership, communities: [CommunityCoverage],
        outsiders: PlaceTally
    ) {
        var list: [Rate] = []
        for member in membership.members {
            let tally = member.communities.reduce(member.holdsOutsiders ? outsiders : PlaceTally()) {
                $0 + communities[$1].tally
            }
            func append<Counted>(
                _ measure: CoverageMeasure, _ sums: BasisSums<Counted>, _ selector: FacilitySelector
            ) {
                list.append(
                    Rate(
                        measure: measure.rawValue, scope: member.scope, sums: sums, counted: selector.text))
            }
            var area = BasisSums<InArea>()
            var presence = BasisSums<InCount>()
            for index in member.communities {
                let community = communities[index]
                if let whole = community.area, let covered = community.coveredArea {
                    area.total += whole
                    area.covered += min(whole, covered)
                } else {
                    area.unstated += 1
                }
                presence.add(1, covered: community.hasFacility, estimated: false)
            }
            append(.within1km, area, standard.straightSelector)
            append(.within1km, tally.straightCompounds, standard.straightSelector)
            append(.within1km, tally.straightHouseholds, standard.straightSelector)
            append(.within1km, tally.straightElders, standard.straightSelector)
            append(.within15min, tally.walkCompounds, standard.walkSelector)
            append(.within15min, tally.walkHouseholds, standard.walkSelector)
            append(.within15min, tally.walkElders, standard.walkSelector)
            append(.hasFacility, presence, standard.presenceSelector)
        }
        self.list = list
    }
}
