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
    /// People of 60 and over.
    package let elders: Double?
    /// People of 80 and over, where every community of the scope with elders states its age groups.
    package let eldersEightyPlus: Double?
    /// Dwellings.
    package let households: Double?
    /// Open facilities except platforms.
    package let facilities: Int
    /// Floor area of these, m².
    package let area: ExactDecimal
    /// Beds in these.
    package let beds: ExactDecimal
    package let elderShare1km: Double?
    package let elderShare15min: Double?
    package let householdShare15min: Double?
    package let communitiesWithFacility: Int
    package let communities: Int
    /// Care space that has been delivered, m².
    package let careSpace: Double
    /// Care space that the counted compounds owe by the pack, m².
    package let careSpaceRequired: Double
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
        year: Int, scope: Scope, population: Double?, elders: Double?, eldersEightyPlus: Double?,
        households: Double?, facilities: Int, area: ExactDecimal, beds: ExactDecimal, elderShare1km: Double?,
        elderShare15min: Double?, householdShare15min: Double?, communitiesWithFacility: Int,
        communities: Int, careSpace: Double, careSpaceRequired: Double, compoundHouseholds: Double,
        opened: Int, upgraded: Int, closed: Int, money: MoneyRow
    ) {
        self.year = year
        self.scope = scope
        self.population = population
        self.elders = elders
        self.eldersEightyPlus = eldersEightyPlus
        self.households = households
        self.facilities = facilities
        self.area = area
        self.beds = beds
        self.elderShare1km = elderShare1km
        self.elderShare15min = elderShare15min
        self.householdShare15min = householdShare15min
        self.communitiesWithFacility = communitiesWithFacility
        self.communities = communities
        self.careSpace = careSpace
        self.careSpaceRequired = careSpaceRequired
        self.compoundHouseholds = compoundHouseholds
        self.opened = opened
        self.upgraded = upgraded
        self.closed = closed
        self.money = money
    }

    /// Care space for each 100 dwellings of the counted compounds, m².
    package var squareMetresPerHundredHouseholds: Double? {
        compoundHouseholds > 0 ? careSpace * 100 / compoundHouseholds : nil
    }
    /// Beds for each 1,000 elders.
    package var bedsPerThousandElders: Double? {
        elders.flatMap { $0 > 0 ? beds.double * 1000 / $0 : nil }
    }
}
