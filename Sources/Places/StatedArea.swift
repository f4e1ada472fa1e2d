/// An area that a table of the study names: one of its scopes, or one community.
package enum StatedArea: Hashable, Sendable {
    /// A city, a district, a subdistrict or a setting.
    case scope(Scope)
    /// A community, as an index into the study's.
    case community(Int)

    /// The tier of the area.
    package var tier: AreaTier {
        switch self {
        case .scope(.city): .city
        case .scope(.district): .district
        case .scope(.subdistrict): .subdistrict
        case .scope(.setting): .setting
        case .community: .community
        }
    }
}

/// The tiers that areas belong to.
package enum AreaTier: String, Hashable, Sendable, CaseIterable {
    case city, district, subdistrict, community, setting
}
