package import Places

/// The unit of a published figure, and how much one of it is.
///
/// `percent`, `percentage_points` (个百分点), `per_100`, `per_1000` and `share` make a rate; so does so much of one thing for each,
/// or for each hundred, thousand or ten thousand, of another: `张/万人`, `平方米/百户`, `beds per 1,000 elders`, `元/人`. A unit may
/// count in multiples: `万元`, `亿元`, `10,000 yuan`, `million yuan`. Any other text is a name.
package struct ClaimUnit: Hashable, Sendable {
    /// Its name, as the ledger writes it.
    package let name: String
    /// The power of ten that one of it is worth: −2 of a percent, 4 of 万元.
    package let power: Int
    /// Whether a figure in it is a rate.
    package let isRate: Bool
    /// Of so much for each of something the names of both, without multiples; nothing of any other unit.
    private let quotient: Quotient?

    /// What stands above and what below in a unit of so much for each of something.
    private struct Quotient: Hashable {
        let above: String
        let below: String
    }

    /// Makes a unit of its name.
    package init(_ name: String) {
        self.name = name
        if let rate = Self.rates[name.lowercased()] {
            (power, isRate, quotient) = (rate, true, nil)
        } else if let (above, below) = Self.halves(of: name) {
            let (multiple, counted) = Self.parts(of: above)
            let (hundreds, each) = Self.parts(of: below, among: Self.eachOf + Self.multiples)
            power =
                multiple + (Self.sizes[counted.lowercased()] ?? 0) - hundreds
                - (Self.sizes[each.lowercased()] ?? 0)
            (isRate, quotient) = (true, Quotient(above: String(counted), below: String(each)))
        } else {
            let (multiple, plain) = Self.parts(of: name)
            power = multiple + (Self.sizes[plain.lowercased()] ?? 0)
            (isRate, quotient) = (false, nil)
        }
    }

    /// How much one of it is of what its name says: 万元 10,000 yuan, a hectare 10,000 m², an hour one hour.
    package var worth: ExactDecimal { ExactDecimal(coefficient: 1, scale: -power) }

    /// How much one of it is, minutes in hours, months in years or 亩 in m².
    ///
    /// - Parameter families: the quantities that others are sizes of, so far as they are converted: others count as one each.
    /// - Returns: the amount.
    /// - Throws: ``ArithmeticFailure`` where its digits do not fit.
    func worth(converting families: Set<Quantity>) throws(ArithmeticFailure) -> ExactQuotient {
        var worth = try ExactQuotient(self.worth)
        for quantity in figure?.above ?? [] where families.contains(quantity.unit) {
            worth = try worth.times(quantity.share)
        }
        for quantity in figure?.below ?? [] where families.contains(quantity.unit) {
            worth = try worth.divided(by: quantity.share)
        }
        return worth
    }

    /// What it is of, and for each of what; nothing where one of its names is not known, and of a plain rate.
    var figure: FigureUnit? {
        guard let quotient else { return quantity.map { FigureUnit([$0], name: name) } }
        guard let above = Quantity(named: quotient.above), let below = Quantity(named: quotient.below) else {
            return nil
        }
        return FigureUnit([above], per: [below], name: name)
    }

    /// Whether it is a share of something, from 0 to 1 or of a hundred; so many for each hundred or thousand of another
    /// thing is none.
    package var isShare: Bool {
        isRate && quotient == nil && power > -3 && !Self.noShares.contains(name.lowercased())
    }

    /// What it is a unit of; nothing of a rate, or where its name is none of those known.
    package var quantity: Quantity? {
        isRate ? nil : Quantity(named: plain)
    }

    /// What it counts, without the multiples that it counts in; of a rate its name.
    package var plain: String { isRate ? name : String(Self.parts(of: name).plain) }

    /// Whether its name is one of those known; multiples alone, as in 万, and 个 are of anything.
    package var isKnown: Bool {
        guard let quotient else { return isRate || Self.isKnown(plain) }
        // 每百名老人床位数 says in words what it is.
        return quotient.above.isEmpty || Self.isKnown(quotient.above) && Self.isKnown(quotient.below)
    }

    /// The names in it that have to be known: of so much for each of something two.
    package var names: [String] {
        quotient.map { [$0.above, $0.below].filter { !$0.isEmpty } } ?? [plain]
    }

    /// Whether its name says nothing to anybody but the ledger.
    var isOwn: Bool { !isRate && !Self.isKnown(plain) }

    /// Whether the name of a unit, without multiples, is known.
    package static func isKnown(_ plain: String) -> Bool {
        plain.isEmpty || plain == "个" || Quantity(named: plain) != nil
    }

    /// Whether it counts in multiples, as 万元 does.
    package var isMultiple: Bool { !isRate && Self.parts(of: name).power != 0 }

    /// The names that a ledger may give units without saying what they are: rates, then what figures may be of.
    package static let names =
        ["percent", "per_100", "per_1000", "share", "%", "‰", "个百分点", "张/千人"] + Quantity.everyName

    /// One name for each of them, for people to choose from.
    package static let examples =
        ["percent", "percentage_points", "per_100", "per_1000", "share"]
        + Quantity.allCases.compactMap(\.names.first)

    /// What stands before and behind the stroke, or “per”; of 每千… nothing before.
    private static func halves(of name: String) -> (above: String, below: String)? {
        for mark in ["/", "／", " per "] {
            let halves = name.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
            if halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty {
                return (
                    String(halves[0]),
                    halves[1].hasPrefix("每") ? String(halves[1].dropFirst()) : String(halves[1])
                )
            }
        }
        let mark = ["每", "per "].first(where: name.hasPrefix)
        let each = mark.map { String(name.dropFirst($0.count)) } ?? ""
        return (eachOf + multiples).contains { each.hasPrefix($0.mark) } ? ("", each) : nil
    }

    private static func parts(
        of name: String, among multiples: [(mark: String, power: Int)] = multiples
    ) -> (power: Int, plain: Substring) {
        let multiple = multiples.first { name.lowercased().hasPrefix($0.mark) }
        let plain = name.dropFirst(multiple?.mark.count ?? 0).trimmingPrefix { $0 == " " }
        return (multiple?.power ?? 0, plain)
    }

    /// Rates by the power of ten that one of them is, whatever letters they are written in.
    private static let rates: [String: Int] = {
        var rates = ["share": 0]
        for name in percent + percentagePoints + perHundred { rates[name] = -2 }
        for name in perThousand { rates[name] = -3 }
        for name in times { rates[name] = 0 }
        return rates
    }()
    private static let percent = ["percent", "per cent", "pct", "%", "％", "百分比", "百分之"]
    /// What the difference of two percentages is published in.
    private static let percentagePoints = [
        "percentage_points", "percentage points", "percentage point", "个百分点", "百分点", "pp",
    ]
    private static let perHundred = [
        "per_100", "per 100", "每百人", "每百名老人", "每百名老年人", "张/百人", "张/百名老人", "张/百名老年人", "张/每百名老年人",
    ]
    private static let perThousand = [
        "per_1000", "per 1000", "per 1,000", "‰", "千分之", "每千人", "每千名老人", "每千名老年人", "张/千人", "张/千名老人",
        "张/千名老年人", "张/每千名老年人", "床/千人",
    ]

    /// Rates of which none is a share of a whole.
    private static let noShares = perHundred + times
    private static let times = ["倍", "times"]

    /// For each how many: the longer one first.
    private static let eachOf: [(mark: String, power: Int)] = [
        ("十万", 5), ("百万", 6), ("千万", 7), ("百", 2), ("千", 3), ("万", 4), ("100,000 ", 5), ("100 000 ", 5),
        ("100 ", 2),
        ("hundred ", 2),
    ]

    /// Units that are whole powers of ten of the square metre or the metre.
    private static let sizes = [
        "km": 3, "kilometres": 3, "kilometre": 3, "公里": 3, "千米": 3,
        "km²": 6, "km2": 6, "square kilometres": 6, "平方公里": 6, "平方千米": 6, "ha": 4, "hm²": 4, "hectares": 4,
        "hectare": 4,
        "公顷": 4,
    ]

    // The longer one first.
    private static let multiples: [(mark: String, power: Int)] = [
        ("十万", 5), ("百万", 6), ("千万", 7), ("千", 3), ("万", 4), ("亿", 8), ("100 million ", 8),
        ("hundred million ", 8), ("10,000 ", 4), ("10 000 ", 4), ("10000 ", 4), ("ten thousand ", 4),
        ("1,000 ", 3), ("1000 ", 3), ("thousand ", 3), ("million ", 6), ("mln ", 6), ("billion ", 9),
        ("bn ", 9),
    ]
}
