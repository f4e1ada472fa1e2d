internal import Coverage
internal import Places
internal import Policy
internal import Population

extension ScenarioLedger {
    /// The account of a year for the whole study.
    ///
    /// - Parameters:
    ///   - state: the year's end.
    ///   - people: its people.
    ///   - money: the cumulative sums before, the year's money and the sums after, by scope.
    /// - Returns: the account.
    func account(
        of state: YearState, people: PeopleTimeline.Year,
        money: (before: [ExactDecimal], year: [MoneyRow], after: [ExactDecimal])
    ) -> YearAccount {
        // The base year is the study as it stands: nothing has flowed yet.
        let previous = state.year == years.baseYear ? people : timeline[state.year - 1] ?? people
        func flow(_ change: Double, _ figure: (PeopleState) -> Double) -> Flow {
            Flow(before: figure(previous.state), change: change, after: figure(people.state))
        }
        let delivered = people.delivered.reduce(0, +)
        var count = FacilityCount()
        for facility in state.study.facilities { count.add(facility, year: state.year, end: state.end) }
        let dayBefore = years.end(of: state.year - 1)
        let facilitiesBefore = plan.facilities(afterActions: plan.actionCount(through: dayBefore)).count {
            $0.isOpen(on: dayBefore) && FacilitySelector.any.counts($0)
        }
        let cities = scopes.members.indices.filter {
            if case .city = scopes.members[$0].scope { true } else { false }
        }
        func total(_ amounts: [ExactDecimal]) -> ExactDecimal {
            cities.reduce(.zero) { $0 + amounts[$1] }
        }
        return YearAccount(
            year: state.year,
            population: flow(people.growth.population) { populationOf($0) },
            elders: flow(people.growth.elders) { eldersOf($0) },
            groups: AgeGroup.allCases.map { group in
                flow(people.growth[group]) { $0.communities.reduce(0) { $0 + ($1[group] ?? 0) } }
            },
            dwellings: Flow(
                before: dwellings(of: previous), change: people.householdGrowth + delivered,
                after: dwellings(of: people)),
            delivered: delivered, facilitiesBefore: facilitiesBefore, opened: count.opened,
            closed: count.closed, facilitiesAfter: count.open, cumulativeBefore: total(money.before),
            capital: total(money.year.map(\.capital)), running: total(money.year.map(\.subsidyYearly)),
            cumulativeAfter: total(money.after))
    }

    private func dwellings(of year: PeopleTimeline.Year) -> Double {
        let demand = Demand(study: plan.study, figures: year.figures, states: year.states)
        return demand.compounds.reduce(0) { $0 + ($1.isCounted ? $1.households ?? 0 : 0) }
            + demand.residuals.reduce(0) { $0 + ($1?.households ?? 0) }
    }

    private func populationOf(_ state: PeopleState) -> Double {
        zip(plan.study.compounds, state.compounds).reduce(
            state.communities.reduce(0) { $0 + ($1.population ?? 0) }
        ) { $0 + ($1.0.community == nil ? $1.1.population ?? 0 : 0) }
    }

    private func eldersOf(_ state: PeopleState) -> Double {
        zip(plan.study.compounds, state.compounds).reduce(
            state.communities.reduce(0) { $0 + ($1.elders ?? 0) }
        ) { $0 + ($1.0.community == nil ? $1.1.elders ?? 0 : 0) }
    }
}
