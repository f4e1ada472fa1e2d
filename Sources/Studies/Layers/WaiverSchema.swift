/// The columns of the layer `waivers`.
enum WaiverColumn: String, SchemaColumn {
    case subject, rule, document, date, reason

    static var identifier: Self? { nil }
    static var shape: PlaceShape? { nil }

    var isRequired: Bool { self != .reason }

    var headers: [String] {
        switch self {
        case .subject: ["对象", "对象编号", "豁免对象", "小区编号", "编号"]
        case .rule: ["规则", "规则编号", "豁免规则"]
        case .document: ["文件", "文号", "批准文号", "批文", "文件号"]
        case .date: ["日期", "批准日期", "批准时间", "发文日期"]
        case .reason: ["原因", "理由", "事由", "豁免原因"]
        }
    }
}
