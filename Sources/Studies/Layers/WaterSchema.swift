/// The layer `water` has no columns of its own, only areas.
enum WaterColumn: String, SchemaColumn {
    case name

    static var identifier: Self? { nil }
    static var shape: PlaceShape? { .area }
    var isRequired: Bool { false }
    var headers: [String] { ["名称"] }
}
