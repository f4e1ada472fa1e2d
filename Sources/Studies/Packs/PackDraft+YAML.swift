internal import Geometry
internal import Places
internal import Policy
internal import Yams

extension PackDraft {
    /// Reads a pack's mapping as far as it can be read, and lists everything wrong with it.
    init(_ fields: YAMLMapping<PackKey>, problems: inout [Problem]) {
        if fields.required(.id, &problems) { id = fields.id(.id, &problems) ?? "" }
        let isWhole = !fields.has(.extends)
        if isWhole {
            _ = fields.required(.name, &problems)
            _ = fields.required(.jurisdiction, &problems)
        }
        name = fields.bilingual(.name, &problems)
        jurisdiction = fields.bilingual(.jurisdiction, &problems)
        if let walking = fields.mapping(.walking, as: PackWalkingKey.self, &problems) {
            minutes = walking.positiveNumber(.minutes, upTo: WalkingBounds.minutes, &problems)
            speed = walking.positiveNumber(.speed, upTo: WalkingBounds.metresPerSecond, &problems)
            snapLimit = walking.positiveNumber(.snapLimit, upTo: WalkingBounds.metres, &problems).map {
                Metres($0)
            }
            profiles = walking.profiles(.profiles, &problems)
        }
        radius = fields.positiveNumber(.radius, upTo: WalkingBounds.metres, &problems).map { Metres($0) }
        takesWaterOutOfArea = fields.flag(.waterTakenOut, &problems)
        if let measures = fields.mapping(.measures, as: MeasureKey.self, &problems) {
            selectors = Self.selectors(measures, &problems)
            namedMeasures = Self.namedMeasures(measures, &problems)
        }
        citations = fields.list(.citations, of: CitationKey.self, &problems).compactMap {
            Self.citation($0, &problems)
        }
        circles = fields.list(.circles, of: CircleKey.self, &problems).compactMap {
            Self.circle($0, &problems)
        }
        serviceClasses = Self.serviceClasses(fields, &problems)
        rules = fields.list(.rules, of: RuleKey.self, &problems).compactMap { Self.rule($0, &problems) }
        subsidies = fields.list(.subsidies, of: SubsidyKey.self, &problems).compactMap {
            Self.subsidy($0, &problems)
        }
        entitlements = fields.list(.entitlements, of: EntitlementKey.self, &problems).compactMap {
            Self.entitlement($0, &problems)
        }
        envelopes = fields.list(.envelopes, of: EnvelopeKey.self, &problems).compactMap {
            Self.envelope($0, &problems)
        }
        costs = fields.list(.costs, of: CostKey.self, &problems).compactMap { Self.cost($0, &problems) }
        targets = fields.list(.targets, of: TargetKey.self, &problems).compactMap {
            Self.target($0, &problems)
        }
        facilityNames = Self.facilityNames(fields, &problems)
        without = fields.texts(.without, &problems).map { Reference($0, .without, of: fields) }
        Self.reportRepeatedIDs(fields, &problems)
    }

    private static func selectors(
        _ measures: YAMLMapping<MeasureKey>, _ problems: inout [Problem]
    ) -> [CoverageMeasure: FacilitySelector] {
        var selectors: [CoverageMeasure: FacilitySelector] = [:]
        for key in MeasureKey.allCases {
            guard let measure = CoverageMeasure(rawValue: key.rawValue),
                let selector = measures.openSelector(key, &problems)
            else { continue }
            // A dispatch centre is counted by district, never in a circle.
            if selector.kinds.contains(.platform) {
                let others = FacilityColumn.kinds.compactMap { $0 == .platform ? nil : $0 }.allowed
                problems.append(
                    measures.problem(
                        key, .notOneOf(text: FacilityKind.platform.rawValue, allowed: others)))
            }
            selectors[measure] = selector
        }
        return selectors
    }

    static func citation(
        _ fields: YAMLMapping<CitationKey>, _ problems: inout [Problem]
    ) -> Citation? {
        let isComplete = [
            fields.required(.id, &problems), fields.required(.title, &problems),
            fields.required(.known, &problems),
        ].allSatisfy(\.self)
        let id = fields.id(.id, &problems)
        let title = fields.bilingual(.title, &problems)
        let number = fields.text(.number, &problems)
        let date = fields.date(.date, &problems)
        let known = fields.word(.known, as: Citation.Knowledge.self, &problems)
        guard isComplete, let id, let title, let known else { return nil }
        return Citation(id: id, title: title, number: number, date: date, known: known)
    }

    /// The clause of an item, which must name a document.
    static func clause<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, _ key: Key, _ problems: inout [Problem]
    ) -> ClauseText? {
        guard fields.required(key, &problems),
            let clause = fields.mapping(key, as: ClauseKey.self, &problems),
            clause.required(.citation, &problems), let citation = clause.text(.citation, &problems)
        else { return nil }
        return ClauseText(
            citation: citation, part: clause.text(.part, &problems), file: fields.file,
            line: clause.line(of: .citation), path: clause.path(of: .citation))
    }

    private static func facilityNames(
        _ fields: YAMLMapping<PackKey>, _ problems: inout [Problem]
    ) -> [FacilityNaming] {
        guard let node = fields.node(.facilityNames) else { return [] }
        guard case .mapping(let mapping) = node else {
            problems.append(fields.problem(.facilityNames, .wrongType(expected: "mapping")))
            return []
        }
        var names: [FacilityNaming] = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            let naming = YAMLMapping<FacilityNamingKey>(
                value, file: fields.file, path: "\(fields.path(of: .facilityNames)).\(name)",
                problems: &problems)
            guard let naming else { continue }
            names.append(
                FacilityNaming(
                    name: name, level: naming.columnWord(.level, FacilityColumn.levels, &problems),
                    kind: naming.columnWord(.kind, FacilityColumn.kinds, &problems),
                    network: naming.columnWord(.network, FacilityColumn.networkRoles, &problems)))
        }
        return names
    }

    /// Reports ids that stand twice in one list: `extends` replaces by id, so that one of them would be lost.
    private static func reportRepeatedIDs(_ fields: YAMLMapping<PackKey>, _ problems: inout [Problem]) {
        for key in [
            PackKey.citations, .rules, .subsidies, .entitlements, .envelopes, .costs, .targets,
        ] {
            guard case .sequence(let items)? = fields.node(key) else { continue }
            var lines: [String: Int] = [:]
            for (index, item) in items.enumerated() {
                guard let node = item.mapping?["id"], let id = node.string else { continue }
                let line = node.mark?.line ?? fields.line(of: key)
                if let first = lines[id] {
                    problems.append(
                        Problem(
                            file: fields.file, row: line, column: "\(key.rawValue)[\(index + 1)].id",
                            .duplicateID(id: id, firstRow: SourceRow(file: fields.file, row: first))))
                } else {
                    lines[id] = line
                }
            }
        }
    }
}
