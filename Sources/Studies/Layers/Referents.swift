internal import Places

/// What an id in one layer can refer to in another.
final class Referents {
    /// What an id refers to.
    enum Answer {
        /// A row that was read, by its index among those kept.
        case found(Int)
        /// A row against which an error stands.
        case rejected(SourceRow)
        /// No row at all.
        case unknown
        /// Not known, since the layer could not be read in full.
        case unavailable
    }

    private let indices: [String: Int]
    private let rejected: [String: SourceRow]
    private let names: [String]
    private let isComplete: Bool
    /// Comparing a name with fifty thousand others takes time, and nobody reads a thousand suggestions.
    private var suggestionsLeft: Int

    /// Makes referents of the ids kept, in the order of their indices, and of those that stand on bad rows;
    /// other names are there to be suggested.
    init(
        kept: [String], rejected: [(id: String, row: SourceRow)], otherNames: [String] = [], isComplete: Bool
    ) {
        indices = Dictionary(zip(kept, kept.indices), uniquingKeysWith: { first, _ in first })
        self.rejected = Dictionary(
            rejected.map { ($0.id, $0.row) }, uniquingKeysWith: { first, _ in first })
        names = kept + rejected.map(\.id) + otherNames
        suggestionsLeft = min(100, max(5, 500_000 / max(1, names.count)))
        self.isComplete = isComplete
    }

    /// What an id refers to.
    func answer(_ id: String) -> Answer {
        if let index = indices[id] { return .found(index) }
        if let row = rejected[id] { return .rejected(row) }
        return isComplete ? .unknown : .unavailable
    }

    /// The id or name spelled most like an unknown one.
    func nearest(to id: String) -> String? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        return NearestName.of(id, among: names)
    }
}

extension SchemaRow {
    /// The row that a cell refers to by its id, as an index among those kept; reports an id that nobody
    /// bears, and (where rows are set aside) one whose row is set aside.
    func reference(
        _ column: Column, to referents: Referents, settingAside: Bool, unknown: (String, String?) -> Fault
    ) -> Int? {
        guard let id = text(column) else { return nil }
        switch referents.answer(id) {
        case .found(let index): return index
        case .rejected(let row):
            if settingAside { report(.refersToRejected(id: id, row: row), in: column) }
        case .unknown: report(unknown(id, referents.nearest(to: id)), in: column)
        case .unavailable: break
        }
        return nil
    }
}
