package import Places

/// Public money for a facility, as a pack grants it.
package struct Subsidy: Hashable, Sendable {
    /// How the amount is found.
    package enum Form: Hashable, Sendable {
        /// Once, when the facility is built: so many yuan.
        case once(ExactDecimal)
        /// For every year at whose end the facility is open: so many yuan.
        case yearly(ExactDecimal)
        /// Once, a share (0…1) of what it costs, never more than the cap in yuan.
        case shareOfCost(share: ExactDecimal, cap: ExactDecimal?)
    }

    /// What the pack calls it.
    package let id: String
    /// Where it is written.
    package let clause: Clause
    /// Which facilities are given it.
    package let selector: FacilitySelector
    /// How the amount is found.
    package let form: Form
    /// From when it is granted; nothing: always.
    package let effectiveFrom: Day?

    /// Makes a subsidy of its parts.
    package init(
        id: String, clause: Clause, selector: FacilitySelector, form: Form, effectiveFrom: Day? = nil
    ) {
        self.id = id
        self.clause = clause
        self.selector = selector
        self.form = form
        self.effectiveFrom = effectiveFrom
    }

    /// What a facility that opens on a day is given once, yuan; nothing if the subsidy is not for it.
    ///
    /// A share of cost of a facility whose cost is unknown is nothing, too.
    package func once(for facility: Facility, cost: ExactDecimal?, on day: Day) -> ExactDecimal? {
        guard isGranted(to: facility, on: day) else { return nil }
        switch form {
        case .once(let yuan):
            return yuan
        case .yearly:
            return nil
        case .shareOfCost(let share, let cap):
            guard let cost else { return nil }
            let amount = share * cost
            return if let cap { min(amount, cap) } else { amount }
        }
    }

    /// What an open facility is given for the year that ends on a day, yuan; nothing if it is not for it.
    package func yearly(for facility: Facility, on day: Day) -> ExactDecimal? {
        guard case .yearly(let yuan) = form, isGranted(to: facility, on: day) else { return nil }
        return yuan
    }

    private func isGranted(to facility: Facility, on day: Day) -> Bool {
        if let effectiveFrom, day < effectiveFrom { return false }
        return selector.counts(facility)
    }
}
