internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Population

/// What no draw changes: who reaches what in each year, the facilities, the scopes; and how a draw's figures follow.
///
/// Sites are not chosen anew, so that walks are those of the scenario as it stands, and a draw is arithmetic.
struct SensitivityGround: Sendable {
    private let plan: ScenarioPlan
    private let years: ScenarioYears
    private let scopes: ScenarioScopes
    private let layout: DemandLayout
    /// Of each year, what places reach.
    private let places: [PlaceYear]
    /// The rows of the scenario as it stands, by year and scope.
    let plain: [AnnualRow]
    /// The care space of each compound, by the rules of each year.
    private let careSpace: [[CareSpaceRecord]]
    private let statesCareSpace: [Bool]
    private let calendar: DeliveryCalendar
    /// What stands for each compound among random numbers.
    private let items: [UInt64]

    /// What is known of the targets that are due.
    let targets: SensitivityTargets
    /// Of each row what its scope's actions have cost so far, yuan.
    private let capitalSoFar: [Double]

    init(_ result: ScenarioResult, ground: ScenarioGround, draws: [ScenarioDraw]) {
        plan = result.plan
        years = result.years
        let study = plan.study
        scopes = ScenarioScopes(study)
        layout = DemandLayout(study)
        places = result.places
        plain = result.annual
        let compounds = CompoundRecord.all(in: study)
        func records(_ year: Int) -> [CareSpaceRecord] {
            let day = result.years.end(of: year)
            return compounds.map { CareSpaceRecord($0, pack: ground.pack, asOf: day) }
        }
        let first = records(years.from)
        // Only of several versions of the rule may another be in force a year later.
        careSpace = years.list.map { ground.pack.space.count > 1 ? records($0) : first }
        statesCareSpace = first.map(\.isStated)
        let items = study.compounds.map { ScenarioDraw.item(of: $0.id) }
        self.items = items
        let delays = draws.reduce(into: Set<Int>()) { delays, draw in
            if let all = draw.deliveryDelayMonths {
                delays.insert(all)
            } else {
                for item in items { delays.insert(draw.delayMonths(item)) }
            }
        }
        calendar = DeliveryCalendar(
            delays.union([0]), in: years, plan: plan, ground: ground, records: first)
        targets = SensitivityTargets(
            result, pack: ground.pack, careSpace: statesCareSpace, records: compounds)
        let scopes = scopes.members.count
        var capital: [Double] = []
        for (position, row) in plain.enumerated() {
            capital.append(
                row.money.capital.double + (position >= scopes ? capital[position - scopes] : 0))
        }
        capitalSoFar = capital
    }

    /// The figures of a draw: by year, scope and measure; and of the targets that are due.
    func figures(of draw: ScenarioDraw) -> (years: [Double?], targets: [TargetFigure]) {
        let delays = draw.deliveryDelayMonths == nil ? items.map { draw.delayMonths($0) } : []
        func deliveries(byEndOf year: Int) -> DeliveryCalendar.Entry {
            guard let all = draw.deliveryDelayMonths else {
                return calendar.entry(byEndOf: year, months: delays)
            }
            return calendar.entry(byEndOf: year, months: all)
        }
        let timeline = PeopleTimeline(
            study: plan.study, scenario: draw.applied(to: plan.scenario), years: years
        ) { deliveries(byEndOf: $0).states }
        let complies = items.map { draw.compliance >= 1 || draw.complies($0) }
        let before = calendar.entry(byEndOf: years.baseYear, months: 0).careSpace
        var figures: [Double?] = []
        var dueFigures: [TargetFigure] = []
        figures.reserveCapacity(plain.count * SensitivityMeasure.allCases.count)
        for (index, year) in years.list.enumerated() {
            guard let people = timeline[year] else { continue }
            let entry = deliveries(byEndOf: year)
            let demand = Demand(layout, figures: people.figures, states: entry.states)
            let covered = CoveredPeople(
                demand, reach: places[index], communityOfCompound: scopes.communityOfCompound)
            let came = complies.indices.map { complies[$0] ? entry.careSpace[$0] : before[$0] }
            let required = timeline.careSpaceRequired(careSpace[index], in: people, demand: demand)
            let annual = AnnualPeople(
                scopes: scopes, people: people.state, demand: demand, careSpace: came,
                statesCareSpace: statesCareSpace, careSpaceRequired: required)
            dueFigures += targets.figures(year, demand: demand, states: entry.states, came: came)
            for position in scopes.members.indices {
                let place = index * scopes.members.count + position
                let row = plain[place]
                let sums = covered.sums(of: scopes.members[position])
                let part = annual.part(at: position)
                figures += SensitivityMeasure.allCases.map { measure in
                    switch measure {
                    case .capital: measure.value(of: row).map { $0 * draw.cost }
                    case .cumulative:
                        measure.value(of: row).map { $0 + capitalSoFar[place] * (draw.cost - 1) }
                    default: value(measure, part, sums, row, takeUp: draw.takeUp)
                    }
                }
            }
        }
        return (figures, dueFigures)
    }

    private func value(
        _ measure: SensitivityMeasure, _ part: AnnualPeople.Part, _ sums: CoveredPeople.Sums,
        _ row: AnnualRow,
        takeUp: Double
    ) -> Double? {
        switch measure {
        case .population: part.population
        case .elders: part.elders
        case .eldersEightyPlus: part.eldersEightyPlus
        case .households: part.households
        case .eldersWithin1km: sums.elders1km
        case .elderShare1km: sums.elderShare1km
        case .eldersWithin15min: sums.elders15min
        case .elderShare15min: sums.elderShare15min
        case .eldersTakingUp: sums.elders15min * takeUp
        case .householdShare15min: sums.householdShare15min
        case .careSpace: part.careSpace.total
        case .careSpaceRequired: part.careSpaceRequired
        case .squareMetresPerHundredHouseholds: part.squareMetresPerHundredHouseholds
        case .bedsPerThousandElders: row.bedsPerThousand(elders: part.elders)
        case .capital, .cumulative: measure.value(of: row)
        }
    }
}
