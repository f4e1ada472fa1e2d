internal import Coverage
internal import Places
internal import Policy
internal import Siting

/// A candidate as a scenario could use it: the action, and the facility that comes of it.
struct BuildOutOffer: Sendable {
    /// The candidate, as an index into the study's.
    let candidate: Int
    let action: ProgrammeEntry.Action
    /// The facility before; nothing where a new one opens.
    let before: Facility?
    /// The facility after.
    let after: Facility
    let cost: ExactDecimal?
    /// The first year in which it can be had.
    let earliest: Int?
    /// The facility that it takes the place of, as an index into the plan's study.
    let upgraded: Int?

    /// What the action costs and is given in a year.
    func money(in year: Int, pack: PolicyPack, end: Day) -> ActionMoney? {
        guard let date = PartialDate(year: year) else { return nil }
        var (kind, changes) = (ActionKind.open, FacilityChanges())
        if case .upgrade(_, let named) = action { (kind, changes) = (.upgrade, named) }
        var standing = before ?? after
        if before == nil { standing.status = .planned }
        var opened = after
        if before == nil { opened.opened = date }
        let planned = PlannedAction(
            day: date.last, kind: kind, facility: 0, changes: changes, date: date, statedCost: cost, entry: 0)
        var ledger = MoneyLedger(pack: pack)
        return ledger.money(of: planned, before: standing, after: opened, yearEnd: end)
    }
}

/// The candidates of a study that a build-out may use.
struct BuildOutOffers {
    private(set) var list: [BuildOutOffer] = []
    private(set) var faults: [BuildOutFault] = []

    /// Picks the candidates that a build-out names, in byte order of their ids.
    ///
    /// An upgrade is no offer where its facility does not operate, closes in the plan, or changes by the programme, nor where
    /// it would not count any more.
    init(_ wish: YearlyBuildOut, plan: ScenarioPlan, standard: CoverageStandard) throws(ScenarioFailure) {
        let study = plan.study
        let lookup = try CommunityLookup(study)
        let named = Set(study.candidates.map(\.id)).union(study.candidates.compactMap(\.kind))
        for text in wish.candidates where !CandidateWord.isKnown(text) && !named.contains(text) {
            faults.append(.unknownCandidate(text: text))
        }
        if study.candidates.isEmpty { faults = [.noCandidates] }
        let taken = Set(study.facilities.map(\.id))
        let touched = Set(plan.actions.map(\.facility))
        let ranks = byteOrderRanks(of: study.candidates.map(\.id))
        for index in study.candidates.indices.sorted(by: { ranks[$0] < ranks[$1] }) {
            let candidate = study.candidates[index]
            guard wish.candidates.contains(where: { CandidateWord.means($0, candidate) }) else { continue }
            if let upgraded = candidate.upgrades {
                guard !touched.contains(upgraded) else { continue }
                if let offer = BuildOutOffer(
                    upgrade: index, of: study.facilities[upgraded], at: upgraded, candidate, standard)
                {
                    list.append(offer)
                }
                continue
            }
            if taken.contains(candidate.id) { faults.append(.facilityExists(id: candidate.id)) }
            list.append(
                try BuildOutOffer(opening: index, candidate, set: wish.attributes, study: study, lookup))
        }
    }
}

extension BuildOutOffer {
    /// A new site.
    fileprivate init(
        opening index: Int, _ candidate: Candidate, set: FacilityChanges, study: Study,
        _ lookup: CommunityLookup
    ) throws(ScenarioFailure) {
        let opening = FacilityOpening(
            id: candidate.id, name: candidate.name,
            level: set.level ?? candidate.level ?? .community, point: candidate.point,
            community: candidate.community.map { study.communities[$0].id },
            attributes: set.laid(over: candidate.attributes))
        var none: [ProgrammeFault] = []
        var facility = opening.attributes.applied(
            to: Facility(id: opening.id, level: opening.level, point: opening.point, source: candidate.source)
        )
        facility.community = try lookup.community(of: opening, faults: &none)
        facility.subdistrict = facility.community.flatMap { study.communities[$0].subdistrict }
        facility.status = .operating
        self.init(
            candidate: index, action: .open(opening), before: nil, after: facility, cost: candidate.cost,
            earliest: candidate.earliest, upgraded: nil)
    }

    /// An upgrade; nothing where it cannot be had.
    fileprivate init?(
        upgrade index: Int, of facility: Facility, at upgraded: Int, _ candidate: Candidate,
        _ standard: CoverageStandard
    ) {
        var changes = candidate.sizes
        changes.level = candidate.level
        let after = changes.applied(to: facility)
        let isLost = [standard.straightSelector, standard.walkSelector, standard.presenceSelector].contains {
            $0.counts(facility) && !$0.counts(after)
        }
        guard !isLost, facility.status ?? .operating == .operating, facility.closed == nil else { return nil }
        let opened = facility.opened?.last.year
        self.init(
            candidate: index, action: .upgrade(id: facility.id, changes: changes), before: facility,
            after: after, cost: candidate.cost,
            earliest: [candidate.earliest, opened].compactMap { $0 }.max(), upgraded: upgraded)
    }
}

/// The words that stand for several candidates.
private enum CandidateWord {
    static func isKnown(_ text: String) -> Bool {
        [YearlyBuildOut.everyCandidate, "new", "converted", "upgrades"].contains(text)
    }

    /// Whether a word, a kind of building or an id means a candidate.
    static func means(_ text: String, _ candidate: Candidate) -> Bool {
        let isUpgrade = candidate.upgrades != nil
        return switch text {
        case YearlyBuildOut.everyCandidate: true
        case "new": !isUpgrade && (candidate.kind == nil || candidate.kind == "new")
        case "converted": !isUpgrade && candidate.kind != nil && candidate.kind != "new"
        case "upgrades": isUpgrade
        default: candidate.id == text || (!isUpgrade && candidate.kind == text)
        }
    }
}

extension Candidate {
    /// What is known of a facility that opens here: its kind goes with its level.
    fileprivate var attributes: FacilityChanges {
        var changes = sizes
        changes.kind =
            switch level ?? .community {
            case .city, .district: .institution
            case .subdistrict: .centre
            case .community: .station
            case .micro: .micro
            }
        return changes
    }

    /// What a row says of a facility's size and role.
    var sizes: FacilityChanges {
        var changes = FacilityChanges()
        changes.network = network
        changes.area = area
        changes.beds = beds
        changes.dayCarePlaces = dayCarePlaces
        return changes
    }
}
