package import Places

/// Dates as people write them into cells.
package enum CellDate {
    /// A date known to the day, the month or the year.
    ///
    /// Known are ISO 8601 (`2021-05-30`, `20210530`, `2021-05`, `2021`; a time of day behind the day is passed
    /// over), and what Chinese sheets hold: `2021年5月30日`, `2021年5月`, `2021年`, `2021/5/30`, `2021/5`,
    /// `2021.5.30`, `2021.05`, each in full-width digits too. `2021.1` is refused, since a sheet shows October
    /// so once `2021.10` is taken for a number; so are years of two digits.
    /// - Throws: That the text is no date, or none that the calendar has.
    package static func date(_ text: String) throws(Fault) -> PartialDate {
        guard let date = parsed(Array(PlainText.folded(text).trimmed.unicodeScalars)[...]) else {
            throw .notADate(text: text)
        }
        return date
    }

    /// A year, alone or as a date of one: `2020`, `2020年`.
    static func year(_ text: String) throws(Fault) -> Int {
        guard let date = parsed(Array(PlainText.folded(text).trimmed.unicodeScalars)[...]) else {
            throw .notAYear(text: text)
        }
        guard date.precision == .year else { throw .notAYear(text: text) }
        return date.last.year
    }

    private static func parsed(_ text: ArraySlice<Unicode.Scalar>) -> PartialDate? {
        var rest = text
        guard let (year, width) = number(&rest) else { return nil }
        if width == 8, rest.isEmpty {
            return PartialDate(year: year / 10_000, month: year / 100 % 100, day: year % 100)
        }
        guard width == 4 else { return nil }
        guard let separator = rest.popFirst(skippingSpaces: text.contains("年")) else {
            return PartialDate(year: year)
        }
        switch separator {
        case "年":
            rest.skipSpaces()
            if rest.isEmpty { return PartialDate(year: year) }
            guard let (month, width) = number(&rest), width <= 2, rest.popFirst(skippingSpaces: true) == "月"
            else { return nil }
            rest.skipSpaces()
            if rest.isEmpty { return PartialDate(year: year, month: month) }
            guard let (day, dayWidth) = number(&rest), dayWidth <= 2,
                let mark = rest.popFirst(skippingSpaces: true), mark == "日" || mark == "号", isTime(rest)
            else { return nil }
            return PartialDate(year: year, month: month, day: day)
        case "-", "/", ".":
            guard let (month, width) = number(&rest), width <= 2 else { return nil }
            if rest.isEmpty {
                return separator == "." && width == 1 && month == 1
                    ? nil : PartialDate(year: year, month: month)
            }
            guard rest.popFirst() == separator, let (day, dayWidth) = number(&rest), dayWidth <= 2,
                isTime(rest)
            else { return nil }
            return PartialDate(year: year, month: month, day: day)
        default:
            return nil
        }
    }

    /// Takes the digits ahead; nothing where there are none, or more than eight.
    private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> (value: Int, width: Int)? {
        var (value, width) = (0, 0)
        while let scalar = rest.first, ("0"..."9").contains(scalar) {
            value = value * 10 + Int(scalar.value - 48)
            width += 1
            guard width <= 8 else { return nil }
            rest.removeFirst()
        }
        return width > 0 ? (value, width) : nil
    }

    /// Whether nothing is left, or a time of day such as `T08:30`, ` 00:00:00` or `T00:00:00.000+08:00`.
    private static func isTime(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = rest.first else { return true }
        guard first == "T" || first == "t" || first == " " else { return false }
        var rest = rest.dropFirst()
        rest.skipSpaces()
        guard let hour = number(&rest), hour.value <= 24, hour.width <= 2, rest.popFirst() == ":",
            let minute = number(&rest), minute.value < 60, minute.width == 2
        else { return false }
        if rest.first == ":" {
            rest.removeFirst()
            guard let second = number(&rest), second.value <= 60, second.width == 2 else { return false }
            if rest.first == "." {
                rest.removeFirst()
                rest = rest.drop { ("0"..."9").contains($0) }
            }
        }
        if rest.isEmpty || Array(rest) == ["Z"] { return true }
        guard let sign = rest.popFirst(), sign == "+" || sign == "-" else { return false }
        return rest.allSatisfy { ("0"..."9").contains($0) || $0 == ":" }
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate mutating func skipSpaces() {
        while first == " " { removeFirst() }
    }

    fileprivate mutating func popFirst(skippingSpaces: Bool) -> Unicode.Scalar? {
        if skippingSpaces { skipSpaces() }
        return popFirst()
    }
}
