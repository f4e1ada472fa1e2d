package import Places

/// Numbers as people write them into cells.
///
/// Digits may be full-width (１２３) and grouped by threes with commas (1,234; １，２３４); digits that a space
/// parts may be two numbers run together, and are refused.
/// 万 and 亿 behind the number are ten thousands and hundred millions (45.29万). Percent signs, units, ranges
/// (1-2) and numbers in words (三十) are refused: what they mean is the writer's to say.
package enum CellNumber {
    /// The number in plain ASCII digits, without grouping: `-1234.5`, `1e20`; nothing for any other text.
    package static func plain(_ text: String) -> String? {
        let bytes = Array(PlainText.folded(text).utf8)
        var (result, i): ([UInt8], Int) = ([], 0)
        var end = bytes.count
        while i < end, bytes[i] == space { i += 1 }
        while end > i, bytes[end - 1] == space { end -= 1 }
        if i < end, bytes[i] == minus || bytes[i] == plus {
            if bytes[i] == minus { result.append(minus) }
            i += 1
        } else if end - i > 3, bytes[i...].starts(with: [0xE2, 0x88, 0x92]) {
            // U+2212, the minus sign proper.
            result.append(minus)
            i += 3
        }
        let start = i
        while i < end, isDigit(bytes[i]) { i += 1 }
        let leading = i - start
        result += bytes[start..<i]
        if (1...3).contains(leading), i < end, bytes[i] == comma {
            while i < end, bytes[i] == comma {
                guard i + 3 < end, bytes[(i + 1)...(i + 3)].allSatisfy(isDigit) else { return nil }
                result += bytes[(i + 1)...(i + 3)]
                i += 4
            }
        }
        var decimals = 0
        if i < end, bytes[i] == point {
            let first = i + 1
            i = first
            while i < end, isDigit(bytes[i]) { i += 1 }
            decimals = i - first
            if decimals > 0 {
                if leading == 0 { result.append(zero) }
                result.append(point)
                result += bytes[first..<i]
            }
        }
        guard leading + decimals > 0 else { return nil }
        if i < end, bytes[i] | 0x20 == UInt8(ascii: "e") {
            var first = i + 1
            if first < end, bytes[first] == minus || bytes[first] == plus { first += 1 }
            guard first < end, bytes[first..<end].allSatisfy(isDigit) else { return nil }
            result.append(UInt8(ascii: "e"))
            result += bytes[(i + 1)..<end].filter { $0 != plus }
            i = end
        } else {
            // After a gap, too: 45.29 万.
            var mark = i
            while mark < end, bytes[mark] == space { mark += 1 }
            if bytes[mark..<end] == tenThousand || bytes[mark..<end] == hundredMillion {
                result += Array((bytes[mark..<end] == tenThousand ? "e4" : "e8").utf8)
                i = end
            }
        }
        return i == end ? String(decoding: result, as: UTF8.self) : nil
    }

    /// An exact number of either sign.
    /// - Throws: That the text is no number, not finite, or beyond any amount (10^15).
    package static func decimal(_ text: String) throws(Fault) -> ExactDecimal {
        let plain = try plainOrFault(text)
        if let number = ExactDecimal(plain) { return number }
        // A power of ten that no figure has: too large, or nothing to nine decimals.
        guard let rough = Double(plain) else { throw .notANumber(text: text) }
        if abs(rough) < 1e-9 { return .zero }
        throw rough < 0 ? .tooFarBelowZero(text: text) : .tooLarge(text: text)
    }

    /// An exact number that is not negative: an area, an amount of money.
    /// - Throws: As ``decimal(_:)``, or that it is negative.
    package static func amount(_ text: String) throws(Fault) -> ExactDecimal {
        let number: ExactDecimal
        do throws(Fault) {
            number = try decimal(text)
        } catch {
            if case .tooFarBelowZero = error { throw .negative(text: text) }
            throw error
        }
        if number.isNegative { throw .negative(text: text) }
        return number
    }

    /// A whole number that is not negative, exact: beds, places.
    /// - Throws: As ``amount(_:)``, or that it is not whole.
    package static func wholeAmount(_ text: String) throws(Fault) -> ExactDecimal {
        let number = try amount(text)
        guard number.scale == 0 else { throw .notAWholeNumber(text: text) }
        return number
    }

    /// A whole number that is not negative: what is counted one by one.
    /// - Throws: As ``amount(_:)``, or that it is not whole.
    package static func count(_ text: String) throws(Fault) -> Int {
        guard let whole = Int(exactly: try wholeAmount(text).coefficient) else { throw .tooLarge(text: text) }
        return whole
    }

    /// A number in binary: a coordinate.
    /// - Throws: That the text is no number, not finite, or beyond all numbers in binary.
    package static func coordinate(_ text: String) throws(Fault) -> Double {
        guard let number = Double(try plainOrFault(text)) else { throw .notANumber(text: text) }
        guard number.isFinite else {
            throw number < 0 ? .tooFarBelowZero(text: text) : .tooLarge(text: text, limit: "10^308")
        }
        return number
    }

    private static func plainOrFault(_ text: String) throws(Fault) -> String {
        if let plain = plain(text) { return plain }
        let word = PlainText.folded(text).trimmed.lowercased().drop { $0 == "+" || $0 == "-" }
        if ["nan", "inf", "infinity", "1.#inf", "1.#qnan", "∞"].contains(String(word)) {
            throw .notFinite(text: text)
        }
        throw .notANumber(text: text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= UInt8(ascii: "9") }
}

private let tenThousand = ArraySlice("万".utf8)
private let hundredMillion = ArraySlice("亿".utf8)
private let zero = UInt8(ascii: "0")
private let space = UInt8(ascii: " ")
private let comma = UInt8(ascii: ",")
private let point = UInt8(ascii: ".")
private let minus = UInt8(ascii: "-")
private let plus = UInt8(ascii: "+")
