internal import Compliance
internal import Coverage
internal import Places
internal import Policy

/// The public money of one year, gathered by scope, rule and payer.
struct YearMoney {
    private struct Key: Hashable {
        let position: Int
        let kind: MoneyLine.Kind
        /// The rule's place in its list of the pack.
        let rule: Int
        let payer: Payer?
    }

    private let pack: PolicyPack
    private let scopes: ScenarioScopes
    private let year: Int
    private var amounts: [Key: ExactDecimal] = [:]
    /// What each facility is given, as it was added.
    private(set) var grants: [FacilityGrant] = []

    init(pack: PolicyPack, scopes: ScenarioScopes, year: Int) {
        self.pack = pack
        self.scopes = scopes
        self.year = year
    }

    /// Adds a subsidy of a facility, divided among its payers, in some scopes.
    mutating func add(
        subsidy: Int, _ kind: MoneyLine.Kind, _ yuan: ExactDecimal, for facility: Int, to positions: [Int]
    ) {
        grants.append(
            FacilityGrant(
                year: year, facility: facility, rule: pack.subsidies[subsidy].id, kind: kind, yuan: yuan))
        for part in pack.subsidies[subsidy].payers.divided(yuan) {
            for position in positions { add(position, kind, subsidy, part.payer, part.yuan) }
        }
    }

    /// Adds what entitled people are given in the year.
    mutating func addEntitlements(of people: EntitledPeople, on end: Day) {
        for (index, entitlement) in pack.entitlements.enumerated() {
            guard entitlement.period.isInForce(on: end), let yuan = entitlement.amount.yuanAPerson else {
                continue
            }
            for (position, member) in scopes.members.enumerated() {
                guard let count = people.count(of: entitlement, in: .scope(member.scope), year: year) else {
                    continue
                }
                for part in entitlement.payers.divided(count * yuan) {
                    add(position, .entitlement, index, part.payer, part.yuan)
                }
            }
        }
    }

    /// Adds the year's envelopes, shared out to districts where the pack says by what, and how far what they pay
    /// goes beyond them.
    ///
    /// A jurisdiction has one envelope: of a study of several cities it is not known whose it is.
    mutating func addEnvelopes(of rows: [AnnualRow], on end: Day) {
        let cities = scopes.members.indices.filter { isCity($0) }
        guard cities.count == 1 else { return }
        let districts = scopes.members.indices.filter { !isCity($0) }
        for (index, envelope) in pack.envelopes.enumerated() where envelope.period.isInForce(on: end) {
            add(cities[0], .envelope, index, envelope.payer, envelope.yuan)
            var isShared = false
            if let sharing = envelope.sharing {
                let weights = districts.map { weight(of: $0, rows[$0], by: sharing, of: envelope) }
                let shares = Apportionment.shares(of: envelope.yuan, by: weights)
                isShared = weights.contains { $0 > .zero }
                if isShared {
                    for (position, share) in zip(districts, shares) {
                        add(position, .envelope, index, envelope.payer, share)
                    }
                }
            }
            for position in cities + (isShared ? districts : []) {
                let key = Key(position: position, kind: .envelope, rule: index, payer: envelope.payer)
                let granted = granted(at: position) { envelope.pays($0, by: $1) }
                let over = granted - (amounts[key] ?? .zero)
                if over > .zero { add(position, .overEnvelope, index, envelope.payer, over) }
            }
        }
    }

    /// What the year's lines of some kind come to in a scope.
    func total(_ kind: MoneyLine.Kind, at position: Int) -> ExactDecimal {
        amounts.reduce(.zero) {
            $1.key.position == position && $1.key.kind == kind ? $0 + $1.value : $0
        }
    }

    /// The lines by scope, kind, rule in the pack's order, and payer.
    ///
    /// What comes to nothing has none.
    var lines: [MoneyLine] {
        amounts.filter { $0.value > .zero }.sorted { rank($0.key).lexicographicallyPrecedes(rank($1.key)) }
            .map { key, yuan in
                MoneyLine(
                    year: year, scope: scopes.members[key.position].scope, payer: key.payer,
                    rule: id(of: key.rule, key.kind), kind: key.kind, yuan: yuan)
            }
    }

    private mutating func add(
        _ position: Int, _ kind: MoneyLine.Kind, _ rule: Int, _ payer: Payer?, _ yuan: ExactDecimal
    ) {
        let key = Key(position: position, kind: kind, rule: rule, payer: payer)
        amounts[key] = (amounts[key] ?? .zero) + yuan
    }

    private func isCity(_ position: Int) -> Bool {
        if case .city = scopes.members[position].scope { true } else { false }
    }

    /// What the rules of a scope grant, of those rules and payers that count.
    private func granted(
        at position: Int, where counts: (_ rule: String, _ payer: Payer?) -> Bool
    ) -> ExactDecimal {
        amounts.reduce(.zero) { sum, line in
            let (key, yuan) = line
            guard key.position == position, [.once, .yearly, .entitlement].contains(key.kind),
                counts(id(of: key.rule, key.kind), key.payer)
            else { return sum }
            return sum + yuan
        }
    }

    /// A district's weight: people as `annual.csv` writes them, to one decimal.
    private func weight(
        of position: Int, _ row: AnnualRow, by sharing: YearlyEnvelope.Sharing, of envelope: YearlyEnvelope
    ) -> ExactDecimal {
        switch sharing {
        case .elders: ExactDecimal(rounding: row.elders ?? 0, decimals: 1)
        case .population: ExactDecimal(rounding: row.population ?? 0, decimals: 1)
        case .facilities: ExactDecimal(row.facilities)
        case .granted: granted(at: position) { rule, _ in envelope.covers(rule) }
        }
    }

    private func id(of rule: Int, _ kind: MoneyLine.Kind) -> String {
        switch kind {
        case .once, .yearly: pack.subsidies[rule].id
        case .entitlement: pack.entitlements[rule].id
        case .envelope, .overEnvelope: pack.envelopes[rule].id
        }
    }

    private func rank(_ key: Key) -> [Int] {
        [
            key.position, MoneyLine.Kind.allCases.firstIndex(of: key.kind) ?? 0, key.rule,
            key.payer.flatMap(Payer.allCases.firstIndex) ?? Payer.allCases.count,
        ]
    }
}
