internal import Places
internal import Policy
internal import Yams

extension PackDraft {
    /// Reads a standard of facilities: one thing that is asked of each.
    static func facilityStandard(
        _ id: String, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        let requirements: [RuleKey] = [
            .minimumArea, .areaPerBed, .highestFloor, .services, .serviceClass, .minimumLand, .longestStay,
        ]
        reportForeignKeys(
            of: fields,
            allowed: [.name, .for, .where, .shareOfPublicService, .aboveGround] + requirements, &problems)
        let isNamed = fields.required(.name, &problems)
        let name = fields.bilingual(.name, &problems)
        let selector = fields.required(.for, &problems) ? fields.selector(.for, &problems) : nil
        let area = area(fields, .where, &problems)
        let stated = requirements.filter { fields.has($0) }
        guard let only = stated.first, stated.count == 1 else {
            let names = requirements.map(\.rawValue).joined(separator: ", ")
            problems.append(
                Problem(
                    file: fields.file, row: fields.line, column: fields.path,
                    .wrongType(expected: "exactly one of \(names)")))
            return nil
        }
        for (key, owner) in [
            (RuleKey.shareOfPublicService, RuleKey.minimumArea), (.aboveGround, .highestFloor),
        ]
        where fields.has(key) && only != owner {
            problems.append(fields.problem(key, .missingKey(name: owner.rawValue)))
        }
        guard isNamed, let requirement = requirement(only, fields, &problems), let name, let selector,
            let area
        else { return nil }
        return { clause in
            .facility(
                FacilityStandard(
                    id: id, name: name, clause: clause, period: period, selector: selector, area: area,
                    requirement: requirement))
        }
    }

    private static func requirement(
        _ key: RuleKey, _ fields: YAMLMapping<RuleKey>, _ problems: inout [Problem]
    ) -> FacilityStandard.Requirement? {
        switch key {
        case .minimumArea:
            let share = fields.share(.shareOfPublicService, &problems)
            return fields.positiveAmount(.minimumArea, &problems).map {
                .floorArea(minimum: $0, orShareOfPublicService: share)
            }
        case .areaPerBed: return fields.positiveAmount(.areaPerBed, &problems).map { .areaPerBed($0) }
        case .highestFloor:
            let aboveGround = fields.flag(.aboveGround, &problems) ?? false
            return fields.wholeNumber(.highestFloor, in: 1...100, &problems).map {
                .floors(highest: $0, aboveGround: aboveGround)
            }
        case .minimumLand: return fields.positiveAmount(.minimumLand, &problems).map { .landArea($0) }
        case .longestStay:
            return fields.wholeNumber(.longestStay, in: 1...1200, &problems).map { .longestStay(months: $0) }
        case .services:
            let services = fields.services(.services, &problems)
            return services.isEmpty ? nil : .services(Set(services).sorted(by: precedesInByteOrder))
        default:
            return fields.columnWord(.serviceClass, FacilityColumn.serviceClasses, &problems)
                .map { .serviceClass($0) }
        }
    }

    /// Reads how many facilities each area of a tier must have.
    static func tierStandard(
        _ id: String, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(
            of: fields, allowed: [.name, .per, .counts, .where, .meeting, .due, .atLeast, .noteAbove],
            &problems)
        // All that is missing is reported, not only the first.
        let isComplete = [RuleKey.name, .per, .counts].map { fields.required($0, &problems) }
            .allSatisfy(\.self)
        let name = fields.bilingual(.name, &problems)
        let tier = fields.columnWord(.per, PackWords.tiers, &problems)
        let selector = fields.selector(.counts, &problems)
        let area = area(fields, .where, &problems)
        let meeting = fields.texts(.meeting, &problems).map { Reference($0, .meeting, of: fields) }
        let due = fields.date(.due, &problems)
        let atLeast = fields.wholeNumber(.atLeast, in: 1...1_000_000, &problems) ?? 1
        let noteAbove = fields.wholeNumber(.noteAbove, in: atLeast...1_000_000, &problems)
        guard isComplete, let name, let tier, let selector, let area else { return nil }
        return { clause in
            .tier(
                TierStandard(
                    id: id, name: name, clause: clause, period: period, due: due, tier: tier, area: area,
                    selector: selector, meeting: meeting.map(\.id), atLeast: atLeast, noteAbove: noteAbove),
                meeting: meeting)
        }
    }

    /// Reads where a rule applies; left out, everywhere.
    static func area<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, _ key: Key, _ problems: inout [Problem]
    ) -> PolicyArea? {
        guard fields.has(key) else { return .everywhere }
        guard let area = fields.mapping(key, as: AreaKey.self, &problems) else { return nil }
        return PolicyArea(
            districts: area.texts(.districts, &problems),
            setting: area.columnWord(.setting, CommunityColumn.settings, &problems))
    }

    /// Reads a walking circle.
    static func circle(_ fields: YAMLMapping<CircleKey>, _ problems: inout [Problem]) -> Item<LifeCircle>? {
        let isComplete = [CircleKey.minutes, .mostMetres].map { fields.required($0, &problems) }
            .allSatisfy(\.self)
        let clause = clause(fields, .clause, &problems)
        let minutes = fields.wholeNumber(.minutes, in: 1...1000, &problems)
        let leastMetres = fields.amount(.leastMetres, &problems)
        let mostMetres = fields.positiveAmount(.mostMetres, &problems)
        let leastPeople = fields.amount(.leastPeople, &problems)
        let mostPeople = fields.amount(.mostPeople, &problems)
        reportOrder(of: fields, .leastMetres, leastMetres, .mostMetres, mostMetres, &problems)
        reportOrder(of: fields, .leastPeople, leastPeople, .mostPeople, mostPeople, &problems)
        guard isComplete, let clause, let minutes, let mostMetres else { return nil }
        return Item(id: "\(minutes)min", clause: clause) { clause in
            LifeCircle(
                minutes: minutes, clause: clause, leastMetres: leastMetres, mostMetres: mostMetres,
                leastPeople: leastPeople, mostPeople: mostPeople)
        }
    }

    /// Reports a least that is more than the most.
    private static func reportOrder(
        of fields: YAMLMapping<CircleKey>, _ leastKey: CircleKey, _ least: ExactDecimal?,
        _ mostKey: CircleKey, _ most: ExactDecimal?, _ problems: inout [Problem]
    ) {
        guard let least, let most, least > most else { return }
        problems.append(
            fields.problem(
                leastKey,
                .exceeds(part: leastKey.rawValue, least, whole: mostKey.rawValue, most)))
    }

    /// Reads which services make which class.
    static func serviceClasses(
        _ fields: YAMLMapping<PackKey>, _ problems: inout [Problem]
    ) -> [ServiceClass: [String]] {
        guard let classes = fields.mapping(.serviceClasses, as: ServiceClassKey.self, &problems)
        else { return [:] }
        var services: [ServiceClass: [String]] = [:]
        for key in ServiceClassKey.allCases where classes.has(key) {
            guard let serviceClass = ServiceClass(rawValue: key.rawValue) else { continue }
            services[serviceClass] = classes.texts(key, &problems)
        }
        return services
    }
}
