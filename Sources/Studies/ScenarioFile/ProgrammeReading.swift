internal import Places
internal import Scenarios
internal import Yams

/// Makes a programme of the list under `programme`.
struct ProgrammeReading {
    let file: String
    /// The entries that can be read, in the order of the file.
    private(set) var entries: [ProgrammeEntry] = []
    /// The facilities whose opening cannot be read.
    private(set) var unreadOpenings: Set<String> = []

    /// Reads the items of the list.
    init(_ items: [(node: Node, line: Int)], file: String, _ problems: inout [Problem]) {
        self.file = file
        for (index, item) in items.enumerated() {
            guard
                let fields = YAMLMapping<EntryKey>(
                    item.node, file: file, path: "programme[\(index + 1)]", problems: &problems)
            else { continue }
            let known = problems.count
            if let entry = entry(fields, &problems), problems.count == known {
                entries.append(entry)
            } else if let id = fields.node(.open)?.mapping?[FacilityKey.id.rawValue]?.scalar?.string {
                unreadOpenings.insert(id.trimmed)
            }
        }
    }

    private func entry(_ fields: YAMLMapping<EntryKey>, _ problems: inout [Problem]) -> ProgrammeEntry? {
        let date = fields.required(.date, &problems) ? fields.date(.date, &problems) : nil
        let cost = fields.amount(.cost, &problems)
        let named = [EntryKey.open, .upgrade, .close].filter(fields.has)
        guard let key = named.first, named.count == 1 else {
            problems.append(
                Problem(
                    file: file, row: fields.line, column: fields.path,
                    .wrongType(expected: "one of open, upgrade, close")))
            return nil
        }
        if key == .upgrade {
            _ = fields.required(.set, &problems)
        } else if fields.has(.set) {
            problems.append(
                Problem(
                    file: file, row: fields.line(of: .set), column: fields.path,
                    .unknownKey(name: EntryKey.set.rawValue, nearest: EntryKey.upgrade.rawValue)))
        }
        guard let (action, ownCost) = action(key, of: fields, &problems), let date else { return nil }
        return ProgrammeEntry(
            date: date, action: action, cost: ownCost ?? cost,
            source: SourceRow(file: file, row: fields.line))
    }

    private func action(
        _ key: EntryKey, of fields: YAMLMapping<EntryKey>, _ problems: inout [Problem]
    ) -> (ProgrammeEntry.Action, cost: ExactDecimal?)? {
        if key == .open {
            return fields.mapping(.open, as: FacilityKey.self, &problems)?.opening(&problems)
                .map { (.open($0.opening), $0.cost) }
        }
        let id = fields.text(key, &problems)
        if key == .close { return id.map { (.close(id: $0), nil) } }
        let changes = fields.mapping(.set, as: FacilityKey.self, &problems)?.upgrade(&problems)
        guard let id, let changes else { return nil }
        return (.upgrade(id: id, changes: changes), nil)
    }
}
