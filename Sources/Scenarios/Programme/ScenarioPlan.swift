package import Places
internal import Topology
internal import Geometry

/// One action of a programme, resolved against the study.
package struct PlannedAction: Hashable, Sendable {
    /// The day on which it happens.
    package let day: Day
    /// What is done.
    package let kind: ActionKind
    /// The facility, as an index into the plan's study.
    package let facility: Int
    /// The values that change.
    let changes: FacilityChanges
    /// The date as the programme states it.
    let date: PartialDate
    /// What it costs, as the programme states it, yuan.
    package let statedCost: ExactDecimal?
    /// Which entry of the programme it is, counted from 0.
    package let entry: Int
}

/// A scenario fitted to a study: the study with every facility that ever opens, and the actions by day.
///
/// Facilities that the programme opens stand after the study's own, in the order of their dates, so that places are
/// joined to the streets once. They are not open until their action is applied.
package struct ScenarioPlan: Sendable {
    /// The scenario.
    package let scenario: Scenario
    /// The study with the programme's facilities; before any action, so these are `planned`.
    package let study: Study
    /// The actions by day, those of one day in the order of the file.
    package let actions: [PlannedAction]
    /// Facilities that the programme opens outside every community.
    let outsiders: [Int]

    /// Fits a scenario to a study, or lists everything in its programme that does not fit.
    ///
    /// The whole programme is judged, also what lies outside the years of a run. A date before the study's base
    /// year is refused, since the study states what stood then.
    package init(_ scenario: Scenario, study: Study) throws(ScenarioFailure) {
        var fitting = try ProgrammeFitting(study: study)
        let order = scenario.programme.indices.sorted {
            let (a, b) = (scenario.programme[$0].date.last, scenario.programme[$1].date.last)
            return a == b ? $0 < $1 : a < b
        }
        for index in order { try fitting.fit(scenario.programme[index], entry: index) }
        guard fitting.problems.isEmpty else {
            throw .programme(
                fitting.problems.enumerated().sorted {
                    ($0.element.entry, $0.offset) < ($1.element.entry, $1.offset)
                }
                .map(\.element))
        }
        self.scenario = scenario
        self.study = fitting.study
        self.actions = fitting.actions
        self.outsiders = fitting.outsiders
    }

    /// How many actions have happened by the end of a day.
    func actionCount(through day: Day) -> Int { actions.prefix { $0.day <= day }.count }

    /// The facilities after the first so many actions.
    func facilities(afterActions count: Int) -> [Facility] {
        var facilities = study.facilities
        for action in actions.prefix(count) { action.apply(to: &facilities) }
        return facilities
    }

    /// The study with its facilities after the first so many actions.
    func study(afterActions count: Int) -> Study {
        var study = study
        study.facilities = facilities(afterActions: count)
        return study
    }
}

extension PlannedAction {
    /// Does it.
    func apply(to facilities: inout [Facility]) {
        switch kind {
        case .open: facilities[facility].status = .operating
        case .upgrade: facilities[facility] = changes.applied(to: facilities[facility])
        case .close: facilities[facility].closed = date
        }
    }
}

/// A programme being fitted to a study, entry by entry in the order of days.
private struct ProgrammeFitting {
    private(set) var study: Study
    private(set) var problems: [ProgrammeProblem] = []
    private(set) var actions: [PlannedAction] = []
    private(set) var outsiders: [Int] = []
    /// The facilities as they stand after the actions so far.
    private var facilities: [Facility]
    private var indexOfID: [String: Int] = [:]
    private let communities: CommunityLookup

    init(study: Study) throws(ScenarioFailure) {
        self.study = study
        facilities = study.facilities
        for (index, facility) in study.facilities.enumerated() { indexOfID[facility.id] = index }
        communities = try CommunityLookup(study)
    }

