internal import Population

/// A key of a scenario file.
protocol ScenarioFileKey: YAMLKey {}

extension ScenarioFileKey {
    static var owner: KeyedFile { .scenario }
}

/// The keys of a scenario file.
enum ScenarioKey: String, ScenarioFileKey {
    case name, extends, deliveries, population, programme
    case careSpace = "care_space"
    case buildOut = "build_out"
    case uncertainty, maps, notes
}

/// The keys of a scenario's `population`.
enum PopulationKey: String, ScenarioFileKey {
    case variant, rates, method, demography, migration, fertility, households
}

/// The rates of a set.
enum RateKey: String, ScenarioFileKey {
    case all, elders
    case sixties = "60_69"
    case seventies = "70_79"
    case eightyPlus = "80_plus"
    case households
}

/// The sets of rates, where a scenario has several.
enum RateSetKey: String, ScenarioFileKey {
    case low, middle, high

    var variant: RateVariant {
        switch self {
        case .low: .low
        case .middle: .middle
        case .high: .high
        }
    }
}

/// The keys of a scenario's `uncertainty`: ranges of what is drawn.
enum UncertaintyKey: String, ScenarioFileKey {
    case fertility, migration
    case deliveryDelay = "delivery_delay_months"
    case compliance
    case takeUp = "take_up"
    case cost
}

/// The ends of a range, its likeliest value, and whether each compound draws for itself.
enum RangeKey: String, ScenarioFileKey {
    case low, high, mode, each
}

/// The keys of an entry of a programme.
enum EntryKey: String, ScenarioFileKey {
    case date, open, upgrade, close, set
    case cost = "cost_yuan"
    case notes
}

/// The keys of an opening and of an upgrade's `set`: the names of the facilities' columns.
enum FacilityKey: String, ScenarioFileKey {
    case id, name, level, kind, network, lon, lat, community
    case area = "area_m2"
    case landArea = "land_area_m2"
    case beds
    case nursingBeds = "nursing_beds"
    case rehabBeds = "rehab_beds"
    case dayCarePlaces = "daycare_places"
    case services
    case serviceClass = "service_class"
    case grade, owner
    case `operator`
    case medicalPoint = "medical_point"
    case accepted
    case failedAssessments = "failed_assessments"
    case operatorName = "operator_name"
    case cost = "cost_yuan"

    /// Those that say where a facility is or what an opening costs: an upgrade cannot set them.
    static let ofOpeningsOnly: [FacilityKey] = [.id, .name, .lon, .lat, .community, .cost]
}
