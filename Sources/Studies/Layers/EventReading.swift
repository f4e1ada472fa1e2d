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
        let milestone: Milestone
        let date: PartialDate
        let households: ExactDecimal?
        let careSpace: ExactDecimal?
    }

    private struct PhaseKey: Hashable {
        let compound: Int
        let phase: Int
    }

    /// The phases of a study: those of the layer `phases`, with the ledger's dates in place of their own, and of what
    /// only the ledger has.
    ///
    /// A phase that only the ledger has holds the dwellings that a row of it states, else, as the only phase of its
    /// compound, the compound's; and the care space that a row states, else, as the only one of its compound with an
    /// event of the care space, the compound's.
    func phases(_ layer: LayerRows<EventColumn>, over phases: [Phase]) -> [Phase] {
        let events = events(layer)
        var merged = phases
        var position: [PhaseKey: Int] = [:]
        for (index, phase) in phases.enumerated() {
            position[PhaseKey(compound: phase.compound, phase: phase.number)] = index
        }
        let own = Own(events.filter { position[PhaseKey(compound: $0.compound, phase: $0.phase)] == nil })
        for event in events {
            let key = PhaseKey(compound: event.compound, phase: event.phase)
            if position[key] == nil {
                guard let phase = phase(of: event, own) else { continue }
                position[key] = merged.count
                merged.append(phase)
            }
            guard let index = position[key] else { continue }
            if event.isCare {
                merged[index].care.set(event.milestone, to: event.date)
            } else {
                merged[index].housing.set(event.milestone, to: event.date)
            }
            if let document = event.row.text(.document) {
                merged[index].permits.append(
                    Permit(milestone: event.milestone, isCare: event.isCare, document: document))
            }
        }
        return merged
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
            let milestone =
                row.requiredText(.event) == nil ? nil : row.word(.event, EventColumn.milestones)
            let date = row.requiredText(.date) == nil ? nil : row.date(.date)
            let households = row.count(.households)
            let careSpace = row.amount(.careSpace)
            guard let compound, let phase, let isCare, let milestone else { return nil }
            let key = "\(compound) \(phase) \(isCare) \(milestone)"
            if let first = first[key] {
                row.report(.duplicateEvent(firstRow: first), in: .event)
            } else {
                first[key] = row.source
            }
            guard let date, row.isSound else { return nil }
            return Event(
                row: row, compound: compound, phase: phase, isCare: isCare, milestone: milestone, date: date,
                households: households, careSpace: careSpace)
        }
    }
}

extension Milestones {
    /// Sets the date of one milestone.
    fileprivate mutating func set(_ milestone: Milestone, to date: PartialDate) {
        switch milestone {
        case .planned: planned = date
        case .built: built = date
        case .accepted: accepted = date
        case .delivered: delivered = date
        }
    }
}
