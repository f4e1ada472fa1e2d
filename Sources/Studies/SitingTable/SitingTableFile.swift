internal import Places
package import Siting

/// Reads a plain table of demands and candidates, so that siting can be used and checked without a map.
///
/// Columns: `demand`, `weight`, `candidate`, `distance`; where given also `cost`, `capacity`, `state` (free, existing,
/// required, excluded) and `upgrade_of` (the candidate whose place it takes). A row is a candidate that reaches a demand;
/// one without a candidate names a demand that none reaches. What several rows say of one demand or candidate must
/// agree; an empty cell says nothing.
package struct SitingTableFile: Sendable {
    /// The path as the user wrote it.
    private let path: String

    /// Names a file.
    package init(path: String) { self.path = path }

    /// The file as an input, for the manifest.
    package var input: InputFile { InputFile(file: path, path: path) }

    /// Reads the table.
    ///
    /// - Throws: every problem of the file, by row and column.
    package func read() throws(Problems) -> SitingTable {
        let table: RawTable
        do throws(Problem) {
            table = try TableSource(file: path, path: path).read()
        } catch {
            throw Problems([error])
        }
        var draft = SitingTableDraft(table)
        for row in table.rows where !draft.columns.isEmpty { draft.take(row) }
        return try draft.finished()
    }
}

/// A table in the making.
private struct SitingTableDraft {
    private enum Column: String, CaseIterable {
        case demand, weight, candidate, distance, cost, capacity, state
        case upgradeOf = "upgrade_of"

        var isRequired: Bool { [.demand, .weight, .candidate, .distance].contains(self) }

        /// Whether a column that nobody reads may be this one: in the plural, with a unit behind it, or, of a long name,
        /// mistyped; `estate` and `coast` are words of their own.
        func isMeant(by name: String) -> Bool {
            let name = PlainText.folded(name).lowercased()
            let stem = rawValue.hasSuffix("y") ? String(rawValue.dropLast()) : rawValue
            return [rawValue, stem + "s", stem + "ies"].contains(name) || name.hasPrefix(rawValue + "_")
                || name.hasPrefix(stem + "ies_")
                || rawValue.count > 5 && NearestName.isNear(name, to: rawValue)
        }
    }

    /// What rows have said so far, with where it was said first.
    private struct Stated<Value: Equatable> {
        var values: [Value?] = []
        var rows: [Int] = []
    }

    private let table: RawTable
    private(set) var columns: [String: Int] = [:]
    private var problems: [Problem]
    private var demands: [String: Int] = [:]
    private var candidates: [String: Int] = [:]
    private var demandNames: [String] = []
    private var candidateNames: [String] = []
    private var weights = Stated<Double>()
    private var costs = Stated<Double>()
    private var capacities = Stated<Double>()
    private var states = Stated<SitingTable.State>()
    private var upgrades = Stated<String>()
    private var pairs: [SitingTable.Pair] = []
    /// The row in which each pair stands.
    private var seenPairs: [SIMD2<Int>: Int] = [:]

    init(_ table: RawTable) {
        self.table = table
        problems = table.problems.filter { $0.severity == .error }
        var columns: [String: Int] = [:]
        for column in Column.allCases {
            if let place = table.header.firstIndex(of: column.rawValue) {
                columns[column.rawValue] = place
            } else if column.isRequired {
                problems.append(
                    Problem(
                        file: table.file, row: table.headerRow, column: column.rawValue,
                        .missingColumn(
                            name: column.rawValue,
                            nearest: NearestName.of(column.rawValue, among: table.header))))
            }
        }
        for name in table.header where !name.isEmpty && Column(rawValue: name) == nil {
            let meant = Column.allCases.first {
                !$0.isRequired && columns[$0.rawValue] == nil && $0.isMeant(by: name)
            }
            if let meant {
                problems.append(
                    Problem(
                        file: table.file, row: table.headerRow, column: name,
                        .mistypedColumn(meant: meant.rawValue)))
            }
        }
        if Column.allCases.allSatisfy({ !$0.isRequired || columns[$0.rawValue] != nil }) {
            self.columns = columns
        }
    }

