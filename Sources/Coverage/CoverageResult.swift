package import Places
internal import Policy

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
    ///   - reach: what places reach of the facilities that count on that day.
    ///   - areas: the area of each community on the working plane, m²; nothing where it is a point.
    ///   - deliveryRule: how dwellings come in before a compound's `delivered`.
    package init(
        study: Study, figures: PeopleFigures, on day: Day, standard: CoverageStandard,
        reach: FacilityReach, areas: [Double?], deliveryRule: DeliveryRule = .whole
    ) {
        let states = deliveryStates(
            of: study, on: day, ruleForNewFrom: standard.ruleForNewFrom, rule: deliveryRule)
        let demand = Demand(study: study, figures: figures, states: states)
        self.day = day
        self.standard = standard
        self.states = states
        self.demand = demand
        access = reach.access
        var facilities = [Int](repeating: 0, count: study.communities.count)
        for facility in study.facilities
        where facility.isOpen(on: day) && standard.presenceSelector.counts(facility) {
            if let community = facility.community { facilities[community] += 1 }
        }
        let tally = CoverageTally(study: study, standard: standard, demand: demand, access: access)
        communities = study.communities.indices.map { index in
            CommunityCoverage(
                facilities: facilities[index], area: areas[index], coveredArea: reach.coveredAreas[index],
                tally: tally.ofCommunity(index))
        }
        rates =
            CoverageRates(
                standard: standard, membership: ScopeMembership(of: study), communities: communities,
                outsiders: tally.ofOutsiders
            ).list
    }

    /// The same reach with other people, or with other compounds standing.
    ///
    /// - Parameters:
    ///   - demand: who lives where.
    ///   - states: which compounds stand.
    ///   - study: the study.
    ///   - membership: who is in which of its scopes.
    /// - Returns: the coverage of these.
    package func with(
        _ demand: Demand, states: [DeliveryState], in study: Study, membership: ScopeMembership
    ) -> CoverageResult {
        CoverageResult(self, demand: demand, states: states, study: study, membership: membership)
    }

    private init(
        _ before: CoverageResult, demand: Demand, states: [DeliveryState], study: Study,
        membership: ScopeMembership
    ) {
        day = before.day
        standard = before.standard
        access = before.access
        self.states = states
        self.demand = demand
        let tally = CoverageTally(study: study, standard: standard, demand: demand, access: access)
        communities = before.communities.enumerated().map { index, community in
            CommunityCoverage(
                facilities: community.facilities, area: community.area, coveredArea: community.coveredArea,
                tally: tally.ofCommunity(index))
        }
        rates =
            CoverageRates(
                standard: standard, membership: membership, communities: communities,
                outsiders: tally.ofOutsiders
            ).list
    }
}
