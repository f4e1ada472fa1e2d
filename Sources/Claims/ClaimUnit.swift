package import Places

/// The unit of a published figure, and how much one of it is.
///
/// `percent`, `per_100`, `per_1000` and `share` make a rate. A unit may count in multiples: `万元`, `亿元`,
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
        switch name {
        case "share": (power, isRate) = (0, true)
        case "percent", "per_100", "%", "％": (power, isRate) = (-2, true)
        case "per_1000", "‰": (power, isRate) = (-3, true)
        default:
            isRate = false
            let multiple = Self.multiples.first { name.hasPrefix($0.mark) }
            let plain = name.dropFirst(multiple?.mark.count ?? 0).trimmingPrefix { $0 == " " }
            power = (multiple?.power ?? 0) + (Self.areas[plain.lowercased()] ?? 0)
        }
    }

    /// How much one of it is.
    package var worth: ExactDecimal { ExactDecimal(coefficient: 1, scale: -power) }

    /// Whether it is a share of something, from 0 to 1 or of a hundred; so many for each hundred or thousand of another
    /// thing is none.
    package var isShare: Bool { isRate && name != "per_100" && power > -3 }

    /// What it is a unit of; nothing of a rate, or where its name is none of those known.
    package var quantity: Quantity? {
        guard !isRate else { return nil }
        let mark = Self.multiples.first { name.hasPrefix($0.mark) }?.mark ?? ""
        return Quantity(named: name.dropFirst(mark.count).trimmingPrefix { $0 == " " })
    }

    /// Areas by the power of ten of their square metres.
    private static let areas = [
        "km²": 6, "km2": 6, "square kilometres": 6, "平方公里": 6, "平方千米": 6, "ha": 4, "hm²": 4, "hectares": 4,
        "公顷": 4,
    ]

    // The longer one first.
    private static let multiples: [(mark: String, power: Int)] = [
        ("十万", 5), ("百万", 6), ("千万", 7), ("万", 4), ("亿", 8), ("100 million ", 8), ("10,000 ", 4),
        ("10000 ", 4), ("million ", 6), ("billion ", 9),
    ]
}
