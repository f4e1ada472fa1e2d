internal import Places
internal import Policy

extension PackDraft {
    /// Reads a subsidy: so much once, so much a year, or a share of cost.
    static func subsidy(
        _ fields: YAMLMapping<SubsidyKey>, _ problems: inout [Problem]
    ) -> Item<Subsidy>? {
        let hasID = fields.required(.id, &problems)
        let id = fields.id(.id, &problems)
        let clause = clause(fields, .clause, &problems)
        let selector = fields.required(.for, &problems) ? fields.openSelector(.for, &problems) : nil
        let from = fields.day(.effectiveFrom, &problems)
        let to = fields.day(.effectiveTo, &problems)
        if let from, let to, to < from {
            problems.append(
                fields.problem(
                    .effectiveTo, .wrongType(expected: "no day before \(SubsidyKey.effectiveFrom.rawValue)")))
        }
        let form = form(fields, &problems)
        let condition = fields.word(.when, as: Subsidy.Condition.self, &problems) ?? .opened
        let chainOf = fields.wholeNumber(.chainOf, in: 2...1_000_000, &problems)
        if let form { reportMisfits(form, condition, fields, &problems) }
        let payers = payers(fields, .payers, &problems)
        guard hasID, let id, let clause, let selector, let form, let payers else { return nil }
        return Item(id: id, clause: clause) { clause in
            Subsidy(
                id: id, clause: clause, selector: selector, form: form, effectiveFrom: from, effectiveTo: to,
                condition: condition, chainOf: chainOf, payers: payers)
        }
    }

    /// Reports conditions that a form of money cannot have: only yearly money goes by the year's assessment, and an
    /// operator of a chain is given a sum once.
    private static func reportMisfits(
        _ form: Subsidy.Form, _ condition: Subsidy.Condition, _ fields: YAMLMapping<SubsidyKey>,
        _ problems: inout [Problem]
    ) {
        var isOnce = false
        var isYearly = false
        switch form {
        case .once: isOnce = true
        case .yearly: isYearly = true
        case .shareOfCost: break
        }
        if condition == .runningNormally, !isYearly {
            problems.append(fields.problem(.when, .missingKey(name: SubsidyKey.yearly.rawValue)))
        }
        if fields.has(.chainOf), !isOnce {
            problems.append(fields.problem(.chainOf, .missingKey(name: SubsidyKey.once.rawValue)))
        }
    }

    private static func form(
        _ fields: YAMLMapping<SubsidyKey>, _ problems: inout [Problem]
    ) -> Subsidy.Form? {
        let forms = [SubsidyKey.once, .yearly, .share]
        let stated = forms.filter { fields.has($0) }
        let names = forms.map(\.rawValue).joined(separator: ", ")
        guard let only = stated.first, stated.count == 1 else {
            problems.append(
                Problem(
                    file: fields.file, row: fields.line, column: fields.path,
                    .wrongType(expected: "exactly one of \(names)")))
            return nil
        }
        if fields.has(.cap), only != .share {
            problems.append(
                fields.problem(
                    .cap, .unknownKey(name: SubsidyKey.cap.rawValue, nearest: nil, of: .policyPack)))
        }
        switch only {
        case .once: return fields.positiveAmount(.once, &problems).map { .once($0) }
        case .yearly: return fields.positiveAmount(.yearly, &problems).map { .yearly($0) }
        default:
            let cap = fields.positiveAmount(.cap, &problems)
            return fields.share(.share, &problems).map { .shareOfCost(share: $0, cap: cap) }
        }
    }

    /// Reads what a facility costs where nobody says.
    static func cost(_ fields: YAMLMapping<CostKey>, _ problems: inout [Problem]) -> Item<CostDefault>? {
        let hasID = fields.required(.id, &problems)
        let id = fields.id(.id, &problems)
        let clause = clause(fields, .clause, &problems)
        let selector = fields.required(.for, &problems) ? fields.openSelector(.for, &problems) : nil
        let parts = [CostKey.perFacility, .perSquareMetre, .perBed]
        if !parts.contains(where: { fields.has($0) }) {
            let names = parts.map(\.rawValue).joined(separator: ", ")
            problems.append(
                Problem(
                    file: fields.file, row: fields.line, column: fields.path,
                    .wrongType(expected: "one or more of \(names)")))
        }
        let perFacility = fields.amount(.perFacility, &problems) ?? .zero
        let perSquareMetre = fields.amount(.perSquareMetre, &problems) ?? .zero
        let perBed = fields.amount(.perBed, &problems) ?? .zero
        guard hasID, let id, let clause, let selector else { return nil }
        return Item(id: id, clause: clause) { clause in
            CostDefault(
                id: id, clause: clause, selector: selector, perFacility: perFacility,
                perSquareMetre: perSquareMetre, perBed: perBed)
        }
    }
}
