/// Finds out which column of a file is which column of a layer.
struct ColumnBinding<Column: SchemaColumn> {
    let table: RawTable
    let file: Int
    let entry: LayerEntry
    let ledger: ProblemLedger
    /// The positions that some column has taken.
    private(set) var used: Set<Int> = []
    private let byHeader: [String: Int]
    private let byPlainHeader: [String: Int]
    private let byUnitlessHeader: [String: Int]

    init(table: RawTable, file: Int, entry: LayerEntry, ledger: ProblemLedger) {
        (self.table, self.file, self.entry, self.ledger) = (table, file, entry, ledger)
        var exact: [String: Int] = [:]
        var plain: [String: Int] = [:]
        var unitless: [String: Int] = [:]
        for (position, header) in table.header.enumerated() {
            exact[header] = exact[header] ?? position
            let folded = Self.plain(header)
            plain[folded] = plain[folded] ?? position
            let bare = Self.withoutUnit(folded)
            unitless[bare] = unitless[bare] ?? position
        }
        (byHeader, byPlainHeader, byUnitlessHeader) = (exact, plain, unitless)
    }

    /// Where each column of the layer stands.
    ///
    /// What `study.yaml` says goes first, then the canonical name, then the other headers; a name in
    /// `study.yaml` that the file lacks is reported and nothing else is taken in its place.
    mutating func positions() -> [Column: Int] {
        var positions: [Column: Int] = [:]
        var settled: Set<Column> = []
        for name in entry.columns {
            guard let column = Column(rawValue: name.canonical) else { continue }
            settled.insert(column)
            guard let position = position(of: name.header) else {
                report(.unknownColumn(name: name.header, nearest: nearest(name.header)))
                continue
            }
            positions[column] = position
            used.insert(position)
        }
        for column in Column.allCases where !settled.contains(column) {
            guard let position = recognised([column.rawValue] + column.headers) else { continue }
            positions[column] = position
            used.insert(position)
        }
        for column in Column.allCases where !settled.contains(column) && positions[column] == nil {
            guard let position = cut(column) else { continue }
            positions[column] = position
            used.insert(position)
        }
        for column in Column.allCases
        where column.isRequired && positions[column] == nil && !settled.contains(column) {
            report(.missingColumn(name: column.rawValue, nearest: nearestUnused(to: column)))
        }
        return positions
    }

    /// Where the coordinates stand, and whether places can be read at all.
    mutating func places() -> (CoordinateColumns?, Bool) {
        guard Column.shape != nil else { return (nil, false) }
        if let x = entry.x, let y = entry.y {
            let (atX, atY) = (position(of: x), position(of: y))
            for (name, position) in [(x, atX), (y, atY)] where position == nil {
                report(.unknownColumn(name: name, nearest: nearest(name)))
            }
            for position in [atX, atY] { if let position { used.insert(position) } }
            guard let atX, let atY else { return (nil, false) }
            return (CoordinateColumns(x: atX, y: atY), true)
        }
        let isDrawn =
            table.crs != nil || table.geometryColumn != nil || table.rows.contains { $0.geometry != nil }
        if isDrawn { return (nil, true) }
        for (xs, ys) in Self.coordinateHeaders {
            let (atX, atY) = (recognised(xs), recognised(ys))
            guard atX != nil || atY != nil else { continue }
            guard let atX, let atY else {
                let missing = atX == nil ? xs[0] : ys[0]
                report(.missingColumn(name: missing, nearest: nearest(missing)))
                return (nil, false)
            }
            used.formUnion([atX, atY])
            return (CoordinateColumns(x: atX, y: atY), true)
        }
        report(.missingColumn(name: "geometry", nearest: nil))
        return (nil, false)
    }

    /// Headers of coordinates, in pairs, so that a longitude never meets a northing.
    private static var coordinateHeaders: [([String], [String])] {
        [
            (
                ["lon", "lng", "long", "longitude", "经度", "经度坐标"],
                ["lat", "latitude", "纬度", "纬度坐标"]
            ), (["x", "easting"], ["y", "northing"]),
        ]
    }

    private func report(_ fault: Fault) {
        ledger.add(
            Problem(file: table.file, row: table.headerRow > 0 ? table.headerRow : nil, fault),
            layer: entry.kind, file: file)
    }

    /// The position of a header that somebody has named: as it stands, else whatever its case and width.
    private func position(of header: String) -> Int? {
        byHeader[header] ?? byPlainHeader[Self.plain(header)]
    }

    /// The first of some headers that the file has and no other column has taken; with its unit, if need be.
    private func recognised(_ headers: [String]) -> Int? {
        for index in [byPlainHeader, byUnitlessHeader] {
            for header in headers {
                if let position = index[Self.plain(header)], !used.contains(position) { return position }
            }
        }
        return nil
    }

    /// The position of a header that a Shapefile has cut: its names hold ten bytes, and the rest is lost.
    ///
    /// It is taken for the only column whose name begins so.
    private func cut(_ column: Column) -> Int? {
        guard DBaseEncoding.isShapefile(table.file) else { return nil }
        return table.header.indices.first { position in
            let header = Self.plain(table.header[position].filter { $0 != "\u{FFFD}" })
            // Ten bytes, or as many as whole characters of two (GB18030) or three bytes (UTF-8) leave room for.
            let width = header.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
            guard !used.contains(position), (9...10).contains(width) || (8...10).contains(header.utf8.count)
            else { return false }
            return Column.allCases.filter { other in
                ([other.rawValue] + other.headers).contains { Self.plain($0).hasPrefix(header) }
            } == [column]
        }
    }

    private func nearest(_ name: String) -> String? { NearestName.of(name, among: table.header) }

    private func nearestUnused(to column: Column) -> String? {
        let unused = table.header.indices.filter { !used.contains($0) }.map { table.header[$0] }
        for name in [column.rawValue] + column.headers {
            if let nearest = NearestName.of(name, among: unused) { return nearest }
        }
        return nil
    }

    static func plain(_ header: String) -> String {
        PlainText.folded(header).lowercased().filter { !$0.isWhitespace && $0 != "*" }
    }

    /// A header without a unit in brackets at its end, where the unit is the one that the layer counts in
    /// anyway: `建筑面积(㎡)`.
    static func withoutUnit(_ header: String) -> String {
        guard header.last == ")", let open = header.lastIndex(of: "("), open != header.startIndex else {
            return header
        }
        let unit = header[header.index(after: open)...].dropLast()
        return plainUnits.contains(String(unit)) ? String(header[..<open]) : header
    }

    private static var plainUnits: Set<String> {
        ["㎡", "m²", "m2", "平方米", "平米", "户", "人", "张", "床", "个", "元", "yuan", "households", "people", "beds"]
    }
}
