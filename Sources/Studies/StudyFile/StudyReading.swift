package import Geodesy
package import Places

/// A study as its folder says it, with everything that a careful reader should know of the reading.
package struct StudyReading: Sendable {
    /// What is computed with.
    package let study: Study
    /// The folder that it was read from.
    package let folder: StudyFolder
    /// The rules it is to be judged by, where `study.yaml` names any.
    package let policy: PolicyReference?
    /// Where its streets are, in the order of `study.yaml`; read elsewhere.
    package let streets: [StreetSource]
    /// What the run can go on with, in the order of layers, rows and columns.
    package let warnings: [Problem]
    /// The rows set aside, in the same order; none unless that was asked for.
    package let rejected: [RejectedRow]
    /// What was read, layer by layer, source by source.
    package let layers: [LayerReport]
    /// The files that were read, `study.yaml` first.
    package let inputs: [InputFile]
    /// The digests of sources that are no files (databases), by their name as problems show it.
    package let rowDigests: [RowDigest]
}

/// The SHA-256 of the rows of a source that is no file.
package struct RowDigest: Hashable, Sendable {
    /// The source's name, without a password.
    package let file: String
    /// The layer or table of it, where it has a name.
    package let layer: String?
    /// The digest in lower-case hexadecimal digits.
    package let sha256: String

    /// The digest of a table's rows; nothing where it was read from a file.
    init?(_ table: RawTable, idColumn: Int?) {
        guard StudyFolder.isConnection(table.file) else { return nil }
        (file, layer) = (table.file, table.layer)
        sha256 = InputDigest.sha256(of: table, idColumn: idColumn)
    }
}

/// A source of streets.
package struct StreetSource: Sendable {
    /// How to open it as a table of lines; for an OpenStreetMap file its name and path are what counts.
    package let table: TableSource
    /// Whether it is an OpenStreetMap file (`.osm.pbf`, `.osm`, `.osm.gz` …) rather than a line layer.
    package let isOpenStreetMap: Bool
    /// The datum and the reference system of a line layer, and its names of columns.
    package let entry: LayerEntry
}

/// A row set aside, with what stands against it.
package struct RejectedRow: Sendable {
    /// The layer.
    package let layer: LayerKind
    /// Where the row stands.
    package let source: SourceRow
    /// The row's id, where it has one.
    package let id: String?
    /// The errors; never none.
    package let problems: [Problem]
}

/// What was read of one source of a layer.
package struct LayerReport: Sendable {
    /// The layer.
    package let layer: LayerKind
    /// The source as the user wrote it, without a password.
    package let file: String
    /// Whether anything is computed from the layer yet.
    package let isUsed: Bool
    /// How many rows it has.
    package let rows: Int
    /// How many of them were set aside.
    package let rejected: Int
    /// Headers that mean nothing here.
    package let ignoredColumns: [String]
    /// What the text is written in, where the reader had to know.
    package let encoding: TextEncoding?
    /// How many areas had to be put right.
    package let repaired: Int
    /// What longitudes and latitudes were taken to refer to.
    package let datum: Datum
}
