internal import Places

/// The columns of the layer `facilities`.
enum FacilityColumn: String, SchemaColumn {
    case id, name, level, kind, network, parent, community, subdistrict, compound, serves
    case area = "area_m2"
    case landArea = "land_area_m2"
    case floor, beds
    case nursingBeds = "nursing_beds"
    case rehabBeds = "rehab_beds"
    case dayCarePlaces = "daycare_places"
    case services
    case serviceClass = "service_class"
    case grade, owner
    case `operator`
    case medicalPoint = "medical_point"
    case opened, accepted, closed, status
    case failedAssessments = "failed_assessments"
    case operatorName = "operator_name"
    case carers
    case longestStay = "longest_stay_months"

    static var identifier: Self? { .id }
    static var shape: PlaceShape? { .either }
    var isRequired: Bool { self == .id || self == .level }

    var headers: [String] {
        switch self {
        case .id: ["编号", "代码", "设施编号", "设施代码", "机构编号"]
        case .name: ["名称", "设施名称", "机构名称"]
        case .level: ["级别", "层级", "设施级别", "设施层级"]
        case .kind: ["类型", "设施类型", "机构类型", "类别"]
        case .network: ["网络形式", "网点形式", "服务网点形式"]
        case .parent: ["上级", "上级设施", "上级编号"]
        case .community: ["社区", "所属社区", "社区名称", "社区编号", "社区代码", "所在社区"]
        case .subdistrict: ["街道", "所属街道", "乡镇", "所属乡镇", "街道名称", "街道(乡镇)"]
        case .compound: ["小区编号", "所属小区", "小区", "小区代码"]
        case .serves: ["服务社区", "覆盖社区", "辐射社区"]
        case .area: ["建筑面积", "面积"]
        case .landArea: ["用地面积", "占地面积"]
        case .floor: ["楼层", "所在楼层"]
        case .beds: ["床位数", "床位", "总床位数"]
        case .nursingBeds: ["护理型床位", "护理床位", "护理型床位数", "护理床位数"]
        case .rehabBeds: ["康复床位", "康复床位数"]
        case .dayCarePlaces: ["日托位数", "日托位", "日间照料位数"]
        case .services: ["服务项目", "服务内容"]
        case .serviceClass: ["服务类别"]
        case .grade: ["等级", "评定等级"]
        case .owner: ["产权", "所有制", "产权性质"]
        case .operator: ["运营", "运营方式", "运营性质"]
        case .medicalPoint: ["医疗点", "医务室"]
        case .opened: ["启用时间", "开业时间", "启用日期", "开业日期"]
        case .accepted: ["验收时间", "验收日期"]
        case .closed: ["停用时间", "停用日期", "停业时间", "关闭时间"]
        case .status: ["状态", "运营状态"]
        case .failedAssessments: ["考核不合格年度", "评估不合格年度", "不合格年度"]
        case .operatorName: ["运营机构", "运营单位", "运营主体"]
        case .carers: ["护理员数", "护理员", "护理人员数"]
        case .longestStay: ["最长入住月数", "最长托养月数"]
        }
    }
}

/// Who owns and who runs a facility, as one word may say of both.
struct Operation: Hashable, Sendable {
    let owner: Sector?
    let runner: Sector
}

/// What the column `network` says: a point's role, or that the place is a platform and no point.
enum NetworkWord: Hashable, Sendable {
    case point(NetworkRole)
    case platform
}

extension FacilityColumn {
    /// The floor of a cell: a whole number, less than 1 in a basement; 3层 and 3楼 are floors, too.
    static func floor(_ text: String) throws(Fault) -> Int {
        let bare = text.last == "层" || text.last == "楼" ? String(text.dropLast()) : text
        let number = try CellNumber.decimal(bare)
        guard let floor = Int(number.description), (-20...200).contains(floor) else {
            throw .outOfRange(text: text, expected: "-20–200")
        }
        return floor
    }

    /// Words of the column `level`.
    static let levels = ColumnWords<Level>([
        "市级": .city, "市": .city, "区级": .district, "县级": .district, "区县级": .district, "区": .district,
        "县": .district, "街道级": .subdistrict, "镇级": .subdistrict, "乡级": .subdistrict, "乡镇级": .subdistrict,
        "街道": .subdistrict, "乡镇": .subdistrict, "镇": .subdistrict, "社区级": .community, "村级": .community,
        "社区": .community, "村": .community, "小微": .micro, "小微级": .micro, "微型": .micro,
    ])

    /// Words of the column `kind`.
    static let kinds = ColumnWords<FacilityKind>([
        "养老机构": .institution, "机构": .institution, "养老院": .institution, "福利院": .institution,
        "敬老院": .institution, "护理院": .institution, "中心": .centre, "服务中心": .centre, "center": .centre,
        "养老服务中心": .centre, "综合服务中心": .centre, "养老服务综合体": .centre, "站": .station, "服务站": .station,
        "养老服务站": .station, "居家养老服务站": .station, "日间照料": .dayCare, "日间照料中心": .dayCare, "日托": .dayCare,
        "daycare": .dayCare, "助餐点": .mealPoint, "助餐": .mealPoint, "老年食堂": .mealPoint, "幸福食堂": .mealPoint,
        "农村幸福院": .ruralHome, "幸福院": .ruralHome, "互助照料点": .ruralHome, "农村互助照料中心": .ruralHome,
        "老年公寓": .apartment, "养老公寓": .apartment, "小微": .micro, "小微机构": .micro, "嵌入式小微机构": .micro,
        "平台": .platform, "信息平台": .platform, "信息服务平台": .platform, "统分结合平台": .platform,
        "统分结合式": .platform,
    ])

