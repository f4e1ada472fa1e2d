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

    /// What must have happened before it is paid.
    package enum Condition: String, Hashable, Sendable, CaseIterable {
        /// The facility is open.
        case opened
        /// It is accepted (验收合格) too; one that states no day of it counts as accepted when it opens.
        case accepted
        /// Only of yearly money: it is accepted, and the year is none of those in which it failed its assessment.
        case runningNormally = "running_normally"
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
    /// The last day on which it is granted; nothing: until further notice.
    package let effectiveTo: Day?
    /// What must have happened before.
    package let condition: Condition
    /// Not for a facility, but once for an operator who comes to run so many of the selector; nothing: for each.
    package let chainOf: Int?
    /// Who bears it.
    package let payers: PayerShares

    /// Makes a subsidy of its parts.
    package init(
        id: String, clause: Clause, selector: FacilitySelector, form: Form, effectiveFrom: Day? = nil,
        effectiveTo: Day? = nil, condition: Condition = .opened, chainOf: Int? = nil,
        payers: PayerShares = .unstated
    ) {
        self.id = id
        self.clause = clause
        self.selector = selector
        self.form = form
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.condition = condition
        self.chainOf = chainOf
        self.payers = payers
    }

    /// The day on which something that happens to a facility is paid for: that of its acceptance, where the
    /// subsidy waits for it and the facility states a later one.
    package func payday(of facility: Facility, on day: Day) -> Day {
        guard condition != .opened, let accepted = facility.accepted?.last else { return day }
        return max(day, accepted)
    }

    /// What a facility that opens on a day is given once, yuan; nothing if the subsidy is not for it.
    ///
    /// A share of cost of a facility whose cost is unknown is nothing, too.
    package func once(for facility: Facility, cost: ExactDecimal?, on day: Day) -> ExactDecimal? {
        guard chainOf == nil, isInForce(on: day), selector.counts(facility) else { return nil }
        switch form {
        case .once(let yuan):
            return yuan
        case .yearly:
            return nil
        case .shareOfCost(let share, let cap):
            guard let cost else { return nil }
            // To the fen: the rest is whoever builds it's.
            let amount = Apportionment.shares(of: cost, by: [share, ExactDecimal(1) - share])[0]
            return if let cap { min(amount, cap) } else { amount }
        }
    }

    /// What an open facility is given for the year that ends on a day, yuan; nothing if it is not for it.
    package func yearly(for facility: Facility, on day: Day) -> ExactDecimal? {
        guard case .yearly(let yuan) = form, isInForce(on: day), selector.counts(facility),
            payday(of: facility, on: day) <= day
        else { return nil }
        if condition == .runningNormally, facility.failedAssessments.contains(day.year) { return nil }
        return yuan
    }

    /// Whether it is granted on a day.
    package func isInForce(on day: Day) -> Bool {
        if let effectiveFrom, day < effectiveFrom { return false }
        if let effectiveTo, day > effectiveTo { return false }
        return true
    }
}
