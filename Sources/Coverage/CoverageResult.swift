package import Places
internal import Policy
package import WalkNetwork

/// Who is within the radius and who within the walk of a counted facility, on a day: every place, every
/// community and every scope.
package struct CoverageResult: Sendable {
    /// The day that the result speaks of.
    package let day: Day
    /// By what it was judged.
    package let standard: CoverageStandard
    /// Which compounds stood on that day.
    package let states: [DeliveryState]
    /// Who lived where.
    package let demand: Demand
    /// What every place reached.
    package let access: StudyAccess
    /// One for each community of the study.
    package let communities: [CommunityCoverage]
    /// All rates, by scope and measure.
    package let rates: [Rate]

    /// Works out a study's coverage on a day.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - figures: what its communities and compounds state at that time.
    ///   - day: the day.
    ///   - standard: by what coverage is judged.
    ///   - streets: the walk network with the places joined to it; nothing where the study gives none.
    ///   - areas: the communities' areas on the working plane, worked out once.
    ///   - deliveryRule: how dwellings come in before a compound's `delivered`.
    package init(
        study: Study, figures: PeopleFigures, on day: Day, standard: CoverageStandard,
        streets: (network: WalkNetwork, joined: JoinedPlaces)?, areas: CommunityAreas,
        deliveryRule: DeliveryRule = .whole
    ) {
        let open = study.facilities.indices.filter { study.facilities[$0].isOpen(on: day) }
        let straight = open.filter { standard.straightSelector.counts(study.facilities[$0]) }
        let walked = open.filter { standard.walkSelector.counts(study.facilities[$0]) }
        let present = open.filter { standard.presenceSelector.counts(study.facilities[$0]) }
        let states = deliveryStates(
            of: study, on: day, ruleForNewFrom: standard.ruleForNewFrom, rule: deliveryRule)
        let demand = Demand(study: study, figures: figures, states: states)
        let access = StudyAccess(study: study, streets: streets, straight: straight, walked: walked)
        self.day = day
        self.standard = standard
        self.states = states
        self.demand = demand
        self.access = access
        let covered = areas.covered(byFacilities: straight)
        var facilities = [Int](repeating: 0, count: study.communities.count)
        for index in present {
            if let community = study.facilities[index].community { facilities[community] += 1 }
        }
        let tally = CoverageTally(study: study, standard: standard, demand: demand, access: access)
        communities = study.communities.indices.map { index in
            CommunityCoverage(
                facilities: facilities[index], area: areas.areas[index], coveredArea: covered[index],
                tally: tally.ofCommunity(index))
        }
        rates =
            CoverageRates(
                standard: standard, membership: ScopeMembership(of: study), communities: communities,
                outsiders: tally.ofOutsiders
            ).list
    }
}
