internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
internal import Policy
internal import Reports
internal import Scenarios
internal import Studies
internal import Synthesis

/// The names of measures, bases, rules, layers and reasons as a summary shows them.
///
/// English summaries use the codes of the files themselves; Chinese ones put the code in parentheses behind the
/// name, so that a reader finds it in the tables. The terms are those of GLOSSARY.md.
struct MeasureWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// How wide the column of measures is.
    var measureWidth: Int { say == .chinese ? 32 : 14 }
    /// How wide the column of bases is.
    var basisWidth: Int { say == .chinese ? 20 : 12 }
    /// How wide the column of rules is.
    var ruleWidth: Int { say == .chinese ? 36 : 20 }
    /// How wide the column of layers is.
    var layerWidth: Int { say == .chinese ? 28 : 13 }

    /// What is said where access is asked for and there are no streets.
    var accessNeedsStreets: String {
        say(
            "warning: access is shared by walks, and the study gives no streets: access.csv is not written",
            "提示：可达性按步行计算，而资料中没有街道：未写出 access.csv")
    }

    /// What is said where catchments are asked for and nobody can walk.
    var catchmentsNeedStreets: String {
        say(
            "warning: catchments are walked, and the study gives no streets: facilities.csv is not written",
            "提示：服务范围按步行计算，而资料中没有街道：未写出 facilities.csv")
    }

    /// What is said where access is asked for and no facility states what could be shared.
    var accessNeedsCapacity: String {
        say(
            "warning: no counted facility states beds or day-care places: access.csv holds no rows",
            "提示：计入的设施均未列床位数或日托位数：access.csv 无数据行")
    }

    /// What is said where no place of a study joins its streets.
    func streetsElsewhere(_ limit: Metres) -> String {
        let metres = NumberText.trimmed(limit.value, decimals: 1)
        return say(
            "warning: no place of the study lies within \(metres) m of a street: do the streets belong to another place, or is their datum another?",
            "提示：研究区内没有任何地点距街道在 \(metres) 米以内：街道是否属于别处，或坐标基准不同？")
    }

    /// A capacity, by the name that outputs give it.
    func capacity(_ capacity: CareCapacity) -> String {
        let chinese =
            switch capacity {
            case .beds: "床位"
            case .dayCarePlaces: "日托位"
            }
        return say(capacity.rawValue, "\(chinese)（\(capacity.rawValue)）")
    }

    /// A measure of coverage, by the name that outputs give it.
    func measure(_ name: String) -> String {
        guard let measure = CoverageMeasure(rawValue: name) else {
            return further(name).map { say(name, "\($0)（\(name)）") } ?? name
        }
        let chinese =
            switch measure {
            case .within1km: "直线 1 公里内"
            case .within15min: "步行 15 分钟内"
            case .hasFacility: "有设施"
            }
        return say(name, "\(chinese)（\(name)）")
    }

    /// A further measure in Chinese.
    private func further(_ name: String) -> String? {
        switch name {
        case NamedMeasure.hasQualified.rawValue: "有达标设施"
        case NamedMeasure.hasStandardised.rawValue: "有标准化设施"
        case NamedMeasure.isServed.rawValue: "有设施服务"
        case NamedMeasure.subdistrictHasCentre.rawValue: "街道乡镇有中心"
        case NamedMeasures.streetHasCentre: "街道有中心"
        case NamedMeasures.townshipHasCentre: "乡镇有中心"
        case "facilities": "设施数"
        case "beds": "床位数"
        case "beds_per_1000_elders": "每千名老年人床位"
        case "places_per_1000_elders": "每千名老年人床位与日托位"
        case "m2_per_100_households": "每百户养老服务用房面积"
        case "nursing_bed_share": "护理型床位占比"
        case "social_operation_share": "社会力量运营占比"
        case "medical_point_share": "设医疗点占比"
        case "visiting_doctor_share": "医生巡诊占比"
        case "compounds_with_care_space": "设有养老服务用房的小区"
        case "new_compounds_meet_space": "配建达标的新建小区"
        case "reached_by_0": "步行可达设施 0 处"
        case "reached_by_1": "步行可达设施 1 处"
        case "reached_by_2": "步行可达设施 2 处"
        case "reached_by_3_plus": "步行可达设施 3 处以上"
        default:
            // A walking profile, by its name.
            name.hasPrefix("within_15min_") ? "步行 15 分钟内·" + name.dropFirst("within_15min_".count) : nil
        }
    }

    /// A figure of a scenario's year that draws are taken of.
    func drawn(_ measure: SensitivityMeasure) -> String {
        let chinese =
            switch measure {
            case .population: "人口"
            case .elders: "老年人口"
            case .eldersEightyPlus: "80 岁以上老年人口"
            case .households: "户数"
            case .eldersWithin1km: "1 公里内老年人口"
            case .elderShare1km: "1 公里内老年人口占比"
            case .eldersWithin15min: "步行 15 分钟内老年人口"
            case .elderShare15min: "步行 15 分钟内老年人口占比"
            case .eldersTakingUp: "利用服务的老年人口"
            case .householdShare15min: "步行 15 分钟内户数占比"
            case .careSpace: "养老服务用房"
            case .careSpaceRequired: "应配养老服务用房"
            case .squareMetresPerHundredHouseholds: "每百户养老服务用房"
            case .bedsPerThousandElders: "每千名老年人床位"
            case .capital: "建设资金（元）"
            case .cumulative: "累计资金（元）"
            }
        return say(measure.rawValue, "\(chinese)（\(measure.rawValue)）")
    }

    /// What a rate is counted in.
    func basis(_ basis: Basis) -> String {
        say(basis.rawValue, "\(plainBasis(basis))（\(basis.rawValue)）")
    }

    /// What a rate is counted in, in Chinese without the code.
    func plainBasis(_ basis: Basis) -> String {
        switch basis {
        case .count: "个数"
        case .area: "面积"
        case .households: "户数"
        case .population: "人口"
        case .elders: "老年人口"
        }
    }

    /// That the study states no total of elders, counted as a target asks for it, that had come by the day.
    func missingTotal(_ counted: CountingBasis) -> String {
        let chinese = counted == .registered ? "户籍" : "常住"
        return say(
            "no total of \(counted.rawValue) elders is stated for it by the day",
            "截至该日未列\(chinese)老年人口合计")
    }

    /// The total of elders that a target's figure is taken over.
    func total(_ total: AreaTotal) -> String {
        let chinese = total.basis == .registered ? "户籍" : "常住"
        let row = "\(total.source.file):\(total.source.row)"
        return say(
            "over the total of \(total.basis?.rawValue ?? "all") elders of \(total.year) (\(row))",
            "按 \(total.year) 年\(chinese)老年人口合计计（\(row)）")
    }

    /// A rule of a policy pack, by its id.
    func rule(_ id: String) -> String {
        let chinese: String? =
            switch id {
            case SpaceRule.id: "养老服务用房"
            case FirstPhaseRule.id: "用房在首期"
            case SingleSiteRule.id: "单处面积"
            case PooledSpaceRule.id: "统筹配建"
            case LandRule.id: "养老用地"
            case ServiceRule.hoursID: "服务工时"
            case ServiceRule.offeredID: "购买服务"
            case "sync.planned": "同步规划"
            case "sync.built": "同步建设"
            case "sync.accepted": "同步验收"
            case "sync.delivered": "同步交付"
            default: nil
            }
        return chinese.map { say(id, "\($0)（\(id)）") } ?? id
    }

    /// A rule as its pack names it, of those that a pack names itself.
    func rule(_ id: String, of pack: PolicyPack) -> String {
        let named =
            pack.facilityStandards.map { ($0.id, $0.name) } + pack.tierStandards.map { ($0.id, $0.name) }
            + pack.targets.map { (TargetFindings.prefix + $0.id, $0.name) }
        guard say == .chinese, let name = named.first(where: { $0.0 == id })?.1 else { return rule(id) }
        return "\(name.zh)（\(id)）"
    }

    /// Why a care site of an extract was not taken.
    func refusal(_ reason: CareSiteRefusal) -> String {
        let chinese =
            switch reason {
            case .forOthers: "面向其他人群"
            case .notKnownForElders: "未注明面向老年人"
            case .notCare: "非养老服务"
            case .sameSite: "同一机构"
            case .outside: "在边界之外"
            case .noPlace: "位置不明"
            }
        return say(reason.rawValue, "\(chinese)（\(reason.rawValue)）")
    }

    /// A layer of a study.
    func layer(_ kind: LayerKind) -> String {
        let chinese =
            switch kind {
            case .communities: "社区"
            case .compounds: "小区"
            case .phases: "分期"
            case .gates: "出入口"
            case .facilities: "设施"
            case .candidates: "备选点"
            case .areas: "各级合计"
            case .groups: "保障对象"
            case .events: "许可台账"
            case .waivers: "豁免"
            case .streets: "街道"
            case .water: "水体"
            case .heights: "高程"
            }
        return say(kind.rawValue, "\(chinese)（\(kind.rawValue)）")
    }
}
