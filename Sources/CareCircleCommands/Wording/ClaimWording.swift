internal import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Reports
internal import Scenarios

/// The words for what came of published figures: the column `detail` of `claims.csv`.
struct ClaimWording: Sendable {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// The published figure and ours, with what ours rests on.
    func figures(_ result: ClaimResult) -> String {
        let (claim, unit) = (result.claim, FormulaWording(language: say, inputs: []).unit(result.claim.unit))
        var text =
            claim.isPrinted
            ? say("published \(claim.printed)", "公布 \(claim.printed)")
            : say("follows from it: \(claim.printed)", "由其推得 \(claim.printed)")
        text += unit
        if let computed = result.computed {
            text += say(", computed \(computed)", "，复算 \(computed)") + unit
        }
        if result.verdict == .differs, let difference = result.difference {
            let sign = difference > .zero ? "+" : ""
            text += say(" (\(sign)\(difference))", "（\(sign)\(difference)）")
        }
        return text + say(": ", "：") + detail(result)
    }

    /// What a verdict rests on, without a final period.
    func detail(_ result: ClaimResult) -> String {
        var text = result.reason.map { sentence(for: $0, of: result) } ?? basis(of: result)
        if let reading = result.claim.reading {
            text += say("; read as: \(reading.en)", "；读法：\(reading.zh)")
        }
        return text
    }

    private func basis(of result: ClaimResult) -> String {
        switch result.claim.figure {
        case .arithmetic(let arithmetic):
            return FormulaWording(language: say, inputs: arithmetic.inputs).text(of: arithmetic.formula)
        case .coverage:
            guard let rate = result.rate else { return "" }
            return Subject.name(of: rate) + say(": ", "：")
                + say(
                    "\(amount(rate.numerator)) of \(amount(rate.denominator)), \(amount(rate.unknown)) unknown, \(amount(rate.estimated)) estimated",
                    "\(amount(rate.numerator)) / \(amount(rate.denominator))，未知 \(amount(rate.unknown))，估算 \(amount(rate.estimated))"
                )
        case .check(let figure):
            let count = result.counted ?? 0
            let names = MeasureWording(language: say)
            if let finding = result.finding, figure.isOfTarget { return target(finding, of: result) }
            let verdict = figure.verdict.map { " " + VerdictWording(language: say).word($0) } ?? ""
            let together = result.metTogether
            let met = figure.isMetTogether.map {
                $0
                    ? say(", met together with others", "（与其他小区合并满足）")
                    : say(", not met together with others", "（未与其他小区合并满足）")
            }
            return names.rule(figure.rule) + verdict + (met ?? "")
                + say(
                    " as of \(day(result)): \(counted(count, "subject"))", "，截至 \(day(result))：\(count) 个对象")
                + (together > 0 && figure.isMetTogether == nil
                    ? say(
                        ", \(together) of them met together with others (`met: false` leaves them out)",
                        "，其中 \(together) 个与其他小区合并满足（`met: false` 可将其排除）") : "")
        case .money(let figure):
            let words = QuantityWording(language: say)
            let name = say(
                "scenario \(figure.scenario), \(day(result)): \(figure.kind.rawValue)",
                "方案 \(figure.scenario)，\(day(result))：\(words.word(figure.kind))")
            let who = [figure.payer.map { words.word($0) }, figure.rule].compactMap(\.self).map {
                say(", ", "，") + $0
            }
            return name + who.joined()
                + say(
                    ": \(counted(result.counted ?? 0, "row")) of money.csv",
                    "：money.csv 的 \(result.counted ?? 0) 行")
        case .groups(let figure):
            let group = figure.group ?? say("all groups", "全部人群")
            return say(
                "\(group): \(counted(result.counted ?? 0, "row")) of the layer groups",
                "\(group)：图层 groups 的 \(result.counted ?? 0) 行")
        case .scenario(let figure):
            let name = say(
                "scenario \(figure.scenario), \(day(result))", "方案 \(figure.scenario)，\(day(result))")
            guard let rate = result.rate else { return name + say(": ", "：") + figure.column.rawValue }
            return name + say(": ", "：")
                + say(
                    "\(amount(rate.numerator)) of \(amount(rate.denominator)), \(amount(rate.unknown)) unknown",
                    "\(amount(rate.numerator)) / \(amount(rate.denominator))，未知 \(amount(rate.unknown))")
        case .facilities(let figure):
            return say(
                "\(counted(result.counted ?? 0, "open facility")) on \(day(result)), counted: \(figure.selector.text)",
                "\(day(result)) 开放的设施 \(result.counted ?? 0) 处，计入：\(QuantityWording(language: say).selector(figure.selector.text))"
            )
        }
    }

