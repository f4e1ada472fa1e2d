internal import Geodesy
internal import Geometry
internal import Places

/// The walkable lines of line layers, in the order read.
struct StreetLines {
    private(set) var lines: [Polyline<GeographicPoint>] = []
    private(set) var ids: [Int64] = []
    /// Whether each is a stair.
    private(set) var stairs: [Bool] = []
    /// The digests of the sources that are no files.
    private(set) var digests: [RowDigest] = []

    /// Reads a source: a `highway` column is judged as in OpenStreetMap, else every line is walkable.
    mutating func read(
        _ source: TableSource, entry: LayerEntry, rule: WalkingRule, problems: inout [Problem]
    ) {
        do throws(Problem) {
            let table = try source.read()
            problems += table.problems
            if let digest = RowDigest(table, idColumn: nil) { digests.append(digest) }
            let before = lines.count
            try append(table, entry: entry, rule: rule, problems: &problems)
            if lines.count == before, !table.rows.isEmpty, table.problems.isEmpty {
                problems.append(Problem(file: source.file, .noWalkableWay))
            }
            if table.rows.isEmpty { problems.append(Problem(file: source.file, .emptyLayer)) }
        } catch {
            problems.append(error)
        }
    }

    private mutating func append(
        _ table: RawTable, entry: LayerEntry, rule: WalkingRule, problems: inout [Problem]
    ) throws(Problem) {
        let system: LayerReferenceSystem
        do throws(GeodesyFailure) {
            system =
                try (entry.crs ?? table.crs).map { text throws(GeodesyFailure) in
                    try LayerReferenceSystem(text)
                } ?? LayerReferenceSystem()
        } catch {
            throw Problem(file: table.file, error.fault)
        }
        let datum = entry.datum ?? .wgs84
        let names = entry.columns
        func column(_ canonical: String) -> Int? {
            let header = names.last { $0.canonical == canonical }?.header ?? canonical
            return table.header.firstIndex { $0.lowercased() == header.lowercased() }
        }
        let (highway, foot, access) = (column("highway"), column("foot"), column("access"))
        for row in table.rows {
            func cell(_ index: Int?) -> String? {
                index.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
            }
            if highway != nil {
                let tags = WayTags(highway: cell(highway) ?? "", foot: cell(foot), access: cell(access))
                guard rule.admits(tags) else { continue }
            }
            guard case .lines(let parts) = row.geometry else {
                problems.append(
                    Problem(file: table.file, row: row.number, column: "geometry", fault(of: row.geometry)))
                continue
            }
            for part in parts {
                let places = system.geographic(part).map(datum.wgs84)
                if let outside = zip(part, places).first(where: { !system.holds($0.1) }) {
                    problems.append(
                        Problem(
                            file: table.file, row: row.number, column: "geometry",
                            .outsideCRS(east: outside.0.east, north: outside.0.north, crs: system.name)))
                } else if let line = Polyline(places) {
                    lines.append(line)
                    ids.append(Int64(row.number))
                    stairs.append(CrossingRule.isStairs(highway: cell(highway) ?? ""))
                }
            }
        }
    }

    private func fault(of geometry: RawGeometry?) -> Fault {
        switch geometry {
        case nil, .lines: .missingGeometry
        case let other?: .wrongGeometry(found: other.kind, expected: "line")
        }
    }
}
