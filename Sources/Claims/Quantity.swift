internal import Policy

/// What figures may be of: those of two are never added up.
package enum Quantity: String, Hashable, Sendable, CaseIterable {
    case money
    /// People, of whom the source does not say which.
    case people
    /// People of 60 and over.
    case elders
    /// People of any age.
    case population
    case households, beds
    /// Beds and day-care places.
    case places
    /// Land by the 亩, two thirds of a thousand m².
    case mu
    case area, distance, hours, minutes, seconds, days, months, years, visits, facilities, compounds,
        communities, subdistricts, services

    /// The quantity that a unit names; nothing where its name is none of those known.
    package init?(named name: some StringProtocol) {
        let name = name.lowercased()
        guard let quantity = Quantity.allCases.first(where: { $0.names.contains(name) }) else { return nil }
        self = quantity
    }

    /// Every name of every quantity.
    static let everyName = allCases.flatMap(\.names)

    /// The names that it goes by, the one that messages use first.
    var names: [String] {
        switch self {
        case .money: ["yuan", "元", "cny", "rmb", "人民币"]
        case .people: ["people", "persons", "person", "人", "名", "carers", "carer"]
        case .elders: ["elders", "elder", "位老人", "老年人"]
        case .population: ["population"]
        case .households: ["households", "household", "dwellings", "dwelling", "户"]
        case .beds: ["beds", "bed", "张", "床", "床位", "张床位"]
        case .places: ["places", "place", "个床位和日托位"]
        case .area:
            [
                "m2", "m²", "㎡", "square metres", "square metre", "平方米", "平米", "km²", "km2",
                "square kilometres", "平方公里",
                "平方千米",
                "ha", "hm²", "hectares", "hectare", "公顷",
            ]
        case .mu: ["mu", "亩"]
        case .hours: ["hours", "hour", "小时", "h"]
        case .minutes: ["minutes", "minute", "min", "分钟"]
        case .seconds: ["seconds", "second", "s", "秒", "秒钟"]
        case .distance: ["m", "metres", "metre", "米", "km", "kilometres", "kilometre", "公里", "千米"]
        case .visits: ["visits", "visit", "人次", "次"]
        case .days: ["days", "day", "天", "日"]
        case .months: ["months", "month", "个月", "月"]
        case .years: ["years", "year", "年"]
        case .facilities:
            [
                "facilities", "facility", "设施", "处设施", "个设施", "处", "家", "所", "centres", "centre", "stations",
                "station", "institutions", "institution", "中心",
                "站", "机构",
            ]
        case .compounds: ["compounds", "compound", "小区", "个小区"]
        case .communities: ["communities", "community", "社区", "个社区"]
        case .subdistricts: ["subdistricts", "subdistrict", "街道", "个街道"]
        case .services: ["services", "service", "项服务", "项"]
        }
    }

    /// What is counted on a basis.
    ///
    /// - Parameters:
    ///   - basis: the basis.
    ///   - things: what is counted on the basis `count`.
    init(_ basis: Basis, counting things: Quantity) {
        self =
            switch basis {
            case .count: things
            case .area: .area
            case .households: .households
            case .population: .population
            case .elders: .elders
            }
    }

    /// The quantity whose figures it may be added to: elders and a population are both people, minutes are hours.
    var unit: Quantity {
        switch self {
        case .elders, .population: .people
        case .minutes, .seconds: .hours
        case .months: .years
        case .mu: .area
        default: self
        }
    }

    /// How many of ``unit`` one of it is: 1/60 of an hour, 2000/3 m² (State Council order 19, 1984: 15 亩 are one hectare).
    var size: (of: Int, over: Int) {
        switch self {
        case .minutes: (1, 60)
        case .seconds: (1, 3600)
        case .months: (1, 12)
        case .mu: (2000, 3)
        default: (1, 1)
        }
    }

    /// The quantities that others are sizes of.
    static let convertible: Set<Quantity> = [.hours, .years, .area]

    /// Whether a share of the one may be taken of the other: people of whom nobody says which are as good as any.
    func isShared(with other: Quantity) -> Bool {
        self == other || unit == .people && other.unit == .people && (self == .people || other == .people)
    }

    /// Whether it is a number of things, of which a share is one of these and of no others.
    var isCount: Bool {
        switch self {
        case .money, .distance, .hours, .minutes, .seconds, .days, .months, .years: false
        default: true
        }
    }
}

extension CoverageMeasure {
    /// What it counts on the basis `count`.
    var countedThings: Quantity { self == .hasFacility ? .communities : .compounds }
}

extension NamedMeasure {
    /// What it counts.
    var countedThings: Quantity { isOfSubdistricts ? .subdistricts : .communities }
}

/// What a number is of: a quantity, what is left of quantities that are multiplied and divided, or a plain share.
package struct FigureUnit: Hashable, Sendable {
    /// As a ledger writes it; nothing of what is computed.
    package let name: String?
    /// What it is so many of, sorted by name; none of a share.
    package let above: [Quantity]
    /// For each of what, sorted by name.
    package let below: [Quantity]

    /// Makes a unit of its parts; what stands above and below goes out.
    package init(_ above: [Quantity] = [], per below: [Quantity] = [], name: String? = nil) {
        var (left, right) = (above, below)
        for quantity in below {
            if let index = left.firstIndex(where: { $0.unit == quantity.unit }),
                let other = right.firstIndex(of: quantity)
            {
                left.remove(at: index)
                right.remove(at: other)
            }
        }
        self.name = name
        self.above = left.sorted { $0.rawValue < $1.rawValue }
        self.below = right.sorted { $0.rawValue < $1.rawValue }
    }

    /// The unit of a number that a ledger states; nothing where its name is none of those known, and of so many for
    /// each hundred or thousand, which says neither of what nor for each what.
    package init?(stated unit: ClaimUnit) {
        if unit.isShare {
            self.init(name: unit.name)
        } else {
            guard let figure = unit.figure else { return nil }
            self = figure
        }
    }

    /// Whether it is a plain share.
    package var isShare: Bool { above.isEmpty && below.isEmpty }

    /// Whether figures of both may be added up.
    func isSame(as other: FigureUnit) -> Bool {
        func units(_ list: [Quantity]) -> [Quantity] {
            list.map(\.unit).sorted { $0.rawValue < $1.rawValue }
        }
        return units(above) == units(other.above) && units(below) == units(other.below)
    }

    func times(_ other: FigureUnit) -> FigureUnit {
        FigureUnit(above + other.above, per: below + other.below)
    }

    func divided(by other: FigureUnit) -> FigureUnit {
        FigureUnit(above + other.below, per: below + other.above)
    }

    /// Why a figure of this unit cannot be published in another; nothing where it can.
    package func objection(as unit: ClaimUnit) -> ClaimReason? {
        isPublished(in: unit) ? nil : .mixedUnits(self, FigureUnit(published: unit))
    }

    /// Whether a figure of this unit may be published in another.
    ///
    /// So many yuan for each person are yuan, too, and a rate is a figure that is taken over something. What two quantities
    /// come to multiplied, people by people say, is a number of neither.
    func isPublished(in unit: ClaimUnit) -> Bool {
        if unit.isRate {
            guard let figure = unit.figure else { return isShare || !below.isEmpty }
            return isSame(as: figure)
        }
        guard let quantity = unit.quantity else { return true }
        return above.count == 1 && above[0].unit == quantity.unit
    }
}
