internal import Coverage
internal import Places

/// What bands are given of: columns of a scenario's years, under their names there, and sums that their shares are of.
package enum SensitivityMeasure: String, Hashable, Sendable, CaseIterable {
    case population, elders
    case eldersEightyPlus = "elders_80_plus"
    case households
    case eldersWithin1km = "elders_within_1km"
    case elderShare1km = "elder_share_1km"
    case eldersWithin15min = "elders_within_15min"
    case elderShare15min = "elder_share_15min"
    case eldersTakingUp = "elders_taking_up"
    case householdShare15min = "household_share_15min"
    case careSpace = "care_space_m2"
    case careSpaceRequired = "care_space_required_m2"
    case squareMetresPerHundredHouseholds = "m2_per_100_households"
    case bedsPerThousandElders = "beds_per_1000_elders"
    case capital = "capital_yuan"
    case cumulative = "cumulative_yuan"

    /// The figure of a scenario's year, all of those within the walk taking the services up.
    package func value(of row: AnnualRow) -> Double? {
        switch self {
        case .population: row.population
        case .elders: row.elders
        case .eldersEightyPlus: row.eldersEightyPlus
        case .households: row.households
        case .eldersWithin1km: row.elders1km?.numerator
        case .elderShare1km: row.elderShare1km
        case .eldersWithin15min, .eldersTakingUp: row.elders15min?.numerator
        case .elderShare15min: row.elderShare15min
        case .householdShare15min: row.householdShare15min
        case .careSpace: row.careSpace
        case .careSpaceRequired: row.careSpaceRequired
        case .squareMetresPerHundredHouseholds: row.squareMetresPerHundredHouseholds
        case .bedsPerThousandElders: row.bedsPerThousandElders
        case .capital: row.money.capital.double
        case .cumulative: row.money.cumulative.double
        }
    }
}
