internal import Geometry
internal import Places
internal import Scenarios

extension YAMLMapping<FacilityKey> {
    /// A facility that a programme opens, with its cost; nothing where it has no id.
    ///
    /// A level or a place that is missing or wrong comes with a stand-in.
    func opening(
        _ problems: inout [Problem]
    ) -> (opening: FacilityOpening, cost: ExactDecimal?, hasPlace: Bool)? {
        for key in [FacilityKey.id, .level, .lon, .lat] { _ = required(key, &problems) }
        let id = text(.id, &problems)
        let name = text(.name, &problems)
        let level = columnWord(.level, FacilityColumn.levels, &problems)
        let place = place(&problems)
        let community = text(.community, &problems)
        let changes = changes(&problems)
        let cost = amount(.cost, &problems)
        guard let id else { return nil }
        return (
            FacilityOpening(
                id: id, name: name, level: level ?? .community,
                point: place ?? GeographicPoint(longitude: 0, latitude: 0), community: community,
                attributes: changes), cost, place != nil
        )
    }

    /// The place in degrees on WGS 84; what is no place on earth is reported.
    private func place(_ problems: inout [Problem]) -> GeographicPoint? {
        // Both are read before either is judged, so that both are reported.
        let (east, north) = (coordinate(.lon, &problems), coordinate(.lat, &problems))
        guard let east, let north else { return nil }
        let system = LayerReferenceSystem()
        let point = GeographicPoint(longitude: east, latitude: north)
        if system.holds(point), east != 0 || north != 0 { return point }
        let fault: Fault =
            east == 0 && north == 0 ? .nullIsland : system.fault(of: RawPosition(east: east, north: north))
        problems.append(
            Problem(
                file: file, row: line(of: .lon),
                column: "\(path(of: .lon)),\(FacilityKey.lat.rawValue)", fault))
        return nil
    }

    private func coordinate(_ key: FacilityKey, _ problems: inout [Problem]) -> Double? {
        guard let text = text(key, &problems) else { return nil }
        do {
            return try CellNumber.coordinate(text)
        } catch {
            problems.append(problem(key, error))
            return nil
        }
    }

    /// A number of beds or places.
    private func places(_ key: FacilityKey, _ problems: inout [Problem]) -> ExactDecimal? {
        guard let text = text(key, &problems) else { return nil }
        do {
            return try CellNumber.wholeAmount(text)
        } catch {
            problems.append(problem(key, error))
            return nil
        }
    }

    /// The values that an upgrade sets; what no upgrade can set is reported.
    func upgrade(_ problems: inout [Problem]) -> FacilityChanges {
        for key in FacilityKey.ofOpeningsOnly where has(key) {
            problems.append(
                Problem(
                    file: file, row: line(of: key), column: path,
                    .unknownKey(name: key.rawValue, nearest: nil, of: .scenario)))
        }
        var changes = changes(&problems)
        changes.level = columnWord(.level, FacilityColumn.levels, &problems)
        return changes
    }

    private func failedAssessments(_ problems: inout [Problem]) -> [Int] {
        let years = texts(.failedAssessments, &problems).flatMap(CellList.items).compactMap { text -> Int? in
            do throws(Fault) {
                return try CellDate.year(text)
            } catch {
                problems.append(problem(.failedAssessments, error))
                return nil
            }
        }
        return Set(years).sorted()
    }

    private func changes(_ problems: inout [Problem]) -> FacilityChanges {
        var changes = FacilityChanges()
        changes.kind = columnWord(.kind, FacilityColumn.kinds, &problems)
        switch columnWord(.network, FacilityColumn.networks, &problems) {
        case .point(let role): changes.network = role
        case .platform: changes.kind = changes.kind ?? .platform
        case nil: break
        }
        changes.area = amount(.area, &problems)
        changes.landArea = amount(.landArea, &problems)
        changes.beds = places(.beds, &problems)
        changes.nursingBeds = places(.nursingBeds, &problems)
        changes.rehabBeds = places(.rehabBeds, &problems)
        changes.dayCarePlaces = places(.dayCarePlaces, &problems)
        if has(.services) {
            changes.services = texts(.services, &problems).flatMap(CellList.items)
                .map(FacilityColumn.service(named:))
        }
        changes.serviceClass = columnWord(.serviceClass, FacilityColumn.serviceClasses, &problems)
        changes.grade = text(.grade, &problems)
        changes.owner = columnWord(.owner, FacilityColumn.owners, &problems)
        let operation = columnWord(.operator, FacilityColumn.operators, &problems)
        changes.operator = operation?.runner
        changes.owner = changes.owner ?? operation?.owner
        changes.hasMedicalPoint = yesOrNo(.medicalPoint, &problems)
        changes.accepted = date(.accepted, &problems)
        if has(.failedAssessments) {
            changes.failedAssessments = failedAssessments(&problems)
        }
        changes.operatorName = text(.operatorName, &problems)
        return changes
    }
}
