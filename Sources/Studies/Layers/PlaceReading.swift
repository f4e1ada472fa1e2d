internal import Geodesy
internal import Geometry
internal import Topology

/// Reads the places of a table: from its geometries or its two columns, through the layer's reference
/// system and datum, to longitudes and latitudes.
struct PlaceReading<Column: SchemaColumn> {
    let table: SchemaTable<Column>
    let entry: LayerEntry
    let shape: PlaceShape
    let ledger: ProblemLedger

    /// What a row draws: which of the flat list of positions are its, and how they hang together.
    private struct Drawing {
        let row: Int
        let first: Int
        /// The lengths of the rings of each part; nothing for a point.
        let parts: [[Int]]?
        let count: Int
    }

    /// The places of the rows, in their order; nothing where a row has none, which is reported, and
    /// how many areas had to be put right.
    func places() -> (places: [Place?], repaired: Int) {
        var places = [Place?](repeating: nil, count: table.table.rows.count)
        guard table.hasPlaces else { return (places, 0) }
        var (drawings, written) = collected()
        guard !entry.isPlaceless, let system = referenceSystem() else { return (places, 0) }
        let degrees = system.geographic(written)
        drawings.removeAll { !isWithin(system, $0, written: written, degrees: degrees) }
        let datum = entry.datum ?? .wgs84
        let shifted = datum == .gcj02 || datum == .bd09
        var (outside, repaired) = (false, 0)
        for drawing in drawings {
            var points = Array(degrees[drawing.first..<drawing.first + drawing.count])
            if shifted {
                outside = outside || points.contains { !Datum.isShifted(at: $0) }
                points = points.map { datum.wgs84(from: $0) }
            }
            guard let parts = drawing.parts else {
                places[drawing.row] = Place(point: points[0], area: nil, written: written[drawing.first])
                continue
            }
            guard let (area, point, isRepaired) = area(of: points, parts, row: drawing.row) else { continue }
            if isRepaired { repaired += 1 }
            places[drawing.row] = Place(point: point, area: area, written: written[drawing.first])
        }
        if outside {
            ledger.add(
                Problem(
                    file: table.table.file, .outsideShiftedDatum(datum: datum.rawValue), severity: .warning),
                layer: table.layer, file: table.file)
        }
        return (places, repaired)
    }

    // MARK: What stands in the file

    private func collected() -> ([Drawing], [RawPosition]) {
        var drawings: [Drawing] = []
        var written: [RawPosition] = []
        for (index, row) in table.table.rows.enumerated() {
            let first = written.count
            guard let parts = collect(row, into: &written) else {
                written.removeSubrange(first...)
                continue
            }
            let own = written[first...]
            if let bad = own.first(where: { !($0.east.isFinite && $0.north.isFinite) }) {
                report(.notFinite(text: "\(bad.east) \(bad.north)"), row)
            } else if own.contains(where: { $0.east == 0 && $0.north == 0 }) {
                report(.nullIsland, row)
            } else {
                drawings.append(
                    Drawing(
                        row: index, first: first, parts: parts.isEmpty ? nil : parts,
                        count: written.count - first))
                continue
            }
            written.removeSubrange(first...)
        }
        return (drawings, written)
    }

    /// Adds a row's positions to the list; gives the lengths of its rings (empty for a point), or nothing
    /// where the row has no place that suits the layer, which is reported.
    private func collect(_ row: RawRow, into written: inout [RawPosition]) -> [[Int]]? {
        if let columns = table.coordinates {
            guard let position = position(in: row, columns) else { return nil }
            written.append(position)
            guard shape != .area else {
                report(.wrongGeometry(found: "point", expected: shape.rawValue), row)
                return nil
            }
            return []
        }
        switch row.geometry {
        case nil:
            // A geometry that could not be read has been reported as such.
            if !ledger.hasError(in: table.key(of: row)) || !hasGeometryError(row) {
                report(.missingGeometry, row)
            }
            return nil
        case .point(let position) where shape != .area:
            written.append(position)
            return []
        case .polygons(let polygons) where shape != .point:
            var parts: [[Int]] = []
            for rings in polygons where !rings.isEmpty {
                parts.append(rings.map(\.count))
                for ring in rings { written += ring }
            }
            if parts.isEmpty || parts.allSatisfy({ $0[0] == 0 }) {
                report(.missingGeometry, row)
                return nil
            }
            return parts
        case let other?: wrong(row, other.kind)
        }
        return nil
    }

