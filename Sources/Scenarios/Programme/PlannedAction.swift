package import Places

/// One action of a programme, resolved against the study.
package struct PlannedAction: Hashable, Sendable {
    /// The day on which it happens.
    package let day: Day
    /// What is done.
    package let kind: ActionKind
    /// The facility, as an index into the plan's study.
    package let facility: Int
    /// The values that change.
    let changes: FacilityChanges
    /// The date as the programme states it.
    let date: PartialDate
    /// What it costs, as the programme states it, yuan.
    package let statedCost: ExactDecimal?
    /// Which entry of the programme it is, counted from 0.
    package let entry: Int
}

extension PlannedAction {
    /// Does it.
    func apply(to facilities: inout [Facility]) {
        switch kind {
        case .open: facilities[facility].status = .operating
        case .upgrade: facilities[facility] = changes.applied(to: facilities[facility])
        case .close: facilities[facility].closed = date
        }
    }
}
