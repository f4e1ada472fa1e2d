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
    // Women and girls, men and boys, by five-year age group.
    case f0 = "f_0_4", f5 = "f_5_9", f10 = "f_10_14", f15 = "f_15_19", f20 = "f_20_24", f25 = "f_25_29"
    case f30 = "f_30_34", f35 = "f_35_39", f40 = "f_40_44", f45 = "f_45_49", f50 = "f_50_54", f55 = "f_55_59"
    case f60 = "f_60_64", f65 = "f_65_69", f70 = "f_70_74", f75 = "f_75_79", f80 = "f_80_84", f85 =
        "f_85_plus"
    case m0 = "m_0_4", m5 = "m_5_9", m10 = "m_10_14", m15 = "m_15_19", m20 = "m_20_24", m25 = "m_25_29"
    case m30 = "m_30_34", m35 = "m_35_39", m40 = "m_40_44", m45 = "m_45_49", m50 = "m_50_54", m55 = "m_55_59"
    case m60 = "m_60_64", m65 = "m_65_69", m70 = "m_70_74", m75 = "m_75_79", m80 = "m_80_84", m85 =
        "m_85_plus"

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
        default: ageHeaders
        }
    }

    /// The column of a sex and five-year age group.
    static func people(_ sex: String, ofGroup group: Int) -> Self? {
        Self(rawValue: "\(sex)_\(SexByAge.name(ofGroup: group))")
    }

    /// The columns of all sexes and groups.
    static let ages = ["f", "m"].map { sex in
        (0..<SexByAge.groupCount).compactMap { people(sex, ofGroup: $0) }
    }

    /// Chinese headers of a sex and group: 男0-4岁, 女性85岁及以上.
    private var ageHeaders: [String] {
        let parts = rawValue.split(separator: "_")
        guard parts.count == 3 else { return [] }
        let sexes = parts[0] == "f" ? ["女", "女性"] : ["男", "男性"]
        let ages =
            parts[2] == "plus"
            ? ["\(parts[1])岁以上", "\(parts[1])岁及以上"]
            : ["-", "~", "至"].map { "\(parts[1])\($0)\(parts[2])岁" }
        return sexes.flatMap { sex in ages.map { sex + $0 } }
    }

    /// Words of the column `setting`.
    static let settings = ColumnWords<Setting>([
        "城镇": .urban, "城市": .urban, "城区": .urban, "城": .urban,
        "农村": .rural, "乡村": .rural, "村": .rural, "乡": .rural,
    ])
}
