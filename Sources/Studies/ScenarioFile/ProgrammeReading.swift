internal import Places
internal import Scenarios
internal import Yams

/// Makes a programme of the list under `programme`.
///
/// An entry that names its date and its facility is kept even where something else in it cannot be read, so
/// that all of the programme can be held against the study; such a programme is never run.
struct ProgrammeReading {
    /// An entry without a date that can be read: it has no place among the others.
    struct Undated {
        let action: ActionKind
        let facility: String
        let source: SourceRow
    }

    let file: String
    /// The entries by date, in the order of the file.
    private(set) var entries: [ProgrammeEntry] = []
    private(set) var undated: [Undated] = []
    /// Facilities of whose opening something cannot be read: what kind they are is not known.
    private(set) var unsoundOpenings: Set<String> = []
    /// Entries that open a facility at a place that cannot be read, as indices into ``entries``.
    private(set) var withoutPlace: Set<Int> = []

    /// Reads the items of the list.
    init(_ items: [(node: Node, line: Int)], file: String, _ problems: inout [Problem]) {
        self.file = file
        for (index, item) in items.enumerated() {
            guard
                let fields = YAMLMapping<EntryKey>(
                    item.node, file: file, path: "programme[\(index + 1)]", problems: &problems)
            else { continue }
            read(fields, &problems)
        }
    }

    private mutating func read(_ fields: YAMLMapping<EntryKey>, _ problems: inout [Problem]) {
        let known = problems.count
        let date = fields.required(.date, &problems) ? fields.date(.date, &problems) : nil
        let cost = fields.amount(.cost, &problems)
        let named = [EntryKey.open, .upgrade, .close].filter(fields.has)
        guard let key = named.first, named.count == 1 else {
            problems.append(
                Problem(
                    file: file, row: fields.line, column: fields.path,
                    .wrongType(expected: "one of open, upgrade, close")))
            return
        }
        if key == .upgrade {
            _ = fields.required(.set, &problems)
        } else if fields.has(.set) {
            problems.append(
                Problem(
                    file: file, row: fields.line(of: .set), column: fields.path,
                    .unknownKey(
                        name: EntryKey.set.rawValue, nearest: EntryKey.upgrade.rawValue, of: .scenario)))
        }
        guard let (action, ownCost, hasPlace) = action(key, of: fields, &problems) else { return }
        if ownCost != nil, cost != nil {
            problems.append(
                fields.problem(.cost, .wrongType(expected: "one cost_yuan, in open or beside it")))
        }
        if action.kind == .open, problems.count > known { unsoundOpenings.insert(action.facility) }
        let source = SourceRow(file: file, row: fields.line)
        guard let date else {
            undated.append(Undated(action: action.kind, facility: action.facility, source: source))
            return
        }
        if !hasPlace { withoutPlace.insert(entries.count) }
        entries.append(ProgrammeEntry(date: date, action: action, cost: ownCost ?? cost, source: source))
    }

    private func action(
        _ key: EntryKey, of fields: YAMLMapping<EntryKey>, _ problems: inout [Problem]
    ) -> (ProgrammeEntry.Action, cost: ExactDecimal?, hasPlace: Bool)? {
        if key == .open {
            return fields.mapping(.open, as: FacilityKey.self, &problems)?.opening(&problems)
                .map { (.open($0.opening), $0.cost, $0.hasPlace) }
        }
        guard let id = fields.text(key, &problems) else {
            if key == .upgrade {
                _ = fields.mapping(.set, as: FacilityKey.self, &problems)?.upgrade(&problems)
            }
            return nil
        }
        if key == .close { return (.close(id: id), nil, true) }
        let changes = fields.mapping(.set, as: FacilityKey.self, &problems)?.upgrade(&problems)
        return (.upgrade(id: id, changes: changes ?? FacilityChanges()), nil, true)
    }
}
