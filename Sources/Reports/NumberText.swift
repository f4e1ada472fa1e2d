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

    /// Writes what ``fixed(_:decimals:)`` would with seven decimals, without making text of it where that is safe.
    ///
    /// Scaled to a whole number, degrees keep more digits than are written, and round as their decimal form does unless
    /// they lie next to a half: then the decimal form decides.
    ///
    /// - Parameters:
    ///   - degrees: the number, less than 1,000 either way.
    ///   - bytes: where it is written; it takes 12 bytes at most.
    ///   - start: at which index.
    /// - Returns: the index behind it.
    static func write(degrees: Double, to bytes: inout MutableSpan<UInt8>, at start: Int) -> Int {
        let scaled = degrees.magnitude * 1e7
        let whole = UInt64(scaled)
        let fraction = scaled - Double(whole)
        var at = start
        guard abs(fraction - 0.5) > 1e-4 else {
            for byte in fixed(degrees, decimals: 7).utf8 {
                bytes[at] = byte
                at += 1
            }
            return at
        }
        let rounded = fraction > 0.5 ? whole + 1 : whole
        if degrees < 0 && rounded > 0 {
            bytes[at] = UInt8(ascii: "-")
            at += 1
        }
        let zero = UInt8(ascii: "0")
        let (units, decimals) = (UInt32(rounded / 10_000_000), UInt32(rounded % 10_000_000))
        if units >= 100 {
            bytes[at] = zero + UInt8(units / 100)
            at += 1
        }
        if units >= 10 {
            bytes[at] = zero + UInt8(units / 10 % 10)
            at += 1
        }
        bytes[at] = zero + UInt8(units % 10)
        bytes[at + 1] = UInt8(ascii: ".")
        var rest = decimals
        for k in 0..<7 {
            let quotient = rest / 10
            bytes[at + 8 - k] = zero + UInt8(rest - quotient * 10)
            rest = quotient
        }
        return at + 9
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
