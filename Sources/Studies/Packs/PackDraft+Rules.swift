internal import Places
internal import Policy
internal import Yams

/// The ids that rules may have, each of which says what kind of rule it is.
private let ruleIDs =
    [SpaceRule.id, FirstPhaseRule.id] + Milestone.allCases.map(SynchronizationRule.id(of:))

extension PackDraft {
    /// Reads a rule; its id says which other keys it has.
    static func rule(_ fields: YAMLMapping<RuleKey>, _ problems: inout [Problem]) -> Rule? {
        guard fields.required(.id, &problems), let id = fields.text(.id, &problems) else { return nil }
        let clause = clause(fields, .clause, &problems)
        let from = fields.day(.effectiveFrom, &problems)
        if id == SpaceRule.id {
            reportForeignKeys(of: fields, allowed: [.classBy, .newRate, .existingRate], &problems)
            return space(fields, clause, from, &problems)
        }
        if id == FirstPhaseRule.id {
            reportForeignKeys(of: fields, allowed: [.fallback], &problems)
            return firstPhase(fields, clause, from, &problems)
        }
        if let milestone = Milestone.allCases.first(where: { SynchronizationRule.id(of: $0) == id }) {
            reportForeignKeys(of: fields, allowed: [.phase], &problems)
            let phase = fields.wholeNumber(.phase, in: 1...1000, &problems) ?? 1
            guard let clause else { return nil }
            return .synchronization(
                Item(id: id, clause: clause) { clause in
                    SynchronizationRule(
                        milestone: milestone, clause: clause, effectiveFrom: from, phase: phase)
                })
        }
        problems.append(fields.problem(.id, .notOneOf(text: id, allowed: ruleIDs)))
        return nil
    }

    private static func space(
        _ fields: YAMLMapping<RuleKey>, _ clause: ClauseText?, _ from: Day?, _ problems: inout [Problem]
    ) -> Rule? {
        let isDated = fields.required(.effectiveFrom, &problems)
        let classDate = fields.word(.classBy, as: Milestone.self, &problems) ?? .planned
        if !fields.has(.existingRate) { _ = fields.required(.newRate, &problems) }
        let newRate = fields.amount(.newRate, &problems)
        let existingRate = fields.amount(.existingRate, &problems)
        guard isDated, let from, let clause else { return nil }
        return .space(
            Item(id: SpaceRule.id, clause: clause) { clause in
                SpaceRule(
                    clause: clause, effectiveFrom: from, classDate: classDate, newRate: newRate,
                    existingRate: existingRate)
            })
    }

    private static func firstPhase(
        _ fields: YAMLMapping<RuleKey>, _ clause: ClauseText?, _ from: Day?, _ problems: inout [Problem]
    ) -> Rule? {
        var share: ExactDecimal?
        if fields.node(.fallback)?.string != "none" {
            if let fallback = fields.mapping(.fallback, as: FallbackKey.self, &problems),
                fallback.required(.builtBeforeShare, &problems)
            {
                share = fallback.share(.builtBeforeShare, &problems)
            }
        }
        guard let clause else { return nil }
        return .firstPhase(
            Item(id: FirstPhaseRule.id, clause: clause) { [share] clause in
                FirstPhaseRule(clause: clause, effectiveFrom: from, builtBeforeShare: share)
            })
    }

    /// Reports keys that belong to rules of another kind.
    private static func reportForeignKeys(
        of fields: YAMLMapping<RuleKey>, allowed: [RuleKey], _ problems: inout [Problem]
    ) {
        for key in RuleKey.allCases where fields.has(key) {
            if ![.id, .clause, .effectiveFrom].contains(key), !allowed.contains(key) {
                problems.append(
                    fields.problem(key, .unknownKey(name: key.rawValue, nearest: nil, of: .policyPack)))
            }
        }
    }
}
