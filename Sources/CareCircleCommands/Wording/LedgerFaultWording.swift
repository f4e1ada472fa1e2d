internal import Places

// What is said of a ledger of published figures.
extension ProblemWording {
    /// That a figure cannot have been rounded so.
    func noMultiple(_ value: ExactDecimal, _ step: ExactDecimal) -> String {
        say(
            "\(value) is no multiple of \(step), expected one unit of the last digit that the source means",
            "\(value) 不是 \(step) 的倍数，应为来源所取末位的一个单位")
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
