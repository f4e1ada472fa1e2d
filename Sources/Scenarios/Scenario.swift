package import Coverage
package import Population

/// A scenario: dated changes over a study that itself never changes, and the rates at which its people move.
///
/// What a scenario `extends` is already merged in.
package struct Scenario: Hashable, Sendable {
    /// The name that its results stand under.
    package var name: String
    /// How dwellings come in before a compound's `delivered`.
    package var deliveries: DeliveryRule
    /// Which of its sets of rates holds.
    package var variant: RateVariant
    /// The yearly rates of that set.
    package var rates: RateTable
    /// How communities that state sex and age move by cohorts; nothing where all people move by the rates.
    package var cohort: CohortChoice?
    /// Openings, upgrades and closures, in the order of the file.
    package var programme: [ProgrammeEntry]
    /// How the care space of housing to come is taken.
    package var careSpace: CareSpaceRule
    /// What the program is to build by itself; nothing where it is to build nothing.
    package var buildOut: YearlyBuildOut?
    /// How far the quantities that it rests on may lie from what it says; nothing where it does not say.
    package var uncertainty: Uncertainty?
    /// The years for which a map of the communities is wanted, ascending.
    package var maps: [Int]

    /// Makes a scenario; what is left out changes nothing.
    package init(
        name: String, deliveries: DeliveryRule = .whole, variant: RateVariant = .middle,
        rates: RateTable = RateTable(), cohort: CohortChoice? = nil, programme: [ProgrammeEntry] = [],
        careSpace: CareSpaceRule = .asStated, buildOut: YearlyBuildOut? = nil,
        uncertainty: Uncertainty? = nil,
        maps: [Int] = []
    ) {
        self.name = name
        self.deliveries = deliveries
        self.variant = variant
        self.rates = rates
        self.cohort = cohort
        self.programme = programme
        self.careSpace = careSpace
        self.buildOut = buildOut
        self.uncertainty = uncertainty
        self.maps = Set(maps).sorted()
    }
}
