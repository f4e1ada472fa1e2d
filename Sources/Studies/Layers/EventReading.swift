internal import Places

/// Makes phases of a ledger of permits (许可台账): one row for each event of the housing or of the care space.
struct EventReading {
    let compounds: Referents
    /// The compounds themselves.
    let kept: [Compound]
    let settingAside: Bool

    private struct Event {
        let row: SchemaRow<EventColumn>
        let compound: Int
        let phase: Int
        let isCare: Bool
        let kind: PermitEvent
        let date: PartialDate
        let households: ExactDecimal?
        let careSpace: ExactDecimal?
    }

    private struct PhaseKey: Hashable {
        let compound: Int
        let phase: Int
    }

    /// The phases of a study, and the rows of the ledger that date them.
    struct Result {
        var phases: [Phase]
        var rows: [MilestoneKey: SchemaRow<EventColumn>] = [:]
    }

    /// The phases of a study: those of the layer `phases`, with the ledger's dates in place of their own, and of what
    /// only the ledger has.
    ///
    /// What was completed and accepted in one was built on that day, too, unless another row or the phase itself says when.
    /// A phase that only the ledger has holds the dwellings that a row of it states, else, as the only phase of its
    /// compound, the compound's; and the care space that a row states, else, as the only one of its compound with an
    /// event of the care space, the compound's.
    func phases(_ layer: LayerRows<EventColumn>, over phases: [Phase]) -> Result {
        let events = events(layer)
        var result = Result(phases: phases)
        var position: [PhaseKey: Int] = [:]
        for (index, phase) in phases.enumerated() {
            position[PhaseKey(compound: phase.compound, phase: phase.number)] = index
        }
        let own = Own(events.filter { position[PhaseKey(compound: $0.compound, phase: $0.phase)] == nil })
        func set(_ milestone: Milestone, of index: Int, by event: Event) {
            let permit = event.row.text(.document).map {
                Permit(milestone: milestone, isCare: event.isCare, document: $0)
            }
            result.phases[index].set(milestone, isCare: event.isCare, to: event.date, by: permit)
            result.rows[MilestoneKey(phase: index, isCare: event.isCare, milestone: milestone)] = event.row
        }
        for event in events {
            let key = PhaseKey(compound: event.compound, phase: event.phase)
            if position[key] == nil {
                guard let phase = phase(of: event, own) else { continue }
                position[key] = result.phases.count
                result.phases.append(phase)
            }
            guard let index = position[key] else { continue }
            set(event.kind.milestone, of: index, by: event)
        }
        for event in events where event.kind == .builtAndAccepted {
            guard let index = position[PhaseKey(compound: event.compound, phase: event.phase)],
                result.phases[index].dates(ofCare: event.isCare).built == nil
            else { continue }
            set(.built, of: index, by: event)
        }
        return result
    }

    /// What the phases that only the ledger has state.
    private struct Own {
        var households: [PhaseKey: ExactDecimal] = [:]
        var careSpace: [PhaseKey: ExactDecimal] = [:]
        var phases: [Int: Set<Int>] = [:]
        var careOf: [Int: Set<Int>] = [:]
        var statesCareSpace: Set<Int> = []

        init(_ events: [Event]) {
            for event in events {
                let key = PhaseKey(compound: event.compound, phase: event.phase)
                phases[event.compound, default: []].insert(event.phase)
                if event.isCare { careOf[event.compound, default: []].insert(event.phase) }
                if let stated = event.households { households[key] = households[key] ?? stated }
                if let stated = event.careSpace {
                    careSpace[key] = careSpace[key] ?? stated
                    statesCareSpace.insert(event.compound)
                }
            }
        }
    }

    /// A phase without dates yet; nothing, and a problem, where nobody states its dwellings.
    private func phase(of event: Event, _ own: Own) -> Phase? {
        let key = PhaseKey(compound: event.compound, phase: event.phase)
        let compound = kept[event.compound]
        let isAlone = own.phases[event.compound]?.count == 1
        guard let households = own.households[key] ?? (isAlone ? compound.households : nil) else {
            _ = event.row.requiredCount(.households)
            return nil
        }
        let holdsAll =
            own.careOf[event.compound] == [event.phase] && !own.statesCareSpace.contains(event.compound)
        return Phase(
            compound: event.compound, number: event.phase, households: households,
            careSpace: own.careSpace[key] ?? (holdsAll ? compound.careSpace : nil), source: event.row.source)
    }

    /// The events of all sound rows; each event of a phase once.
    private func events(_ layer: LayerRows<EventColumn>) -> [Event] {
        var first: [String: SourceRow] = [:]
        return layer.rows.compactMap { row in
            _ = row.requiredText(.compound)
            let compound = row.reference(.compound, to: compounds, settingAside: settingAside) {
                .unknownCompound(text: $0, nearest: $1)
            }
            let phase =
                row.requiredText(.phase) == nil
                ? nil : row.value(.phase) { text throws(Fault) in try PhaseColumn.number(text) }
            let isCare =
                row.requiredText(.subject) == nil ? nil : row.word(.subject, EventColumn.subjects)
            let kind = row.requiredText(.event) == nil ? nil : row.word(.event, EventColumn.events)
            let date = row.requiredText(.date) == nil ? nil : row.date(.date)
            let households = row.count(.households)
            let careSpace = row.amount(.careSpace)
            guard let compound, let phase, let isCare, let kind else { return nil }
            let key = "\(compound) \(phase) \(isCare) \(kind.milestone)"
            if let first = first[key] {
                row.report(.duplicateEvent(firstRow: first), in: .event)
            } else {
                first[key] = row.source
            }
            guard let date, row.isSound else { return nil }
            return Event(
                row: row, compound: compound, phase: phase, isCare: isCare, kind: kind, date: date,
                households: households, careSpace: careSpace)
        }
    }
}

extension Phase {
    /// Sets one date, and the permit that it rests on.
    fileprivate mutating func set(
        _ milestone: Milestone, isCare: Bool, to date: PartialDate, by permit: Permit?
    ) {
        if isCare { care[milestone] = date } else { housing[milestone] = date }
        if let permit { permits.append(permit) }
    }
}