    mutating func take(_ row: RawRow) {
        guard let name = required(.demand, in: row) else { return }
        let demand = demands[name] ?? demandNames.count
        if demand == demandNames.count {
            demands[name] = demand
            demandNames.append(name)
        }
        state(number(.weight, in: row), for: demand, .weight, in: row, \.weights)
        if weights.values[demand] == nil, text(.weight, in: row) == nil {
            report(.missingValue, .weight, row)
        }
        guard let site = text(.candidate, in: row) else {
            if text(.distance, in: row) != nil { report(.missingValue, .candidate, row) }
            return
        }
        let candidate = candidates[site] ?? candidateNames.count
        if candidate == candidateNames.count {
            candidates[site] = candidate
            candidateNames.append(site)
        }
        state(number(.cost, in: row), for: candidate, .cost, in: row, \.costs)
        state(number(.capacity, in: row), for: candidate, .capacity, in: row, \.capacities)
        state(word(in: row), for: candidate, .state, in: row, \.states)
        state(text(.upgradeOf, in: row), for: candidate, .upgradeOf, in: row, \.upgrades)
        if required(.distance, in: row) != nil, let distance = number(.distance, in: row) {
            let key = SIMD2(demand, candidate)
            if let first = seenPairs[key] {
                report(
                    .duplicateID(
                        id: "\(name), \(site)", firstRow: SourceRow(file: table.file, row: first)),
                    .candidate, row)
            } else {
                seenPairs[key] = row.number
                pairs.append(.init(demand: demand, candidate: candidate, distance: distance))
            }
        }
    }

    mutating func finished() throws(Problems) -> SitingTable {
        var replaced: [Int?] = []
        for (index, name) in upgrades.values.enumerated() {
            guard let name else {
                replaced.append(nil)
                continue
            }
            let other = candidates[name]
            if other == nil || other == index || upgrades.values[other ?? index] != nil {
                problems.append(
                    Problem(
                        file: table.file, row: upgrades.rows[index], column: Column.upgradeOf.rawValue,
                        .unknownCandidate(
                            text: name,
                            nearest: NearestName.of(name, among: candidateNames.filter { $0 != name }))))
            }
            replaced.append(other)
        }
        if demandNames.isEmpty, problems.isEmpty { problems.append(Problem(file: table.file, .emptyLayer)) }
        guard problems.isEmpty else {
            throw Problems(problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) })
        }
        return SitingTable(
            demands: zip(demandNames, weights.values).map { .init(id: $0, weight: $1 ?? 0) },
            candidates: candidateNames.indices.map { index in
                .init(
                    id: candidateNames[index], cost: costs.values[index], capacity: capacities.values[index],
                    state: states.values[index] ?? .free, replaces: replaced[index])
            }, pairs: pairs)
    }

    /// Takes down what a row says; what contradicts an earlier row is a problem.
    private mutating func state<Value: Equatable>(
        _ value: Value?, for index: Int, _ column: Column, in row: RawRow,
        _ field: WritableKeyPath<SitingTableDraft, Stated<Value>>
    ) {
        while self[keyPath: field].values.count <= index {
            self[keyPath: field].values.append(nil)
            self[keyPath: field].rows.append(0)
        }
        guard let value else { return }
        if let known = self[keyPath: field].values[index] {
            guard known != value else { return }
            report(
                .differsFromRow(
                    text: text(column, in: row) ?? "",
                    first: SourceRow(file: table.file, row: self[keyPath: field].rows[index])), column, row)
        } else {
            self[keyPath: field].values[index] = value
            self[keyPath: field].rows[index] = row.number
        }
    }

    private func text(_ column: Column, in row: RawRow) -> String? {
        guard let place = columns[column.rawValue], !row.cells[place].isEmpty else { return nil }
        return row.cells[place]
    }

    private mutating func required(_ column: Column, in row: RawRow) -> String? {
        if let text = text(column, in: row) { return text }
        report(.missingValue, column, row)
        return nil
    }

    private mutating func number(_ column: Column, in row: RawRow) -> Double? {
        guard let text = text(column, in: row) else { return nil }
        do throws(Fault) {
            let number = try CellNumber.coordinate(text)
            if number < 0 { throw .negative(text: text) }
            if number >= 1e12 { throw .tooLarge(text: text, limit: "10^12") }
            return number
        } catch {
            report(error, column, row)
            return nil
        }
    }

    private mutating func word(in row: RawRow) -> SitingTable.State? {
        guard let text = text(.state, in: row) else { return nil }
        if let state = SitingTable.State(rawValue: text.lowercased()) { return state }
        report(.notOneOf(text: text, allowed: SitingTable.State.allCases.map(\.rawValue)), .state, row)
        return nil
    }

    private mutating func report(_ fault: Fault, _ column: Column, _ row: RawRow) {
        problems.append(Problem(file: table.file, row: row.number, column: column.rawValue, fault))
    }
}
