/// The columns of the layer `candidates`.
enum CandidateColumn: String, SchemaColumn {
    case id, name, level
    case area = "area_m2"
    case kind
    case cost = "cost_yuan"
    case earliest, community, network, beds
    case dayCarePlaces = "daycare_places"
    case upgradeOf = "upgrade_of"

    static var identifier: Self? { .id }
    static var shape: PlaceShape? { .either }
    var isRequired: Bool { self == .id }

    var headers: [String] {
        switch self {
        case .id: ["编号", "代码"]
        case .name: ["名称", "地块名称", "场所名称"]
        case .level: ["级别", "层级"]
        case .area: ["建筑面积", "面积"]
        case .kind: ["类型", "来源", "现状用途"]
        case .cost: ["造价", "投资", "建设成本", "费用"]
        case .earliest: ["最早年份", "可用年份", "最早启用年份"]
        case .network: ["网络形式"]
        case .beds: ["床位数", "床位"]
        case .dayCarePlaces: ["日托位数", "日托位"]
        case .upgradeOf: ["改造设施", "提升设施", "原设施编号"]
        case .community: ["社区", "所属社区", "社区名称", "社区编号", "所在社区"]
        }
    }

    /// Words of the column `kind` whose meaning is known; any other stands for itself.
    static let kinds = ColumnWords<String>(
        [
            "new", "converted", "factory", "school", "community_room", "clinic", "flat",
        ].map { ($0, $0) },
        [
            "新建": "new", "改建": "converted", "改造": "converted", "厂房": "factory", "工厂": "factory",
            "学校": "school",
            "社区用房": "community_room", "卫生室": "clinic", "诊所": "clinic", "住宅": "flat",
        ])
}
