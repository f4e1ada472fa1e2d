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
    init(_ wish: YearlyBuildOut, plan: ScenarioPlan) throws(ScenarioFailure) {
        let study = plan.study
        let lookup = try CommunityLookup(study)
        let ids = Set(study.candidates.map(\.id))
        for text in wish.candidates where !CandidateWord.isKnown(text) && !ids.contains(text) {
            faults.append(.unknownCandidate(text: text))
        }
        if study.candidates.isEmpty { faults = [.noCandidates] }
        let taken = Set(study.facilities.map(\.id))
        let ranks = byteOrderRanks(of: study.candidates.map(\.id))
        for index in study.candidates.indices.sorted(by: { ranks[$0] < ranks[$1] }) {
            let candidate = study.candidates[index]
            guard wish.candidates.contains(where: { CandidateWord.means($0, candidate) }) else { continue }
            if taken.contains(candidate.id) { faults.append(.facilityExists(id: candidate.id)) }
            var opening = FacilityOpening(
                id: candidate.id, name: candidate.name, level: candidate.level ?? .community,
                point: candidate.point, community: candidate.community.map { study.communities[$0].id },
                attributes: candidate.attributes)
            opening.attributes = wish.attributes.laid(over: opening.attributes)
            if let level = wish.attributes.level { opening.level = level }
            var none: [ProgrammeFault] = []
            var facility = opening.attributes.applied(
                to: Facility(
                    id: opening.id, level: opening.level, point: opening.point, source: candidate.source))
            facility.community = try lookup.community(of: opening, faults: &none)
            facility.subdistrict = facility.community.flatMap { study.communities[$0].subdistrict }
            facility.status = .operating
            list.append(
                BuildOutOffer(
                    candidate: index, action: .open(opening), before: nil, after: facility,
                    cost: candidate.cost, earliest: candidate.earliest, upgraded: nil))
        }
    }
}

/// The words that stand for several candidates.
private enum CandidateWord {
    static func isKnown(_ text: String) -> Bool {
        [YearlyBuildOut.everyCandidate, "new", "converted"].contains(text)
    }

    /// Whether a word or an id means a candidate.
    static func means(_ text: String, _ candidate: Candidate) -> Bool {
        switch text {
        case YearlyBuildOut.everyCandidate: true
        case "new": candidate.kind == nil || candidate.kind == "new"
        case "converted": candidate.kind != nil && candidate.kind != "new"
        default: candidate.id == text
        }
    }
}

extension Candidate {
    /// What is known of a facility that opens here: its kind goes with its level.
    fileprivate var attributes: FacilityChanges {
        var changes = FacilityChanges()
        changes.kind =
            switch level ?? .community {
            case .city, .district: .institution
            case .subdistrict: .centre
            case .community: .station
            case .micro: .micro
            }
        changes.area = area
        return changes
    }
}
