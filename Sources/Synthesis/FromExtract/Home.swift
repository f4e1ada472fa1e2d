package import Geometry

/// A residential building of an extract: a compound of the study.
package struct Home: Sendable {
    /// The feature's label, such as `w391921181`.
    package let label: String
    /// Its tags.
    package let tags: [String: String]
    /// Its point on surface, to seven decimals.
    package let place: GeographicPoint
    /// The ground that it covers, in m².
    package let footprint: Double
    /// How many dwellings it holds.
    package let count: DwellingCount

    /// A name for people: its own, else its address.
    package var name: String {
        if let name = tags["name"] { return name }
        guard let street = tags["addr:street"] else { return "" }
        return tags["addr:housenumber"].map { "\(street) \($0)" } ?? street
    }
}
