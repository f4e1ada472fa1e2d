internal import Coverage
internal import Places
internal import Policy
internal import Reports

/// A rate as every summary says it: never a share alone, always with what it is of and what is not known of it.
struct RateLine {
    let rate: Rate
    /// How many bad rows it does not count.
    let setAside: Int

    /// How wide the column of measures is where these rates stand below one another.
    static func measureWidth(of rates: [Rate], _ say: Language) -> Int {
        let names = MeasureWording(language: say)
        return rates.map { columns(of: names.measure($0.measure)) + 2 }.reduce(names.measureWidth, max)
    }

    /// The rate in words: measure, basis, share, numerator and denominator, what is unknown and estimated.
    ///
    /// The measure stands in a column of the given width, else of the usual one.
    func words(_ say: Language, measureWidth: Int? = nil) -> String {
        let names = MeasureWording(language: say)
        let share =
            rate.share.map { share in
                // A lower bound of 0 where nothing is known would read as a finding.
                rate.unknown >= rate.denominator
                    ? say("unknown", "未知") : NumberText.fixed(share * 100, decimals: 1) + " %"
            } ?? say("none", "无")
        var text =
            padded(names.measure(rate.measure), measureWidth ?? names.measureWidth)
            + padded(names.basis(rate.basis), names.basisWidth) + leading(share, 8) + "   "
            + say(
                "\(amount(rate.numerator)) of \(amount(rate.denominator))",
                "\(amount(rate.numerator)) / \(amount(rate.denominator))")
        if rate.unknown > 0 {
            text += say(", \(amount(rate.unknown)) unknown", "，未知 \(amount(rate.unknown))")
        }
        if rate.estimated > 0 {
            text += say(", \(amount(rate.estimated)) estimated", "，估算 \(amount(rate.estimated))")
        }
        return text
    }

    /// The rate with the columns of `summary.csv`.
    var json: JSONText {
        .object([
            ("scope", .text(rate.scope.kind)), ("scope_id", .text(rate.scope.identifier)),
            ("measure", .text(rate.measure)), ("basis", .text(rate.basis.rawValue)),
            ("numerator", .number(rate.numerator)), ("denominator", .number(rate.denominator)),
            ("share", .number(rate.share)), ("unknown", .number(rate.unknown)),
            ("estimated", .number(rate.estimated)), ("counted", .text(rate.counted)),
            ("set_aside", .whole(setAside)), ("unstated", .whole(rate.unstated)),
        ])
    }

    private func amount(_ value: Double) -> String { NumberText.trimmed(value, decimals: 1) }
}
