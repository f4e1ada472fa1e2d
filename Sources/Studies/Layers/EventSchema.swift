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
    static let events = ColumnWords<PermitEvent>([
        "规划": .planned, "规划许可": .planned, "规划许可证": .planned, "建设工程规划许可": .planned,
        "建设工程规划许可证": .planned, "建成": .built, "竣工": .built, "完工": .built, "验收": .accepted,
        "竣工验收": .builtAndAccepted, "竣工验收备案": .builtAndAccepted, "交付": .delivered, "移交": .delivered,
        "交房": .delivered, "投用": .delivered, "交付使用": .delivered,
    ])
}

/// What a row of a ledger of permits says has happened.
enum PermitEvent: String, Hashable, Sendable, CaseIterable {
    case planned, built, accepted, delivered
    /// Completion and acceptance (竣工验收), which is one event in Chinese practice.
    case builtAndAccepted = "built_and_accepted"

    /// The milestone that the row dates.
    var milestone: Milestone {
        switch self {
        case .planned: .planned
        case .built: .built
        case .accepted, .builtAndAccepted: .accepted
        case .delivered: .delivered
        }
    }
}
