package import Geometry
package import Places

/// A tagged site of an extract and what became of it.
package struct CareSite: Sendable {
    /// What became of it.
    package enum Verdict: Hashable, Sendable {
        /// It is a facility of the study, of this kind.
        case taken(FacilityKind)
        /// It is none, for this reason.
        case refused(CareSiteRefusal)
        /// It is the same institution as the taken site of this label.
        case same(as: String)

        /// The reason of a refusal.
        package var refusal: CareSiteRefusal? {
            switch self {
            case .taken: nil
            case .refused(let refusal): refusal
            case .same: .sameSite
            }
        }
    }

    /// The feature's label, such as `w391921181`.
    package let label: String
    /// Its tags.
    package let tags: [String: String]
    /// Where it stands; nothing where the extract does not say.
    package let place: GeographicPoint?
    /// The ground that it covers; nothing for a point.
    package let area: MultiPolygon<GeographicPoint>?
    /// What became of it.
    package var verdict: Verdict

    /// Its name; empty where it has none.
    package var name: String { tags["name"] ?? "" }
}
