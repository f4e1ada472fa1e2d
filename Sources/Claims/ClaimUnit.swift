package import Places

/// The unit of a published figure, and how much one of it is.
///
/// `percent`, `percentage_points` (个百分点), `per_100`, `per_1000` and `share` make a rate. A unit may count in multiples: `万元`, `亿元`,
/// `10,000 yuan`, `million yuan`. Any other text is a name.
package struct ClaimUnit: Hashable, Sendable {
    /// Its name, as the ledger writes it.
    package let name: String
    /// The power of ten that one of it is worth: −2 of a percent, 4 of 万元.
    package let power: Int
    /// Whether a figure in it is a rate.
    package let isRate: Bool

    /// Makes a unit of its name.
    package init(_ name: String) {
        self.name = name
        switch Self.rates[name.lowercased()] {
        case let rate?: (power, isRate) = (rate, true)
        case nil:
            isRate = false
            let (multiple, plain) = Self.parts(of: name)
            power = multiple + (Self.areas[plain.lowercased()] ?? 0)
        }
    }

    /// How much one of it is.
    package var worth: ExactDecimal { ExactDecimal(coefficient: 1, scale: -power) }

    /// Whether it is a share of something, from 0 to 1 or of a hundred; so many for each hundred or thousand of another
    /// thing is none.
    package var isShare: Bool { isRate && power > -3 && !Self.perHundred.contains(name.lowercased()) }

    /// What it is a unit of; nothing of a rate, or where its name is none of those known.
    package var quantity: Quantity? {
        isRate ? nil : Quantity(named: plain)
    }

    /// What it counts, without the multiples that it counts in; of a rate its name.
    package var plain: String { isRate ? name : String(Self.parts(of: name).plain) }

    /// Whether its name is one of those known; multiples alone, as in 万, and 个 are of anything.
    package var isKnown: Bool { isRate || quantity != nil || plain.isEmpty || plain == "个" }

    /// The names that a ledger may give units without saying what they are: rates, then what figures may be of.
    package static let names =
        ["percent", "per_100", "per_1000", "share", "%", "‰", "个百分点", "张/千人"] + Quantity.everyName

    /// One name for each of them, for people to choose from.
    package static let examples =
        ["percent", "percentage_points", "per_100", "per_1000", "share"]
        + Quantity.allCases.compactMap(\.names.first)

    private static func parts(of name: String) -> (power: Int, plain: Substring) {
        let multiple = multiples.first { name.lowercased().hasPrefix($0.mark) }
        let plain = name.dropFirst(multiple?.mark.count ?? 0).trimmingPrefix { $0 == " " }
        return (multiple?.power ?? 0, plain)
    }

    /// Rates by the power of ten that one of them is, whatever letters they are written in.
    private static let rates: [String: Int] = {
        var rates = ["share": 0]
        for name in percent + percentagePoints + perHundred { rates[name] = -2 }
        for name in perThousand { rates[name] = -3 }
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

    /// Areas by the power of ten of their square metres.
    private static let areas = [
        "km²": 6, "km2": 6, "square kilometres": 6, "平方公里": 6, "平方千米": 6, "ha": 4, "hm²": 4, "hectares": 4,
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
