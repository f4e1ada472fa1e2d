package import Compliance
internal import Coverage
package import Places
internal import Policy

/// The targets of a pack in the years in which they are judged, and how draws move their figures.
struct SensitivityTargets: Sendable {
    /// A target in one scope, in the year in which it is judged.
    struct Item: Sendable {
        let target: Target
        let year: Int
        let end: Day
        /// The figure of the scenario as it stands.
        let plain: TargetFigure
    }

    /// By year, target in the pack's order, and scope.
    let items: [Item]
    private let states: [YearState]
    private let pack: PolicyPack
    private let membership: ScopeMembership
    private let statesCareSpace: [Bool]
    private let records: [CompoundRecord]
    private let years: ScenarioYears
    /// Of each year what no draw moves, target by target.
    private let settled: [[[TargetFigure]]]

    init(_ result: ScenarioResult, pack: PolicyPack, careSpace: [Bool], records: [CompoundRecord]) {
        states = result.dueYears
        years = result.years
        self.pack = pack
        statesCareSpace = careSpace
        self.records = records
        membership = ScopeMembership(of: result.plan.study)
        var (items, settled): ([Item], [[[TargetFigure]]]) = ([], [])
        for state in states {
            let records = records.map { CareSpaceRecord($0, pack: pack, asOf: state.end) }
            let figures = TargetFigures(
                study: state.study, coverage: state.coverage, coverageBySelector: state.coverageBySelector,
                pack: pack, membership: membership.members, careSpace: records)
            let ofYear = pack.targets.filter { result.years.judging($0.due) == state.year }
                .map { target in (target, figures.figures(of: target)) }
            for (target, found) in ofYear {
                items += found.map { Item(target: target, year: state.year, end: state.end, plain: $0) }
            }
            settled.append(ofYear.map(\.1))
        }
        (self.items, self.settled) = (items, settled)
    }

    /// The figures of a year's targets where others live there, other compounds stand, or other care space has come; none in
    /// other years.
    func figures(
        _ year: Int, demand: @autoclosure () -> Demand, states drawn: [DeliveryState], came: [Double]
    ) -> [TargetFigure] {
        guard let place = states.firstIndex(where: { $0.year == year }) else { return [] }
        let state = states[place]
        let targets = pack.targets.filter { years.judging($0.due) == year }
        guard targets.contains(where: \.isMovedByDraws) else { return settled[place].flatMap { $0 } }
        let demand = demand()
        let selectors = Set(targets.filter(\.isMovedByDraws).compactMap(\.selector))
        let figures = TargetFigures(
            study: state.study,
            coverage: state.coverage.with(demand, states: drawn, in: state.study, membership: membership),
            coverageBySelector: state.coverageBySelector.filter { selectors.contains($0.key) }
                .mapValues { $0.with(demand, states: drawn, in: state.study, membership: membership) },
            pack: pack, membership: membership.members, came: came, statesCareSpace: statesCareSpace,
            records: records
        )
        return zip(targets, settled[place]).flatMap { target, known in
            target.isMovedByDraws ? figures.figures(of: target) : known
        }
    }
}

/// How likely a target is met by its due date in one scope.
package struct SensitivityTarget: Hashable, Sendable {
    package let target: String
    package let due: PartialDate?
    /// The year at whose end it is judged: the one it is due in, else the nearest of the run; without a due date the last.
    package let year: Int
    package let scope: Scope
    package let required: ExactDecimal
    /// The figure of the scenario as it stands, and what comes of the target by it.
    package let plain: Double?
    package let plainVerdict: Verdict
    /// Between which figures draws lie: a tenth of them lies at the first or below, half, nine tenths.
    package let quantiles: [Double?]
    /// How many draws meet it, of how many nobody can say, and how many there are.
    package let met: Int
    package let unknown: Int
    package let draws: Int

    /// Holds the figures of draws against what is required.
    init(_ item: SensitivityTargets.Item, figures: [TargetFigure]) {
        let required = item.target.atLeast
        func verdict(_ figure: TargetFigure) -> Verdict {
            figure.verdict(atLeast: required, due: item.target.due, on: item.end)
        }
        target = item.target.id
        due = item.target.due
        year = item.year
        scope = item.plain.scope
        self.required = required
        plain = item.plain.value
        plainVerdict = verdict(item.plain)
        let sorted = figures.compactMap(\.value).sorted()
        quantiles = [0.1, 0.5, 0.9].map { SensitivityBand.quantile($0, of: sorted) }
        let verdicts = figures.map(verdict)
        met = verdicts.count { $0 == .pass }
        unknown = verdicts.count { $0 == .unknown }
        draws = figures.count
    }

    /// The share of the draws that meet it; nothing where there are some of which nobody can say.
    package var share: Double? { unknown == 0 && draws > 0 ? Double(met) / Double(draws) : nil }
}

extension Target {
    /// Whether its figure depends on people, or on what is delivered, rather than on facilities alone.
    fileprivate var isMovedByDraws: Bool {
        switch measure {
        case .coverage(let measure): measure != .hasFacility && basis != .area
        case .bedsPer1000Elders, .placesPer1000Elders, .spacePer100Households, .compoundsWithCareSpace,
            .newCompoundsMeetSpace:
            true
        case .named, .facilities, .beds, .nursingBedShare, .socialOperationShare, .medicalPointShare,
            .visitingDoctorShare:
            false
        }
    }
}
