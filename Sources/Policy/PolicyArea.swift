package import Places

/// Where a rule applies: in some districts, in urban or rural communities, or everywhere.
package struct PolicyArea: Hashable, Sendable {
    /// The districts in which it applies, as named; none: in all.
    package let districts: [String]
    /// The setting in which it applies; nothing: in both.
    package let setting: Setting?

    /// Everywhere.
    package static let everywhere = PolicyArea()

    /// Makes an area of its conditions, all of which must hold.
    package init(districts: [String] = [], setting: Setting? = nil) {
        self.districts = districts
        self.setting = setting
    }

    /// Whether a community belongs to the area; one that does not state what is asked for does not.
    package func holds(_ community: Community) -> Bool {
        if let setting, community.setting != setting { return false }
        if districts.isEmpty { return true }
        return community.district.map(districts.contains) ?? false
    }
}
