internal import Places

/// The columns of the layer `areas`.
enum AreaColumn: String, SchemaColumn {
    case tier, name, year, basis, households, population, elders

    static var identifier: Self? { nil }
    static var shape: PlaceShape? { nil }

    var isRequired: Bool { self == .tier || self == .name }

    var headers: [String] {
        switch self {
        case .tier: ["层级", "级别", "行政层级"]
        case .name: ["名称", "区域", "地区", "行政区"]
        case .year: ["年份", "年度", "年"]
        case .basis: ["口径", "人口口径", "统计口径"]
        case .households: ["户数", "总户数"]
        case .population: ["人口", "总人口", "常住人口"]
        case .elders: ["老年人口", "60岁以上人口", "老年人数"]
        }
    }

    static let tiers = ColumnWords<AreaTier>([
        "市": .city, "全市": .city, "市级": .city, "区": .district, "县": .district, "区县": .district,
        "区级": .district, "县级": .district, "街道": .subdistrict, "乡镇": .subdistrict, "镇": .subdistrict,
        "乡": .subdistrict, "街道级": .subdistrict, "镇级": .subdistrict, "社区": .community, "村": .community,
        "行政村": .community, "社区级": .community, "村级": .community, "城乡": .setting,
    ])

    static let bases = ColumnWords<CountingBasis>([
        "户籍": .registered, "户籍人口": .registered, "常住": .resident, "常住人口": .resident,
    ])
}
