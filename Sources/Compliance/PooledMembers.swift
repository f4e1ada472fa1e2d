package import Coverage
internal import Geometry
package import Places
package import Policy

/// A compound whose care space a verdict of `space.pooled` looks at.
package struct PooledMember: Hashable, Sendable {
    /// The compound, as an index into the study's.
    package let compound: Int
    /// The m² that it holds; nothing where it states none.
    package let holds: ExactDecimal?
    /// The m² that it provides elsewhere; nothing where it states none.
    package let elsewhere: ExactDecimal?
    /// The m² of these that count, so that what all hold and count elsewhere adds up; nothing where none do.
    package let countedElsewhere: ExactDecimal?
    /// The m² that it owes; nothing where that is not known.
    package let owes: ExactDecimal?
}

extension PooledSpace {
    /// The compounds behind a finding: of a group all of it; of a compound itself, and then those within reach that
    /// hold more than they owe or of which that is not known.
    ///
    /// - Parameters:
    ///   - finding: a finding of the rule; of any other rule there are none.
    ///   - study: the study.
    ///   - pack: the pack.
    ///   - day: the day that the finding speaks of.
    ///   - walks: which compounds lie within a walk of each other.
    /// - Returns: the compounds, in the study's order behind the one that is asked about.
    package static func members(
        behind finding: Finding, study: Study, pack: PolicyPack, on day: Day,
        walks: [ExactDecimal: NearbyOnFoot]
    ) -> [PooledMember] {
        guard finding.rule == PooledSpaceRule.id else { return [] }
        let records = CompoundRecord.all(in: study)
        let all = CompoundFindings(
            study: study, pack: pack, day: day, records: records,
            space: records.map { $0.spaceRule(of: pack, asOf: day) }, walks: walks)
        for rule in pack.pooledSpace {
            let members = due(all.members(under: rule), under: rule)
            let found: [Member]
            switch (rule.grouping, finding.scope) {
            case (.pool, .pool), (.community, .pool):
                found =
                    grouped(members, rule, study.communities).first { $0.name == finding.subject }?.members
                    ?? []
            case (.within, .compound), (.walk, .compound):
                found = neighbourhood(of: finding.subject, members, rule, walks)
            default: continue
            }
            guard !found.isEmpty else { continue }
            return found.map {
                PooledMember(
                    compound: $0.index, holds: $0.record.careSpace,
                    elsewhere: $0.record.compound.careSpaceElsewhere, countedElsewhere: $0.elsewhere,
                    owes: $0.owed)
            }
        }
        return []
    }

    private static func neighbourhood(
        of id: String, _ members: [Member], _ rule: PooledSpaceRule, _ walks: [ExactDecimal: NearbyOnFoot]
    ) -> [Member] {
        guard let own = members.firstIndex(where: { $0.record.compound.id == id }) else { return [] }
        let near: [Int]
        switch rule.grouping {
        case .pool, .community: near = []
        case .within(let metres):
            near = NearbyPoints(members.map(\.record.compound.point), within: Metres(metres.double))
                .indices(near: own)
        case .walk(let metres):
            let reached = Set(walks[metres]?.near[members[own].index] ?? [])
            near = members.indices.filter { reached.contains(members[$0].index) }
        }
        let givers = near.sorted().map { members[$0] }.filter { member in
            guard let owes = member.owed, let holds = member.held else { return true }
            return holds > owes
        }
        return [members[own]] + givers
    }
}
