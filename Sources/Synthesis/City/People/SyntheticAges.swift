internal import Places

/// The people of a synthetic community by sex and five-year age group, made of what its record states so that they add
/// up to it.
///
/// Nothing is drawn: communities differ by their elders, and below 60 all have one shape.
struct SyntheticAges: Equatable {
    /// Women and girls in each group.
    let female: [Int]
    /// Men and boys in each group.
    let male: [Int]

    /// People below 60 by five-year group, in millions: about those of China's census of 2020.
    static let belowSixty = [78.0, 90, 85, 73, 75, 92, 124, 99, 93, 114, 121, 101]
    /// The share of men in each group: more boys than girls, and women live longer.
    static let shareOfMen = [
        0.53, 0.535, 0.54, 0.54, 0.53, 0.525, 0.51, 0.51, 0.515, 0.51, 0.505, 0.505, 0.5, 0.495, 0.485, 0.475,
        0.45, 0.4,
    ]

    /// Makes the people of a community that states its elders by age; nothing of one that does not.
    init?(of community: SyntheticCommunity) {
        guard community.statedElders == .groups || community.statedElders == .both else { return nil }
        let (sixties, seventies, eightyPlus) = community.elders
        let younger = max(0, community.population - sixties - seventies - eightyPlus)
        let groups =
            Self.shared(younger, by: Self.belowSixty) + Self.shared(sixties, by: [0.52, 0.48])
            + Self.shared(seventies, by: [0.58, 0.42]) + Self.shared(eightyPlus, by: [0.6, 0.4])
        male = zip(groups, Self.shareOfMen).map { Int((Double($0) * $1).rounded()) }
        female = zip(groups, male).map { $0 - $1 }
    }

    /// A number shared out in whole people: each its part rounded down, the rest by the largest remainder, of equal ones
    /// the first.
    static func shared(_ number: Int, by weights: [Double]) -> [Int] {
        let sum = weights.reduce(0, +)
        let exact = weights.map { Double(number) * $0 / sum }
        var parts = exact.map { Int($0) }
        let order = parts.indices.sorted {
            let (a, b) = (exact[$0] - Double(parts[$0]), exact[$1] - Double(parts[$1]))
            return a == b ? $0 < $1 : a > b
        }
        for index in order.prefix(number - parts.reduce(0, +)) { parts[index] += 1 }
        return parts
    }

    /// The columns `f_0_4` … `m_85_plus` of a community, empty where it states no ages.
    static func columns(of community: SyntheticCommunity) -> [(name: String, people: Int?)] {
        let ages = SyntheticAges(of: community)
        return (0..<SexByAge.groupCount).map {
            ("f_" + SexByAge.name(ofGroup: $0), ages?.female[$0])
        }
            + (0..<SexByAge.groupCount).map { ("m_" + SexByAge.name(ofGroup: $0), ages?.male[$0]) }
    }
}
