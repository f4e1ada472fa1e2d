internal import Geometry
package import Places
internal import Policy
package import WalkNetwork

/// What access is worked out from: who reaches what, all capacity, and the norm.
///
/// The figures of ``CapacityAccess`` are sums over it, so that the chain behind each of them is at hand.
package struct AccessSources: Sendable {
    /// One capacity at the facilities that count.
    package struct Supply: Sendable {
        /// Of what.
        package let capacity: CareCapacity
        /// What each facility of the table states; nothing where it states none, and then it counts as none.
        package let stated: [Double?]
        /// The capacity per elder that the unmet need is held against.
        package let norm: Double
        /// Whether the norm is what there is, spread evenly over everybody.
        package let isSpread: Bool
        /// What each method makes of it, in their order.
        package let methods: [(method: CatchmentMethod, access: CatchmentAccess)]

        /// Access by place, for each method.
        var access: [(CatchmentMethod, [Double])] { methods.map { ($0.method, $0.access.places) } }

        /// What the facilities state together.
        package var sum: Double { stated.reduce(0) { $0 + ($1 ?? 0) } }
    }

    /// The longest walk to a facility, minutes.
    package let minutes: Double
    /// The thirds of the walk with their weights.
    package let zones: CatchmentZones
    /// The facilities that count, as indices into the study's: the rows of the table.
    package let facilities: [Int]
    /// Who reaches what: its places are the compounds, then one residual for each community.
    package let reach: ReachTable
    /// The places.
    package let places: AccessPlaces
    /// Each capacity that any of the facilities states.
    package let supplies: [Supply]

    /// Finds out who reaches what.
    ///
    /// - Parameters:
    ///   - study: the study, with its facilities as they stand on the day.
    ///   - coverage: its coverage of the day, which knows who lives where.
    ///   - network: its streets.
    ///   - joined: where its places have joined them.
    ///   - wishes: how access is measured.
    ///   - norms: capacity per elder that each capacity is held against where the wishes name none.
    ///   - jobs: how many searches run at once; the result does not depend on it.
    package init(
        of study: Study, coverage: CoverageResult, network: WalkNetwork, joined: JoinedPlaces,
        _ wishes: AccessWishes, norms: [CareCapacity: Double] = [:], jobs: Int
    ) async {
        let standard = coverage.standard
        let minutes = wishes.minutes ?? standard.minutes
        let limit = Micrometres(standard.walkLimit(minutes: minutes))
        let counted = study.facilities.indices.filter {
            study.facilities[$0].isOpen(on: coverage.day)
                && standard.walkSelector.counts(study.facilities[$0])
        }
        let joins = joined.compounds + joined.communities
        let reach = await network.reachTable(
            from: counted.map { joined.facilities[$0] }, to: joins, within: limit, jobs: jobs)
        let places = AccessPlaces(study: study, demand: coverage.demand, joins: joins)
        let zones = CatchmentZones.thirds(of: limit)
        let everybody = places.everybody
        self.minutes = minutes
        self.zones = zones
        self.reach = reach
        self.places = places
        facilities = counted
        supplies = CareCapacity.allCases.compactMap { capacity in
            let stated = counted.map { capacity.stated(by: study.facilities[$0]) }
            guard stated.contains(where: { $0 != nil }) else { return nil }
            let supply = stated.map { $0 ?? 0 }
            let table = CatchmentTable(reach: reach, supply: supply, demand: places.elders)
            let asked = wishes.normPerThousand.map { $0 / 1_000 } ?? norms[capacity]
            return Supply(
                capacity: capacity, stated: stated,
                norm: asked ?? (everybody > 0 ? supply.reduce(0, +) / everybody : 0), isSpread: asked == nil,
                methods: CatchmentMethod.allCases.map { ($0, $0.access(table, zones: zones)) })
        }
    }

    /// The figures of communities and scopes.
    package func measured(of study: Study) -> [CapacityAccess] {
        let membership = ScopeMembership(of: study)
        return supplies.map { supply in
            CapacityAccess(
                capacity: supply.capacity, minutes: minutes, norm: supply.norm,
                communities: study.communities.indices.map { row(ofCommunity: $0, of: supply) },
                scopes: membership.members.map { row(of: $0, of: supply, in: study) })
        }
    }

    /// What the elders of a community have access to of a capacity.
    package func row(ofCommunity index: Int, of supply: Supply) -> AccessRow {
        places.row(supply.access, norm: supply.norm, of: index)
    }

    /// What the elders of a scope have access to of a capacity, with what stands there.
    package func row(
        of member: ScopeMembership.Member, of supply: Supply, in study: Study
    ) -> CapacityAccess.ScopeRow {
        let communities = Set(member.communities)
        func holds(_ community: Int?) -> Bool {
            community.map { communities.contains($0) } ?? member.holdsOutsiders
        }
        let standing = facilities.indices.filter { holds(study.facilities[facilities[$0]].community) }
        return CapacityAccess.ScopeRow(
            scope: member.scope, access: places.row(supply.access, norm: supply.norm) { holds($0) },
            facilities: standing.count, unstated: standing.count { supply.stated[$0] == nil },
            supply: standing.reduce(0) { $0 + (supply.stated[$1] ?? 0) })
    }

    /// The places of a scope.
    package func places(of member: ScopeMembership.Member) -> [Int] {
        let communities = Set(member.communities)
        return places.members { community in
            community.map { communities.contains($0) } ?? member.holdsOutsiders
        }
    }
}
