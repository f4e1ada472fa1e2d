/// The columns of the layer `groups`.
enum GroupColumn: String, SchemaColumn {
    case area, group, count, year

    static var identifier: Self? { nil }
    static var shape: PlaceShape? { nil }

    var isRequired: Bool { true }

    var headers: [String] {
        switch self {
        case .area: ["区域", "地区", "范围", "所属区域", "行政区"]
        case .group: ["人群", "保障对象", "对象类别", "人员类别", "类别"]
        case .count: ["人数", "数量", "保障人数"]
        case .year: ["年份", "年度", "年"]
        }
    }
}