    private func hasGeometryError(_ row: RawRow) -> Bool {
        ledger.errors(in: table.key(of: row)).contains {
            if case .malformedGeometry = $0.fault { true } else { false }
        }
    }

    private func wrong(_ row: RawRow, _ found: String) {
        // Water may hold rivers as lines: those are left out of a drawing, nothing else.
        report(
            .wrongGeometry(found: found, expected: shape.rawValue), row,
            severity: table.layer == .water ? .warning : .error)
    }

    private func position(in row: RawRow, _ columns: CoordinateColumns) -> RawPosition? {
        let (x, y) = (row.cells[columns.x], row.cells[columns.y])
        if x.isEmpty, y.isEmpty {
            if !hasError(row, at: columns.x), !hasError(row, at: columns.y) { report(.missingGeometry, row) }
            return nil
        }
        // Both cells are read before either is judged, so that both are reported.
        let east = coordinate(x, at: columns.x, row)
        let north = coordinate(y, at: columns.y, row)
        guard let east, let north else { return nil }
        return RawPosition(east: east, north: north)
    }

    /// Whether a cell has been found wrong already: a formula without a value is no missing value besides.
    private func hasError(_ row: RawRow, at position: Int) -> Bool {
        ledger.hasError(in: table.key(of: row), column: position)
    }

    private func coordinate(_ text: String, at position: Int, _ row: RawRow) -> Double? {
        if text.isEmpty, hasError(row, at: position) { return nil }
        do throws(Fault) {
            if text.isEmpty { throw .missingValue }
            return try CellNumber.coordinate(text)
        } catch {
            ledger.add(
                Problem(
                    file: table.table.file, row: row.number, column: table.table.header[position], error),
                in: table.key(of: row), column: position)
            return nil
        }
    }

    // MARK: Where on earth

    /// The system that the layer states, else the file's; nothing where PROJ does not know it, which is reported.
    private func referenceSystem() -> LayerReferenceSystem? {
        // A file's own system is that of its geometries; columns are longitudes and latitudes.
        let stated = entry.crs ?? (table.coordinates == nil ? table.table.crs : nil)
        guard let stated else { return LayerReferenceSystem() }
        do throws(GeodesyFailure) {
            return try LayerReferenceSystem(stated)
        } catch {
            ledger.add(
                Problem(file: table.table.file, error.fault), layer: table.layer, file: table.file)
            return nil
        }
    }

    /// Whether all positions of a row lie where its reference system is used; if not, that is reported.
    private func isWithin(
        _ system: LayerReferenceSystem, _ drawing: Drawing, written: [RawPosition],
        degrees: [GeographicPoint]
    ) -> Bool {
        let own = drawing.first..<drawing.first + drawing.count
        guard let bad = own.first(where: { !system.holds(degrees[$0]) }) else { return true }
        report(system.fault(of: written[bad]), table.table.rows[drawing.row])
        return false
    }

    // MARK: Areas

    private func area(
        of points: [GeographicPoint], _ parts: [[Int]], row index: Int
    ) -> (MultiPolygon<GeographicPoint>, GeographicPoint, Bool)? {
        let row = table.table.rows[index]
        do throws(TopologyFailure) {
            var (area, reason) = AreaRepair.assembled(points, parts)
            if case .invalid(let words, _) = try area.validity() {
                area = try area.madeValid()
                reason = words
            }
            guard let point = try area.pointOnSurface() else {
                report(.malformedGeometry(reason: reason ?? "Empty polygon"), row)
                return nil
            }
            if let reason { report(.repairedGeometry(reason: reason), row, severity: .warning) }
            return (area, point, reason != nil)
        } catch {
            report(.malformedGeometry(reason: error.reason), row)
            return nil
        }
    }

    private func report(_ fault: Fault, _ row: RawRow, severity: Problem.Severity = .error) {
        let column = table.coordinates.map { "\(table.table.header[$0.x]),\(table.table.header[$0.y])" }
        ledger.add(
            Problem(file: table.table.file, row: row.number, column: column, fault, severity: severity),
            in: table.key(of: row), column: table.coordinates?.x ?? .max)
    }
}
