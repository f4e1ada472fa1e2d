internal import Places

/// Numbers as the outputs write them: no locale, no exponent, halves away from zero.
package enum NumberText {
    /// A number with a fixed count of decimals, rounded half away from zero on its shortest decimal form.
    ///
    /// - Parameters:
    ///   - value: the number; finite.
    ///   - decimals: how many digits stand behind the point.
    /// - Returns: the text, such as `12.5`; a rounded zero has no sign.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        var digits: [UInt8] = []
        var point = 0
        var exponent = 0
        var seenPoint = false
        var text = Substring(String(value.magnitude))
        if let e = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: e)...]) ?? 0
            text = text[..<e]
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: ".") {
                seenPoint = true
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if !seenPoint { point += 1 }
            }
        }
        point += exponent
        return rounded(digits: digits, point: point, decimals: decimals, isNegative: value < 0)
    }

    /// A number with at most so many decimals and no trailing zeros.
    package static func trimmed(_ value: Double, decimals: Int = 6) -> String {
        trimmed(fixed(value, decimals: decimals))
    }

    /// Whole micrometres as metres with a fixed count of decimals.
    package static func metres(micrometres: Int64, decimals: Int) -> String {
        let digits = String(micrometres.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
        return rounded(
            digits: digits, point: digits.count - 6, decimals: decimals, isNegative: micrometres < 0)
    }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = Substring(text)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }

    /// Rounds 0.d₁d₂d₃… × 10^point to some decimals.
    private static func rounded(digits: [UInt8], point: Int, decimals: Int, isNegative: Bool) -> String {
        let kept = point + decimals
        var digits = digits
        var point = point
        if point <= 0 {
            digits = [UInt8](repeating: 0, count: 1 - point) + digits
            point = 1
        }
        let count = max(point + decimals, 0)
        let roundsUp = kept >= 0 && digits.count > count && digits[count] >= 5
        digits = Array(digits.prefix(count))
        digits += [UInt8](repeating: 0, count: count - digits.count)
        if roundsUp {
            var index = digits.count - 1
            while index >= 0 {
                digits[index] += 1
                guard digits[index] == 10 else { break }
                digits[index] = 0
                index -= 1
            }
            if index < 0 {
                digits.insert(1, at: 0)
                point += 1
            }
        }
        var bytes: [UInt8] = isNegative && digits.contains { $0 != 0 } ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index == point { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0") + digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
