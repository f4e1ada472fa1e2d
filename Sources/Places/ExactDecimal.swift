/// A decimal number without rounding: what floor areas, dwellings and money are stated in.
///
/// Held as `coefficient` × 10^−`scale` in lowest terms, so that equal numbers are equal values. A stated
/// number keeps at most 15 significant digits, the most that a spreadsheet cell holds, and 9 decimals; sums of
/// such numbers and products of two are exact, and can be compared with any of them.
package struct ExactDecimal: Hashable, Sendable {
    /// The digits, without the point.
    package let coefficient: Int128
    /// How many of the digits stand behind the point; never negative.
    package let scale: Int

    /// Makes a number of its digits and the place of the point.
    package init(coefficient: Int128, scale: Int = 0) {
        var (c, s) = (coefficient, scale)
        while s < 0 {
            c *= 10
            s += 1
        }
        while s > 0, c % 10 == 0 {
            c /= 10
            s -= 1
        }
        (self.coefficient, self.scale) = (c, s)
    }

    /// A whole number.
    package init(_ whole: Int) { self.init(coefficient: Int128(whole)) }

    /// Reads `-12.50` or `1.2e3`; nothing for any other text, and none too large for a count or an amount (10^15).
    package init?(_ text: some StringProtocol) {
        var (digits, significant, scale, exponent) = (Int128(0), 0, 0, 0)
        var (negative, seenPoint, seenDigit, roundUp, cut) = (false, false, false, false, false)
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
            negative = bytes.removeFirst() == UInt8(ascii: "-")
        }
        while let byte = bytes.first {
            bytes.removeFirst()
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                seenDigit = true
                let digit = Int128(byte - UInt8(ascii: "0"))
                if significant < 15 {
                    digits = digits * 10 + digit
                    if digits != 0 { significant += 1 }
                    if seenPoint { scale += 1 }
                } else {
                    if !cut { (roundUp, cut) = (digit >= 5, true) }
                    if !seenPoint { scale -= 1 }
                }
            case UInt8(ascii: "."):
                guard !seenPoint else { return nil }
                seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard seenDigit, let power = Int(String(decoding: bytes, as: UTF8.self)), abs(power) <= 30
                else { return nil }
                exponent = power
                bytes = []
            default:
                return nil
            }
        }
        guard seenDigit else { return nil }
        digits += roundUp ? 1 : 0
        scale -= exponent
        guard scale >= -15 else { return nil }
        // Further decimals could not be aligned with a large number in 128 bits, and mean nothing in m² or yuan.
        while scale > 9 {
            digits = scale == 10 ? (digits + 5) / 10 : digits / 10
            scale -= 1
        }
        self.init(coefficient: negative ? -digits : digits, scale: scale)
        guard abs(double) < 1e15 else { return nil }
    }

    /// The decimal number nearest to a binary one at some decimals, halves away from zero on its shortest decimal form.
    ///
    /// - Parameters:
    ///   - number: finite, and less than 10^15 either way.
    ///   - decimals: how many digits are kept behind the point, at most 9.
    package init(rounding number: Double, decimals: Int) {
        var (digits, scale, exponent, seenPoint) = (Int128(0), 0, 0, false)
        var text = Substring(String(number.magnitude))
        if let e = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: e)...]) ?? 0
            text = text[..<e]
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") {
                seenPoint = true
            } else {
                digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
                if seenPoint { scale += 1 }
            }
        }
        scale -= exponent
        var isHalfOrMore = false
        while scale > decimals {
            isHalfOrMore = digits % 10 >= 5
            digits /= 10
            scale -= 1
        }
        if isHalfOrMore { digits += 1 }
        self.init(coefficient: number < 0 ? -digits : digits, scale: scale)
    }

    /// The nearest binary number.
    package var double: Double {
        // A quotient of two exactly represented numbers is the nearest one, as when the text is read.
        if scale <= 22, abs(coefficient) < 9_007_199_254_740_992 {
            return Double(Int64(coefficient)) / ExactDecimal.powers[scale]
        }
        return Double(description) ?? 0
    }

    /// Whether it is below zero.
    package var isNegative: Bool { coefficient < 0 }

    /// Nothing.
    package static let zero = ExactDecimal(0)

    // 10^0 … 10^22 are all exact in binary.
    private static let powers: [Double] = (0..<22).reduce(into: [1]) { powers, _ in
        powers.append((powers.last ?? 1) * 10)
    }

    private static func aligned(_ a: Self, _ b: Self) -> (Int128, Int128, Int) {
        let scale = max(a.scale, b.scale)
        var (x, y) = (a.coefficient, b.coefficient)
        for _ in a.scale..<scale { x *= 10 }
        for _ in b.scale..<scale { y *= 10 }
        return (x, y, scale)
    }
}

extension ExactDecimal: Comparable {
    /// Whether it is so many times a step; of no step it is not.
    package func isMultiple(of step: Self) -> Bool {
        let (own, other, _) = Self.aligned(self, step)
        return other != 0 && own % other == 0
    }

    package static func < (a: Self, b: Self) -> Bool {
        let (x, y, _) = aligned(a, b)
        return x < y
    }
    /// The sum.
    package static func + (a: Self, b: Self) -> Self {
        let (x, y, scale) = aligned(a, b)
        return Self(coefficient: x + y, scale: scale)
    }
    /// The difference.
    package static func - (a: Self, b: Self) -> Self {
        let (x, y, scale) = aligned(a, b)
        return Self(coefficient: x - y, scale: scale)
    }
    /// The product.
    package static func * (a: Self, b: Self) -> Self {
        Self(coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale)
    }
    /// The number divided by a power of ten.
    package func shifted(right digits: Int) -> Self { Self(coefficient: coefficient, scale: scale + digits) }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number without trailing zeros: `20`, `85.5`, `-0.25`.
    package var description: String {
        let digits = String(coefficient.magnitude)
        let sign = isNegative ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
}
