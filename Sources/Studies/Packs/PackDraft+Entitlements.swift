internal import Places
internal import Policy
internal import Yams

extension PackDraft {
    /// Reads who pays: one word, or parts of several payers; nothing where what is written is wrong.
    static func payers<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, _ key: Key, _ problems: inout [Problem]
    ) -> PayerShares? {
        guard let node = fields.node(key) else { return .unstated }
        if node.string != nil {
            return fields.word(key, as: Payer.self, &problems).map { PayerShares($0) }
        }
        guard let parts = fields.mapping(key, as: PayerKey.self, &problems) else { return nil }
        var weights: [Payer: ExactDecimal] = [:]
        for key in PayerKey.allCases {
            guard let payer = Payer(rawValue: key.rawValue) else { continue }
            weights[payer] = parts.amount(key, &problems)
        }
        let shares = PayerShares(weights: weights)
        if shares.parts.isEmpty {
            problems.append(fields.problem(key, .wrongType(expected: "a part above 0 for one payer or more")))
            return nil
        }
        return shares
    }

    /// Reads what groups of people are entitled to.
    static func entitlement(
        _ fields: YAMLMapping<EntitlementKey>, _ problems: inout [Problem]
    ) -> Item<Entitlement>? {
        let isComplete = [EntitlementKey.id, .name].map { fields.required($0, &problems) }
            .allSatisfy(\.self)
        let id = fields.id(.id, &problems)
        let name = fields.bilingual(.name, &problems)
        let clause = clause(fields, .clause, &problems)
        let period = period(fields, .effectiveFrom, .effectiveTo, &problems)
        let groups = fields.texts(.groups, &problems)
        let services = fields.services(.services, &problems)
        let amount = amount(of: fields, hasServices: !services.isEmpty, &problems)
        let payers = payers(fields, .payers, &problems)
        guard isComplete, let id, let name, let clause, let amount, let payers else { return nil }
        return Item(id: id, clause: clause) { clause in
            Entitlement(
                id: id, name: name, clause: clause, period: period, groups: groups, amount: amount,
                services: services, payers: payers)
        }
    }

    /// Hours and their price, or yuan a year; neither only where services are named.
    private static func amount(
        of fields: YAMLMapping<EntitlementKey>, hasServices: Bool, _ problems: inout [Problem]
    ) -> Entitlement.Amount? {
        let ofHours = [EntitlementKey.hoursAMonth, .yuanAnHour, .months]
        if fields.has(.yuanAYear) {
            for key in ofHours where fields.has(key) {
                problems.append(
                    fields.problem(key, .unknownKey(name: key.rawValue, nearest: nil, of: .policyPack)))
            }
            return fields.positiveAmount(.yuanAYear, &problems).map { .yearly($0) }
        }
        if ofHours.contains(where: { fields.has($0) }) {
            let isComplete = [EntitlementKey.hoursAMonth, .yuanAnHour].map {
                fields.required($0, &problems)
            }.allSatisfy(\.self)
            let hours = fields.positiveAmount(.hoursAMonth, &problems)
            let yuan = fields.positiveAmount(.yuanAnHour, &problems)
            let months = fields.wholeNumber(.months, in: 1...12, &problems) ?? 12
            guard isComplete, let hours, let yuan else { return nil }
            return .hours(aMonth: hours, yuanAnHour: yuan, months: months)
        }
        if hasServices { return .unstated }
        let names = [EntitlementKey.hoursAMonth, .yuanAYear, .services].map(\.rawValue)
        problems.append(
            Problem(
                file: fields.file, row: fields.line, column: fields.path,
                .wrongType(expected: "one of " + names.joined(separator: ", "))))
        return nil
    }

    /// Reads an envelope.
    static func envelope(
        _ fields: YAMLMapping<EnvelopeKey>, _ problems: inout [Problem]
    ) -> EnvelopeItem? {
        let isComplete = [EnvelopeKey.id, .name, .yuan].map { fields.required($0, &problems) }
            .allSatisfy(\.self)
        let id = fields.id(.id, &problems)
        let name = fields.bilingual(.name, &problems)
        let clause = clause(fields, .clause, &problems)
        let period = period(fields, .effectiveFrom, .effectiveTo, &problems)
        let yuan = fields.amount(.yuan, &problems)
        let payer = fields.word(.payer, as: Payer.self, &problems)
        let covers = fields.texts(.covers, &problems)
        let sharing = fields.word(.sharedBy, as: YearlyEnvelope.Sharing.self, &problems)
        guard isComplete, let id, let name, let clause, let yuan else { return nil }
        let item = Item(id: id, clause: clause) { clause in
            YearlyEnvelope(
                id: id, name: name, clause: clause, period: period, yuan: yuan, payer: payer,
                covers: covers, sharing: sharing)
        }
        return EnvelopeItem(
            item: item,
            covers: covers.map { Reference($0, .covers, of: fields) })
    }

    /// When an entry holds.
    private static func period<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, _ from: Key, _ to: Key, _ problems: inout [Problem]
    ) -> EffectivePeriod {
        let period = EffectivePeriod(from: fields.date(from, &problems), to: fields.date(to, &problems))
        if let first = period.from, let last = period.to, last.last < first.first {
            problems.append(
                fields.problem(to, .wrongType(expected: "no day before \(from.rawValue)")))
        }
        return period
    }
}
