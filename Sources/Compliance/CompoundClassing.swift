package import Places
package import Policy

/// Whether a rule sees a compound as new or as existing, as far as its dates tell.
package enum CompoundClassing: Hashable, Sendable {
    case known(CompoundClass)
    case open(ClassDoubt)
}

extension CompoundRecord {
    /// The compound's class under a rule that is in effect from a date.
    ///
    /// New if its date is on or after that day, else existing. The date is the compound's own (of those that
    /// it has, planned and delivered), else the earliest of its phases' housing; without either it is existing
    /// if it was delivered before that day. A date known to the month or year that may lie on both sides
    /// leaves the class open, and so does a rule whose source names no day, or only a month or year.
    package func classing(by milestone: Milestone, from start: PartialDate?) -> CompoundClassing {
        guard let start else { return .open(.ruleUndated) }
        if let date = ownDate(of: milestone) {
            return classing(of: DaySpan(date), from: start, doubt: .partialDate(date))
        }
        if let span = phases.earliestHousing(milestone) {
            let straddling = phases.lazy.compactMap { $0.housing[milestone] }
                .first { $0.first < start.last && $0.last >= start.first }
            return classing(
                of: span, from: start, doubt: straddling.map(ClassDoubt.partialDate) ?? .noDate)
        }
        guard let delivered = compound.delivered else { return .open(.noDate) }
        if delivered.last < start.first { return .known(.existing) }
        return .open(delivered.first < start.first ? .partialDate(delivered) : .noDate)
    }

    private func classing(
        of span: DaySpan, from start: PartialDate, doubt: ClassDoubt
    ) -> CompoundClassing {
        if span.first >= start.last { return .known(.new) }
        if span.last < start.first { return .known(.existing) }
        return .open(start.precision == .day ? doubt : .ruleDate(start))
    }

    private func ownDate(of milestone: Milestone) -> PartialDate? {
        switch milestone {
        case .planned: compound.planned
        case .delivered: compound.delivered
        case .built, .accepted: nil
        }
    }
}
