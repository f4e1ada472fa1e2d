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

    /// That nothing bears the name.
    func unknownSubject(_ text: String, _ nearest: String?) -> String {
        say(
            "\(quoted(text)) names nothing here, expected the id of a compound, community, facility or candidate, a scope, a rule, or a rate such as within_1km/elders/city\(suggestion(nearest))",
            "\(quoted(text))无所指，应为小区、社区、设施或备选点编号、范围、规则，或指标，如 within_1km/elders/city\(suggestion(nearest))")
    }

    /// That several things bear the name.
    func ambiguousSubject(_ text: String, _ spellings: [String]) -> String {
        say(
            "\(quoted(text)) names several things, expected one of: \(list(spellings))",
            "\(quoted(text))有多个所指，应为其一：\(list(spellings))")
    }

    private func several(_ kind: FindingScope) -> String {
        let english =
            switch kind {
            case .compound: "compounds"
            case .pool: "groups of compounds"
            case .facility: "facilities"
            case .city: "the city"
            case .district: "districts"
            case .subdistrict: "subdistricts"
            case .setting: "settings"
            case .community: "communities"
            }
        return say(english, ScopeWording.chinese(kind.rawValue))
    }
}
