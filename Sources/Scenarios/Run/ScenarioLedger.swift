internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Population

/// Writes the years of a run down: rows, plan, targets and accounts.
struct ScenarioLedger {
    let plan: ScenarioPlan
    let years: ScenarioYears
    let ground: ScenarioGround
    let timeline: PeopleTimeline
    let scopes: ScenarioScopes
    let money: PlanMoney
    private let entitled: EntitledPeople
    private let compounds: [CompoundRecord]

    init(plan: ScenarioPlan, years: ScenarioYears, ground: ScenarioGround, timeline: PeopleTimeline) {
        self.plan = plan
        self.years = years
        self.ground = ground
        self.timeline = timeline
        scopes = ScenarioScopes(plan.study)
        money = PlanMoney(plan: plan, pack: ground.pack, years: years)
        entitled = EntitledPeople(of: plan.study, membership: ScopeMembership(of: plan.study).members)
        compounds = CompoundRecord.all(in: plan.study)
    }

    /// When each compound's care space comes, and what it owes by the rules of a day.
    private func careSpace(asOf day: Day) -> [CareSpaceRecord] {
        compounds.map { CareSpaceRecord($0, pack: ground.pack, asOf: day) }
    }

    /// The result of a run, from its years in order.
    func result(of states: [YearState]) -> ScenarioResult {
        let membership = ScopeMembership(of: plan.study).members
        var annual: [AnnualRow] = []
        var lines: [MoneyLine] = []
        var grants: [FacilityGrant] = []
        var rows: [PlanRow] = []
        var figures: [[(YearState, TargetFigure)]] = ground.pack.targets.map { _ in [] }
        var accounts: [YearAccount] = []
        var maps: [ScenarioMap] = []
        var deliveries: [HousingStep] = []
        var cumulative = [ExactDecimal](repeating: .zero, count: scopes.members.count)
        var withoutCost = [[String]](repeating: [], count: scopes.members.count)
        var careSpace = careSpace(asOf: years.end(of: years.from))
        for state in states {
            guard let people = timeline[state.year] else { continue }
            // Only of several versions of the rule may another be in force a year later.
            if ground.pack.space.count > 1 { careSpace = self.careSpace(asOf: state.end) }
            let delivered = careSpace.indices.map {
                careSpace[$0].delivered(on: state.end, state: state.coverage.states[$0])
            }
            let required = timeline.careSpaceRequired(careSpace, in: people, demand: state.coverage.demand)
            let actions = actionIndices(of: state.year)
            let before = cumulative
            var purse = publicMoney(of: state)
            let moneyRows = moneyRows(
                of: purse, actions: actions, cumulative: &cumulative, withoutCost: &withoutCost)
            let annualRows = AnnualRows(
                scopes: scopes, state: state, people: people.state, careSpace: delivered,
                statesCareSpace: careSpace.map(\.isStated), careSpaceRequired: required
            ).rows(money: moneyRows, upgraded: upgrades(among: actions))
            annual += annualRows
            purse.addEntitlements(of: entitled, on: state.end)
            purse.addEnvelopes(of: annualRows, on: state.end)
            lines += purse.lines
            grants += purse.grants
            rows += planRows(of: state, actions: actions)
            let targets = TargetFigures(
                study: state.study, coverage: state.coverage,
                coverageBySelector: state.coverageBySelector, pack: ground.pack, membership: membership,
                careSpace: careSpace)
            for (index, target) in ground.pack.targets.enumerated() {
                figures[index] += targets.figures(of: target).map { (state, $0) }
            }
            accounts.append(account(of: state, people: people, money: (before, moneyRows, cumulative)))
            deliveries += people.delivered.enumerated().filter { $0.element > 0 }.map {
                HousingStep(year: state.year, compound: $0.offset, dwellings: $0.element)
            }
            if plan.scenario.maps.contains(state.year) {
                maps.append(
                    ScenarioMap(
                        year: state.year, study: state.study, coverage: state.coverage, people: people.state,
                        figures: people.figures, targets: targets, careSpaceRequired: required))
            }
        }
        return ScenarioResult(
            plan: plan, years: years, annual: annual, money: lines, grants: grants,
            deliveries: deliveries, actions: rows, targets: targetRows(figures), accounts: accounts,
            maps: maps,
            places: states.map { PlaceYear($0.year, coverage: $0.coverage) },
            dueYears: states.filter { state in
                ground.pack.targets.contains { years.judging($0.due) == state.year }
            },
            notices: notices() + moneyNotices(of: lines, people: entitled))
    }

    /// The actions of a year, as positions in the plan.
    private func actionIndices(of year: Int) -> Range<Int> {
        plan.actionCount(
            through: years.end(of: year - 1))..<plan.actionCount(through: years.end(of: year))
    }

    func positions(ofAction index: Int) -> [Int] {
        scopes.positions(ofCommunity: plan.study.facilities[plan.actions[index].facility].community)
    }

    private func upgrades(among actions: Range<Int>) -> [Int] {
        var upgraded = [Int](repeating: 0, count: scopes.members.count)
        for index in actions where plan.actions[index].kind == .upgrade {
            guard FacilitySelector.any.counts(money.facilities[index]) else { continue }
            for position in positions(ofAction: index) { upgraded[position] += 1 }
        }
        return upgraded
    }

