package import Siting

/// A frontier as a file: `frontier.csv`.
package struct FrontierReport: Sendable {
    /// The path of the manifest that goes with it.
    package static let manifest = "frontier-manifest.json"

    private let frontier: SitingFrontier
    private let table: SitingTable

    /// Makes the report.
    package init(_ frontier: SitingFrontier, of table: SitingTable) {
        self.frontier = frontier
        self.table = table
    }

    /// Adds the file to a set of results.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        var csv = CSVTable(
            header: [
                "p", "budget_yuan", "sites", "cost_yuan", "served", "demand", "share", "bound", "gap",
                "added",
                "added_per_million_yuan", "entered", "left",
            ], dialect: dialect)
        var last: SitingFrontier.Point?
        for point in frontier.points {
            let before = last
            last = point
            let entered = point.sites.filter { !(before?.sites.contains($0) ?? false) }
            let left = (before?.sites ?? []).filter { !point.sites.contains($0) }
            csv.append([
                .whole(point.p), .number(point.budget, decimals: 2), .whole(point.sites.count),
                .number(point.cost, decimals: 2), .figure(point.served), .figure(frontier.demand),
                .number(frontier.demand > 0 ? point.served / frontier.demand : nil, decimals: 6),
                .figure(point.bound), .number(point.gap.isFinite ? point.gap : nil, decimals: 6),
                .figure(before.map { point.served - $0.served }),
                .number(point.addedPerMillion(after: before)), ids(entered), ids(left),
            ])
        }
        output.add("frontier.csv", csv.contents)
    }

    private func ids(_ sites: [Int]) -> Cell {
        .text(sites.map { table.candidates[$0].id }.joined(separator: ";"))
    }
}

extension SitingFrontier.Point {
    /// How much more is served for each million yuan more than at the limit before: of the budgets, or, where their
    /// number is limited, of what the sites cost; nothing where no more is spent, or nobody states what.
    package func addedPerMillion(after before: SitingFrontier.Point?) -> Double? {
        guard let before, let now = budget ?? cost, let then = before.budget ?? before.cost else {
            return nil
        }
        let spent = now - then
        return spent > 0 ? (served - before.served) / spent * 1_000_000 : nil
    }
}
