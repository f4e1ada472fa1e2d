internal import Claims
internal import Compliance
internal import Policy
internal import Scenarios

/// The words for what figures are so many of.
struct QuantityWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// A unit: as a ledger writes it, else what a computed figure counts, and for each of what.
    func word(_ unit: FigureUnit) -> String {
        if let name = unit.name { return name }
        if unit.isShare { return say("a share", "比率") }
        let above = unit.above.isEmpty ? "1" : unit.above.map(word).joined(separator: " × ")
        return ([above] + unit.below.map(word)).joined(separator: " / ")
    }

    /// A quantity.
    func word(_ quantity: Quantity) -> String {
        switch quantity {
        case .money: say("yuan", "元")
        case .people: say("people", "人")
        case .elders: say("elders", "老年人")
        case .population: say("population", "人口")
        case .households: say("households", "户数")
        case .beds: say("beds", "床位")
        case .places: say("places", "床位和日托位")
        case .area: say("m²", "平方米")
        case .mu: say("mu", "亩")
        case .hours: say("hours", "小时")
        case .minutes: say("minutes", "分钟")
        case .seconds: say("seconds", "秒")
        case .distance: say("metres", "米")
        case .visits: say("visits", "人次")
        case .days: say("days", "天")
        case .months: say("months", "个月")
        case .years: say("years", "年")
        case .facilities: say("facilities", "设施")
        case .compounds: say("compounds", "小区")
        case .communities: say("communities", "社区")
        case .subdistricts: say("subdistricts", "街道乡镇")
        case .services: say("services", "服务")
        }
    }

    /// The unit of a verdict's figures; in English as `checks.csv` writes it.
    func word(_ unit: FindingUnit) -> String {
        let chinese =
            switch unit {
            case .squareMetres: "平方米"
            case .days: "天"
            case .floors: "层"
            case .services: "项服务"
            case .serviceClass: "类"
            case .facilities: "处设施"
            case .beds: "张床位"
            case .share: "（占比，1 为全部）"
            case .bedsPer1000Elders: "张床位（每千名老年人）"
            case .placesPer1000Elders: "床位和日托位（每千名老年人）"
            case .hours: "小时"
            case .months: "个月"
            case .spacePer100Households: "平方米（每百户）"
            }
        return say(unit.rawValue, chinese)
    }

    /// What kind of money a line is; in English as `money.csv` writes it.
    func word(_ kind: MoneyLine.Kind) -> String {
        let chinese =
            switch kind {
            case .once: "一次性补贴"
            case .yearly: "运营补贴"
            case .entitlement: "服务待遇"
            case .envelope: "预算额度"
            case .overEnvelope: "超出预算额度"
            }
        return say(kind.rawValue, "\(chinese)（\(kind.rawValue)）")
    }

    /// Who pays; in English as `money.csv` writes it.
    func word(_ payer: Payer) -> String {
        let chinese =
            switch payer {
            case .central: "中央"
            case .province: "省级"
            case .city: "市级"
            case .district: "区级"
            case .lottery: "福利彩票公益金"
            case .charity: "慈善"
            }
        return say(payer.rawValue, "\(chinese)（\(payer.rawValue)）")
    }

    /// The kind of a scope, as outputs name it.
    func scope(_ kind: String) -> String {
        say(kind, ScopeWording.chinese(kind))
    }

    /// Which facilities are counted: the condition as it stands, and in Chinese a name for that of none.
    func selector(_ text: String) -> String { text == "any" ? say(text, "全部设施（any）") : text }

    /// A service by its code; in Chinese its name where the code is known.
    func service(_ code: String) -> String {
        let chinese: String? =
            switch code {
            case "meals": "助餐"
            case "bathing": "助浴"
            case "day_care": "日间照料"
            case "health": "健康管理"
            case "comfort": "精神慰藉"
            case "short_stay": "短期托养"
            case "culture": "文化娱乐"
            case "leisure": "休闲"
            case "shopping": "代购"
            case "errands": "代办"
            case "living_care": "生活照料"
            case "assessment": "评估"
            case "day_nursing": "日间护理"
            case "beds_24h": "24小时床位"
            case "domestic_service": "家政服务"
            case "cleaning": "助洁"
            case "mobility": "助行"
            case "visiting_doctor": "巡诊"
            default: nil
            }
        return chinese.map { say(code, "\($0)（\(code)）") } ?? code
    }

    /// Services by their codes, with commas between.
    func services(_ codes: [String]) -> String { codes.map(service).joined(separator: say(", ", "、")) }
}
