internal import Places

/// The areas of a study by the names that tables give them: a community by id or name, a subdistrict as
/// `DISTRICT/SUBDISTRICT` or by its name alone, a district, the city, and a setting by its word.
struct AreaNames {
    private let areas: [String: [StatedArea]]
    private let names: [String]
    /// Whether every area of the study is known, so that a name nobody bears is unknown.
    private let isComplete: Bool

    /// Knows the areas of a study.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - isComplete: whether no community is missing from it.
    init(of study: Study, isComplete: Bool) {
        var areas: [String: [StatedArea]] = [:]
        var known: [String: Set<StatedArea>] = [:]
        func name(_ text: String, _ area: StatedArea) {
            if known[text, default: []].insert(area).inserted { areas[text, default: []].append(area) }
        }
        name(study.name, .scope(.city(study.cityName)))
        name(study.cityName, .scope(.city(study.cityName)))
        for (index, community) in study.communities.enumerated() {
            name(community.id, .community(index))
            name(community.name, .community(index))
            if let city = community.city { name(city, .scope(.city(city))) }
            if let district = community.district { name(district, .scope(.district(district))) }
            if let subdistrict = community.subdistrict {
                let scope = Scope.subdistrict(district: community.district ?? "", name: subdistrict)
                name(scope.identifier, .scope(scope))
                name(subdistrict, .scope(scope))
            }
        }
        self.areas = areas
        self.isComplete = isComplete
        names = areas.keys.sorted(by: precedesInByteOrder)
    }

    /// The area of a name, among those of a tier where one is given.
    ///
    /// - Returns: the area; nothing for a name that is none while communities are missing.
    /// - Throws: that there is none, or that there are several.
    func area(named text: String, tier: AreaTier? = nil) throws(Fault) -> StatedArea? {
        if tier == .setting {
            guard let setting = CommunityColumn.settings.meaning(of: text) else {
                throw .notOneOf(text: text, allowed: CommunityColumn.settings.allowed)
            }
            return .scope(.setting(setting))
        }
        let found = (areas[text] ?? []).filter { tier == nil || $0.tier == tier }
        if found.count == 1 { return found[0] }
        if found.count > 1 { throw .area(.ambiguous(name: text)) }
        guard isComplete else { return nil }
        let others = names.filter { name in areas[name]?.contains { tier == nil || $0.tier == tier } ?? false
        }
        throw .area(.unknown(text: text, tier: tier, nearest: NearestName.of(text, among: others)))
    }
}