    mutating func fit(_ entry: ProgrammeEntry, entry number: Int) throws(ScenarioFailure) {
        var faults: [ProgrammeFault] = []
        if entry.date.last.year < study.baseYear {
            faults.append(.beforeBaseYear(date: entry.date, baseYear: study.baseYear))
        }
        var index: Int?
        var changes = FacilityChanges()
        switch entry.action {
        case .open(let opening):
            changes = opening.attributes
            let community = try communities.community(of: opening, faults: &faults)
            if indexOfID[opening.id] != nil {
                faults.append(.facilityExists(id: opening.id))
            } else {
                index = add(opening, on: entry.date, in: community, source: entry.source)
            }
        case .upgrade(let id, let named):
            changes = named
            index = existing(id, on: entry.date, faults: &faults)
            if let index, let kind = named.kind,
                (kind == .platform) != (facilities[index].kind == .platform)
            {
                faults.append(.changesPlatform(id: id))
            }
        case .close(let id):
            index = existing(id, on: entry.date, faults: &faults)
        }
        problems += faults.map { ProgrammeProblem(entry: number, source: entry.source, fault: $0) }
        guard let index else { return }
        let action = PlannedAction(
            day: entry.date.last, kind: entry.action.kind, facility: index, changes: changes,
            date: entry.date, statedCost: entry.cost, entry: number)
        // Applied despite faults, so that what follows is judged by what was meant.
        action.apply(to: &facilities)
        actions.append(action)
    }

    private mutating func add(
        _ opening: FacilityOpening, on date: PartialDate, in community: Int?, source: SourceRow
    ) -> Int {
        var facility = opening.attributes.applied(
            to: Facility(id: opening.id, level: opening.level, point: opening.point, source: source))
        facility.name = opening.name
        facility.community = community
        facility.subdistrict = community.flatMap { study.communities[$0].subdistrict }
        facility.opened = date
        facility.status = .planned
        let index = facilities.count
        if community == nil { outsiders.append(index) }
        indexOfID[opening.id] = index
        facilities.append(facility)
        study.facilities.append(facility)
        return index
    }

    private func existing(_ id: String, on date: PartialDate, faults: inout [ProgrammeFault]) -> Int? {
        guard let index = indexOfID[id] else {
            faults.append(.unknownFacility(id: id))
            return nil
        }
        let facility = facilities[index]
        if let status = facility.status, status != .operating {
            faults.append(.notOperating(id: id, status: status))
        } else if let opened = facility.opened, opened.last > date.last {
            faults.append(.notYetOpen(id: id, opened: opened))
        } else if let closed = facility.closed, closed.last <= date.last {
            faults.append(.alreadyClosed(id: id, closed: closed))
        }
        return index
    }
}

/// Finds the community of a facility that a programme opens.
private struct CommunityLookup {
    private let study: Study
    private let indexOfID: [String: Int]
    private var indicesOfName: [String: [Int]] = [:]
    private let areas: PolygonIndex<GeographicPoint>
    /// The community of each area of the index.
    private let communityOfArea: [Int]
    private let ranks: [Int]

    init(_ study: Study) throws(ScenarioFailure) {
        self.study = study
        indexOfID = Dictionary(
            study.communities.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a }
        )
        for (index, community) in study.communities.enumerated() {
            indicesOfName[community.name, default: []].append(index)
        }
        ranks = byteOrderRanks(of: study.communities.map(\.id))
        communityOfArea = study.communities.indices.filter { study.communities[$0].area != nil }
        do {
            areas = try PolygonIndex(communityOfArea.compactMap { study.communities[$0].area })
        } catch {
            throw .topology(error)
        }
    }

    /// The community that an opening names, else the one it lies in: on a shared boundary that with the smaller
    /// id; nothing outside all.
    func community(
        of opening: FacilityOpening, faults: inout [ProgrammeFault]
    ) throws(ScenarioFailure) -> Int? {
        if let text = opening.community {
            if let index = indexOfID[text] { return index }
            let named = indicesOfName[text] ?? []
            switch named.count {
            case 0: faults.append(.unknownCommunity(text: text))
            case 1: return named[0]
            default:
                faults.append(.ambiguousCommunity(name: text, ids: named.map { study.communities[$0].id }))
            }
            return nil
        }
        do {
            return try areas.containing(opening.point).map { communityOfArea[$0] }
                .min { ranks[$0] < ranks[$1] }
        } catch {
            throw .topology(error)
        }
    }
}
