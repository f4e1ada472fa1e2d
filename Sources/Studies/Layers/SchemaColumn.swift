/// A column that a layer knows, by its canonical name.
protocol SchemaColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Headers that mean this column too, best first.
    var headers: [String] { get }
    /// Whether the layer is of no use without the column.
    var isRequired: Bool { get }
    /// The column that names a row, where rows have names that others refer to.
    static var identifier: Self? { get }
    /// What rows of the layer may be drawn as; nothing where they have no place.
    static var shape: PlaceShape? { get }
}

/// What rows of a layer may be drawn as.
enum PlaceShape: String {
    case point
    case area = "polygon"
    case either = "point or polygon"
}
