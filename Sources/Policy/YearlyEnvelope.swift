package import Places

/// So much money a year, and no more (年度资金安排), which may be shared out to districts.
package struct YearlyEnvelope: Hashable, Sendable {
    /// By what an envelope is shared out to districts.
    package enum Sharing: String, Hashable, Sendable, CaseIterable {
        /// People of 60 and over.
        case elders
        /// People of all ages.
        case population
        /// Open facilities, except platforms.
        case facilities
        /// By result (以奖代补): what the rules that the envelope is for grant in each district, whoever pays it.
        case granted
    }

    /// What the pack calls it.
    package let id: String
    /// What people call it.
    package let name: BilingualText
    /// Where it is written.
    package let clause: Clause
    /// The years for which it is granted: each on whose 31 December the period holds.
    package let period: EffectivePeriod
    /// Yuan a year.
    package let yuan: ExactDecimal
    /// Whose money it is; nothing where the source does not say.
    package let payer: Payer?
    /// The subsidies and entitlements that are paid out of it, by id, in byte order; none: all.
    package let covers: [String]
    /// By what it is shared out; nothing: it is not.
    package let sharing: Sharing?

    /// Makes an envelope of its parts.
    package init(
        id: String, name: BilingualText, clause: Clause, period: EffectivePeriod = .always,
        yuan: ExactDecimal, payer: Payer? = nil, covers: [String] = [], sharing: Sharing? = nil
    ) {
        self.id = id
        self.name = name
        self.clause = clause
        self.period = period
        self.yuan = yuan
        self.payer = payer
        self.covers = Set(covers).sorted(by: precedesInByteOrder)
        self.sharing = sharing
    }

    /// Whether a rule is one of those that it is for.
    package func covers(_ rule: String) -> Bool { covers.isEmpty || covers.contains(rule) }

    /// Whether what a payer bears under a rule is paid out of it.
    package func pays(_ rule: String, by payer: Payer?) -> Bool {
        covers(rule) && (self.payer == nil || self.payer == payer)
    }
}
