package import Geodesy
internal import Yams

/// What `study.yaml` says of one layer.
package struct LayerEntry: Sendable {
    /// Which layer.
    package let kind: LayerKind
    /// The line of its key in `study.yaml`.
    package let line: Int
    /// The sources, one for each path; each is read alike.
    package let sources: [TableSource]
    /// What longitudes and latitudes refer to; nothing where it is left out, which means WGS 84.
    package let datum: Datum?
    /// The reference system that coordinates are in, where it is stated.
    package let crs: String?
    /// Whether a system or a datum is stated that nobody knows: the coordinates then mean nothing.
    package let isPlaceless: Bool
    /// The column that holds coordinates towards the east, where it is named.
    package let x: String?
    /// The column that holds coordinates towards the north, where it is named.
    package let y: String?
    /// The file's own names of columns by the canonical ones, in the order of `study.yaml`.
    package let columns: [ColumnName]
    /// Whether lines of a line layer also meet where they cross without a shared vertex.
    package let splitCrossings: Bool

    /// A canonical column and what the file calls it.
    package struct ColumnName: Hashable, Sendable {
        /// The canonical name.
        package let canonical: String
        /// The header in the file.
        package let header: String
        /// The line in `study.yaml`.
        package let line: Int
    }
}

/// The keys of a layer.
enum LayerEntryKey: String, YAMLKey {
    case path, layer, x, y, datum, crs, encoding, columns
    case `where`
    case headerRow = "header_row"
    case splitCrossings = "split_crossings"
}

extension LayerEntry {
    /// Reads a layer's mapping; nothing where it names no source.
    init?(
        _ kind: LayerKind, _ fields: YAMLMapping<LayerEntryKey>, line: Int, folder: StudyFolder,
        problems: inout [Problem]
    ) {
        let paths = fields.texts(.path, &problems)
        if paths.isEmpty, !fields.has(.path) { _ = fields.required(.path, &problems) }
        let columns = Self.columnNames(fields, &problems)
        let geometryColumn = columns.last { $0.canonical == "geometry" }?.header
        let headerRow = fields.wholeNumber(.headerRow, in: 1...1_048_576, &problems)
        let layer = fields.text(.layer, &problems)
        let encoding = fields.text(.encoding, &problems)
        let filter = fields.text(.where, &problems)
        let statement = SourceStatement(
            file: fields.file, path: fields.path, layerLine: fields.line(of: .layer),
            filterLine: fields.line(of: .where),
            encodingLine: fields.line(of: .encoding), headerRowLine: fields.line(of: .headerRow))
        self.kind = kind
        self.line = line
        self.columns = columns
        sources = paths.map { path in
            TableSource(
                file: folder.shownName(of: path), path: folder.resolved(path), layer: layer,
                encoding: encoding,
                filter: filter, headerRow: headerRow, geometryColumn: geometryColumn, statement: statement)
        }
        datum = fields.word(.datum, as: Datum.self, &problems)
        crs = Self.checkedSystem(fields, &problems)
        isPlaceless = (crs == nil && fields.has(.crs)) || (datum == nil && fields.has(.datum))
        x = fields.text(.x, &problems) ?? columns.last { $0.canonical == "x" }?.header
        y = fields.text(.y, &problems) ?? columns.last { $0.canonical == "y" }?.header
        splitCrossings = fields.flag(.splitCrossings, &problems) ?? false
        if (x == nil) != (y == nil) {
            problems.append(
                Problem(
                    file: fields.file, row: fields.line(of: x == nil ? .y : .x), column: fields.path,
                    .missingKey(name: x == nil ? "x" : "y")))
        }
        guard !paths.isEmpty else { return nil }
    }

    private static func columnNames(
        _ fields: YAMLMapping<LayerEntryKey>, _ problems: inout [Problem]
    ) -> [ColumnName] {
        guard let node = fields.node(.columns) else { return [] }
        guard case .mapping(let mapping) = node else {
            problems.append(fields.problem(.columns, .wrongType(expected: "mapping")))
            return []
        }
        var names: [ColumnName] = []
        for (key, value) in mapping {
            let line = key.mark?.line ?? fields.line(of: .columns)
            guard case .scalar(let scalar) = value, let canonical = key.string,
                !scalar.string.trimmed.isEmpty
            else {
                problems.append(
                    Problem(
                        file: fields.file, row: line, column: fields.path(of: .columns),
                        .wrongType(expected: "text")))
                continue
            }
            names.append(ColumnName(canonical: canonical, header: scalar.string.trimmed, line: line))
        }
        return names
    }

    private static func checkedSystem(
        _ fields: YAMLMapping<LayerEntryKey>, _ problems: inout [Problem]
    ) -> String? {
        guard let text = fields.text(.crs, &problems) else { return nil }
        do throws(GeodesyFailure) {
            _ = try Transformation(text)
            return text
        } catch {
            problems.append(fields.problem(.crs, error.fault))
            return nil
        }
    }
}
