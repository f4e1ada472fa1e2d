internal import Places

/// One of the four dates of the housing or of the care space of a phase.
struct MilestoneKey: Hashable {
    /// The phase, as an index into the study's.
    let phase: Int
    let isCare: Bool
    let milestone: Milestone
}

/// Warns of phases that state a later one of the four dates and leave out an earlier one: delivered, and never accepted.
///
/// What has no date counts as not happened, whatever came behind it, and would be told as years late. A table of phases
/// that lacks a column altogether leaves it out on purpose.
struct MissingMilestones {
    /// The rows of the phases that stand in a table of phases; of the study's they come first.
    let phases: [SchemaRow<PhaseColumn>]
    /// The rows of a ledger of permits by the dates that they state.
    let events: [MilestoneKey: SchemaRow<EventColumn>]

    /// Warns on the row of the later date, in the order of the study's phases.
    func report(_ all: [Phase]) {
        for (index, phase) in all.enumerated() {
            for isCare in [false, true] {
                guard let gap = phase.dates(ofCare: isCare).gap else { continue }
                let row = index < phases.count ? phases[index] : nil
                if let event = events[MilestoneKey(phase: index, isCare: isCare, milestone: gap.last)] {
                    event.report(
                        .earlierDateMissing(
                            phase: phase.number, isCare: isCare, stated: gap.last, missing: gap.missing),
                        in: .event, severity: .warning)
                } else if let row {
                    let missing = gap.missing.filter {
                        row.table.positions[PhaseColumn.column($0, isCare: isCare)] != nil
                    }
                    guard !missing.isEmpty else { continue }
                    row.report(
                        .earlierDateMissing(
                            phase: phase.number, isCare: isCare, stated: gap.last, missing: missing),
                        in: PhaseColumn.column(gap.last, isCare: isCare), severity: .warning)
                }
            }
        }
    }
}
