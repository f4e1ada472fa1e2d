/// The tier that a facility serves (the column `level`).
package enum Level: String, Hashable, Sendable, CaseIterable {
    case city, district, subdistrict, community, micro
}

/// Whether a community is urban or rural (the column `setting`).
package enum Setting: String, Hashable, Sendable, CaseIterable {
    case urban, rural
}

/// The scopes that a rate or a count is stated for.
package enum Scope: Hashable, Sendable {
    /// The whole study, by the city's name.
    case city(String)
    /// A district.
    case district(String)
    /// A subdistrict or township, which only its district makes unique.
    case subdistrict(district: String, name: String)
    /// All urban or all rural communities.
    case setting(Setting)

    /// The word that outputs use in the column `scope`.
    package var kind: String {
        switch self {
        case .city: "city"
        case .district: "district"
        case .subdistrict: "subdistrict"
        case .setting: "setting"
        }
    }

    /// What outputs write in the column `scope_id`; a subdistrict's is `DISTRICT/SUBDISTRICT`.
    package var identifier: String {
        switch self {
        case .city(let name), .district(let name): name
        case .subdistrict(let district, let name): "\(district)/\(name)"
        case .setting(let setting): setting.rawValue
        }
    }
}
