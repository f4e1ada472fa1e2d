package import Places
internal import Policy
package import WalkNetwork

/// The facilities that count on a day, as ascending indices into the study's.
package struct CountedFacilities: Hashable, Sendable {
    /// Those that count for distances in a straight line and for areas.
    package let straight: [Int]
    /// Those that count for walks.
    package let walked: [Int]

    /// The open facilities that a standard's selectors choose.
    package init(of study: Study, on day: Day, by standard: CoverageStandard) {
        let open = study.facilities.indices.filter { study.facilities[$0].isOpen(on: day) }
        straight = open.filter { standard.straightSelector.counts(study.facilities[$0]) }
        walked = open.filter { standard.walkSelector.counts(study.facilities[$0]) }
    }
}

/// What the places and the areas of a study reach of some facilities, whoever lives there.
///
/// As long as the same facilities count, it is the same: people and dwellings may come and go.
package struct FacilityReach: Sendable {
    /// What every place reaches.
    package let access: StudyAccess
    /// How much of each community lies within the radius of any of the facilities, m² on the working plane; nothing
    /// where it is a point.
    package let coveredAreas: [Double?]

    /// Takes what somebody has found out.
    init(access: StudyAccess, coveredAreas: [Double?]) {
        self.access = access
        self.coveredAreas = coveredAreas
    }

    /// Searches from the facilities that count.
    ///
    /// - Parameters:
    ///   - facilities: the facilities that count.
    ///   - study: the study, which gives their places.
    ///   - streets: the walk network with the places joined to it; nothing where the study gives none.
    ///   - areas: the communities' areas on the working plane, worked out once.
    package init(
        of facilities: CountedFacilities, study: Study,
        streets: (network: WalkNetwork, joined: JoinedPlaces)?, areas: CommunityAreas
    ) {
        access = StudyAccess(
            study: study, streets: streets, straight: facilities.straight, walked: facilities.walked)
        coveredAreas = areas.covered(byFacilities: facilities.straight)
    }
}
