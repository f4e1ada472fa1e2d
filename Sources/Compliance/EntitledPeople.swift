package import Coverage
package import Places
package import Policy

/// How many people are entitled to something, area by area (the layer `groups`).
///
/// Of a group the row of an area itself counts; where it has none, those of the areas within it: districts of a
/// city, subdistricts of a district, communities of a subdistrict, and communities that name no such tier. So rows of
/// several tiers are never added up. Of several years the latest that has come counts.
package struct EntitledPeople: Sendable {
    private struct Key: Hashable {
        let group: String
        let area: StatedArea
    }

    private let stated: [Key: [EntitledGroup]]
    private let groups: [String]
    private let communities: [Community]
    private let members: [ScopeMembership.Member]

    /// Knows the groups of a study, whose scopes are these.
    package init(of study: Study, membership: [ScopeMembership.Member]) {
        var stated: [Key: [EntitledGroup]] = [:]
        for row in study.groups { stated[Key(group: row.group, area: row.area), default: []].append(row) }
        self.stated = stated
        groups = Set(study.groups.map(\.group)).sorted(by: precedesInByteOrder)
        communities = study.communities
        members = membership
    }

    /// The people of an entitlement's groups who live in an area in a year; nothing where no row says.
    package func count(of entitlement: Entitlement, in area: StatedArea, year: Int) -> ExactDecimal? {
        let rows = rows(of: entitlement, in: area, year: year)
        return rows.isEmpty ? nil : rows.reduce(.zero) { $0 + $1.count }
    }

    /// The rows that say so, group by group.
    package func rows(of entitlement: Entitlement, in area: StatedArea, year: Int) -> [EntitledGroup] {
        groups.filter(entitlement.holds).flatMap { rows(of: $0, in: area, year: year) }
    }

    private func rows(of group: String, in area: StatedArea, year: Int) -> [EntitledGroup] {
        let own = stated[Key(group: group, area: area), default: []].filter { $0.year <= year }
            .max { $0.year < $1.year }
        if let own { return [own] }
        return areas(within: area).flatMap { rows(of: group, in: $0, year: year) }
    }

    /// The areas of the next tier within an area, and its communities that belong to none of that tier.
    private func areas(within area: StatedArea) -> [StatedArea] {
        guard case .scope(let scope) = area, let own = members.first(where: { $0.scope == scope })
        else { return [] }
        let isWithin: (Scope) -> Bool
        let namesTier: (Community) -> Bool
        switch scope {
        case .city:
            isWithin = { if case .district = $0 { true } else { false } }
            namesTier = { $0.district != nil }
        case .district(let name):
            isWithin = { if case .subdistrict(name, _) = $0 { true } else { false } }
            namesTier = { $0.subdistrict != nil }
        case .subdistrict, .setting:
            isWithin = { _ in false }
            namesTier = { _ in false }
        }
        let held = Set(own.communities)
        return members.filter { isWithin($0.scope) && $0.communities.contains(where: held.contains) }
            .map { .scope($0.scope) }
            + own.communities.filter { !namesTier(communities[$0]) }.map { .community($0) }
    }
}
