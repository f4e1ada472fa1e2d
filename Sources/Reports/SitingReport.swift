package import Geometry
package import Siting

/// A choice of sites as files: `sites.csv`, `uncovered.csv` and, where the sites have places, `sites.geojson`.
package struct SitingReport: Sendable {
    private let table: SitingTable
    private let solution: SitingSolution
    private let points: [GeographicPoint]?
    private let names: [String?]?

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - table: what was chosen from.
    ///   - solution: the choice.
    ///   - points: where the candidates stand; nothing where that is not known.
    ///   - names: what they are called.
    package init(
        table: SitingTable, solution: SitingSolution, points: [GeographicPoint]? = nil,
        names: [String?]? = nil
    ) {
        self.table = table
        self.solution = solution
        self.points = points
        self.names = names
    }

    /// Adds the files to a set of results.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        output.add("sites.csv", sites(dialect))
        output.add("uncovered.csv", uncovered(dialect))
        if let points {
            output.add("sites.geojson", features(points))
        } else {
            output.remove("sites.geojson", beginningWith: "{")
        }
    }

    /// The chosen candidates, then the existing ones that serve, each in the table's order.
    private var serving: [(index: Int, role: String)] {
        let chosen = Set(solution.sites)
        let replaced = Set(solution.sites.compactMap { table.candidates[$0].replaces })
        return solution.sites.map { ($0, table.candidates[$0].replaces == nil ? "new" : "upgrade") }
            + table.candidates.indices.filter { index in
                table.candidates[index].state == .existing && !chosen.contains(index)
                    && !replaced.contains(index)
            }.map { ($0, "existing") }
    }

    private func properties(_ index: Int, _ role: String) -> [(String, Cell)] {
        let candidate = table.candidates[index]
        return [("id", .text(candidate.id))] + (names.map { [("name", .text(optional: $0[index]))] } ?? [])
            + [
                ("role", .plain(role)),
                ("replaces", .text(optional: candidate.replaces.map { table.candidates[$0].id })),
                ("cost_yuan", .number(candidate.cost)), ("capacity", .figure(candidate.capacity)),
                ("served", .figure(solution.loads[index])),
            ]
    }

    private func sites(_ dialect: CSVDialect) -> [UInt8] {
        let header =
            ["id"] + (names == nil ? [] : ["name"]) + ["role", "replaces", "cost_yuan", "capacity", "served"]
            + (points == nil ? [] : ["lon", "lat"])
        var csv = CSVTable(header: header, dialect: dialect)
        for (index, role) in serving {
            let place: [Cell] =
                points.map {
                    [.number($0[index].longitude, decimals: 7), .number($0[index].latitude, decimals: 7)]
                }
                ?? []
            csv.append(properties(index, role).map(\.1) + place)
        }
        return csv.contents
    }

    private func uncovered(_ dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(header: ["demand", "weight", "reason"], dialect: dialect)
        for gap in solution.uncovered {
            csv.append([
                .text(table.demands[gap.demand].id), .figure(gap.weight), .plain(gap.reason.rawValue),
            ])
        }
        return csv.contents
    }

    private func features(_ points: [GeographicPoint]) -> [UInt8] {
        var features = GeoJSON()
        for (index, role) in serving {
            features.append(points[index], properties: properties(index, role).map { ($0.0, JSONText($0.1)) })
        }
        return features.contents
    }
}
