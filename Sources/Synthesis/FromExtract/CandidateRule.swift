/// Which buildings that nobody lives in could be turned into a care site: the table of docs/from-osm.md.
///
/// What a building is used for today is the map's word; whether it could be had, nobody's.
package enum CandidateRule {
    /// The smallest floor area that makes a candidate, in m²: assumed.
    package static let smallestArea = 150.0

    /// What a candidate would be converted from, by its building's tags; nothing where it is none.
    ///
    /// - Parameter tags: the building's tags.
    /// - Returns: a kind of the layer `candidates`, the first that fits.
    package static func kind(_ tags: [String: String]) -> String? {
        kinds.first { kind in
            kind.tags.contains { key, values in tags[key].map(values.contains) ?? false }
        }?.name
    }

    private static let kinds: [(name: String, tags: [(key: String, values: [String])])] = [
        (
            "clinic",
            [
                ("building", ["clinic"]), ("amenity", ["clinic", "doctors"]),
                ("healthcare", ["clinic", "doctor"]),
            ]
        ),
        (
            "school",
            [
                ("building", ["school", "kindergarten", "college"]),
                ("amenity", ["school", "kindergarten", "college"]),
            ]
        ),
        (
            "community_room",
            [
                ("building", ["civic", "public", "community_centre"]),
                ("amenity", ["community_centre", "social_centre", "public_building"]),
            ]
        ),
        ("factory", [("building", ["industrial", "warehouse", "manufacture", "factory"])]),
    ]

    /// The floor area of a building: footprint × storeys, one where they are not stated, in m².
    package static func area(_ tags: [String: String], footprint: Double) -> (area: Double, isStated: Bool) {
        let levels = tags["building:levels"].flatMap(DwellingRule.levels)
        return (footprint * (levels ?? 1), levels != nil)
    }
}
