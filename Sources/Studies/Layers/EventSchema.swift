internal import Places

/// The columns of the layer `events`: a ledger of permits.
enum EventColumn: String, SchemaColumn {
    case compound, phase, subject, event, date, document, source, households
    case careSpace = "care_space_m2"

    static var identifier: Self? { nil }
    static var shape: PlaceShape? { nil }

    var isRequired: Bool {
        switch self {
        case .compound, .phase, .subject, .event, .date: true
        case .document, .source, .households, .careSpace: false
        }
    }

    var headers: [String] {
        switch self {
        case .compound: ["小区编号", "所属小区", "小区", "小区代码", "项目编号"]
        case .phase: ["分期", "期", "期数", "期次"]
        case .subject: ["主体", "对象", "用途", "类别"]
        case .event: ["事项", "事件", "许可事项", "环节"]
        case .date: ["日期", "时间", "发证日期", "办理日期"]
        case .document: ["文号", "证号", "许可证号", "许可文号", "文件"]
        case .source: ["来源", "数据来源"]
        case .households: ["户数", "总户数"]
        case .careSpace: ["养老用房面积", "养老服务用房面积", "养老用房"]
        }
    }

    /// Words of the column `subject`: whether an event is the care space's.
    static let subjects = ColumnWords<Bool>(
        [("housing", false), ("care", true)],
        [
            "住宅": false, "住房": false, "养老": true, "养老用房": true, "养老服务用房": true, "养老设施": true,
        ])

    /// Words of the column `event`.
    static let milestones = ColumnWords<Milestone>(
        Milestone.allCases.map { ($0.rawValue, $0) },
        [
            "规划": .planned, "规划许可": .planned, "规划许可证": .planned, "建设工程规划许可": .planned,
            "建设工程规划许可证": .planned, "建成": .built, "竣工": .built, "完工": .built, "验收": .accepted,
            "竣工验收": .accepted, "竣工验收备案": .accepted, "交付": .delivered, "移交": .delivered,
            "交房": .delivered, "投用": .delivered, "交付使用": .delivered,
        ])
}
