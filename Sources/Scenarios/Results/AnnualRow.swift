package import Coverage
package import Places

/// One year of a scenario in one scope, as of 31 December.
///
/// What is unknown is nothing, never 0. People and dwellings are those of the counted compounds and the
/// residuals, so that they are the denominators of the shares beside them.
package struct AnnualRow: Hashable, Sendable {
    package let year: Int
    /// The city or a district.
    package let scope: Scope
    /// People of all ages: of each community as stated and moved, else of its counted compounds.
    package let population: Double?
    /// How many communities, and compounds outside all of them, are in no population, since nobody states theirs.
    package let placesWithoutPopulation: Int
    /// People of 60 and over.
    package let elders: Double?
    /// People of 80 and over, where every community of the scope with elders states its age groups.
    package let eldersEightyPlus: Double?
    /// Dwellings.
    package let households: Double?
    /// Open facilities except platforms.
    package let facilities: Int
    /// Floor area of these, m², as far as they state it; nothing where there are some and none does.
    package let area: ExactDecimal?
    /// How many of them state no floor area.
    package let facilitiesWithoutArea: Int
    /// Beds in these, as far as they state them; nothing where there are some and none does.
    package let beds: ExactDecimal?
    /// How many of them state no beds.
    package let facilitiesWithoutBeds: Int
    /// The elders within the radius, with what is unknown and estimated of them.
    package let elders1km: Rate?
    /// The elders within the walk.
    package let elders15min: Rate?
    /// The dwellings within the walk.
    package let households15min: Rate?
    package let communitiesWithFacility: Int
    package let communities: Int
    /// Care space that has been delivered, m², as far as compounds state it; nothing where some count and none
    /// states any.
    package let careSpace: Double?
    /// How many counted compounds state no care space, nor their phases.
    package let compoundsWithoutCareSpace: Int
    /// Care space that the counted compounds owe by the pack, m², as far as it is known; nothing where some count
    /// and it is known of none.
    package let careSpaceRequired: Double?
    /// Of how many counted compounds it is not known what they owe: their class or their dwellings are unknown.
    package let compoundsOfUnknownObligation: Int
    /// Dwellings of the counted compounds, which ``squareMetresPerHundredHouseholds`` is taken over.
    package let compoundHouseholds: Double
    /// Facilities, except platforms, that opened in the year.
    package let opened: Int
    /// Upgrades of facilities, except platforms, in the year.
    package let upgraded: Int
    /// Facilities, except platforms, that closed in the year.
    package let closed: Int
    package let money: MoneyRow

    /// Makes a row of its figures.
    package init(
        year: Int, scope: Scope, population: Double?, placesWithoutPopulation: Int, elders: Double?,
        eldersEightyPlus: Double?,
        households: Double?, facilities: Int, area: ExactDecimal?, facilitiesWithoutArea: Int,
        beds: ExactDecimal?, facilitiesWithoutBeds: Int, elders1km: Rate?, elders15min: Rate?,
        households15min: Rate?, communitiesWithFacility: Int, communities: Int, careSpace: Double?,
        compoundsWithoutCareSpace: Int, careSpaceRequired: Double?, compoundsOfUnknownObligation: Int,
        compoundHouseholds: Double,
        opened: Int, upgraded: Int, closed: Int, money: MoneyRow
    ) {
        self.year = year
        self.scope = scope
        self.population = population
        self.placesWithoutPopulation = placesWithoutPopulation
        self.elders = elders
        self.eldersEightyPlus = eldersEightyPlus
        self.households = households
        self.facilities = facilities
        self.area = area
        self.facilitiesWithoutArea = facilitiesWithoutArea
        self.beds = beds
        self.facilitiesWithoutBeds = facilitiesWithoutBeds
        self.elders1km = elders1km
        self.elders15min = elders15min
        self.households15min = households15min
        self.communitiesWithFacility = communitiesWithFacility
        self.communities = communities
        self.careSpace = careSpace
        self.compoundsWithoutCareSpace = compoundsWithoutCareSpace
        self.careSpaceRequired = careSpaceRequired
        self.compoundsOfUnknownObligation = compoundsOfUnknownObligation
        self.compoundHouseholds = compoundHouseholds
        self.opened = opened
        self.upgraded = upgraded
        self.closed = closed
        self.money = money
    }

    /// How many places are in no figure of dwellings, since nobody states theirs.
    package var placesWithoutHouseholds: Int { households15min?.unstated ?? 0 }
    /// How many places are in no figure of elders, since nobody states theirs.
    package var placesWithoutElders: Int { elders1km?.unstated ?? 0 }
    /// The row's rates, in the order of its columns.
    package var rates: [Rate] { [elders1km, elders15min, households15min].compactMap { $0 } }
    /// The share of the elders within the radius.
    package var elderShare1km: Double? { elders1km?.share }
    /// The share of the elders within the walk: a lower bound where some are unknown.
    package var elderShare15min: Double? { elders15min?.share }
    /// The share of the dwellings within the walk: a lower bound where some are unknown.
    package var householdShare15min: Double? { households15min?.share }
    /// Care space for each 100 dwellings of the counted compounds, m²; nothing where nobody states care space.
    package var squareMetresPerHundredHouseholds: Double? {
        Self.squareMetresPerHundred(households: compoundHouseholds, careSpace: careSpace)
    }
    /// Beds for each 1,000 elders; nothing where nobody states beds.
    package var bedsPerThousandElders: Double? { bedsPerThousand(elders: elders) }

    /// Care space for each 100 dwellings, m².
    static func squareMetresPerHundred(households: Double, careSpace: Double?) -> Double? {
        careSpace.flatMap { households > 0 ? $0 * 100 / households : nil }
    }

    /// The row's beds for each 1,000 of some elders.
    func bedsPerThousand(elders: Double?) -> Double? {
        guard let beds, let elders, elders > 0 else { return nil }
        return beds.double * 1000 / elders
    }
}
