internal import Claims
internal import Policy
internal import Studies

/// The words for the arithmetic of a published figure: its formula with the numbers in it.
struct FormulaWording {
    private let say: Language
    private let inputs: [ClaimInput]

    /// Makes the wording of some inputs.
    init(language: Language, inputs: [ClaimInput]) { (say, self.inputs) = (language, inputs) }

    /// A formula with its numbers; what is not stated by its name.
    func text(of formula: ClaimFormula) -> String {
        switch formula {
        case .input(let index): number(inputs[index], at: index)
        case .number(let number, let isPercent): isPercent ? "\(number) %" : "\(number)"
        case .negative(let part): "−" + bracketed(part, unlessAbove: 2)
        case .combined(let operation, let first, let second):
            bracketed(first, unlessAbove: binding(operation) - 1) + sign(operation)
                + bracketed(
                    second,
                    unlessAbove: binding(operation)
                        - (operation == .plus || operation == .times ? 1 : 0))
        }
    }

    /// What an input is called.
    func name(_ index: Int) -> String {
        let input = inputs[index]
        if let says = input.says { return say(says.en, says.zh) }
        return input.name ?? say("number \(index + 1)", "第 \(index + 1) 个数")
    }

    private func number(_ input: ClaimInput, at index: Int) -> String {
        guard let value = input.value else { return input.name ?? "?" }
        return input.unit.map { $0.power == 0 ? "\(value)" : "\(value)" + unit($0) } ?? "\(value)"
    }

    /// A unit behind a number.
    func unit(_ unit: ClaimUnit) -> String {
        switch unit.name {
        case "percent", "%", "％": " %"
        case "share": ""
        case "per_100": say(" per 100", "（每百人）")
        case "per_1000": say(" per 1,000", "（每千人）")
        default: " " + say(unit.name, Self.chinese[unit.name.lowercased()] ?? unit.name)
        }
    }

    /// The units that ledgers write in English, where Chinese is spoken.
    private static let chinese = [
        "yuan": "元", "10,000 yuan": "万元", "million yuan": "百万元", "100 million yuan": "亿元", "cny": "元",
        "rmb": "元", "people": "人", "persons": "人", "elders": "名老年人", "carers": "名护理员", "beds": "张",
        "m2": "平方米", "m²": "平方米", "hours": "小时", "minutes": "分钟", "days": "天", "households": "户",
        "services": "项", "facilities": "处", "communities": "个社区", "compounds": "个小区", "subdistricts": "个街道",
        "districts": "个区县", "visits": "次", "years": "年", "m": "米", "km": "公里",
    ]

    private func bracketed(_ part: ClaimFormula, unlessAbove level: Int) -> String {
        let text = text(of: part)
        return binding(part) > level ? text : "(\(text))"
    }

    private func binding(_ part: ClaimFormula) -> Int {
        switch part {
        case .input, .number: 4
        case .negative: 3
        case .combined(let operation, _, _): binding(operation)
        }
    }

    private func binding(_ operation: ClaimFormula.Operation) -> Int {
        operation == .plus || operation == .minus ? 1 : 2
    }

    private func sign(_ operation: ClaimFormula.Operation) -> String {
        switch operation {
        case .plus: " + "
        case .minus: " − "
        case .times: " × "
        case .over: " / "
        }
    }
}

extension FormulaWording {
    /// The sentence for what is wrong with a formula: what was found, and what was expected.
    static func sentence(for fault: FormulaFault, _ say: Language) -> String {
        switch fault {
        case .unexpected(let text, let position):
            say(
                "the formula has “\(text)” at character \(position), expected a number, an input or a sign + - × ÷ between two of them",
                "公式第 \(position) 个字符处的“\(text)”有误，应为数字、输入项，或二者之间的 + - × ÷")
        case .ended:
            say("the formula ends too early, expected a number, an input or a bracket", "公式不完整，应有数字、输入项或括号")
        case .tooLong:
            say(
                "the formula is too long, expected at most 500 characters and brackets 20 deep",
                "公式过长，应不超过 500 个字符、20 层括号")
        case .unknownInput(let name, let nearest):
            say(
                "the formula names “\(name)”, expected one of the inputs\(ProblemWording(language: say).suggestion(nearest))",
                "公式中的“\(name)”不在 inputs 中，应为其中之一\(ProblemWording(language: say).suggestion(nearest))")
        }
    }
}
