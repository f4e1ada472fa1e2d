package import Places
internal import Policy

/// What an action costs, and what the public purse gives for it.
package struct ActionMoney: Hashable, Sendable {
    /// Gross cost, yuan; nothing where neither the programme nor the pack knows it.
    package let capital: ExactDecimal?
    /// What the public purse gives once for it, subsidy by subsidy in the pack's order.
    let grants: [Grant]
    /// By how much the yearly running subsidy changes, yuan for a full year: less than zero where it ends.
    package let subsidyYearly: ExactDecimal

    /// What is given once under one subsidy.
    struct Grant: Hashable, Sendable {
        /// The subsidy's place in the pack.
        let subsidy: Int
        /// When it is paid: later than the action where the subsidy waits for the facility's acceptance.
        let day: Day
        let yuan: ExactDecimal
    }

    /// The part of the cost that the public purse bears once, yuan, whenever it is paid.
    package var subsidyOnce: ExactDecimal { grants.reduce(.zero) { $0 + $1.yuan } }
}

/// Adds up the money of a programme's actions, one after another.
///
/// - Capital is the gross cost that the programme states; an opening without one costs what the pack's defaults
///   say. A closure costs nothing unless the programme says so.
/// - An opening is given every one-off subsidy of the pack that is for such a facility on its day. An upgrade is
///   given the shares of cost for its own cost, and a lump sum only where it makes the facility one that the sum
///   is for and that it was not before. A cap holds for all that a facility is given under one subsidy in the
///   run. All one-off subsidies of an action are a part of its cost, so never more than it, where it is known: what
///   would go beyond it is cut from the last in the pack's order.
/// - The running subsidy is judged on the last day of the year, for a full year.
struct MoneyLedger {
    private let pack: PolicyPack
    /// What a facility has been given so far under a subsidy with a cap.
    private var given: [Grant: ExactDecimal] = [:]

    private struct Grant: Hashable {
        let facility: Int
        let subsidy: Int
    }

    init(pack: PolicyPack) { self.pack = pack }

    /// The money of one action, from the facility before and after it.
    mutating func money(
        of action: PlannedAction, before: Facility, after: Facility, yearEnd: Day
    ) -> ActionMoney {
        let capital: ExactDecimal? =
            switch action.kind {
            case .open: action.statedCost ?? pack.defaultCost(of: after)
            case .upgrade: action.statedCost
            case .close: action.statedCost ?? .zero
            }
        var grants: [ActionMoney.Grant] = []
        var left = capital
        if action.kind != .close {
            for (index, subsidy) in pack.subsidies.enumerated() {
                let day = subsidy.payday(of: after, on: action.day)
                let yuan = grant(
                    index, for: action, before: before, after: after, cost: capital, on: day, atMost: left)
                left = left.map { $0 - yuan }
                if yuan > .zero { grants.append(.init(subsidy: index, day: day, yuan: yuan)) }
            }
        }
        return ActionMoney(
            capital: capital, grants: grants,
            subsidyYearly: running(after, on: yearEnd) - running(before, on: yearEnd))
    }

    private mutating func grant(
        _ index: Int, for action: PlannedAction, before: Facility, after: Facility, cost: ExactDecimal?,
        on day: Day, atMost left: ExactDecimal?
    ) -> ExactDecimal {
        let subsidy = pack.subsidies[index]
        guard var amount = subsidy.once(for: after, cost: cost, on: day) else { return .zero }
        if let left { amount = min(amount, left) }
        switch subsidy.form {
        case .once, .yearly:
            if action.kind == .upgrade, subsidy.selector.counts(before) { return .zero }
        case .shareOfCost(_, let cap):
            let key = Grant(facility: action.facility, subsidy: index)
            let sofar = given[key] ?? .zero
            if let cap { amount = min(amount, cap - sofar) }
            given[key] = sofar + amount
        }
        return amount
    }

    private func running(_ facility: Facility, on day: Day) -> ExactDecimal {
        facility.isOpen(on: day) ? pack.subsidyYearly(for: facility, on: day) : .zero
    }
}
