internal import Compliance
internal import Coverage
internal import Places
internal import Population

/// The people and dwellings of every year, moved from the base year on.
///
/// In a year the rates come first (of communities that move by cohorts, their births, deaths and migrants), then
/// the deliveries, into which people of the same district move where they move by cohorts.
struct PeopleTimeline {
    /// One year's end.
    struct Year {
        let state: PeopleState
        /// What the rates added in the year; nothing in the base year.
        let growth: PeopleGrowth
        /// The dwellings that the rate `households` added to all places in the year.
        let householdGrowth: Double
        /// The dwellings that each compound gained in the year.
        let delivered: [Double]
        let states: [DeliveryState]
        let figures: PeopleFigures
    }

    /// All dwellings of each compound, as the scenario takes them.
    let compoundHouseholds: [Double?]
    private let years: [Int: Year]

    init(plan: ScenarioPlan, years range: ScenarioYears, ruleForNewFrom: Day?) {
        self.init(study: plan.study, scenario: plan.scenario, years: range) { year in
            deliveryStates(
                of: plan.study, on: range.end(of: year), ruleForNewFrom: ruleForNewFrom,
                rule: plan.scenario.deliveries)
        }
    }

    /// Moves a study's people by a scenario, with the compounds that stand at each year's end.
    init(
        study: Study, scenario: Scenario, years range: ScenarioYears, states: (Int) -> [DeliveryState]
    ) {
        let initial = states(range.baseYear)
        let households = HousingDelivery.households(
            of: study, stood: initial.map { if case .counted = $0 { true } else { false } })
        compoundHouseholds = households
        let rates = YearlyRates(scenario.rates, study: study)
        var cohorts = scenario.cohort.map {
            CohortPeople(study, choice: $0, variant: scenario.variant)
        }
        var standing = Self.standing(initial, households: households)
        var state = PeopleState(of: study)
        var byYear: [Int: Year] = [:]
        byYear[range.baseYear] = Year(
            state: state, growth: PeopleGrowth(), householdGrowth: 0,
            delivered: standing.map { _ in 0 }, states: initial,
            figures: PeopleFigures(state, compoundHouseholds: households))
        for year in stride(from: range.baseYear + 1, through: range.to, by: 1) {
            var (moved, growth) = rates.advance(state, besides: cohorts)
            cohorts?.advance(&moved, fromEndOf: year - 1, growth: &growth)
            let householdGrowth = Self.householdGrowth(
                from: state, to: moved, standing: standing, study: study)
            let states = states(year)
            let after = Self.standing(states, households: households)
            let delivered = HousingDelivery.delivered(standingBefore: standing, after: after)
            cohorts?.settle(delivered: delivered, standing: standing, in: &moved, growth: &growth)
            state = moved
            state.add(delivered: delivered, of: study)
            standing = after
            byYear[year] = Year(
                state: state, growth: growth, householdGrowth: householdGrowth, delivered: delivered,
                states: states,
                figures: PeopleFigures(state, compoundHouseholds: households))
        }
        self.years = byYear
    }

    /// What each compound owes of care space in a year, m²: 0 of one that does not count, nothing where it is not known.
    func careSpaceRequired(_ records: [CareSpaceRecord], in people: Year, demand: Demand) -> [Double?] {
        records.indices.map { index in
            let place = demand.compounds[index]
            guard place.isCounted else { return 0 }
            return records[index].required(
                counted: people.figures.compoundHouseholds[index].map { min($0, place.households ?? $0) },
                whole: compoundHouseholds[index])
        }
    }

    /// A year from the base year to the last of the run.
    subscript(year: Int) -> Year? { years[year] }

    /// The known dwellings that stand in each compound.
    private static func standing(_ states: [DeliveryState], households: [Double?]) -> [Double] {
        zip(states, households).map { state, whole in
            switch state {
            case .counted: whole ?? 0
            case .partly(let delivered): whole.map { min($0, delivered) } ?? delivered
            case .notYet, .presumedNot: 0
            }
        }
    }

    /// What the rate `households` adds to all places: a community holds at least what stands in its compounds.
    private static func householdGrowth(
        from before: PeopleState, to after: PeopleState, standing: [Double], study: Study
    ) -> Double {
        var inCompounds = [Double](repeating: 0, count: study.communities.count)
        for (index, compound) in study.compounds.enumerated() {
            if let community = compound.community { inCompounds[community] += standing[index] }
        }
        return study.communities.indices.reduce(0) { sum, index in
            guard let old = before.communities[index].households,
                let new = after.communities[index].households
            else { return sum }
            return sum + max(new, inCompounds[index]) - max(old, inCompounds[index])
        }
    }
}

extension PeopleFigures {
    /// The figures of a year of a scenario.
    init(_ state: PeopleState, compoundHouseholds: [Double?]) {
        self.init(
            communityHouseholds: state.communities.map(\.households),
            communityElders: state.communities.map(\.elders), compoundHouseholds: compoundHouseholds,
            compoundElders: state.compounds.map(\.elders))
    }
}
