internal import Coverage
package import Geodesy
internal import Places
package import Policy
package import WalkNetwork

/// What of a scenario does not change from year to year: the standard, the joined places and the areas.
package struct ScenarioGround: Sendable {
    /// By what coverage is judged.
    let standard: CoverageStandard
    let pack: PolicyPack
    let network: WalkNetwork?
    let joined: JoinedPlaces?
    let areas: CommunityAreas

    /// The standard, and for each further selector that a target names the standard with it.
    var standards: [CoverageStandard] { [standard] + pack.targetSelectors.map(standard.counting) }

    /// The network with the places joined to it, as coverage takes them.
    var streets: (network: WalkNetwork, joined: JoinedPlaces)? {
        guard let network, let joined else { return nil }
        return (network, joined)
    }

    /// Joins every place of a plan to the streets and projects its areas.
    ///
    /// - Parameters:
    ///   - plan: the scenario fitted to its study.
    ///   - pack: the policy pack.
    ///   - network: the study's streets; nothing where it gives none.
    ///   - plane: the working plane.
    package init(plan: ScenarioPlan, pack: PolicyPack, network: WalkNetwork?, plane: WorkingPlane) {
        let standard = CoverageStandard(study: plan.study, pack: pack)
        self.standard = standard
        self.pack = pack
        self.network = network
        joined = network.map {
            JoinedPlaces(study: plan.study, network: $0, plane: plane, limit: standard.snapLimit)
        }
        areas = CommunityAreas(study: plan.study, plane: plane, radius: standard.radius)
    }
}
