internal import Places

/// The columns of the layer `communities`.
enum CommunityColumn: String, SchemaColumn {
    case id, name, subdistrict, district, city, setting, population, households
    case elders
    case sixties = "elders_60_69"
    case seventies = "elders_70_79"
    case eightyPlus = "elders_80_plus"
    case publicServiceArea = "public_service_area_m2"
    case estimated

    static var identifier: Self? { .id }
    static var shape: PlaceShape? { .either }
    var isRequired: Bool { self == .name }

    var headers: [String] {
        switch self {
        case .id: ["编号", "代码", "社区编号", "社区代码", "村编号", "村代码"]
        case .name: ["名称", "社区名称", "社区", "村名", "村名称", "行政村", "社区(村)名称", "社区(村)"]
        case .subdistrict: ["街道", "所属街道", "乡镇", "街道名称", "所属乡镇", "街道(乡镇)", "街道乡镇"]
        case .district: ["区", "区县", "所属区", "所属区县", "县", "区(县)"]
        case .city: ["市", "城市", "所属市"]
        case .setting: ["城乡", "城乡类型", "城乡分类"]
        case .population: ["人口", "总人口", "人口数", "总人口数", "常住人口"]
        case .households: ["户数", "总户数"]
        case .elders: ["老年人口", "60岁以上人口", "老年人口数", "60岁及以上人口", "老年人数"]
        case .sixties: ["60-69岁人口", "60-69岁", "60~69岁", "60至69岁"]
        case .seventies: ["70-79岁人口", "70-79岁", "70~79岁", "70至79岁"]
        case .eightyPlus: ["80岁以上人口", "80岁以上", "80岁及以上", "80岁及以上人口", "高龄人口"]
        case .publicServiceArea: ["公共服务用房面积", "公共服务设施面积", "公共服务面积"]
        case .estimated: ["估算", "推算"]
        }
    }

    /// Words of the column `setting`.
    static let settings = ColumnWords<Setting>([
        "城镇": .urban, "城市": .urban, "城区": .urban, "城": .urban,
        "农村": .rural, "乡村": .rural, "村": .rural, "乡": .rural,
    ])
}
