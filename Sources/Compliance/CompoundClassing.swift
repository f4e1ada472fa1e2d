package import Places
package import Policy

/// Whether a rule sees a compound as new or as existing, as far as its dates tell.
package enum CompoundClassing: Hashable, Sendable {
    case known(CompoundClass)
    case open(ClassDoubt)
}

extension CompoundRecord {
    /// The compound's class under a rule that is in effect from a day.
    ///
    /// New if its date is on or after that day, else existing. The date is the compound's own (of those that
    /// it has, planned and delivered), else the earliest of its phases' housing; without either it is existing
    /// if it was delivered before that day. A date known to the month or year that may lie on both sides
    /// leaves the class open.
    package func classing(by milestone: Milestone, from day: Day) -> CompoundClassing {
        if let date = ownDate(of: milestone) { return classing(of: date, from: day) }
        if let span = phases.earliestHousing(milestone) {
            if span.first >= day { return .known(.new) }
            if span.last < day { return .known(.existing) }
            let straddling = phases.lazy.compactMap { $0.housing[milestone] }
                .first { $0.first < day && $0.last >= day }
            return .open(straddling.map(ClassDoubt.partialDate) ?? .noDate)
        }
        guard let delivered = compound.delivered else { return .open(.noDate) }
        if delivered.last < day { return .known(.existing) }
        return .open(delivered.first < day ? .partialDate(delivered) : .noDate)
    }

    private func classing(of date: PartialDate, from day: Day) -> CompoundClassing {
        if date.first >= day { return .known(.new) }
        if date.last < day { return .known(.existing) }
        return .open(.partialDate(date))
    }

    private func ownDate(of milestone: Milestone) -> PartialDate? {
        switch milestone {
        case .planned: compound.planned
        case .delivered: compound.delivered
        case .built, .accepted: nil
        }
    }
}
