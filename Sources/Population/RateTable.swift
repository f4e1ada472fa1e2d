package import Places

/// Which of a scenario's sets of yearly rates a run takes.
package enum RateVariant: String, Hashable, Sendable, CaseIterable {
    case low, middle, high
}

/// Yearly rates of change, as shares: 0.031 is 3.1 % more each year.
///
/// What each rate moves:
/// - `all`: the population of communities and compounds.
/// - `60_69`, `70_79`, `80_plus`: the elders of that age group, where a community states the group.
/// - `elders`: elders stated only in total. Left out, they move as all those do together whom the study's
///   communities state by age group (the study's own mix of ages, year by year).
/// - `households`: the dwellings of communities. Left out they move only by what is delivered.
///
/// A group's rate that is left out is that of `elders`, else that of `all`, else 0.
package struct RateTable: Hashable, Sendable {
    /// The rate of the population.
    package var all: Double?
    /// The rate of elders stated only in total.
    package var elders: Double?
    /// The rate of people of 60 to 69.
    package var sixties: Double?
    /// The rate of people of 70 to 79.
    package var seventies: Double?
    /// The rate of people of 80 and over.
    package var eightyPlus: Double?
    /// The rate of communities' dwellings.
    package var households: Double?

    /// Makes a table; rates left out are derived as the type says.
    package init(
        all: Double? = nil, elders: Double? = nil, sixties: Double? = nil, seventies: Double? = nil,
        eightyPlus: Double? = nil, households: Double? = nil
    ) {
        self.all = all
        self.elders = elders
        self.sixties = sixties
        self.seventies = seventies
        self.eightyPlus = eightyPlus
        self.households = households
    }

    /// The rate of the population.
    package var population: Double { all ?? 0 }

    /// The rate of one age group.
    package subscript(group: AgeGroup) -> Double {
        let stated =
            switch group {
            case .sixties: sixties
            case .seventies: seventies
            case .eightyPlus: eightyPlus
            }
        return stated ?? elders ?? all ?? 0
    }

    /// The table with so much added to every rate of people, none below −1; dwellings stay as they are.
    package func adding(_ addition: Double) -> RateTable {
        func moved(_ rate: Double) -> Double { max(-1, rate + addition) }
        return RateTable(
            all: moved(population), elders: elders.map(moved), sixties: sixties.map(moved),
            seventies: seventies.map(moved), eightyPlus: eightyPlus.map(moved), households: households)
    }

    /// The rate of elders of whom no age is known anywhere: `elders`, else the mean of the three groups' rates.
    package var eldersWithoutMix: Double {
        elders ?? AgeGroup.allCases.reduce(0) { $0 + self[$1] } / Double(AgeGroup.allCases.count)
    }
}
