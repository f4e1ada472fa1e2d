/// The columns of the layer `gates`.
enum GateColumn: String, SchemaColumn {
    case compound

    static var identifier: Self? { nil }
    static var shape: PlaceShape? { .point }
    var isRequired: Bool { true }
    var headers: [String] { ["小区编号", "所属小区", "小区", "小区代码"] }
}
