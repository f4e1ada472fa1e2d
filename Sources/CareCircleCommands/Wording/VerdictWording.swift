internal import Claims
internal import Compliance

/// The words for verdicts, of rules and of published figures.
struct VerdictWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// What a rule says.
    func word(_ verdict: Verdict) -> String {
        switch verdict {
        case .pass: say(verdict.rawValue, "合格")
        case .fail: say(verdict.rawValue, "不合格")
        case .pending: say(verdict.rawValue, "待定")
        case .unknown: say(verdict.rawValue, "不明")
        case .exempt: say(verdict.rawValue, "不适用")
        case .waived: say(verdict.rawValue, "已豁免")
        }
    }

    /// What came of a published figure.
    func word(_ verdict: ClaimVerdict) -> String {
        switch verdict {
        case .agrees: say("agrees", "相符")
        case .differs: say("differs", "不符")
        case .notDerivable: say("not derivable", "无法复算")
        case .undefinedScope: say("undefined scope", "范围不明")
        case .notComparable: say("not comparable", "不可比")
        }
    }
}
