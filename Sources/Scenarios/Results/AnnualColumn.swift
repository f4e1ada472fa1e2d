package import Coverage
package import Places

/// A figure of a scenario's year, by its column in `annual.csv`.
package enum AnnualColumn: String, Hashable, Sendable, CaseIterable {
    case population, elders
    case eldersEightyPlus = "elders_80_plus"
    case households, facilities
    case area = "area_m2"
    case beds
    case elderShare1km = "elder_share_1km"
    case elderShare15min = "elder_share_15min"
    case householdShare15min = "household_share_15min"
    case communitiesWithFacility = "communities_with_facility"
    case communities
    case careSpace = "care_space_m2"
    case careSpaceRequired = "care_space_required_m2"
    case spacePer100Households = "m2_per_100_households"
    case bedsPer1000Elders = "beds_per_1000_elders"
    case opened, upgraded, closed
    case capital = "capital_yuan"
    case subsidyOnce = "subsidy_once_yuan"
    case subsidyYearly = "subsidy_yearly_yuan"
    case cumulative = "cumulative_yuan"
    // What is not known of the figures before.
    case eldersUnknown1km = "elders_unknown_1km"
    case eldersUnknown15min = "elders_unknown_15min"
    case householdsUnknown15min = "households_unknown_15min"
    case eldersEstimated = "elders_estimated"
    case householdsEstimated = "households_estimated"
    case areaUnstated = "area_unstated"
    case bedsUnstated = "beds_unstated"
    case careSpaceUnstated = "care_space_unstated"
    case careSpaceRequiredUnknown = "care_space_required_unknown"
    case householdsUnstated = "households_unstated"
    case eldersUnstated = "elders_unstated"
    case populationUnstated = "population_unstated"
}

/// A figure of a year, with how it is rounded where it is written.
package enum AnnualFigure: Hashable, Sendable {
    /// A count.
    case whole(Int)
    /// A sum of stated figures.
    case exact(ExactDecimal)
    /// A computed figure, written with so many decimals; nothing: with up to six.
    case amount(Double, decimals: Int?)
}

extension AnnualRow {
    /// The figure of a column; nothing where it is not known.
    package func figure(_ column: AnnualColumn) -> AnnualFigure? {
        func people(_ value: Double?) -> AnnualFigure? { value.map { .amount($0, decimals: 1) } }
        func share(_ value: Double?) -> AnnualFigure? { value.map { .amount($0, decimals: 6) } }
        func amount(_ value: Double?) -> AnnualFigure? { value.map { .amount($0, decimals: nil) } }
        return switch column {
        case .population: people(population)
        case .elders: people(elders)
        case .eldersEightyPlus: people(eldersEightyPlus)
        case .households: people(households)
        case .facilities: .whole(facilities)
        case .area: area.map { .exact($0) }
        case .beds: beds.map { .exact($0) }
        case .elderShare1km: share(elderShare1km)
        case .elderShare15min: share(elderShare15min)
        case .householdShare15min: share(householdShare15min)
        case .communitiesWithFacility: .whole(communitiesWithFacility)
        case .communities: .whole(communities)
        case .careSpace: amount(careSpace)
        case .careSpaceRequired: amount(careSpaceRequired)
        case .spacePer100Households: share(squareMetresPerHundredHouseholds)
        case .bedsPer1000Elders: share(bedsPerThousandElders)
        case .opened: .whole(opened)
        case .upgraded: .whole(upgraded)
        case .closed: .whole(closed)
        case .capital: .exact(money.capital)
        case .subsidyOnce: .exact(money.subsidyOnce)
        case .subsidyYearly: .exact(money.subsidyYearly)
        case .cumulative: .exact(money.cumulative)
        case .eldersUnknown1km: amount(elders1km?.unknown)
        case .eldersUnknown15min: amount(elders15min?.unknown)
        case .householdsUnknown15min: amount(households15min?.unknown)
        case .eldersEstimated: amount(elders1km?.estimated)
        case .householdsEstimated: amount(households15min?.estimated)
        case .areaUnstated: .whole(facilitiesWithoutArea)
        case .bedsUnstated: .whole(facilitiesWithoutBeds)
        case .careSpaceUnstated: .whole(compoundsWithoutCareSpace)
        case .careSpaceRequiredUnknown: .whole(compoundsOfUnknownObligation)
        case .householdsUnstated: .whole(placesWithoutHouseholds)
        case .eldersUnstated: .whole(placesWithoutElders)
        case .populationUnstated: .whole(placesWithoutPopulation)
        }
    }

    /// The rate that a column is a share of, or says something of; nothing of another column.
    package func rate(behind column: AnnualColumn) -> Rate? {
        switch column {
        case .elderShare1km, .eldersUnknown1km, .eldersEstimated, .eldersUnstated: elders1km
        case .elderShare15min, .eldersUnknown15min: elders15min
        case .householdShare15min, .householdsUnknown15min, .householdsEstimated, .householdsUnstated:
            households15min
        default: nil
        }
    }
}
