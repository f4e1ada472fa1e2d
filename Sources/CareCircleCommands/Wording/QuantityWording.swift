internal import Claims
internal import Compliance
internal import Places
internal import Policy
internal import Scenarios
internal import Studies

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

    /// So many of what a verdict's figures are in: `1 facility`, `2 services`, `18.2 beds for each 1,000 elders`.
    func amount(_ amount: ExactDecimal, of unit: FindingUnit) -> String {
        switch unit {
        case .squareMetres: say("\(amount) m²", "\(amount) 平方米")
        case .days: say(counted(amount, "day"), "\(amount) 天")
        case .floors: say("floor \(amount)", "\(amount) 层")
        case .services: say(counted(amount, "service"), "\(amount) 项服务")
        case .serviceClass: say("class \(amount)", "\(amount) 类")
        case .facilities: say(counted(amount, "facility"), "\(amount) 处设施")
        case .beds: say(counted(amount, "bed"), "\(amount) 张床位")
        case .share: say("a share of \(amount)", "占比 \(amount)")
        case .bedsPer1000Elders:
            say("\(counted(amount, "bed")) for each 1,000 elders", "每千名老年人 \(amount) 张床位")
        case .placesPer1000Elders:
            say("\(counted(amount, "place")) for each 1,000 elders", "每千名老年人 \(amount) 个床位和日托位")
        case .hours: say(counted(amount, "hour"), "\(amount) 小时")
        case .months: say(counted(amount, "month"), "\(amount) 个月")
        case .spacePer100Households:
            say("\(amount) m² for each 100 households", "每百户 \(amount) 平方米")
        }
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
        ServiceName.chinese(code).map { say(code, "\($0)（\(code)）") } ?? code
    }

    /// Services by their codes, with commas between.
    func services(_ codes: [String]) -> String { codes.map(service).joined(separator: say(", ", "、")) }
}
