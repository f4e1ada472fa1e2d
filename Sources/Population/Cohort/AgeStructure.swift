package import Places

/// Women and girls, or men and boys.
package enum Sex: String, Hashable, Sendable, CaseIterable {
    case female, male
}

/// People by sex and five-year age group: 0–4, 5–9 … 80–84, 85 and over; unrounded.
package struct AgeStructure: Hashable, Sendable {
    /// How many age groups there are; the last one is open.
    package static let groupCount = SexByAge.groupCount
    /// The groups of 15 to 49, in which women have children.
    package static let fertileGroups = 3..<10
    /// The groups of 20 and over, which head households.
    package static let adultGroups = 4..<groupCount
    /// The groups of 60 and over.
    package static let elderGroups = 12..<groupCount

    /// Women and girls by group.
    package var female: [Double]
    /// Men and boys by group.
    package var male: [Double]

    /// Makes a structure of both sexes' groups, each of ``groupCount``.
    package init(female: [Double], male: [Double]) {
        precondition(
            female.count == Self.groupCount && male.count == Self.groupCount, "18 groups of each sex")
        (self.female, self.male) = (female, male)
    }

    /// Nobody.
    package static let none = AgeStructure(
        female: Array(repeating: 0, count: groupCount), male: Array(repeating: 0, count: groupCount))

    /// The people as a community states them.
    package init(_ stated: SexByAge) {
        self.init(female: stated.female.map(\.double), male: stated.male.map(\.double))
    }

    /// The groups of one sex.
    package subscript(sex: Sex) -> [Double] {
        get {
            switch sex {
            case .female: female
            case .male: male
            }
        }
        set {
            switch sex {
            case .female: female = newValue
            case .male: male = newValue
            }
        }
    }

    /// The people of both sexes in some groups.
    package func people(in groups: Range<Int>) -> Double {
        groups.reduce(0) { $0 + female[$1] + male[$1] }
    }

    /// People of all ages.
    package var total: Double { people(in: 0..<Self.groupCount) }

    /// The people of one of the elders' age groups.
    package subscript(group: AgeGroup) -> Double { people(in: Self.groups(of: group)) }

    /// The five-year groups that make up one of the elders' age groups.
    package static func groups(of group: AgeGroup) -> Range<Int> {
        switch group {
        case .sixties: 12..<14
        case .seventies: 14..<16
        case .eightyPlus: 16..<groupCount
        }
    }

    /// Both structures, each group combined with its like.
    package func combined(with other: AgeStructure, _ combine: (Double, Double) -> Double) -> AgeStructure {
        AgeStructure(
            female: zip(female, other.female).map(combine), male: zip(male, other.male).map(combine))
    }

    /// All people of both.
    package static func + (a: Self, b: Self) -> Self { a.combined(with: b, +) }

    /// What one has more than the other; groups may be negative.
    package static func - (a: Self, b: Self) -> Self { a.combined(with: b, -) }

    /// The same share of every group.
    package static func * (a: Self, share: Double) -> Self {
        AgeStructure(female: a.female.map { $0 * share }, male: a.male.map { $0 * share })
    }
}
