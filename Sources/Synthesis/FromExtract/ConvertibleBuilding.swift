package import Geometry

/// A building of an extract that could be turned into a care site: a candidate of the study.
package struct ConvertibleBuilding: Sendable {
    /// The feature's label, such as `w391921181`.
    package let label: String
    /// Its tags.
    package let tags: [String: String]
    /// Its point on surface, to seven decimals.
    package let place: GeographicPoint
    /// What it would be converted from.
    package let kind: String
    /// Its floor area, in m².
    package let area: Double
    /// Whether its storeys are stated; else it counts as one storey high.
    package let areLevelsStated: Bool

    /// Its name; empty where it has none.
    package var name: String { tags["name"] ?? "" }
}
