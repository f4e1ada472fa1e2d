internal import Geometry
package import Places
internal import Policy
package import WalkNetwork

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
        return await CapacityAccess.measured(
            of: study, coverage: coverage, network: network, joined: joined, wishes, jobs: jobs)
    }
}

extension CapacityAccess {
    /// What elders have access to on foot of each capacity that any facility of a study states.
    ///
    /// - Parameters:
    ///   - study: the study, with its facilities as they stand on the day.
    ///   - coverage: its coverage of the day, which knows who lives where.
    ///   - network: its streets.
    ///   - joined: where its places have joined them.
    ///   - wishes: how access is measured.
    ///   - norms: capacity per elder that each capacity is held against where the wishes name none.
    ///   - jobs: how many searches run at once; the result does not depend on it.
    /// - Returns: one for each capacity, in their order.
    package static func measured(
        of study: Study, coverage: CoverageResult, network: WalkNetwork, joined: JoinedPlaces,
        _ wishes: AccessWishes, norms: [CareCapacity: Double] = [:], jobs: Int
    ) async -> [CapacityAccess] {
        let standard = coverage.standard
        let minutes = wishes.minutes ?? standard.minutes
        let limit = Micrometres(standard.walkLimit(minutes: minutes))
        let counted = study.facilities.indices.filter {
            study.facilities[$0].isOpen(on: coverage.day)
                && standard.walkSelector.counts(study.facilities[$0])
        }
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
                wishes.normPerThousand.map { $0 / 1_000 } ?? norms[capacity]
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
