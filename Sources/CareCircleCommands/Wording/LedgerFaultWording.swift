internal import Places

// What is said of a ledger of published figures.
extension ProblemWording {
    /// That a figure cannot have been rounded so.
    func noMultiple(_ value: ExactDecimal, _ step: ExactDecimal) -> String {
        say(
            "\(value) is no multiple of \(step), expected one unit of the last digit that the source means",
            "\(value) 不是 \(step) 的倍数，应为来源所取末位的一个单位")
    }

    /// That inputs stand beside a list of numbers.
    func inputsBesideList(_ key: String) -> String {
        let sign = key == "sum" ? "+" : key == "product" ? "×" : "÷"
        return say(
            "`\(key)` takes its numbers itself and no inputs, expected `formula: a \(sign) b` over the names of the inputs, or the numbers in the list of `\(key)` and no `inputs`",
            "`\(key)` 直接列出数字，不与 inputs 并用，应以 `formula: a \(sign) b` 引用各项名称，或将数字列入 `\(key)` 而不列 `inputs`")
    }

    /// That an input goes into no figure.
    func unusedInput(_ name: String) -> String {
        say(
            "the input \(quoted(name)) stands in no place of the formula, expected every input in it",
            "公式中没有用到\(quoted(name))，所列各项均应用于公式")
    }

    /// That a unit is neither known nor named by the ledger.
    func unknownUnit(_ name: String, _ nearest: String?, _ known: [String]) -> String {
        say(
            "\(quoted(name)) is no unit known here, expected one of: \(list(known)), or one that the ledger lists under `units:`\(suggestion(nearest))",
            "单位\(quoted(name))未知，应为：\(list(known))，或在台账的 `units:` 下列出\(suggestion(nearest))")
    }
}
