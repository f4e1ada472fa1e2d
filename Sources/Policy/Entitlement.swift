package import Places

/// What people of some groups are entitled to each year (保障对象的服务待遇): services, hours of service, or money for
/// them.
package struct Entitlement: Hashable, Sendable {
    /// How much one person is entitled to.
    package enum Amount: Hashable, Sendable {
        /// So many hours a month, at so many yuan an hour, in so many months of the year.
        case hours(aMonth: ExactDecimal, yuanAnHour: ExactDecimal, months: Int)
        /// So many yuan a year.
        case yearly(ExactDecimal)
        /// The source names services and no amount.
        case unstated

        /// Yuan for one person and year; nothing where the source names none.
        package var yuanAPerson: ExactDecimal? {
            switch self {
            case .hours(let hours, let yuan, let months): hours * yuan * ExactDecimal(months)
            case .yearly(let yuan): yuan
            case .unstated: nil
            }
        }

        /// Hours of service for one person and month; nothing where the source names none.
        package var hoursAMonth: ExactDecimal? {
            if case .hours(let hours, _, _) = self { hours } else { nil }
        }
    }

    /// What the pack calls it.
    package let id: String
    /// What people call it.
    package let name: BilingualText
    /// Where it is written.
    package let clause: Clause
    /// When it holds.
    package let period: EffectivePeriod
    /// The groups of the layer `groups` that are entitled, in byte order; none: every group of the layer.
    package let groups: [String]
    /// How much one person is entitled to.
    package let amount: Amount
    /// The services that are bought, in byte order.
    package let services: [String]
    /// Who bears the money.
    package let payers: PayerShares

    /// Makes an entitlement of its parts.
    package init(
        id: String, name: BilingualText, clause: Clause, period: EffectivePeriod = .always,
        groups: [String] = [], amount: Amount, services: [String] = [], payers: PayerShares = .unstated
    ) {
        self.id = id
        self.name = name
        self.clause = clause
        self.period = period
        self.groups = Set(groups).sorted(by: precedesInByteOrder)
        self.amount = amount
        self.services = Set(services).sorted(by: precedesInByteOrder)
        self.payers = payers
    }

    /// Whether people of a group are entitled.
    package func holds(_ group: String) -> Bool { groups.isEmpty || groups.contains(group) }
}
