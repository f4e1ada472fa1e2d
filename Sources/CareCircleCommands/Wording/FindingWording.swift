internal import Compliance
internal import Places
internal import Policy

/// The words for what a verdict rests on: the column `detail` of `checks.csv`.
struct FindingWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// One clause in plain words, without a final period.
    func detail(_ detail: FindingDetail) -> String { obligation(detail) ?? place(detail) ?? step(detail) }

    private func obligation(_ detail: FindingDetail) -> String? {
        switch detail {
        case .owes(let kind, let households, let rate):
            say(
                "\(name(kind)): \(households) households × \(rate) m² per 100",
                "\(name(kind))：\(households) 户 × 每百户 \(rate) 平方米")
        case .noRate(let kind):
            say("the pack asks nothing of \(name(kind))s", "政策包对\(name(kind))无要求")
        case .noRates:
            say("the pack asks for no care space", "政策包无用房要求")
        case .owesNothing:
            say("no care space is required", "无须配建")
        case .notInForce(let from):
            say("planned before \(from), when the rule took effect", "规划许可早于规则生效日 \(from)")
        case .classOpen(.noDate):
            say("no date says whether it is new or existing", "无日期可判定新建或既有")
        case .classOpen(.partialDate(let date)):
            say("\(date.text) leaves open whether it is new or existing", "\(date.text) 不足以判定新建或既有")
        case .householdsNotStated(_, let rate):
            say("states no households; \(rate) m² per 100 apply", "未列户数；适用每百户 \(rate) 平方米")
        case .careSpaceNotStated:
            say("neither the compound nor a phase states its care space", "小区与各分期均未列养老服务用房")
        default: nil
        }
    }

    private func place(_ detail: FindingDetail) -> String? {
        switch detail {
        case .firstPhaseHoldsAll(let phase):
            say("phase \(phase) holds all care space", "第 \(phase) 期含全部用房")
        case .firstPhaseHoldsRequired(let phase):
            say("phase \(phase) holds at least what is required", "第 \(phase) 期已满足所需")
        case .firstPhaseHoldsTooLittle(let phase, let elsewhere):
            say(
                "phase \(phase) holds too little; \(elsewhere) m² stand in other phases",
                "第 \(phase) 期不足；其他分期有 \(elsewhere) 平方米")
        case .careSpaceByPhaseNotStated:
            say("no phase states its care space", "各分期未列用房面积")
        case .buildOut(let least, let most, let all, let care):
            say(
                "\(range(least, most)) of \(all) dwellings built before the care space (\(span(care)))",
                "用房建成（\(span(care))）前已建成住房 \(range(least, most))／\(all) 户")
        default: nil
        }
    }

    private func step(_ detail: FindingDetail) -> String {
        switch detail {
        case .noPhase(let number):
            return say("no row of phase \(number)", "无第 \(number) 期资料")
        case .steps(let housing, let care, let missing, let isAtLeast):
            var words =
                housing.map { say("housing \(span($0))", "住宅 \(span($0))") }
                ?? say("no date of the housing", "未列住宅日期")
            if let care {
                words += say(", care \(span(care))", "，用房 \(span(care))")
            } else {
                let phases = missing.map(String.init).joined(separator: say(", ", "、"))
                words += say(", no date of the care space in phase \(phases)", "，第 \(phases) 期未列用房日期")
            }
            if isAtLeast { words += say(", late by at least this", "，至少迟这些天") }
            return words
        default:
            return ""
        }
    }

    private func name(_ kind: CompoundClass) -> String {
        switch kind {
        case .new: say("new compound", "新建小区")
        case .existing: say("existing compound", "既有小区")
        }
    }

    private func span(_ span: DaySpan?) -> String {
        guard let span else { return say("no date stated", "未列日期") }
        return span.first == span.last ? "\(span.first)" : "\(span.first)…\(span.last)"
    }

    private func range(_ least: ExactDecimal, _ most: ExactDecimal) -> String {
        least == most ? "\(least)" : "\(least)–\(most)"
    }
}
