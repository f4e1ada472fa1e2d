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
            func append(
                _ measure: CoverageMeasure, _ basis: Basis, _ sums: BasisSums, _ selector: FacilitySelector
            ) {
                list.append(
                    Rate(
                        measure: measure.rawValue, basis: basis, scope: member.scope, numerator: sums.covered,
                        denominator: sums.total, unknown: sums.unknown, estimated: sums.estimated,
                        unstated: sums.unstated, counted: selector.text))
            }
            var area = BasisSums()
            var presence = BasisSums()
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
            append(.within1km, .area, area, standard.straightSelector)
            append(.within1km, .count, tally.straightCompounds, standard.straightSelector)
            append(.within1km, .households, tally.straightHouseholds, standard.straightSelector)
            append(.within1km, .elders, tally.straightElders, standard.straightSelector)
            append(.within15min, .count, tally.walkCompounds, standard.walkSelector)
            append(.within15min, .households, tally.walkHouseholds, standard.walkSelector)
            append(.within15min, .elders, tally.walkElders, standard.walkSelector)
            append(.hasFacility, .count, presence, standard.presenceSelector)
        }
        self.list = list
    }
}
