internal import Compliance

// What is said where a rule is asked about something that it does not judge.
extension ProblemWording {
    /// That a rule judges other things than a place, and what may be asked instead.
    func notJudged(_ rule: String, _ place: String, _ kinds: [String], _ instead: [String]) -> String {
        let names = kinds.map { FindingScope(rawValue: $0).map(several) ?? $0 }.joined(
            separator: say(" and ", "、"))
        return say(
            "the rule \(rule) judges \(names), and \(quoted(place)) is none, holds none and is part of none, expected a subject such as: \(list(instead))",
            "规则 \(rule) 判定的是\(names)，\(quoted(place))既非其一，也不包含或属于其一，应如：\(list(instead))")
    }

    private func several(_ kind: FindingScope) -> String {
        switch kind {
        case .compound: say("compounds", "小区")
        case .pool: say("groups of compounds", "统筹小区组")
        case .facility: say("facilities", "设施")
        case .city: say("the city", "全市")
        case .district: say("districts", "区县")
        case .subdistrict: say("subdistricts", "街道乡镇")
        case .setting: say("settings", "城乡类别")
        case .community: say("communities", "社区")
        }
    }
}
