/// How a scenario's people move by cohorts.
package struct CohortChoice: Hashable, Sendable {
    /// What a community's households follow besides deliveries.
    package enum Households: String, Hashable, Sendable, CaseIterable {
        /// Dwellings stay as they are.
        case dwellings
        /// Households move as the community's people of 20 and over do: each adult heads as many as before.
        case headship
    }

    /// Mortality and fertility.
    package var table: DemographicTable
    /// Net migrants per person and year, all ages together; below 0 where more leave than come.
    package var migration: Double
    /// Children per woman in place of the table's.
    package var totalFertility: Double?
    /// What children per woman are multiplied by, whether the table's or in place of them.
    package var fertilityFactor = 1.0
    /// What households follow.
    package var households: Households

    /// Net migration that a projection takes, per person and year: within it nobody's people can turn negative.
    package static let migrationBounds = -0.03...0.1

    /// Makes a choice.
    package init(
        table: DemographicTable, migration: Double = 0, totalFertility: Double? = nil,
        households: Households = .dwellings
    ) {
        self.table = table
        self.migration = migration
        self.totalFertility = totalFertility
        self.households = households
    }
}
