internal import Coverage
internal import Places
package import Scenarios

/// Writes what elders have access to in scenarios beside the first: `access.csv` by scope and
/// `access-communities.csv`.
package struct AccessChangeReport: Sendable {
    private let changes: [(comparison: ScenarioComparison, access: [AccessChange])]
    private let setAside: Int

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - changes: each comparison with its access.
    ///   - setAside: how many bad rows of the study's layers no figure counts.
    package init(
        _ changes: [(comparison: ScenarioComparison, access: [AccessChange])], setAside: Int = 0
    ) {
        self.changes = changes
        self.setAside = setAside
    }

    private static let byScope = "\(ComparisonReport.folder)/access.csv"
    private static let byCommunity = "\(ComparisonReport.folder)/access-communities.csv"

    private static func both(_ columns: [String]) -> [String] { columns.flatMap { [$0, $0 + "_first"] } }

    private static let scopeHeader =
        ["scenario", "first", "year", "scope", "scope_id", "capacity", "method", "norm_per_1000"]
        + both([
            "supply", "elders", "per_1000_elders", "unmet", "elders_without", "gini", "palma", "theil",
            "concentration",
        ]) + ["minutes", "set_aside"]

    private static let communityHeader =
        ["scenario", "first", "year", "capacity", "id", "name", "subdistrict", "district"]
        + both(
            ["elders"] + CatchmentMethod.allCases.map { "per_1000_\($0.rawValue)" }
                + CatchmentMethod.allCases.map { "unmet_\($0.rawValue)" }) + ["set_aside"]

    /// Adds both files to an output folder.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        var scopes = CSVTable(header: Self.scopeHeader, dialect: dialect)
        var communities = CSVTable(header: Self.communityHeader, dialect: dialect)
        for (comparison, access) in changes {
            let names: [Cell] = [
                .text(comparison.other.plan.scenario.name), .text(comparison.first.plan.scenario.name),
            ]
            for change in access {
                for row in scopeRows(change) { scopes.append(names + row) }
                for row in communityRows(change, comparison) { communities.append(names + row) }
            }
        }
        output.add(Self.byScope, scopes.contents)
        output.add(Self.byCommunity, communities.contents)
    }

    /// Names the files of an earlier run, which would contradict one that does not measure access.
    package static func remove(from output: inout OutputFolder) {
        output.remove(byScope, beginningWith: scopeHeader.joined(separator: ","))
        output.remove(byCommunity, beginningWith: communityHeader.joined(separator: ","))
    }

    private func scopeRows(_ change: AccessChange) -> [[Cell]] {
        guard let any = change.any else { return [] }
        return any.scopes.indices.flatMap { position in
            CatchmentMethod.allCases.indices.map { method in
                let rows = [change.other, change.first].map { $0?.scopes[position] }
                func both(_ cell: (CapacityAccess.ScopeRow, MethodAccess) -> Cell) -> [Cell] {
                    rows.map { row in row.map { cell($0, $0.access.methods[method]) } ?? .empty }
                }
                let scope = any.scopes[position].scope
                return [
                    .whole(change.year), .plain(scope.kind), .text(scope.identifier),
                    .plain(change.capacity.rawValue), .plain(CatchmentMethod.allCases[method].rawValue),
                    .number(any.norm * 1_000, decimals: 6),
                ] + both { row, _ in .number(row.supply) }
                    + both { row, _ in .number(row.access.elders, decimals: 1) }
                    + both { _, method in .number(method.mean.map { $0 * 1_000 }, decimals: 6) }
                    + both { _, method in .number(method.unmet, decimals: 6) }
                    + both { _, method in .number(method.eldersWithout) }
                    + both { _, method in .number(method.gini, decimals: 6) }
                    + both { _, method in .number(method.palma, decimals: 6) }
                    + both { _, method in .number(method.theil, decimals: 6) }
                    + both { _, method in .number(method.concentration, decimals: 6) }
                    + [.number(any.minutes), .whole(setAside)]
            }
        }
    }

    /// The communities in which anything differs.
    private func communityRows(_ change: AccessChange, _ comparison: ScenarioComparison) -> [[Cell]] {
        comparison.first.plan.study.communities.enumerated().compactMap { index, community in
            let (other, first) = (change.other?.communities[index], change.first?.communities[index])
            guard other != first else { return nil }
            func both(_ cell: (AccessRow) -> Cell) -> [Cell] {
                [other, first].map { $0.map(cell) ?? .empty }
            }
            let methods = CatchmentMethod.allCases.indices
            return [
                .whole(change.year), .plain(change.capacity.rawValue), .text(community.id),
                .text(community.name), .text(optional: community.subdistrict),
                .text(optional: community.district),
            ] + both { .number($0.elders, decimals: 1) }
                + methods.flatMap { method in
                    both { .number($0.methods[method].mean.map { $0 * 1_000 }, decimals: 6) }
                } + methods.flatMap { method in both { .number($0.methods[method].unmet, decimals: 6) } }
                + [.whole(setAside)]
        }
    }
}
