internal import Places

/// A programme being fitted to a study, entry by entry in the order of days.
struct ProgrammeFitting {
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
