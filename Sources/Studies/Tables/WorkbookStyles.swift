internal import Places

/// Which number formats the cells of a workbook bear, and what text their numbers are.
struct WorkbookStyles {
    private let moments: [WorkbookMoment?]
    private let startsIn1904: Bool

    /// Reads the styles part of a workbook (none: every cell is plain).
    init(_ bytes: [UInt8]?, startsIn1904: Bool) throws(Fault) {
        self.startsIn1904 = startsIn1904
        var codes: [Int: String] = [:]
        var (formats, isCellFormats): ([Int], Bool) = ([], false)
        do throws(MarkupScanner.Truncated) {
            try (bytes ?? []).withUnsafeBufferPointer { bytes throws(MarkupScanner.Truncated) in
                var scanner = MarkupScanner(bytes)
                while let event = try scanner.next() {
                    switch event {
                    case .start(let isEmpty):
                        if scanner.isNamed("numFmt") {
                            let id = scanner.attribute("numFmtId").flatMap { Int($0) }
                            if let id, let code = scanner.attribute("formatCode") { codes[id] = code }
                        } else if scanner.isNamed("cellXfs") {
                            isCellFormats = !isEmpty
                        } else if isCellFormats, scanner.isNamed("xf") {
                            formats.append(scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0)
                        }
                    case .end: if scanner.isNamed("cellXfs") { isCellFormats = false }
                    case .text: break
                    }
                }
            }
        } catch {
            throw .cannotRead(reason: "xl/styles.xml breaks off")
        }
        moments = formats.map { id in
            codes[id].map { WorkbookMoment(formatCode: $0) } ?? WorkbookMoment(builtIn: id)
        }
    }

    /// The text of a number in a cell of some style.
    func text(of number: Double, style: Int) -> String {
        guard moments.indices.contains(style), let moment = moments[style],
            let text = moment.text(of: number, startsIn1904: startsIn1904)
        else { return NumberText.of(number) }
        return text
    }
}

/// What a date format shows of a moment.
struct WorkbookMoment: Equatable {
    /// Whether it shows the year.
    let year: Bool
    /// Whether it shows the month.
    let month: Bool
    /// Whether it shows the day.
    let day: Bool
    /// Whether it shows the time of day.
    let time: Bool

    /// The formats that Excel knows by number (ECMA-376 part 1, 18.8.30, with those of East Asia); nothing
    /// for one that shows no moment.
    init?(builtIn id: Int) {
        switch id {
        case 14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 53, 54, 58:
            (year, month, day, time) = (true, true, true, false)
        case 16: (year, month, day, time) = (false, true, true, false)
        case 17, 52, 55, 57: (year, month, day, time) = (true, true, false, false)
        case 18...21, 32...35, 45...47, 56: (year, month, day, time) = (false, false, false, true)
        case 22: (year, month, day, time) = (true, true, true, true)
        default: return nil
        }
    }

    /// Reads a format of one's own, such as `yyyy"年"m"月"d"日";@`; nothing for one that shows no moment.
    init?(formatCode code: String) {
        var (letters, quoted, skipping, bracket): (String, Bool, Bool, String?) = ("", false, false, nil)
        for character in code.lowercased() {
            if skipping {
                skipping = false
            } else if quoted {
                quoted = character != "\""
            } else if let open = bracket {
                bracket = character == "]" ? nil : open + String(character)
                // [h] and its like count hours beyond a day: a length of time.
                if character == "]", ["h", "hh", "m", "mm", "s", "ss"].contains(open) { letters += "h" }
            } else if character == "\"" {
                quoted = true
            } else if character == "[" {
                bracket = ""
            } else if character == "\\" || character == "_" || character == "*" {
                skipping = true
            } else if character == ";" {
                break
            } else {
                letters.append(character)
            }
        }
        // The exponent of 0.00E+00 is no year, and General has no letters of its own.
        guard letters != "general", !letters.contains("e+"), !letters.contains("e-") else { return nil }
        year = letters.contains { $0 == "y" || $0 == "e" }
        day = letters.contains("d")
        time = letters.contains { $0 == "h" || $0 == "s" }
        // Beside a time alone, m are minutes.
        month = letters.contains("m") && (year || day || !time)
        guard year || month || day || time else { return nil }
    }

    /// The text of a serial number: a date in ISO 8601, as far as the format shows one that begins its month
    /// or year (2021年5月 is 2021-05), with the time where there is one; nothing for one out of the calendar.
    func text(of serial: Double, startsIn1904: Bool) -> String? {
        guard serial >= 0, serial < 3_000_000 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (whole, rest) = (seconds / 86_400, seconds % 86_400)
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { NumberText.padded($0, 2) }
            .joined(separator: ":")
        guard year || month || day else { return whole == 0 ? clock : nil }
        // Day 60 of the 1900 system is a 29 February that never was; days before it stand one off.
        guard startsIn1904 || whole >= 1, startsIn1904 || whole != 60 else { return nil }
        let epoch = startsIn1904 ? -24_107 : (whole < 60 ? -25_568 : -25_569)
        let date = Day(ordinal: Int32(epoch + whole))
        let parts = date.components
        if rest == 0, year, !day, parts.day == 1 {
            let text = date.description
            if month { return String(text.prefix(7)) }
            if parts.month == 1 { return String(text.prefix(4)) }
        }
        return rest == 0 ? date.description : "\(date)T\(clock)"
    }
}
