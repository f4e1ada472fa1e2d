package import Places

/// Which communities, and which places outside all of them, each scope of a study holds.
package struct ScopeMembership: Sendable {
    /// One scope with its communities.
    package struct Member: Sendable {
        package let scope: Scope
        /// The communities, as ascending indices into the study's.
        package let communities: [Int]
        /// Whether places outside every community belong to it, too.
        package let holdsOutsiders: Bool
    }

    /// City, districts, subdistricts and settings, in this order; within each by identifier in byte order.
    package let members: [Member]

    /// Sorts a study's communities into scopes.
    ///
    /// A community that names no city belongs to the only one named, else to a city of the study's name. A
    /// place outside every community belongs to the city if the study has only one.
    package init(of study: Study) {
        var named: [Scope: [Int]] = [:]
        let cities = Set(study.communities.compactMap(\.city))
        let fallback = cities.count == 1 ? cities.first ?? study.name : study.name
        for (index, community) in study.communities.enumerated() {
            named[.city(community.city ?? fallback), default: []].append(index)
            if let district = community.district { named[.district(district), default: []].append(index) }
            if let subdistrict = community.subdistrict {
                named[.subdistrict(district: community.district ?? "", name: subdistrict), default: []]
                    .append(index)
            }
            if let setting = community.setting { named[.setting(setting), default: []].append(index) }
        }
        if study.communities.isEmpty { named[.city(fallback)] = [] }
        let cityCount = named.keys.count { if case .city = $0 { true } else { false } }
        members = named.map { scope, communities in
            let isCity = if case .city = scope { true } else { false }
            return Member(
                scope: scope, communities: communities, holdsOutsiders: isCity && cityCount == 1)
        }
        .sorted { a, b in
            a.scope.order == b.scope.order
                ? precedesInByteOrder(a.scope.identifier, b.scope.identifier) : a.scope.order < b.scope.order
        }
    }
}

extension Scope {
    fileprivate var order: Int {
        switch self {
        case .city: 0
        case .district: 1
        case .subdistrict: 2
        case .setting: 3
        }
    }
}
