package import Geodesy
package import Places
package import Policy
package import WalkNetwork

/// What of a study does not change from day to day: the standard, the streets with the places joined to them,
/// and the areas.
package struct StudyGround: Sendable {
    package let study: Study
    /// By what coverage is judged.
    package let standard: CoverageStandard
    /// The walk network; nothing where the study gives no streets.
    package let network: WalkNetwork?
    /// Where the places have joined it.
    package let joined: JoinedPlaces?
    /// The communities and the facilities' circles on the working plane.
    package let areas: CommunityAreas
    /// The ways with their names; nothing where nobody asks which streets a walk takes.
    let ways: Streets?

    /// Joins every place of a study to its streets and projects its areas.
    package init(study: Study, pack: PolicyPack, network: WalkNetwork?, plane: WorkingPlane) {
        let standard = CoverageStandard(study: study, pack: pack)
        let joined = network.map {
            JoinedPlaces(study: study, network: $0, plane: plane, limit: standard.snapLimit)
        }
        self.init(
            study: study, standard: standard, network: network, joined: joined, ways: nil, plane: plane)
    }

    /// Joins every place of a study on several threads; the ground does not depend on how many.
    package static func prepared(
        study: Study, pack: PolicyPack, network: WalkNetwork?, ways: Streets? = nil, plane: WorkingPlane,
        jobs: Int
    ) async -> StudyGround {
        let standard = CoverageStandard(study: study, pack: pack)
        var joined: JoinedPlaces?
        if let network {
            joined = await JoinedPlaces.join(
                study: study, network: network, plane: plane, limit: standard.snapLimit, jobs: jobs)
        }
        return StudyGround(
            study: study, standard: standard, network: network, joined: joined,
            ways: ways?.wayNames == nil ? nil : ways, plane: plane)
    }

    private init(
        study: Study, standard: CoverageStandard, network: WalkNetwork?, joined: JoinedPlaces?,
        ways: Streets?, plane: WorkingPlane
    ) {
        self.study = study
        self.standard = standard
        self.network = network
        self.joined = joined
        self.ways = ways
        areas = CommunityAreas(study: study, plane: plane, radius: standard.radius)
    }

    /// The study's coverage on a day, with the people it states.
    package func coverage(on day: Day) -> CoverageResult { coverage(on: day, by: standard) }

    /// The study's coverage on a day with one selector for all measures.
    package func coverage(on day: Day, counting selector: FacilitySelector) -> CoverageResult {
        coverage(on: day, by: standard.counting(selector))
    }

    private func coverage(on day: Day, by standard: CoverageStandard) -> CoverageResult {
        var streets: (network: WalkNetwork, joined: JoinedPlaces)?
        if let network, let joined { streets = (network, joined) }
        let reach = FacilityReach(
            of: CountedFacilities(of: study, on: day, by: standard), study: study, streets: streets,
            areas: areas)
        return CoverageResult(
            study: study, figures: PeopleFigures(of: study), on: day, standard: standard, reach: reach,
            areas: areas.areas)
    }

    /// The facilities that are open on a day and chosen by a selector, as ascending indices.
    package func facilities(on day: Day, countedBy selector: FacilitySelector) -> [Int] {
        study.facilities.indices.filter {
            study.facilities[$0].isOpen(on: day) && selector.counts(study.facilities[$0])
        }
    }
}
