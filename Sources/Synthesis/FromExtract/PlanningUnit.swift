package import Geometry

/// A community of a study made from an extract.
package struct PlanningUnit: Sendable {
    /// Where a unit's outline comes from.
    package enum Origin: Hashable, Sendable {
        /// An administrative boundary of the extract, of this `admin_level`.
        case administrative(level: Int)
        /// A square of the grid, cut to the boundary where there is one.
        case cell
        /// What administrative boundaries leave over of the study's boundary.
        case remainder
    }

    /// Its id in the study.
    package let id: String
    /// Its name.
    package let name: String
    /// Its ground, in degrees.
    package let area: MultiPolygon<GeographicPoint>
    /// Where its outline comes from.
    package let origin: Origin

    /// Whether the outline is ours and not the place's own.
    package var isEstimated: Bool { origin == .cell }
}