    /// What a target's figure in one scope is made of, and the verdict on it.
    private func target(_ finding: Finding, of result: ClaimResult) -> String {
        let verdict = VerdictWording(language: say).word(finding.verdict)
        var text = "\(finding.rule)/\(finding.scope.rawValue)/\(finding.subject)"
        text += say(" as of \(day(result)): \(verdict)", "，截至 \(day(result))：\(verdict)")
        guard let numerator = finding.numerator else { return text }
        let parts = finding.denominator.map { "\(numerator) / \($0)" } ?? "\(numerator)"
        text += say(", ", "，") + parts
        if let required = finding.required {
            text +=
                say(", required ", "，要求 ")
                + QuantityWording(language: say).amount(required, of: finding.unit)
        }
        return text
    }

    private func day(_ result: ClaimResult) -> String { result.day?.description ?? "" }

    private func sentence(for reason: ClaimReason, of result: ClaimResult) -> String {
        var inputs: [ClaimInput] = []
        if case .arithmetic(let arithmetic) = result.claim.figure { inputs = arithmetic.inputs }
        let formula = FormulaWording(language: say, inputs: inputs)
        switch reason {
        case .inputsNotStated(let missing, let numbers, let pairs):
            let names = missing.map(formula.name).joined(separator: say(", ", "、"))
            return say("the source does not give \(names)", "来源未给出\(names)")
                + (numbers.map { wouldAgree($0, missing.first.flatMap { inputs[$0].unit }) } ?? "")
                + smallest(pairs, of: result.claim)
        case .noMeasure(let pairs):
            return say(
                "it names no measure that can be computed: a bare rate is a rate of nothing",
                "未指明可计算的指标：无指标的比率无所指") + smallest(pairs, of: result.claim)
        case .chained(let chain):
            let first = formula.name(chain.first)
            let own = owner(inputs[chain.first])
            guard let second = chain.second else {
                let stated = result.claim.scope ?? ""
                return say(
                    "\(first) is of \(own), and the figure is said to be of \(stated)",
                    "\(first)的范围为\(own)，而该数字的范围为\(scope(stated))")
            }
            let (name, other) = (formula.name(second), owner(inputs[second]))
            return say(
                "\(first) is of \(own), \(name) of \(other): together they are of neither",
                "\(first)的范围为\(own)，\(name)的范围为\(other)，范围不同，不能连算")
        case .shareOfShare(let first, let second):
            let (one, other) = (formula.name(first), formula.name(second))
            return say(
                "\(one) and \(other) are both shares of the whole scope: multiplied they are a share of nothing",
                "\(one)与\(other)均为整个范围的占比，相乘后不是任何数的占比")
        default: return plainSentence(for: reason)
        }
    }

    /// Whose number an input is, of a figure of a study with what it counts.
    private func owner(_ input: ClaimInput) -> String {
        let words = QuantityWording(language: say)
        let owner = input.owner.map(scope) ?? say("nobody in particular", "未指明的对象")
        if let over = input.amount?.over {
            return owner + say(" by \(words.word(over))", "，按\(words.word(over))计")
        }
        let unit = input.amount.map(\.unit) ?? input.unit.flatMap { FigureUnit(stated: $0) }
        let counts = unit.flatMap { $0.isShare ? nil : $0 }
        return owner + (counts.map { say(" in \(words.word($0))", "，以\(words.word($0))计") } ?? "")
    }

    private func kindName(_ kind: String) -> String { QuantityWording(language: say).scope(kind) }

    /// A scope by kind and id, its kind in words: `city Riverside`.
    private func scope(_ text: String) -> String {
        guard let space = text.firstIndex(of: " ") else { return text }
        return QuantityWording(language: say).scope(String(text[..<space])) + text[space...]
    }

