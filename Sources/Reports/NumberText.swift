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
        guard let whole = scaled(value, decimals: decimals) else {
            return rounded(value, decimals: decimals)
        }
        return text(of: whole, decimals: decimals, isNegative: value < 0)
    }

    /// A number with at most so many decimals and no trailing zeros.
    package static func trimmed(_ value: Double, decimals: Int = 6) -> String {
        guard var whole = scaled(value, decimals: decimals) else {
            return trimmed(rounded(value, decimals: decimals))
        }
        var decimals = decimals
        while decimals > 0, whole.isMultiple(of: 10) {
            whole /= 10
            decimals -= 1
        }
        return text(of: whole, decimals: decimals, isNegative: value < 0)
    }

    /// A number with at most so many decimals, a small one with more: so many digits that say something stay, and no trailing zeros.
    ///
    /// - Parameters:
    ///   - value: the number; finite.
    ///   - decimals: how many digits stand behind the point of a number from a tenth up.
    ///   - significant: how many digits from the first that is not 0 on a smaller number has at least.
    /// - Returns: the text, such as `12.5` or `0.000527135`.
    package static func significant(_ value: Double, decimals: Int, digits significant: Int) -> String {
        var zeros = 0
        var limit = 0.1
        while value != 0, value.magnitude < limit, zeros < 300 {
            zeros += 1
            limit /= 10
        }
        guard zeros > 0, zeros + significant > decimals else { return trimmed(value, decimals: decimals) }
        return trimmed(rounded(value, decimals: zeros + significant))
    }

    /// Whole micrometres as metres with a fixed count of decimals, six at most.
    package static func metres(micrometres: Int64, decimals: Int) -> String {
        let unit = powers[6 - decimals]
        return text(
            of: (micrometres.magnitude + unit / 2) / unit, decimals: decimals, isNegative: micrometres < 0)
    }

    /// Whether a text is a number as these functions write them.
    static func isNumber(_ text: String) -> Bool {
        var (digits, points) = (0, 0)
        var last: UInt8?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: ".") where points == 0 && digits > 0: points = 1
            case UInt8(ascii: "-") where last == nil: break
            default: return false
            }
            last = byte
        }
        return digits > 0 && last != UInt8(ascii: ".")
    }

    /// The powers of ten, from 0.
    private static let powers: [UInt64] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    ]

    /// The whole number that a number's magnitude rounds to in units of its last decimal; nothing where that is not
    /// safe to tell without its decimal form.
    ///
    /// Below 10¹¹ units the product is right to 4 × 10⁻⁵ of one, and so is the shortest decimal form: both round
    /// alike unless they lie next to a half.
    @inline(__always)
    private static func scaled(_ value: Double, decimals: Int) -> UInt64? {
        guard powers.indices.contains(decimals) else { return nil }
        let scaled = value.magnitude * Double(powers[decimals])
        guard scaled < 1e11 else { return nil }
        let whole = UInt64(scaled)
        let fraction = scaled - Double(whole)
        guard abs(fraction - 0.5) > 1e-4 else { return nil }
        return fraction > 0.5 ? whole + 1 : whole
    }

    /// The text of a count of units of the last decimal.
    private static func text(of whole: UInt64, decimals: Int, isNegative: Bool) -> String {
        var digits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        return withUnsafeMutableBytes(of: &digits) { digits in
            var at = digits.count
            func put(_ byte: UInt8) {
                at -= 1
                digits[at] = byte
            }
            var (rest, place) = (whole, 0)
            while rest > 0 || place <= decimals {
                if place == decimals, place > 0 { put(UInt8(ascii: ".")) }
                put(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
                place += 1
            }
            if isNegative, whole > 0 { put(UInt8(ascii: "-")) }
            return String(decoding: digits[at...], as: UTF8.self)
        }
    }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = Substring(text)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }

    /// A number rounded on its shortest decimal form, whatever its size.
    private static func rounded(_ value: Double, decimals: Int) -> String {
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
