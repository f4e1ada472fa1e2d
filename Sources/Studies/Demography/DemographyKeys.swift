internal import Places
internal import Population

/// A key of a demographic table.
protocol DemographyFileKey: YAMLKey {}

extension DemographyFileKey {
    static var owner: KeyedFile { .demography }
}

/// The keys of a demographic table.
enum DemographyKey: String, DemographyFileKey {
    case id, title, source, notes
    case firstPeriod = "first_period"
    case sexRatioAtBirth = "sex_ratio_at_birth"
    case totalFertility = "total_fertility"
    case fertilityPercent = "fertility_percent"
    case mortality
}

/// The sexes of a table's `mortality`.
enum SexKey: String, DemographyFileKey {
    case female, male
}

/// The variants of a table's `total_fertility`.
enum FertilityVariantKey: String, DemographyFileKey {
    case low, middle, high

    var variant: RateVariant {
        switch self {
        case .low: .low
        case .middle: .middle
        case .high: .high
        }
    }
}

/// The ages of death rates: the first year of each group.
struct DeathRateKey: DemographyFileKey {
    let rawValue: String

    static let allCases = LifeTable.ages.map { DeathRateKey(known: "\($0)") }

    init?(rawValue: String) {
        guard Self.allCases.contains(where: { $0.rawValue == rawValue }) else { return nil }
        self.rawValue = rawValue
    }

    private init(known: String) { rawValue = known }
}

/// The ages at which women have children: `15_19` … `45_49`.
struct FertileAgeKey: DemographyFileKey {
    let rawValue: String

    static let allCases = AgeStructure.fertileGroups.map {
        FertileAgeKey(known: SexByAge.name(ofGroup: $0))
    }

    init?(rawValue: String) {
        guard Self.allCases.contains(where: { $0.rawValue == rawValue }) else { return nil }
        self.rawValue = rawValue
    }

    private init(known: String) { rawValue = known }
}
