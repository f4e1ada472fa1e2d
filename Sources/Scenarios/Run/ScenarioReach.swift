internal import Coverage
internal import Geodesy
internal import Geometry
internal import Places
internal import Policy
internal import WalkNetwork

/// What places reach in all years of a run, each facility searched from once.
///
/// Years in which nothing opens, closes or changes its rank share one answer; the others differ by the rows of one
/// table of who reaches what (``CatchmentReach``).
struct ScenarioReach: Sendable {
    private let ground: ScenarioGround
    private let study: Study
    private let everything: CatchmentReach
    private let known: [CountedFacilities: FacilityReach]
    /// The facilities that the programme touches, ascending, and who walks to each within the limit and a metre.
    private let touched: [Int]
    private let catchments: ReachTable?

    /// Searches for every set of facilities that counts at the end of a year.
    ///
    /// - Parameters:
    ///   - plan: the scenario fitted to its study.
    ///   - years: the years of the run.
    ///   - ground: what does not change from year to year.
    ///   - jobs: how many sets are worked out at a time.
    init(plan: ScenarioPlan, years: ScenarioYears, ground: ScenarioGround, jobs: Int) async {
        self.ground = ground
        let study = plan.study
        self.study = study
        var sets: [CountedFacilities] = []
        var isListed: Set<CountedFacilities> = []
        for year in years.list {
            let end = years.end(of: year)
            let before = plan.actionCount(through: years.end(of: year - 1))
            let through = plan.actionCount(through: end)
            let study = plan.study(afterActions: through)
            sets += ground.standards.map { CountedFacilities(of: study, on: end, by: $0) }
            if before < through {
                sets.append(
                    CountedFacilities(of: plan.study(afterActions: before), on: end, by: ground.standard))
            }
        }
        let distinct = sets.filter { isListed.insert($0).inserted }
        everything = await CatchmentReach(
            study: study, streets: ground.streets, areas: ground.areas, standard: ground.standard, jobs: jobs)
        let reaches = await everything.reaches(of: distinct, jobs: jobs)
        known = Dictionary(uniqueKeysWithValues: zip(distinct, reaches))
        let touched = Set(plan.actions.map(\.facility)).sorted()
        self.touched = touched
        if let (network, joined) = ground.streets, !touched.isEmpty {
            // A metre beyond the limit, so that the standard itself decides at the edge.
            catchments = await network.reachTable(
                from: touched.map { joined.facilities[$0] }, to: joined.compounds + joined.communities,
                within: Micrometres(Metres(ground.standard.walkLimit.value + 1)), jobs: jobs)
        } else {
            catchments = nil
        }
    }

    /// What places reach of some facilities.
    func reach(of facilities: CountedFacilities) -> FacilityReach {
        known[facilities] ?? everything.reach(of: facilities)
    }

    /// The places, compounds before communities, that reach a facility of the programme: within the walk where the
    /// study has streets, else within the radius.
    func places(reaching facility: Int) -> [Int] {
        guard let catchments else {
            let point = study.facilities[facility].point
            let places = study.compounds.map(\.point) + study.communities.map(\.point)
            return places.indices.filter {
                Ellipsoid.wgs84.distance(places[$0], point) <= ground.standard.radius
            }
        }
        guard let row = touched.firstIndex(of: facility) else { return [] }
        return catchments.row(ofFacility: row).compactMap { place, walk in
            let access = PlaceAccess(straight: nil, walk: .reached(facility: facility, walk: walk))
            return ground.standard.isWithinWalk(access) == true ? Int(place) : nil
        }
    }
}
