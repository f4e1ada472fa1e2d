package import Places

/// The people and dwellings of one community at the end of a year; nothing where the study states none.
package struct CommunityPeople: Hashable, Sendable {
    /// People of all ages.
    package var population: Double?
    /// Dwellings, including those of its compounds.
    package var households: Double?
    /// People of 60 and over.
    package var elders: Double?
    /// People of 60 to 69.
    package var sixties: Double?
    /// People of 70 to 79.
    package var seventies: Double?
    /// People of 80 and over.
    package var eightyPlus: Double?
    /// Whether the total of elders was stated beside the age groups (and so need not be their sum).
    package var statesTotal: Bool

    /// The people as a community states them.
    package init(of community: Community) {
        population = community.population?.double
        households = community.households?.double
        elders = community.elders.total?.double
        sixties = community.elders.sixties?.double
        seventies = community.elders.seventies?.double
        eightyPlus = community.elders.eightyPlus?.double
        statesTotal = community.elders.statedTotal != nil
    }

    /// The people of one age group.
    package subscript(group: AgeGroup) -> Double? {
        get {
            switch group {
            case .sixties: sixties
            case .seventies: seventies
            case .eightyPlus: eightyPlus
            }
        }
        set {
            switch group {
            case .sixties: sixties = newValue
            case .seventies: seventies = newValue
            case .eightyPlus: eightyPlus = newValue
            }
        }
    }

    /// The three age groups together; nothing unless all of them are known.
    package var groupSum: Double? {
        guard let sixties, let seventies, let eightyPlus else { return nil }
        return sixties + seventies + eightyPlus
    }
}

/// What one compound states of its people at the end of a year.
package struct CompoundPeople: Hashable, Sendable {
    /// People of all ages.
    package var population: Double?
    /// People of 60 and over.
    package var elders: Double?

    /// The people as a compound states them.
    package init(of compound: Compound) {
        population = compound.population?.double
        elders = compound.elders?.double
    }
}

/// The people of all communities and compounds of a study at the end of a year.
package struct PeopleState: Hashable, Sendable {
    /// One for each community, in the study's order.
    package var communities: [CommunityPeople]
    /// One for each compound, in the study's order.
    package var compounds: [CompoundPeople]

    /// The people as the study states them: the base year, before any rate.
    package init(of study: Study) {
        communities = study.communities.map(CommunityPeople.init)
        compounds = study.compounds.map(CompoundPeople.init)
    }
}
