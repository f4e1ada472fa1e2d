internal import Geometry
internal import Places
internal import Policy

/// Makes facilities of their rows.
struct FacilityReading {
    let communities: CommunityReferents
    let kept: [Community]
    let compounds: Referents
    let settingAside: Bool
    /// The city's own names of facilities, which a pack explains.
    let namings: [String: FacilityNaming]

    /// The facilities of all sound rows, and for each its row.
    func facilities(
        _ layer: LayerRows<FacilityColumn>
    ) -> (kept: [Facility], rows: [SchemaRow<FacilityColumn>]) {
        var ids = DuplicateIDs<FacilityColumn>()
        var facilities: [Facility] = []
        var rows: [SchemaRow<FacilityColumn>] = []
        for row in layer.rows {
            let id = row.requiredText(.id)
            if let id { ids.claim(id, for: row, in: .id) }
            guard let facility = facility(row, id: id), row.isSound else { continue }
            facilities.append(facility)
            rows.append(row)
        }
        compareParents(layer)
        return (facilities, rows)
    }

    private func facility(_ row: SchemaRow<FacilityColumn>, id: String?) -> Facility? {
        let named = naming(row)
        let level = level(row, named)
        let place = row.place
        var facility = Facility(
            id: id ?? "", level: level ?? .community,
            point: place?.point ?? GeographicPoint(longitude: 0, latitude: 0),
            source: row.source)
        facility.name = row.text(.name)
        // A kind that the pack explains is no word of ours.
        facility.kind =
            named != nil && row.text(.kind) == named?.name
            ? named?.kind : row.word(.kind, FacilityColumn.kinds) ?? named?.kind
        facility.network = named?.network
        switch row.word(.network, FacilityColumn.networks) {
        case .point(let role): facility.network = role
        case .platform: facility.kind = facility.kind ?? .platform
        case nil: break
        }
        facility.parent = row.text(.parent)
        facility.community = communities.community(of: row, column: .community)
        facility.subdistrict =
            row.text(.subdistrict) ?? facility.community.flatMap { kept[$0].subdistrict }
        facility.compound = row.reference(
            .compound, to: compounds, settingAside: settingAside
        ) { .unknownCompound(text: $0, nearest: $1) }
        if communities.isPresent {
            facility.serves = row.list(.serves).compactMap {
                communities.community(named: $0, in: .serves, of: row)
            }
        }
        readFigures(row, into: &facility)
        readOperation(row, into: &facility)
        readDates(row, into: &facility)
        return id == nil || level == nil || place == nil ? nil : facility
    }

    /// The pack's explanation of what the row calls its kind or its level, where there is one.
    private func naming(_ row: SchemaRow<FacilityColumn>) -> FacilityNaming? {
        for column in [FacilityColumn.kind, .level] {
            if let text = row.text(column), let naming = namings[text] { return naming }
        }
        return nil
    }

    private func level(_ row: SchemaRow<FacilityColumn>, _ named: FacilityNaming?) -> Level? {
        let text = row.text(.level)
        if let named, let level = named.level, text == nil || text == named.name { return level }
        guard row.requiredText(.level) != nil else { return nil }
        return row.word(.level, FacilityColumn.levels)
    }

    private func readFigures(_ row: SchemaRow<FacilityColumn>, into facility: inout Facility) {
        facility.area = row.amount(.area)
        facility.landArea = row.amount(.landArea)
        facility.floor = row.value(.floor) { text throws(Fault) in try FacilityColumn.floor(text) }
        facility.beds = row.places(.beds)
        facility.nursingBeds = row.places(.nursingBeds)
        facility.rehabBeds = row.places(.rehabBeds)
        facility.dayCarePlaces = row.places(.dayCarePlaces)
        row.warn(where: [.nursingBeds], facility.nursingBeds, exceeds: [.beds], facility.beds)
        row.warn(where: [.rehabBeds], facility.rehabBeds, exceeds: [.beds], facility.beds)
    }

    private func readOperation(_ row: SchemaRow<FacilityColumn>, into facility: inout Facility) {
        facility.services = row.list(.services).map(FacilityColumn.service(named:))
        facility.serviceClass = row.word(.serviceClass, FacilityColumn.serviceClasses)
        facility.grade = row.text(.grade)
        let operation = row.word(.operator, FacilityColumn.operators)
        facility.owner = row.word(.owner, FacilityColumn.owners) ?? operation?.owner
        facility.operator = operation?.runner
        facility.hasMedicalPoint = row.flag(.medicalPoint)
        facility.status = row.word(.status, FacilityColumn.statuses)
        facility.failedAssessments = failedAssessments(row)
        facility.operatorName = row.text(.operatorName)
        facility.carers = row.places(.carers)
        facility.longestStay = row.places(.longestStay).flatMap { Int($0.description) }
    }

    /// The years of a list: `2021, 2023` or `2021年、2023年`.
    private func failedAssessments(_ row: SchemaRow<FacilityColumn>) -> [Int] {
        let years = row.list(.failedAssessments).compactMap { text -> Int? in
            do throws(Fault) {
                return try CellDate.year(text)
            } catch {
                row.report(error, in: .failedAssessments)
                return nil
            }
        }
        return Set(years).sorted()
    }

    private func readDates(_ row: SchemaRow<FacilityColumn>, into facility: inout Facility) {
        facility.opened = row.date(.opened)
        facility.accepted = row.date(.accepted)
        facility.closed = row.date(.closed)
        // Only where every day that the two dates may mean says so.
        if let opened = facility.opened, let closed = facility.closed, closed.last < opened.first {
            row.report(.closedBeforeOpened(opened: opened, closed: closed), in: .closed)
        }
    }

    /// Warns of parents that are not among the facilities: nothing is computed from them.
    private func compareParents(_ layer: LayerRows<FacilityColumn>) {
        guard layer.isComplete else { return }
        let known = Set(layer.rows.compactMap { $0.text(.id) }).union(layer.setAside(.id).map(\.text))
        let referents = Referents(kept: known.sorted(by: precedesInByteOrder), rejected: [], isComplete: true)
        for row in layer.rows {
            guard let parent = row.text(.parent), !known.contains(parent) else { continue }
            row.report(
                .unknownFacility(text: parent, nearest: referents.nearest(to: parent)), in: .parent,
                severity: .warning)
        }
    }
}

extension SchemaRow<FacilityColumn> {
    /// Whether the row names its community, so that its place does not decide.
    var statesCommunity: Bool { text(.community) != nil }
}
