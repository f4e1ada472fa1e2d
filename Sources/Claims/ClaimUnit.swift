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
            power = Self.multiples.first { name.hasPrefix($0.mark) }?.power ?? 0
        }
    }

    /// How much one of it is.
    package var worth: ExactDecimal { ExactDecimal(coefficient: 1, scale: -power) }

    /// What it is a unit of; nothing of a rate, or where its name is none of those known.
    package var quantity: Quantity? {
        guard !isRate else { return nil }
        let mark = Self.multiples.first { name.hasPrefix($0.mark) }?.mark ?? ""
        let thing = name.dropFirst(mark.count).trimmingPrefix { $0 == " " }.lowercased()
        return Quantity.allCases.first { $0.names.contains(thing) }
    }

    /// What figures may be of: those of two are never added up.
    package enum Quantity: Hashable, Sendable, CaseIterable {
        case money, people, beds, area, time, households

        fileprivate var names: [String] {
            switch self {
            case .money: ["yuan", "元", "cny", "rmb", "人民币"]
            case .people: ["people", "persons", "elders", "人", "名", "位老人", "老年人", "carers"]
            case .beds: ["beds", "张", "床", "床位", "张床位"]
            case .area: ["m2", "m²", "㎡", "square metres", "平方米", "平米"]
            case .time: ["hours", "小时", "h", "minutes", "分钟", "days", "天"]
            case .households: ["households", "户"]
            }
        }
    }

    // The longer one first.
    private static let multiples: [(mark: String, power: Int)] = [
        ("十万", 5), ("百万", 6), ("千万", 7), ("万", 4), ("亿", 8), ("100 million ", 8), ("10,000 ", 4),
        ("10000 ", 4), ("million ", 6), ("billion ", 9),
    ]
}
