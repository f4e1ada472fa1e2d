/// A row of a layer: the layer, which of its files, and the row's number there.
struct RowKey: Hashable {
    let layer: LayerKind
    /// Which of the layer's sources, from 0.
    let file: Int
    /// The row's number as ``RawRow/number`` counts it.
    let row: Int
}

/// Everything that has been found wrong while a study is read, in any order, to be listed in one.
///
/// Local to one reading and to one thread.
final class ProblemLedger {
    private struct Entry {
        let problem: Problem
        let layer: Int
        let file: Int
        let column: Int
    }

    private var entries: [Entry] = []
    private var rows: [RowKey: [(problem: Problem, column: Int)]] = [:]

    /// Takes down a problem of the study as a whole, or of its `study.yaml`; one that several files raise is
    /// taken down once.
    func add(_ problem: Problem) {
        guard !entries.contains(where: { $0.layer == -1 && $0.problem == problem }) else { return }
        entries.append(Entry(problem: problem, layer: -1, file: -1, column: -1))
    }

    /// Takes down a problem of a layer that no single row is to blame for.
    func add(_ problem: Problem, layer: LayerKind, file: Int) {
        entries.append(Entry(problem: problem, layer: layer.rank, file: file, column: -1))
    }

    /// Takes down a problem of a row; `column` is the position that problems of one row are ordered by.
    func add(_ problem: Problem, in key: RowKey, column: Int = .max) {
        entries.append(Entry(problem: problem, layer: key.layer.rank, file: key.file, column: column))
        if problem.severity == .error { rows[key, default: []].append((problem, column)) }
    }

    /// Whether an error stands against a row.
    func hasError(in key: RowKey) -> Bool { rows[key] != nil }

    /// Whether an error stands against a row's cell in the column at a position.
    func hasError(in key: RowKey, column: Int) -> Bool {
        rows[key]?.contains { $0.column == column } ?? false
    }

    /// The errors that stand against a row, in the order of ``sorted``.
    func errors(in key: RowKey) -> [Problem] {
        (rows[key] ?? []).enumerated().sorted {
            ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
        }.map(\.element.problem)
    }

    /// Every problem: those of `study.yaml` by line, then by layer, file, row and column.
    var sorted: [Problem] {
        entries.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            if x.layer != y.layer { return x.layer < y.layer }
            if x.file != y.file { return x.file < y.file }
            let (xRow, yRow) = (x.problem.row ?? -1, y.problem.row ?? -1)
            if xRow != yRow { return xRow < yRow }
            if x.column != y.column { return x.column < y.column }
            return a.offset < b.offset
        }.map(\.element.problem)
    }

    /// The errors that no single row is to blame for: those stop a run even where rows are set aside.
    var sortedBeyondRows: [Problem] {
        let ofRows = Set(rows.values.joined().map(\.problem))
        return sorted.filter { $0.severity == .error && !ofRows.contains($0) }
    }

    /// Whether anything is wrong that no single row is to blame for.
    var hasErrorBeyondRows: Bool { !sortedBeyondRows.isEmpty }

    /// Whether any error has been found.
    var hasError: Bool { entries.contains { $0.problem.severity == .error } }
}
