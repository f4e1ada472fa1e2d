package import Coverage
internal import Geometry
package import Places

/// Columns behind those of `compounds.csv` and `residuals.csv`, for what a run was asked beside.
package struct PlaceColumns: Sendable {
    /// Their names.
    let header: [String]
    /// The cells of each compound.
    let compounds: [[Cell]]
    /// The cells of each community's residual, whether it has one or not.
    let communities: [[Cell]]

    /// The columns of a walking profile: `walk_facility_PROFILE`, `walk_m_`, `walk_s_` and `within_15min_`.
    package init(of coverage: ProfileCoverage, study: Study) {
        let name = coverage.profile.name
        header = [
            "walk_facility_" + name, "walk_m_" + name, "walk_s_" + name,
            ProfileCoverage.measure(of: coverage.profile),
        ]
        func cells(_ walk: ProfileWalk) -> [Cell] {
            let within = Cell.flag(coverage.isWithinWalk(walk))
            guard case .reached(let facility, let length, let seconds) = walk else {
                return [.empty, .empty, .empty, within]
            }
            return [
                .text(study.facilities[facility].id),
                .plain(NumberText.metres(micrometres: length.count, decimals: 1)),
                .number(seconds, decimals: 1), within,
            ]
        }
        compounds = coverage.compounds.map(cells)
        communities = coverage.communities.map(cells)
    }

    /// By how many facilities a place is reached within the minutes: `reached_by`.
    package init(of catchments: StudyCatchments) {
        header = ["reached_by"]
        compounds = catchments.compounds.map { [$0.map { .whole($0) } ?? .empty] }
        communities = catchments.communities.map { [$0.map { .whole($0) } ?? .empty] }
    }
}
