/// The columns of the layer `compounds`.
enum CompoundColumn: String, SchemaColumn {
    case id, name, community, households, elders, population
    case careSpace = "care_space_m2"
    case careSpaceElsewhere = "care_space_elsewhere_m2"
    case planned, delivered, renovated, pool, estimated

    static var identifier: Self? { .id }
    static var shape: PlaceShape? { .either }
    var isRequired: Bool { self == .id }

    var headers: [String] {
        switch self {
        case .id: ["编号", "代码", "小区编号", "小区代码"]
        case .name: ["名称", "小区名称", "小区", "项目名称"]
        case .community: ["社区", "所属社区", "社区名称", "社区编号", "社区代码", "所在社区"]
        case .households: ["户数", "总户数"]
        case .elders: ["老年人口", "60岁以上人口", "老年人口数", "60岁及以上人口", "老年人数"]
        case .population: ["人口", "总人口", "人口数", "总人口数"]
        case .careSpace: ["养老用房面积", "养老服务用房面积", "养老用房"]
        case .careSpaceElsewhere: ["异地配建面积", "异地养老用房面积"]
        case .planned: ["规划许可时间", "规划许可日期", "规划时间"]
        case .delivered: ["交付时间", "交付日期", "交房时间"]
        case .renovated: ["改造时间", "改造日期"]
        case .pool: ["合建组", "统筹组"]
        case .estimated: ["估算", "推算"]
        }
    }
}