    private func plainSentence(for reason: ClaimReason) -> String {
        switch reason {
        case .inputsNotStated, .noMeasure, .chained, .shareOfShare: ""
        case .divisionByZero: say("it divides by nothing", "除数为零")
        case .tooLarge: say("its numbers are too large to be computed with exactly", "数值过大，无法精确计算")
        case .nothingInScope: say("there is no such figure in the scope", "范围内没有此数")
        case .unknownPart(let least, let most):
            say(
                "what is unknown leaves ours anywhere between \(least) and \(most)",
                "因有未知部分，复算值介于 \(least) 与 \(most) 之间")
        case .noBasis(let figures):
            say("it names no basis; ours: ", "未指明口径；复算：")
                + figures.map { "\(MeasureWording(language: say).basis($0.basis)) \($0.figure)" }.joined(
                    separator: say(", ", "、"))
        case .noScenario(let name):
            say("it is a figure of the scenario \(name), which is not given", "为方案 \(name) 的数字，而未给出该方案")
        case .noYear(let year?):
            say("the scenario is not run for \(year)", "方案未推演 \(year) 年")
        case .noYear(nil): say("it names no year", "未指明年份")
        case .noStudy: say("it is a figure of a study, and none is given", "为研究区的数字，而未给出研究区")
        case .notStated(let count):
            say(
                "\(count) of those added up state nothing, so that the sum is at least this",
                "其中 \(count) 处未填报，故合计至少为此数")
        case .partsNotStated(let count):
            say(
                "\(count) are in no part of it, since nobody states theirs: it may be more or less",
                "其中 \(count) 处未填报、未计入，可高可低")
        case .payerNotStated(let count):
            say(
                "of \(counted(count, "line")) of money nobody says who pays", "其中 \(count) 笔资金未指明由谁负担")
        case .otherVersions(let first, let second):
            say(
                "the targets \(first) and \(second) are counted differently, as their versions say",
                "目标 \(first) 与 \(second) 口径版本不同，不可比较")
        case .noMoney(let rule):
            say("no money of the scenario is of the rule \(rule)", "方案资金中没有规则 \(rule)")
        case .noGroup(let year):
            say("the study names no such people in \(year)", "研究区没有 \(year) 年的此类人员")
        case .noFinding(let rule, let subject?):
            say("the rule \(rule) says nothing of \(subject)", "规则 \(rule) 未涉及 \(subject)")
        case .noFinding(let rule, nil):
            say("the pack has no rule \(rule) with a verdict", "政策包没有规则 \(rule) 的结论")
        case .noScope: say("it names no scope", "未指明范围")
        case .noDate: say("it names no date, and --date is not given", "未指明日期，也未给出 --date")
        case .basisNotComputed(let basis):
            say(
                "the measure is not computed on the basis \(basis.rawValue)",
                "该指标不按\(MeasureWording(language: say).basis(basis))口径计算")
        case .unknownScope(let kind, let identifier?):
            say("the study has no \(kind) \(identifier)", "研究区没有\(kindName(kind)) \(identifier)")
        case .unknownScope(let kind, nil):
            say(
                "the study has not exactly one \(kind), and none is named",
                "研究区的\(kindName(kind))不止一个或没有，而未指明")
        case .mixedUnits(let first, let second):
            mixed(QuantityWording(language: say).word(first), QuantityWording(language: say).word(second))
        case .otherSelector(let ours):
            say("the study counts other facilities: \(ours)", "研究区计入的设施不同：\(ours)")
        case .otherRadius(let ours): say("the study's radius is \(ours) m", "研究区的半径为 \(ours) 米")
        case .otherMinutes(let ours):
            say("the study's walk is of \(counted(ours, "minute"))", "研究区的步行时间为 \(ours) 分钟")
        case .peopleOfAnotherYear(let year):
            say("the study's people are those of \(year)", "研究区的人口为 \(year) 年")
        }
    }

    private func mixed(_ first: String, _ second: String) -> String {
        say(
            "\(first) and \(second) are put together as if they were one thing",
            "“\(first)”与“\(second)”不是同一事物，不能相加减或相等")
    }

    /// Which numbers in the place of the one that is missing would make the figure right, in that one's unit.
    private func wouldAgree(_ numbers: AgreeingNumbers, _ unit: ClaimUnit?) -> String {
        guard let first = numbers.smallest.first else {
            guard let limit = numbers.limit else {
                return say("; no whole number in its place would agree", "；没有整数能使其相符")
            }
            return say(
                "; no whole number up to \(limit) in its place would agree", "；\(limit) 以内没有整数能使其相符")
        }
        let unit = unit.map(FormulaWording(language: say, inputs: []).unit) ?? ""
        if let greatest = numbers.greatest {
            return say(
                "; it would agree with \(first) to \(greatest)\(unit)",
                "；如为 \(first) 至 \(greatest)\(unit) 则相符")
        }
        // A fourth says that there are more, not that there are four.
        let list = numbers.smallest.prefix(3).map(\.description).joined(separator: say(", ", "、")) + unit
        return numbers.smallest.count > 3
            ? say("; it would agree with \(list) and more", "；如为 \(list) 等则相符")
            : say("; it would agree with \(list)", "；如为 \(list) 则相符")
    }

    /// The smallest pairs of whole numbers that a rate may be of.
    private func smallest(_ pairs: [WholePair], of claim: PublishedClaim) -> String {
        guard !pairs.isEmpty else { return "" }
        let list = pairs.map { "\($0.numerator)/\($0.denominator)" }.joined(separator: say(", ", "、"))
        let unit = FormulaWording(language: say, inputs: []).unit(claim.unit)
        return say(
            "; the smallest pairs that round to \(claim.printed)\(unit): \(list)",
            "；四舍五入得 \(claim.printed)\(unit) 的最小整数对：\(list)")
    }

    private func amount(_ value: Double) -> String { NumberText.trimmed(value) }
}
