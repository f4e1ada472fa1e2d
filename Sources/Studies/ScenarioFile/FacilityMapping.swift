internal import Geometry
internal import Places
internal import Scenarios

extension YAMLMapping<FacilityKey> {
    /// A facility that a programme opens, with its cost; nothing where a required key is missing or wrong.
    func opening(_ problems: inout [Problem]) -> (opening: FacilityOpening, cost: ExactDecimal?)? {
        for key in [FacilityKey.id, .level, .lon, .lat] { _ = required(key, &problems) }
        let id = text(.id, &problems)
        let name = text(.name, &problems)
        let level = columnWord(.level, FacilityColumn.levels, &problems)
        let longitude = number(.lon, in: -180...180, expected: "longitude from -180 to 180", &problems)
        let latitude = number(.lat, in: -90...90, expected: "latitude from -90 to 90", &problems)
        let community = text(.community, &problems)
        let changes = changes(&problems)
        let cost = amount(.cost, &problems)
        guard let id, let level, let longitude, let latitude else { return nil }
        if longitude == 0, latitude == 0 {
            problems.append(problem(.lon, .nullIsland))
            return nil
        }
        return (
            FacilityOpening(
                id: id, name: name, level: level,
                point: GeographicPoint(longitude: longitude, latitude: latitude), community: community,
                attributes: changes), cost
        )
    }

    /// The values that an upgrade sets; what no upgrade can set is reported.
    func upgrade(_ problems: inout [Problem]) -> FacilityChanges {
        for key in FacilityKey.ofOpeningsOnly where has(key) {
            problems.append(
                Problem(
                    file: file, row: line(of: key), column: path,
                    .unknownKey(name: key.rawValue, nearest: nil)))
        }
        var changes = changes(&problems)
        changes.level = columnWord(.level, FacilityColumn.levels, &problems)
        return changes
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
        changes.beds = amount(.beds, &problems)
        changes.nursingBeds = amount(.nursingBeds, &problems)
        changes.rehabBeds = amount(.rehabBeds, &problems)
        changes.dayCarePlaces = amount(.dayCarePlaces, &problems)
        if has(.services) {
            changes.services = texts(.services, &problems).flatMap(CellList.items)
                .map { FacilityColumn.serviceNames.meaning(of: $0) ?? $0 }
        }
        changes.serviceClass = columnWord(.serviceClass, FacilityColumn.serviceClasses, &problems)
        changes.grade = text(.grade, &problems)
        changes.owner = columnWord(.owner, FacilityColumn.owners, &problems)
        let operation = columnWord(.operator, FacilityColumn.operators, &problems)
        changes.operator = operation?.runner
        changes.owner = changes.owner ?? operation?.owner
        changes.hasMedicalPoint = yesOrNo(.medicalPoint, &problems)
        return changes
    }
}
