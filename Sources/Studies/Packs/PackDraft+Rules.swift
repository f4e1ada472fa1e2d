internal import Places
internal import Policy
internal import Yams

/// The kinds of rule that an id names as a whole, beside those of facilities and areas with names of their own.
private let ruleIDs =
    [SpaceRule.id, FirstPhaseRule.id, SingleSiteRule.id, PooledSpaceRule.id, LandRule.id]
    + Milestone.allCases.map(SynchronizationRule.id(of:))

extension PackDraft {
    /// Reads a rule; its id says which other keys it has.
    static func rule(_ fields: YAMLMapping<RuleKey>, _ problems: inout [Problem]) -> Item<Rule>? {
        guard fields.required(.id, &problems), let id = fields.id(.id, &problems) else { return nil }
        let clause = clause(fields, .clause, &problems)
        let period = period(of: fields, &problems)
        let kind = id.prefix { $0 != "@" }
        let version = id.dropFirst(kind.count + 1)
        guard kind.count == id.count || (!version.isEmpty && !version.contains(where: \.isWhitespace)) else {
            problems.append(fields.problem(.id, .notOneOf(text: id, allowed: [kind + "@2024"])))
            return nil
        }
        let make: ((Clause) -> Rule)?
        switch kind {
        case SpaceRule.id: make = space(id, fields, period, &problems)
        case FirstPhaseRule.id: make = firstPhase(id, fields, period, &problems)
        case SingleSiteRule.id: make = singleSite(id, fields, period, &problems)
        case PooledSpaceRule.id: make = pooledSpace(id, fields, period, &problems)
        case LandRule.id: make = land(id, fields, period, &problems)
        case ServiceRule.hoursID, ServiceRule.offeredID:
            make = service(id, isHours: kind == ServiceRule.hoursID, fields, period, &problems)
        default:
            if let milestone = Milestone.allCases.first(where: { SynchronizationRule.id(of: $0) == kind }) {
                make = synchronization(id, milestone, fields, period, &problems)
            } else if isNamed(id, after: FacilityStandard.prefix) {
                make = facilityStandard(id, fields, period, &problems)
            } else if isNamed(id, after: TierStandard.prefix) {
                make = tierStandard(id, fields, period, &problems)
            } else {
                let allowed =
                    ruleIDs + [
                        FacilityStandard.prefix + "…", TierStandard.prefix + "…", ServiceRule.hoursID,
                        ServiceRule.offeredID,
                    ]
                problems.append(fields.problem(.id, .notOneOf(text: id, allowed: allowed)))
                return nil
            }
        }
        guard let make, let clause else { return nil }
        let begin = Beginning(
            day: period.from, file: fields.file, line: fields.line(of: .effectiveFrom),
            path: fields.path(of: .effectiveFrom))
        return Item(id: id, clause: clause, make: make, begin: begin)
    }

    /// Reports versions of one rule that begin on the same day: of a compound planned on it both would be for it.
    ///
    /// What is asked for entitled people has no versions: the word after `@` tells entitlements apart.
    func reportVersionsOfOneDay(_ problems: inout [Problem]) {
        var known: [Substring: [(id: String, begin: Beginning)]] = [:]
        for rule in rules {
            let kind = rule.id.prefix { $0 != "@" }
            guard let begin = rule.begin, kind != ServiceRule.hoursID, kind != ServiceRule.offeredID
            else { continue }
            if let other = known[kind]?.first(where: { $0.begin.isSame(as: begin) }) {
                problems.append(
                    Problem(
                        file: begin.file, row: begin.line, column: begin.path,
                        .versionOfSameDay(id: rule.id, other: other.id)))
            }
            known[kind, default: []].append((rule.id, begin))
        }
    }

    private static func isNamed(_ id: String, after prefix: String) -> Bool {
        id.hasPrefix(prefix) && id.count > prefix.count
    }

    /// When a rule holds; `effective_from: unknown` says that its source names no day.
    private static func period(
        of fields: YAMLMapping<RuleKey>, _ problems: inout [Problem]
    ) -> EffectivePeriod {
        let isUnknown = fields.node(.effectiveFrom)?.string == "unknown"
        let from = isUnknown ? nil : fields.date(.effectiveFrom, &problems)
        let to = fields.date(.effectiveTo, &problems)
        if let from, let to, to.last < from.first {
            problems.append(
                fields.problem(
                    .effectiveTo, .wrongType(expected: "no day before \(RuleKey.effectiveFrom.rawValue)")))
        }
        return EffectivePeriod(from: from, to: to)
    }

