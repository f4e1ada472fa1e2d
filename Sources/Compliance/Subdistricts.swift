package import Places

/// The subdistricts (街道) and townships (乡镇) that a study's communities name.
package struct Subdistricts: Sendable {
    private let communities: [Community]
    private let byName: [String: Set<Scope>]

    /// Knows those of a study.
    package init(of study: Study) {
        communities = study.communities
        var byName: [String: Set<Scope>] = [:]
        for community in communities {
            guard let name = community.subdistrict else { continue }
            byName[name, default: []].insert(.subdistrict(district: community.district ?? "", name: name))
        }
        self.byName = byName
    }

    /// Those of some communities, in the order in which these name them.
    package func list(in indices: [Int]) -> [Scope] {
        var seen: Set<Scope> = []
        return indices.compactMap { scope(communities[$0].subdistrict, of: $0) }
            .filter { seen.insert($0).inserted }
    }

    /// The one that a facility belongs to: of one outside all communities the only one of the name that it states.
    package func scope(of facility: Facility) -> Scope? {
        guard let community = facility.community else {
            guard let named = facility.subdistrict.flatMap({ byName[$0] }), named.count == 1 else {
                return nil
            }
            return named.first
        }
        return scope(facility.subdistrict ?? communities[community].subdistrict, of: community)
    }

    /// Whether one is a township: by the end of its name (镇, 乡, 苏木, Town, Township); one whose name does not tell
    /// (街道, Street, Subdistrict do) is a township where all its communities that state a setting are rural.
    package func isTownship(_ scope: Scope) -> Bool {
        guard case .subdistrict(let district, let name) = scope else { return false }
        let word = name.lowercased()
        if ["镇", "乡", "苏木", " town", " township"].contains(where: word.hasSuffix) { return true }
        if ["街道", "街", " street", " subdistrict"].contains(where: word.hasSuffix) { return false }
        let settings = communities.filter { $0.subdistrict == name && ($0.district ?? "") == district }
            .compactMap(\.setting)
        return !settings.isEmpty && settings.allSatisfy { $0 == .rural }
    }

    private func scope(_ name: String?, of community: Int) -> Scope? {
        name.map { .subdistrict(district: communities[community].district ?? "", name: $0) }
    }
}
