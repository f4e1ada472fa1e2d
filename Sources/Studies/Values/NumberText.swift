/// Numbers as text.
enum NumberText {
    /// The shortest text that reads back as the same number, without a point where it is whole: `85.5`,
    /// `12`, `1e+20`.
    static func of<Number: BinaryFloatingPoint & LosslessStringConvertible>(_ number: Number) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A whole number with leading zeros up to a width.
    static func padded(_ number: some BinaryInteger, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
