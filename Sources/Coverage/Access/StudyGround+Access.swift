internal import Geometry
internal import Places
internal import Policy
internal import WalkNetwork

/// How access to capacity is measured.
package struct AccessWishes: Hashable, Sendable {
    /// The longest walk, minutes; nothing: the standard's.
    package var minutes: Double?
    /// Capacity that a thousand elders ought to have; nothing: what there is, spread evenly over all elders.
    package var normPerThousand: Double?

    /// Makes wishes; left out, as the type says.
    package init(minutes: Double? = nil, normPerThousand: Double? = nil) {
        self.minutes = minutes
        self.normPerThousand = normPerThousand
    }
}

extension StudyGround {
    /// What elders have access to on foot of each capacity that any facility states.
    ///
    /// Facilities are those that count for walks; one that does not state its capacity, and one that cannot be
    /// reached, gives nobody any. Places are the counted compounds and the residuals, each with its elders.
    ///
    /// - Parameters:
    ///   - coverage: the study's coverage of the day, which knows who lives where.
    ///   - wishes: how it is measured.
    ///   - jobs: how many searches run at once; the result does not depend on it.
    /// - Returns: one for each capacity, in their order; nothing where the study gives no streets.
    package func capacityAccess(
        _ coverage: CoverageResult, _ wishes: AccessWishes = AccessWishes(), jobs: Int
    ) async -> [CapacityAccess]? {
        guard let network, let joined else { return nil }
        let minutes = wishes.minutes ?? standard.minutes
        let limit = Micrometres(standard.walkLimit(minutes: minutes))
        let counted = facilities(on: coverage.day, countedBy: standard.walkSelector)
        let reach = await network.reachTable(
            from: counted.map { joined.facilities[$0] }, to: joined.compounds + joined.communities,
            within: limit, jobs: jobs)
        let places = AccessPlaces(
            study: study, demand: coverage.demand, joins: joined.compounds + joined.communities)
        let membership = ScopeMembership(of: study)
        return CareCapacity.allCases.compactMap { capacity in
            let stated = counted.map { capacity.stated(by: study.facilities[$0]) }
            guard stated.contains(where: { $0 != nil }) else { return nil }
            let supply = stated.map { $0 ?? 0 }
            let table = CatchmentTable(reach: reach, supply: supply, demand: places.elders)
            let zones = CatchmentZones.thirds(of: limit)
            let access = CatchmentMethod.allCases.map { ($0, $0.access(table, zones: zones).places) }
            let everybody = places.elders.reduce(0, +) + places.unknown.reduce(0, +)
            let norm =
                wishes.normPerThousand.map { $0 / 1_000 }
                ?? (everybody > 0 ? supply.reduce(0, +) / everybody : 0)
            let scopes = membership.members.map { member in
                let communities = Set(member.communities)
                func holds(_ community: Int?) -> Bool {
                    community.map { communities.contains($0) } ?? member.holdsOutsiders
                }
                let facilities = counted.indices.filter { holds(study.facilities[counted[$0]].community) }
                return CapacityAccess.ScopeRow(
                    scope: member.scope,
                    access: places.row(access, norm: norm) { holds($0) },
                    facilities: facilities.count, unstated: facilities.count { stated[$0] == nil },
                    supply: facilities.reduce(0) { $0 + supply[$1] })
            }
            return CapacityAccess(
                capacity: capacity, minutes: minutes, norm: norm,
                communities: study.communities.indices.map { index in
                    places.row(access, norm: norm, of: index)
                }, scopes: scopes)
        }
    }
}
