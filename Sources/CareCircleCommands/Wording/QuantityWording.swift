internal import Claims

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
        case .days: say("days", "天")
        case .facilities: say("facilities", "设施")
        case .compounds: say("compounds", "小区")
        case .communities: say("communities", "社区")
        case .subdistricts: say("subdistricts", "街道乡镇")
        case .services: say("services", "服务")
        }
    }
}
