package import Places
package import Studies

/// Why a place that is tagged as a social facility is no elder care facility of the study.
package enum CareSiteRefusal: String, Hashable, Sendable, CaseIterable {
    /// Its tags name people other than elders.
    case forOthers = "for_others"
    /// Its tags say neither that it is for elders nor a kind that only elders use.
    case notKnownForElders = "not_known_for_elders"
    /// It is for elders, but what it does is not care: shelter, food parcels, clothing.
    case notCare = "not_care"
    /// It is the same institution as another site that was taken.
    case sameSite = "same_site"
    /// It lies outside the study's boundary.
    case outside
    /// The extract lacks what its place would need.
    case noPlace = "no_place"
}

/// Which OpenStreetMap features are elder care facilities, and of what kind: the table of
/// docs/from-osm.md.
package enum CareSiteRule {
    /// The tags that make a feature a tagged site, to be taken or refused.
    package static let wanted: [ExtractReader.Wanted] =
        siteAmenities.map { .init("amenity", $0) } + [.init("social_facility")]
        + healthcareKinds.map { .init("healthcare", $0.tag) } + officeKinds.map { .init("office", $0.tag) }
        + [.init("community_centre:for", "senior"), .init("community_centre", "senior_centre")]

    private static let siteAmenities = ["social_facility", "nursing_home", "retirement_home"]

    /// Values of `social_facility` that only elders (or hardly anybody else) use, with what they are here.
    private static let seniorKinds: [(tag: String, kind: FacilityKind)] = [
        ("nursing_home", .institution), ("assisted_living", .institution),
    ]
    /// Values of `social_facility` that are elder care where the site is for elders.
    private static let kindsForSeniors: [(tag: String, kind: FacilityKind)] =
        seniorKinds + [
            ("group_home", .institution), ("hospice", .institution), ("day_care", .dayCare),
            ("daycare", .dayCare), ("ambulatory_care", .station), ("outreach", .station),
            ("healthcare", .station), ("soup_kitchen", .mealPoint),
        ]
    /// Values of `social_facility` that are no care, whoever they are for.
    private static let noCare: Set<String> = ["shelter", "food_bank", "clothing_bank", "workshop"]
    /// Values of `healthcare` that are elder care.
    private static let healthcareKinds: [(tag: String, kind: FacilityKind)] = [
        ("nursing_home", .institution), ("assisted_living", .institution), ("home_care", .station),
    ]
    /// Values of `office` that are elder care: bodies that send carers into homes.
    private static let officeKinds: [(tag: String, kind: FacilityKind)] = [
        ("home_care", .station), ("nursing_service", .station), ("elderly_care", .station),
    ]

    /// Judges a tagged site by its tags alone: the kind of facility, or why it is none.
    package static func judge(_ tags: [String: String]) -> Result<FacilityKind, CareSiteRefusal> {
        let groups = groups(in: tags)
        let forSeniors = groups.contains(where: isSenior)
        if !groups.isEmpty, !forSeniors { return .failure(.forOthers) }
        if let social = tags["social_facility"] {
            if noCare.contains(social) { return .failure(forSeniors ? .notCare : .notKnownForElders) }
            let table = forSeniors ? kindsForSeniors : seniorKinds
            if let row = table.first(where: { $0.tag == social }) { return .success(row.kind) }
        }
        if ["nursing_home", "retirement_home"].contains(tags["amenity"]) { return .success(.institution) }
        if let row = healthcareKinds.first(where: { $0.tag == tags["healthcare"] }) {
            return .success(row.kind)
        }
        if let row = officeKinds.first(where: { $0.tag == tags["office"] }) { return .success(row.kind) }
        if tags["community_centre"] == "senior_centre" { return .success(.centre) }
        // For elders, with no kind or one that this table does not know: a place that serves them.
        return forSeniors ? .success(.centre) : .failure(.notKnownForElders)
    }

    /// The groups that a site says it is for.
    private static func groups(in tags: [String: String]) -> [String] {
        ["social_facility:for", "community_centre:for"].compactMap { tags[$0] }
            .flatMap { $0.split(whereSeparator: { $0 == ";" || $0 == "," }) }
            .map { $0.trimmed().lowercased() }
    }

    private static func isSenior(_ group: String) -> Bool {
        group.hasPrefix("senior") || group.hasPrefix("elder") || group == "aged"
    }
}

extension Substring {
    /// Without spaces at either end.
    fileprivate func trimmed() -> Substring {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension CareSiteRefusal: Error {}
