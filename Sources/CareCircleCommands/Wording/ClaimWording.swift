internal import Claims
internal import Coverage
internal import Places
internal import Policy
internal import Reports

/// The words for what came of published figures: the column `detail` of `claims.csv`.
struct ClaimWording: Sendable {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// The published figure and ours, with what ours rests on.
    func figures(_ result: ClaimResult) -> String {
        var text =
            say("published \(result.claim.value)", "公布 \(result.claim.value)") + unit(result.claim.unit)
        if let computed = result.computed {
            text += say(", computed \(computed)", "，复算 \(computed)") + unit(result.claim.unit)
        }
        if result.verdict == .differs, let difference = result.difference {
            let sign = difference > .zero ? "+" : ""
            text += say(" (\(sign)\(difference))", "（\(sign)\(difference)）")
        }
        return text + say(": ", "：") + detail(result)
    }

    /// What a verdict rests on, without a final period.
    func detail(_ result: ClaimResult) -> String {
        if let reason = result.reason { return sentence(for: reason) }
        switch result.claim.figure {
        case .arithmetic(let arithmetic):
            let sign =
                switch arithmetic.operation {
                case .quotient: " / "
                case .sum: " + "
                case .product: " × "
                }
            return arithmetic.operands.map { $0?.description ?? "?" }.joined(separator: sign)
        case .coverage:
            guard let rate = result.rate else { return "" }
            return Subject.name(of: rate) + say(": ", "：")
                + say(
                    "\(amount(rate.numerator)) of \(amount(rate.denominator)), \(amount(rate.unknown)) unknown, \(amount(rate.estimated)) estimated",
                    "\(amount(rate.numerator)) / \(amount(rate.denominator))，未知 \(amount(rate.unknown))，估算 \(amount(rate.estimated))"
                )
        }
    }

    private func sentence(for reason: ClaimReason) -> String {
        switch reason {
        case .operandNotStated(let position, let numbers):
            say("the source does not give number \(position)", "来源未给出第 \(position) 个数")
                + (numbers.map(wouldAgree) ?? "")
        case .divisionByZero: say("it divides by nothing", "除数为零")
        case .tooLarge: say("its numbers are too large to be computed with exactly", "数值过大，无法精确计算")
        case .nothingInScope: say("there is nothing in the scope to have a share of", "范围内没有可计比例的对象")
        case .unknownPart(let least, let most):
            say(
                "what is unknown leaves ours anywhere between \(least) and \(most)",
                "因有未知部分，复算值介于 \(least) 与 \(most) 之间")
        case .noMeasure:
            say(
                "it names no measure that can be computed: a bare rate is a rate of nothing",
                "未指明可计算的指标：无指标的比率无所指")
        case .noBasis(let figures):
            say("it names no basis; ours: ", "未指明口径；复算：")
                + figures.map { "\(MeasureWording(language: say).basis($0.basis)) \($0.figure)" }.joined(
                    separator: say(", ", "、"))
        case .noScope: say("it names no scope", "未指明范围")
        case .noDate: say("it names no date, and --date is not given", "未指明日期，也未给出 --date")
        case .basisNotComputed(let basis):
            say("the measure is not computed on the basis \(basis.rawValue)", "该指标不按 \(basis.rawValue) 口径计算")
        case .unknownScope(let kind, let identifier?):
            say("the study has no \(kind) \(identifier)", "研究区没有 \(kind) \(identifier)")
        case .unknownScope(let kind, nil):
            say("the study has not exactly one \(kind), and none is named", "研究区的 \(kind) 不止一个或没有，而未指明")
        case .otherSelector(let ours):
            say("the study counts other facilities: \(ours)", "研究区计入的设施不同：\(ours)")
        case .otherRadius(let ours): say("the study's radius is \(ours) m", "研究区的半径为 \(ours) 米")
        case .otherMinutes(let ours): say("the study's walk is of \(ours) minutes", "研究区的步行时间为 \(ours) 分钟")
        case .peopleOfAnotherYear(let year):
            say("the study's people are those of \(year)", "研究区的人口为 \(year) 年")
        }
    }

    private func wouldAgree(_ numbers: [Int]) -> String {
        guard !numbers.isEmpty else {
            return say("; no whole number in its place would agree", "；没有整数能使其相符")
        }
        let list = numbers.map(String.init).joined(separator: say(", ", "、"))
        return say("; it would agree with \(list)", "；如为 \(list) 则相符")
    }

    private func unit(_ unit: ClaimUnit) -> String {
        switch unit.name {
        case "percent": " %"
        case "share": ""
        case "per_1000": say(" per 1,000", "（每千人）")
        default: " \(unit.name)"
        }
    }

    private func amount(_ value: Double) -> String { NumberText.trimmed(value) }
}
