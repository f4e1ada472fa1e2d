package import Studies

/// Why a building is no compound of the study.
package enum BuildingRefusal: String, Hashable, Sendable, CaseIterable {
    /// Its tag names a use other than dwelling.
    case otherUse = "other_use"
    /// Its kind is not stated and another tag of it names a use: a shop, an office, a school.
    case usedOtherwise = "used_otherwise"
    /// Its kind is not stated and it stands on ground of another use: industry, a campus, a hospital.
    case otherGround = "other_ground"
    /// Its kind is not stated and it is too small to live in.
    case tooSmall = "too_small"
    /// It is a care site.
    case careSite = "care_site"
    /// It is the outline of a building that stands as a relation.
    case partOfRelation = "part_of_relation"
    /// It has no area: an open line, or members that the extract lacks.
    case noArea = "no_area"
    /// It lies outside the study's boundary.
    case outside
}

/// Which buildings people live in, and how many dwellings each holds: the table of docs/from-osm.md.
package struct DwellingRule: Hashable, Sendable {
    /// Gross floor area of one dwelling in a house of several, in m².
    package var grossAreaPerDwelling: Double

    /// Makes a rule; see ``ExtractStudyOptions`` for the default.
    package init(grossAreaPerDwelling: Double) { self.grossAreaPerDwelling = grossAreaPerDwelling }

    /// How a kind of building is lived in.
    private struct Kind {
        /// The storeys where `building:levels` does not say.
        let levels: Double
        /// Whether it is one dwelling by what the tag means.
        let isOneDwelling: Bool
    }

    /// The residential values of `building`.
    private static let kinds: [String: Kind] = [
        "apartments": Kind(levels: 4, isOneDwelling: false),
        "residential": Kind(levels: 3, isOneDwelling: false),
        "terrace": Kind(levels: 2, isOneDwelling: false),
        "house": Kind(levels: 2, isOneDwelling: true),
        "detached": Kind(levels: 2, isOneDwelling: true),
        "semidetached_house": Kind(levels: 2, isOneDwelling: true),
        "villa": Kind(levels: 2, isOneDwelling: true),
        "bungalow": Kind(levels: 1, isOneDwelling: true),
        "farm": Kind(levels: 2, isOneDwelling: true),
        "houseboat": Kind(levels: 1, isOneDwelling: true),
        "static_caravan": Kind(levels: 1, isOneDwelling: true),
        "ger": Kind(levels: 1, isOneDwelling: true),
        "yes": Kind(levels: 2, isOneDwelling: false),
    ]
    /// From so many storeys on a house holds several dwellings, whatever its tag means.
    package static let severalFrom = 4.0
    /// The smallest footprint of a building of unstated kind that counts as lived in, in m².
    package static let smallestFootprint = 40.0
    /// Keys that, on a building of unstated kind, name another use.
    private static let otherUses = [
        "aeroway", "amenity", "craft", "emergency", "healthcare", "historic", "industrial", "leisure",
        "man_made", "military", "office", "power", "public_transport", "railway", "religion", "shop",
        "sport", "tourism", "utility",
    ]

    /// Values of tags that make the ground inside an area one of another use.
    package static let otherGrounds: [ExtractReader.Wanted] =
        [
            "industrial", "commercial", "retail", "military", "port", "harbour", "railway", "quarry",
            "landfill",
            "cemetery", "depot", "garages", "education", "institutional", "religious",
            "greenhouse_horticulture",
        ].map { .init("landuse", $0) }
        + ["school", "university", "college", "kindergarten", "hospital", "prison", "grave_yard"].map {
            .init("amenity", $0)
        }
        + ["sports_centre", "stadium", "water_park"].map { .init("leisure", $0) }
        + ["zoo", "theme_park", "camp_site"].map { .init("tourism", $0) }
        + [.init("aeroway", "aerodrome"), .init("military")]

    /// Why a building is not lived in by its tags; nothing where it is.
    ///
    /// - Parameters:
    ///   - tags: the building's tags.
    ///   - footprint: its area in m².
    ///   - onOtherGround: whether it stands on one of ``otherGrounds``; asked only where it matters.
    /// - Returns: the first reason that holds.
    /// - Throws: what `onOtherGround` throws.
    package func refusal<Failure: Error>(
        _ tags: [String: String], footprint: Double, onOtherGround: () throws(Failure) -> Bool
    ) throws(Failure) -> BuildingRefusal? {
        guard let building = tags["building"], Self.kinds[building] != nil else { return .otherUse }
        guard building == "yes" else { return nil }
        if Self.otherUses.contains(where: { tags[$0] != nil && tags[$0] != "no" }) { return .usedOtherwise }
        if footprint < Self.smallestFootprint { return .tooSmall }
        return try onOtherGround() ? .otherGround : nil
    }

    /// How many dwellings a building holds, with what of it is estimated.
    package func dwellings(_ tags: [String: String], footprint: Double) -> DwellingCount {
        let kind = Self.kinds[tags["building"] ?? "yes"] ?? Kind(levels: 1, isOneDwelling: false)
        let stated = tags["building:levels"].flatMap(Self.levels)
        let levels = stated ?? kind.levels
        if let flats = tags["building:flats"].flatMap({ Int($0) }), (1...10_000).contains(flats) {
            return DwellingCount(
                dwellings: flats, levels: levels, areLevelsStated: stated != nil, basis: .flats)
        }
        if kind.isOneDwelling, levels < Self.severalFrom {
            return DwellingCount(dwellings: 1, levels: levels, areLevelsStated: stated != nil, basis: .kind)
        }
        let floors = footprint * levels / grossAreaPerDwelling
        return DwellingCount(
            dwellings: max(1, Int(floors.rounded(.toNearestOrAwayFromZero))), levels: levels,
            areLevelsStated: stated != nil, basis: .floorArea)
    }

    /// Storeys as a tag states them: a number over 0 and up to 200.
    static func levels(_ text: String) -> Double? {
        guard let levels = Double(text), levels > 0, levels <= 200 else { return nil }
        return levels
    }
}

/// How many dwellings a building holds.
package struct DwellingCount: Hashable, Sendable {
    /// What a count rests on.
    package enum Basis: String, Hashable, Sendable {
        /// `building:flats` states it.
        case flats
        /// The kind of building is one dwelling by what the tag means, and it is no tower.
        case kind
        /// Footprint × storeys over the gross floor area of one dwelling, at least one.
        case floorArea = "floor_area"
    }

    /// The dwellings.
    package let dwellings: Int
    /// The storeys.
    package let levels: Double
    /// Whether `building:levels` states the storeys.
    package let areLevelsStated: Bool
    /// What the count rests on.
    package let basis: Basis

    /// The columns of a compound that are estimated, as the column `estimated` lists them.
    package var estimated: [String] {
        (basis == .flats ? [] : ["households"]) + (areLevelsStated ? [] : ["levels"])
    }
}
