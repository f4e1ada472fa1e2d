package import Places

/// The numbers of people and dwellings that a study's communities and compounds state at one time.
///
/// At the base year they are the study's own columns; a scenario moves them from year to year. One entry for
/// each community and for each compound, in the study's order; nothing where it is not stated.
package struct PeopleFigures: Sendable, Equatable {
    /// Dwellings of each community, including those of its compounds.
    package var communityHouseholds: [Double?]
    /// People of 60 and over of each community.
    package var communityElders: [Double?]
    /// Dwellings that each compound states.
    package var compoundHouseholds: [Double?]
    /// People of 60 and over that each compound states.
    package var compoundElders: [Double?]

    /// The figures as the study states them.
    package init(of study: Study) {
        communityHouseholds = study.communities.map { $0.households?.double }
        communityElders = study.communities.map { $0.elders.total?.double }
        compoundHouseholds = study.compounds.map { $0.households?.double }
        compoundElders = study.compounds.map { $0.elders?.double }
    }

    /// Makes figures of their columns, one entry for each community or compound.
    package init(
        communityHouseholds: [Double?], communityElders: [Double?], compoundHouseholds: [Double?],
        compoundElders: [Double?]
    ) {
        self.communityHouseholds = communityHouseholds
        self.communityElders = communityElders
        self.compoundHouseholds = compoundHouseholds
        self.compoundElders = compoundElders
    }
}