    private func planRows(of state: YearState, actions: Range<Int>) -> [PlanRow] {
        zip(actions, state.newlyCovered).map { index, newly in
            let action = plan.actions[index]
            return PlanRow(
                year: state.year, day: action.day, action: action.kind, facility: money.facilities[index],
                money: money.actions[index], newlyCoveredElders: newly,
                reason: plan.scenario.programme[action.entry].reason)
        }
    }

    private func targetRows(_ figures: [[(YearState, TargetFigure)]]) -> [TargetRow] {
        zip(ground.pack.targets, figures).flatMap { target, figures in
            let counted = FindingFigure(of: target, in: ground.pack)
            return zip(figures, ranks(of: figures)).map { dated, rank in
                let (state, figure) = dated
                return TargetRow(
                    target: target.id, due: target.due, year: state.year, scope: figure.scope,
                    verdict: figure.verdict(atLeast: target.atLeast, due: target.due, on: state.end),
                    value: figure.value, required: target.atLeast, numerator: figure.numerator,
                    denominator: figure.statedDenominator, unknown: figure.unknown,
                    estimated: figure.estimated, unstated: figure.unstated, rank: rank, figure: counted)
            }
        }
    }

    /// The places of a target's districts, year by year.
    private func ranks(of figures: [(YearState, TargetFigure)]) -> [Int?] {
        let byYear = Dictionary(grouping: figures.indices) { figures[$0].0.year }
        var ranks = [Int?](repeating: nil, count: figures.count)
        for positions in byYear.values {
            for (position, rank) in zip(positions, DistrictRanks.of(positions.map { figures[$0].1 })) {
                ranks[position] = rank
            }
        }
        return ranks
    }

    private func notices() -> [ScenarioNotice] {
        var notices: [ScenarioNotice] = []
        let base = timeline[years.baseYear]
        let statesElders = base.map { base in
            base.state.communities.contains { $0.elders != nil }
                || base.state.compounds.contains { $0.elders != nil }
        }
        if statesElders == true, let base, !YearlyRates.knowsAges(base.state),
            plan.scenario.rates.elders == nil,
            Set(AgeGroup.allCases.map { plan.scenario.rates[$0] }).count > 1
        {
            notices.append(.noMixOfAges)
        }
        notices += timeline.outgrowths(in: years)
        let communities = plan.study.communities
        let withoutAges = communities.count { $0.ages == nil }
        if plan.scenario.cohort != nil, withoutAges > 0 {
            notices.append(.withoutAges(communities: withoutAges, of: communities.count))
        }
        var withoutCost: [String] = []
        for (index, action) in plan.actions.enumerated() {
            let id = plan.study.facilities[action.facility].id
            let year = action.day.year
            if year > years.to {
                notices.append(.afterLastYear(facility: id, action: action.kind, year: year))
                continue
            }
            if year < years.from {
                notices.append(.beforeFirstYear(facility: id, action: action.kind, year: year))
            } else if money.actions[index].capital == nil {
                withoutCost.append(id)
            }
            guard action.kind == .open else { continue }
            if plan.study.facilities[action.facility].community == nil, !plan.study.communities.isEmpty {
                notices.append(.outsideAllCommunities(facility: id))
            }
            if let joined = ground.joined, joined.facilities[action.facility] == nil {
                notices.append(.tooFarFromStreets(facility: id))
            }
        }
        if let first = withoutCost.first {
            notices.append(.unknownCosts(actions: withoutCost.count, first: first))
        }
        notices += plan.scenario.buildOut?.notices(over: years) ?? []
        notices += plan.targetsWithoutOffers.map {
            .noOfferCounts(target: $0.target, counted: $0.counted.text)
        }
        notices += plan.buildOut?.notices ?? []
        notices += plan.scenario.maps.filter { $0 < years.from || $0 > years.to }
            .map(ScenarioNotice.mapOutsideYears)
        return notices
    }
}

extension ProgrammeEntry {
    /// Why it is in the plan.
    fileprivate var reason: PlanReason { choice.map(PlanReason.buildOut) ?? .programme(source) }
}

extension YearlyBuildOut {
    /// The years that it names and cannot build in.
    fileprivate func notices(over years: ScenarioYears) -> [ScenarioNotice] {
        let first = max(years.from, years.baseYear + 1)
        func outside(_ named: [Int]) -> [Int] { named.filter { $0 < first || $0 > years.to }.sorted() }
        // A single share is for the last year, whichever that is.
        let shares = outside(self.shares.keys.filter { $0 != Self.lastYear })
        var budgets: [Int] = []
        if case .years(let amounts) = budget { budgets = outside(Array(amounts.keys)) }
        return (shares.isEmpty ? [] : [.yearsOutsideBuildOut(.shares, shares)])
            + (budgets.isEmpty ? [] : [.yearsOutsideBuildOut(.budgets, budgets)])
    }
}

extension BuildOutOutcome {
    /// What of it a careful reader should know.
    fileprivate var notices: [ScenarioNotice] {
        (withoutCost > 0 ? [.candidatesWithoutCost(withoutCost)] : [])
            + (withoutSize > 0 ? [.sitesWithoutSize(withoutSize)] : [])
            + goals.compactMap(\.notice)
    }
}