    private static func space(
        _ id: String, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(
            of: fields, allowed: [.classBy, .newRate, .existingRate, .elsewhereCounts], &problems)
        let isDated = fields.required(.effectiveFrom, &problems)
        let classDate = fields.word(.classBy, as: Milestone.self, &problems) ?? .planned
        if !fields.has(.existingRate) { _ = fields.required(.newRate, &problems) }
        let newRate = fields.positiveAmount(.newRate, &problems)
        let existingRate = fields.positiveAmount(.existingRate, &problems)
        let countsElsewhere = fields.flag(.elsewhereCounts, &problems) ?? false
        guard isDated else { return nil }
        return { clause in
            .space(
                SpaceRule(
                    entry: id, clause: clause, effectiveFrom: period.from, effectiveTo: period.to,
                    classDate: classDate, newRate: newRate, existingRate: existingRate,
                    countsElsewhere: countsElsewhere))
        }
    }

    private static func firstPhase(
        _ id: String, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(of: fields, allowed: [.fallback], &problems)
        var share: ExactDecimal?
        if fields.node(.fallback)?.string != "none" {
            if let fallback = fields.mapping(.fallback, as: FallbackKey.self, &problems),
                fallback.required(.builtBeforeShare, &problems)
            {
                share = fallback.share(.builtBeforeShare, &problems)
            }
        }
        return { [share] clause in
            .firstPhase(
                FirstPhaseRule(
                    entry: id, clause: clause, effectiveFrom: period.from, effectiveTo: period.to,
                    builtBeforeShare: share))
        }
    }

    private static func singleSite(
        _ id: String, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(of: fields, allowed: [.minimumSpace], &problems)
        guard fields.required(.minimumSpace, &problems),
            let minimum = fields.positiveAmount(.minimumSpace, &problems)
        else { return nil }
        return { clause in
            .singleSite(
                SingleSiteRule(
                    entry: id, clause: clause, effectiveFrom: period.from, effectiveTo: period.to,
                    minimum: minimum))
        }
    }

    private static func pooledSpace(
        _ id: String, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(of: fields, allowed: [.by, .withinMetres], &problems)
        guard fields.required(.by, &problems), let by = fields.text(.by, &problems) else { return nil }
        let grouping: PooledSpaceRule.Grouping
        switch by {
        case "pool", "community":
            if fields.has(.withinMetres) {
                // Who shares is named: metres would decide nothing.
                problems.append(
                    fields.problem(
                        .withinMetres,
                        .unknownKey(name: RuleKey.withinMetres.rawValue, nearest: nil, of: .policyPack)))
            }
            grouping = by == "pool" ? .pool : .community
        case "distance", "walk":
            guard fields.required(.withinMetres, &problems),
                let metres = fields.positiveAmount(.withinMetres, &problems)
            else { return nil }
            grouping = by == "walk" ? .walk(metres) : .within(metres)
        default:
            problems.append(
                fields.problem(.by, .notOneOf(text: by, allowed: PooledSpaceRule.Grouping.words)))
            return nil
        }
        return { clause in
            .pooledSpace(
                PooledSpaceRule(
                    entry: id, clause: clause, effectiveFrom: period.from, effectiveTo: period.to,
                    grouping: grouping))
        }
    }

    private static func land(
        _ id: String, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(of: fields, allowed: [.landPerPerson], &problems)
        guard fields.required(.landPerPerson, &problems),
            let perPerson = fields.positiveAmount(.landPerPerson, &problems)
        else { return nil }
        return { clause in
            .land(
                LandRule(
                    entry: id, clause: clause, effectiveFrom: period.from, effectiveTo: period.to,
                    perPerson: perPerson))
        }
    }

    private static func synchronization(
        _ id: String, _ milestone: Milestone, _ fields: YAMLMapping<RuleKey>, _ period: EffectivePeriod,
        _ problems: inout [Problem]
    ) -> ((Clause) -> Rule)? {
        reportForeignKeys(of: fields, allowed: [.phase], &problems)
        let phase = fields.wholeNumber(.phase, in: 1...1000, &problems) ?? 1
        return { clause in
            .synchronization(
                SynchronizationRule(
                    entry: id, milestone: milestone, clause: clause, effectiveFrom: period.from,
                    effectiveTo: period.to, phase: phase))
        }
    }

    /// Reports keys that belong to rules of another kind.
    static func reportForeignKeys(
        of fields: YAMLMapping<RuleKey>, allowed: [RuleKey], _ problems: inout [Problem]
    ) {
        for key in RuleKey.allCases where fields.has(key) {
            if ![.id, .clause, .effectiveFrom, .effectiveTo].contains(key), !allowed.contains(key) {
                problems.append(
                    fields.problem(key, .unknownKey(name: key.rawValue, nearest: nil, of: .policyPack)))
            }
        }
    }
}
