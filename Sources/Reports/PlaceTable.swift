internal import Coverage
internal import Geometry
internal import Places

/// The rows of `compounds.csv` and `residuals.csv`: places with their people and what they reach.
struct PlaceTable {
    static let header = [
        "id", "name", "community", "households", "elders", "nearest_facility", "distance_m", "within_1km",
        "walk_facility", "walk_m", "walk_s", "within_15min", "walk_note", "counted", "households_estimated",
        "elders_estimated", "walk_mm",
    ]

    let study: Study
    let result: CoverageResult
    /// Columns behind the others, in their order.
    var further: [PlaceColumns] = []

    /// The names of all columns.
    var header: [String] { Self.header + further.flatMap(\.header) }

    /// A row for a compound of the study.
    func cells(ofCompound index: Int) -> [Cell] {
        let compound = study.compounds[index]
        return cells(
            id: compound.id, name: compound.name,
            community: compound.community.map { study.communities[$0].id },
            demand: result.demand.compounds[index], access: result.access.compounds[index])
            + further.flatMap { $0.compounds[index] }
    }

    /// A row for a community's residual; nothing where it has none.
    func cells(ofResidual index: Int) -> [Cell]? {
        guard let demand = result.demand.residuals[index] else { return nil }
        let community = study.communities[index]
        return cells(
            id: community.id, name: community.name, community: community.id, demand: demand,
            access: result.access.communities[index]) + further.flatMap { $0.communities[index] }
    }

    private func cells(
        id: String, name: String?, community: String?, demand: PlaceDemand, access: PlaceAccess
    ) -> [Cell] {
        var walkFacility: Cell = .empty
        var (metres, seconds, millimetres): (Cell, Cell, Cell) = (.empty, .empty, .empty)
        var note = ""
        switch access.walk {
        case .noStreets: note = "no streets given"
        case .tooFarFromStreets: note = "too far from any street"
        case .noFacilityReached: note = "no facility reached"
        case .reached(let facility, let walk):
            walkFacility = .text(study.facilities[facility].id)
            metres = .plain(NumberText.metres(micrometres: walk.count, decimals: 1))
            seconds = .number(result.standard.seconds(for: walk), decimals: 1)
            millimetres = .plain(String(walk.wholeMillimetres))
        }
        return [
            .text(id), .text(optional: name), .text(optional: community), .number(demand.households),
            .number(demand.elders, decimals: 1),
            .text(optional: access.straight.map { study.facilities[$0.facility].id }),
            .number(access.straight?.distance.value, decimals: 1),
            .flag(result.standard.isWithinRadius(access)), walkFacility, metres, seconds,
            .flag(result.standard.isWithinWalk(access)), .plain(note), .flag(demand.isCounted),
            .flag(demand.householdsEstimated), .flag(demand.eldersEstimated), millimetres,
        ]
    }
}
