internal import Places
internal import Policy
internal import Yams

extension PackDraft {
    /// Reads what entitled people must find.
    static func service(
        _ id: String, isHours: Bool, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(
            of: fields, allowed: [.entitlement, .counts, .per] + (isHours ? [.hoursACarer] : []), &problems)
        let needed: [RuleKey] = isHours ? [.entitlement, .hoursACarer] : [.entitlement]
        let isComplete = needed.map { fields.required($0, &problems) }.allSatisfy(\.self)
        let entitlement = fields.text(.entitlement, &problems)
        let selector = fields.has(.counts) ? fields.selector(.counts, &problems) : .any
        let tier = fields.columnWord(.per, PackWords.tiers, &problems) ?? .city
        let hours = fields.positiveAmount(.hoursACarer, &problems)
        guard isComplete, let entitlement, let selector else { return nil }
        let demand: ServiceRule.Demand
        if isHours {
            guard let hours else { return nil }
            demand = .hours(aCarerAMonth: hours)
        } else {
            demand = .offered
        }
        let reference = Reference(entitlement, .entitlement, of: fields)
        return { clause in
            .service(
                ServiceRule(
                    id: id, clause: clause, period: period, entitlement: entitlement, selector: selector,
                    tier: tier, demand: demand),
                entitlement: reference)
        }
    }

    /// Reports an entitlement that is not there, or names no hours or no services to hold a rule against.
    func check(
        _ rule: ServiceRule, _ reference: Reference, _ pack: PolicyPack, _ problems: inout [Problem]
    ) {
        func report(_ fault: Fault) { problems.append(reference.problem(fault)) }
        guard let entitlement = pack.entitlements.first(where: { $0.id == reference.id }) else {
            return reportUnmet([(rule.id, reference)], known: pack.entitlements.map(\.id), &problems)
        }
        switch rule.demand {
        case .hours where entitlement.amount.hoursAMonth == nil:
            report(.missingKey(name: EntitlementKey.hoursAMonth.rawValue))
        case .offered where entitlement.services.isEmpty:
            report(.missingKey(name: EntitlementKey.services.rawValue))
        case .hours, .offered: break
        }
    }

    /// Reads what counts for the further measures that a pack names.
    static func namedMeasures(
        _ measures: YAMLMapping<MeasureKey>, _ problems: inout [Problem]
    ) -> [NamedMeasure: (rule: NamedMeasureRule, meeting: [Reference])] {
        var named: [NamedMeasure: (rule: NamedMeasureRule, meeting: [Reference])] = [:]
        for key in MeasureKey.allCases where measures.has(key) {
            guard let measure = NamedMeasure(rawValue: key.rawValue),
                let fields = measures.mapping(key, as: NamedMeasureKey.self, &problems),
                fields.required(.counts, &problems), let selector = fields.selector(.counts, &problems)
            else { continue }
            let meeting = fields.texts(.meeting, &problems)
            guard let area = area(fields, .where, &problems) else { continue }
            named[measure] = (
                NamedMeasureRule(selector: selector, meeting: meeting, area: area),
                meeting.map { Reference($0, .meeting, of: fields) }
            )
        }
        return named
    }
}
