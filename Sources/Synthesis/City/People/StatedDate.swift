import Places

/// A date as somebody wrote it down.
struct StatedDate: Hashable, Sendable {
    /// The ways in which dates stand in planners' files, the last three less than to the day.
    enum Style: Hashable, Sendable {
        case iso, chinese, slashed
        case month, chineseMonth, year
    }

    let day: Day
    let style: Style

    init(_ day: Day, _ style: Style = .iso) {
        self.day = day
        self.style = style
    }

    /// The date, mostly in ISO form and now and then as Chinese sheets write it.
    init(_ day: Day, random: inout SeededGenerator) {
        self.init(day, random.pick((.iso, 84), (.chinese, 9), (.slashed, 7)))
    }

    var text: String {
        let (year, month, number) = day.components
        return switch style {
        case .iso: day.description
        case .chinese: "\(year)年\(month)月\(number)日"
        case .slashed: "\(year)/\(month)/\(number)"
        case .month: String(day.description.prefix(7))
        case .chineseMonth: "\(year)年\(month)月"
        case .year: String(year)
        }
    }
}

extension Day {
    /// A number of days later (earlier where negative).
    func adding(_ days: Int) -> Day { Day(ordinal: ordinal + Int32(days)) }

    /// The last day of the synthetic studies' base year.
    static let synthesisBase = Day(ordinal: 18_627)
    /// From when on compounds are new to Wuhan's space rule: 2017-08-31.
    static let newCompounds = Day(ordinal: 17_409)

    /// A random day between two others.
    static func random(_ first: Day, _ last: Day, _ random: inout SeededGenerator) -> Day {
        first.adding(random.whole(0...max(0, last - first)))
    }
}
