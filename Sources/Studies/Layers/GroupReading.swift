internal import Places

/// Makes groups of entitled people of their rows.
struct GroupReading {
    private let areas: [String: [EntitledGroup.Area]]
    private let names: [String]
    /// Whether every area of the study is known, so that a name nobody bears is unknown.
    private let isComplete: Bool

    /// Knows the areas of a study: a community by id or name, a district, a city, and a subdistrict as
    /// `DISTRICT/SUBDISTRICT` or by its name alone.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - isComplete: whether no community is missing from it.
    init(areasOf study: Study, isComplete: Bool) {
        var areas: [String: [EntitledGroup.Area]] = [:]
        func name(_ text: String, _ area: EntitledGroup.Area) {
            if areas[text]?.contains(area) != true { areas[text, default: []].append(area) }
        }
        name(study.name, .scope(.city(study.cityName)))
        for (index, community) in study.communities.enumerated() {
            name(community.id, .community(index))
            name(community.name, .community(index))
            if let city = community.city { name(city, .scope(.city(city))) }
            if let district = community.district { name(district, .scope(.district(district))) }
            if let subdistrict = community.subdistrict {
                let scope = Scope.subdistrict(district: community.district ?? "", name: subdistrict)
                name(scope.identifier, .scope(scope))
                name(subdistrict, .scope(scope))
            }
        }
        self.areas = areas
        self.isComplete = isComplete
        names = areas.keys.sorted(by: precedesInByteOrder)
    }

    /// The groups of all sound rows; each area, group and year once.
    func groups(_ layer: LayerRows<GroupColumn>) -> [EntitledGroup] {
        var first: [Key: SourceRow] = [:]
        return layer.rows.compactMap { row in
            let area = row.requiredText(.area).flatMap { self.area(named: $0, of: row) }
            let group = row.requiredText(.group)
            let count = row.requiredCount(.count)
            let year = row.requiredText(.year) == nil ? nil : row.value(.year, Self.year)
            if let area, let group, let year {
                let key = Key(area: area, group: group, year: year)
                if let first = first[key] {
                    row.report(.duplicateGroup(group: group, year: year, firstRow: first), in: .group)
                } else {
                    first[key] = row.source
                }
            }
            guard let area, let group, let count, let year, row.isSound else { return nil }
            return EntitledGroup(area: area, group: group, count: count, year: year, source: row.source)
        }
    }

    private struct Key: Hashable {
        let area: EntitledGroup.Area
        let group: String
        let year: Int
    }

    private func area(named text: String, of row: SchemaRow<GroupColumn>) -> EntitledGroup.Area? {
        let found = areas[text] ?? []
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            row.report(.ambiguousArea(name: text), in: .area)
        } else if isComplete {
            row.report(.unknownArea(text: text, nearest: NearestName.of(text, among: names)), in: .area)
        }
        return nil
    }

    /// A year, alone or as a date of one: `2020`, `2020年`.
    static func year(_ text: String) throws(Fault) -> Int {
        let date = try CellDate.date(text)
        guard date.precision == .year else { throw .notAYear(text: text) }
        return date.last.year
    }
}
