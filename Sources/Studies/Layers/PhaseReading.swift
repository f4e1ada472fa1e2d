internal import Places

/// Makes phases of their rows.
struct PhaseReading {
    let compounds: Referents
    let settingAside: Bool

    /// The phases of all sound rows, and the compounds of which some row is bad.
    struct Result {
        let kept: [Phase]
        /// The row of each.
        let rows: [SchemaRow<PhaseColumn>]
        /// Compounds that have a phase on a bad row: what their phases add up to is not known.
        let incomplete: Set<Int>
        /// Whether some phase is of nobody knows which compound.
        let hasUnplaced: Bool
        let isComplete: Bool
    }

    /// Reads the phases.
    func phases(_ layer: LayerRows<PhaseColumn>) -> Result {
        var first: [PhaseKey: SourceRow] = [:]
        var kept: [Phase] = []
        var rows: [SchemaRow<PhaseColumn>] = []
        var incomplete: Set<Int> = []
        var hasUnplaced = false
        func leaveOut(_ id: String?) {
            switch id.map(compounds.answer) {
            case .found(let index): incomplete.insert(index)
            case .rejected: break
            case .unknown, .unavailable, nil: hasUnplaced = true
            }
        }
        for row in layer.rows {
            let id = row.requiredText(.compound)
            let compound = row.reference(
                .compound, to: compounds, settingAside: settingAside
            ) { .unknownCompound(text: $0, nearest: $1) }
            let phase = phase(row, id: id, compound: compound, first: &first)
            if let phase, row.isSound {
                kept.append(phase)
                rows.append(row)
            } else {
                leaveOut(id)
            }
        }
        for (id, _) in layer.setAside(.compound) { leaveOut(id) }
        return Result(
            kept: kept, rows: rows, incomplete: incomplete, hasUnplaced: hasUnplaced,
            isComplete: layer.isComplete)
    }

    private func phase(
        _ row: SchemaRow<PhaseColumn>, id: String?, compound: Int?, first: inout [PhaseKey: SourceRow]
    ) -> Phase? {
        let number: Int? =
            row.requiredText(.phase) == nil
            ? nil : row.value(.phase) { text throws(Fault) in try PhaseColumn.number(text) }
        if let id, let number {
            let key = PhaseKey(compound: id, number: number)
            if let first = first[key] {
                row.report(.duplicatePhase(compound: id, number: number, firstRow: first), in: .phase)
            } else {
                first[key] = row.source
            }
        }
        let households = row.requiredCount(.households)
        let careSpace = row.amount(.careSpace)
        let housing = milestones(row, isCare: false)
        let care = milestones(row, isCare: true)
        guard let compound, let number, let households else { return nil }
        return Phase(
            compound: compound, number: number, households: households, careSpace: careSpace,
            housing: housing, care: care, source: row.source)
    }

    private struct PhaseKey: Hashable {
        let compound: String
        let number: Int
    }

    /// Reads the four dates, and warns of each that certainly lies before the last known one ahead of it.
    private func milestones(_ row: SchemaRow<PhaseColumn>, isCare: Bool) -> Milestones {
        var dates: [PartialDate?] = []
        var last: (column: PhaseColumn, date: PartialDate)?
        for milestone in Milestone.allCases {
            let column = PhaseColumn.column(milestone, isCare: isCare)
            let date = row.date(column)
            dates.append(date)
            guard let date else { continue }
            if let last, date.last < last.date.first {
                row.report(
                    .datesRunBackwards(
                        earlier: row.table.header(last.column), later: row.table.header(column)),
                    in: column, severity: .warning)
            }
            last = (column, date)
        }
        return Milestones(planned: dates[0], built: dates[1], accepted: dates[2], delivered: dates[3])
    }
}

extension PhaseReading.Result {
    /// Warns of each compound whose phases do not add up to the dwellings or the care space that it states
    /// itself.
    func compareSums(with compounds: [Compound], _ layer: LayerRows<CompoundColumn>) {
        guard isComplete else { return }
        var households: [Int: ExactDecimal] = [:]
        var sums: [Int: ExactDecimal] = [:]
        for phase in kept {
            households[phase.compound] = (households[phase.compound] ?? .zero) + phase.households
            guard let space = phase.careSpace else { continue }
            sums[phase.compound] = (sums[phase.compound] ?? .zero) + space
        }
        // The compounds kept stand in the order of their rows.
        var index = 0
        for row in layer.rows {
            guard index < compounds.count, compounds[index].source == row.source else { continue }
            defer { index += 1 }
            guard !incomplete.contains(index) else { continue }
            // What is missing may be in a phase whose compound is not known.
            func differs(_ sum: ExactDecimal, _ stated: ExactDecimal) -> Bool {
                hasUnplaced ? sum > stated : sum != stated
            }
            if let stated = compounds[index].households, let sum = households[index], differs(sum, stated) {
                row.report(
                    .phaseHouseholdsDiffer(stated: stated, phases: sum), in: .households, severity: .warning)
            }
            if let stated = compounds[index].careSpace, let sum = sums[index], differs(sum, stated) {
                row.report(.phaseSumDiffers(stated: stated, phases: sum), in: .careSpace, severity: .warning)
            }
        }
    }
}