    /// Words of the column `network`; the integrated mode (统分结合式) is a platform, not a point.
    static let networks = ColumnWords<NetworkWord>(
        NetworkRole.allCases.map { ($0.rawValue, .point($0)) },
        [
            "社区嵌入式": .point(.embedded), "嵌入式": .point(.embedded), "中心辐射式": .point(.radiating),
            "辐射式": .point(.radiating), "统分结合式": .platform, "统分结合": .platform, "integrated": .platform,
        ])

    /// Those of them that mean a point's role: what a selector asks for.
    static let networkRoles: ColumnWords<NetworkRole> = networks.compactMap {
        if case .point(let role) = $0 { role } else { nil }
    }

    /// Words of the column `owner`.
    static let owners = ColumnWords<Sector>([
        "公办": .public, "公有": .public, "政府": .public, "国有": .public, "集体": .public, "社会": .social,
        "民办": .social, "民营": .social, "私有": .social, "社会力量": .social,
    ])

    /// Words of the column `operator`; 公建民营 says who owns the place as well.
    static let operators = ColumnWords<Operation>(
        Sector.allCases.map { ($0.rawValue, Operation(owner: nil, runner: $0)) },
        [
            "公办": Operation(owner: nil, runner: .public), "公营": Operation(owner: nil, runner: .public),
            "公办公营": Operation(owner: .public, runner: .public), "社会": Operation(owner: nil, runner: .social),
            "民办": Operation(owner: nil, runner: .social), "民营": Operation(owner: nil, runner: .social),
            "社会力量": Operation(owner: nil, runner: .social), "社会组织": Operation(owner: nil, runner: .social),
            "公建民营": Operation(owner: .public, runner: .social),
            "公办民营": Operation(owner: .public, runner: .social),
        ])

    /// Those of them that speak of who runs a place alone: what a selector asks for.
    static let runners: ColumnWords<Sector> = operators.compactMap { $0.owner == nil ? $0.runner : nil }

    /// Words of the column `service_class`.
    static let serviceClasses = ColumnWords<ServiceClass>([
        "一类": .one, "Ⅰ": .one, "Ⅰ类": .one, "I类": .one, "1": .one, "二类": .two, "Ⅱ": .two, "Ⅱ类": .two,
        "II类": .two, "2": .two, "三类": .three, "Ⅲ": .three, "Ⅲ类": .three, "III类": .three, "3": .three,
    ])

    /// Words of the column `status`.
    static let statuses = ColumnWords<FacilityStatus>([
        "运营": .operating, "运营中": .operating, "在营": .operating, "正常": .operating, "正常运营": .operating,
        "营业": .operating, "在建": .building, "建设中": .building, "筹建": .building, "规划": .planned,
        "规划中": .planned,
        "拟建": .planned, "停业": .suspended, "暂停": .suspended, "停用": .suspended, "停运": .suspended,
    ])

    /// The codes of the services that are known.
    static let serviceCodes = [
        "meals", "bathing", "day_care", "health", "comfort", "short_stay", "culture", "leisure", "shopping",
        "errands", "living_care", "assessment", "day_nursing", "beds_24h", "domestic_service", "cleaning",
        "mobility", "visiting_doctor",
    ]

    /// Services by their Chinese names, among them those of the documents that packs cite (日常照料、健康护理);
    /// the first of each is the one that is shown; any other word stands for itself.
    static let serviceNames = ColumnWords<String>(
        serviceCodes.map { ($0, $0) },
        [
            "助餐": "meals", "送餐": "meals", "助浴": "bathing", "日间照料": "day_care", "日托": "day_care",
            "日常照料": "day_care", "日常照护": "day_care", "健康管理": "health", "助医": "health", "健康": "health",
            "医疗": "health", "保健": "health", "健康护理": "health", "医疗保健": "health", "医疗护理": "health",
            "精神慰藉": "comfort", "心理慰藉": "comfort", "精神关爱": "comfort", "心理疏导": "comfort",
            "短期托养": "short_stay", "短托": "short_stay", "短住": "short_stay", "文化娱乐": "culture",
            "文化": "culture", "休闲": "leisure", "代购": "shopping", "购物": "shopping", "代办": "errands",
            "跑腿": "errands", "生活照料": "living_care", "评估": "assessment", "日间护理": "day_nursing",
            "24小时床位": "beds_24h", "家政服务": "domestic_service", "家政": "domestic_service", "助洁": "cleaning",
            "助行": "mobility", "巡诊": "visiting_doctor", "医生巡诊": "visiting_doctor",
        ])

    /// A service by its code where a word names one that is known, with 服务 at its end or without; else the word.
    static func service(named text: String) -> String {
        let suffix = "服务"
        return serviceNames.meaning(of: text)
            ?? (text.hasSuffix(suffix) ? serviceNames.meaning(of: String(text.dropLast(suffix.count))) : nil)
            ?? text
    }
}

/// The names of services as people are shown them.
package enum ServiceName {
    /// The Chinese name of a service, by its code; nothing where the code is none that is known.
    package static func chinese(_ code: String) -> String? { FacilityColumn.serviceNames.chinese(of: code) }
}
