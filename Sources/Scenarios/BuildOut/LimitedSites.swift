internal import Places
internal import Policy
internal import Siting

/// The sites of a study and of a build-out's offers as a service that turns people away.
struct LimitedSites {
    let service: LimitedService
    /// How many facilities that stand and offers state no size, and serve nobody.
    let withoutSize: Int

    /// Lists what stands in any year, then what may open.
    ///
    /// An upgrade of something that stands and counts adds the difference to it; less than it has adds nothing.
    ///
    /// - Parameters:
    ///   - capacity: how many people a facility can serve.
    ///   - ground: the places, offers and years.
    ///   - people: for each year, how many live in each place.
    ///   - rows: the places that each offer serves.
    ///   - rule: what counts as within reach.
    ///   - selector: which facilities count.
    init(
        _ capacity: CapacityRule, on ground: BuildOutGround, people: [[Double]], rows: [[Int32]],
        within rule: ReachRule, counted selector: FacilitySelector
    ) async {
        let facilities = ground.plan.study.facilities.indices.filter { index in
            ground.states.contains {
                $0.study.facilities[index].isOpen(on: $0.end) && selector.counts($0.study.facilities[index])
            }
        }
        let reached = await ground.rows(ofFacilities: facilities, within: rule)
        var unstated: Set<String> = []
        var sites = zip(facilities, reached).map { index, rows in
            LimitedService.Site(
                rows: rows,
                capacity: ground.states.map { state in
                    let facility = state.study.facilities[index]
                    guard facility.isOpen(on: state.end), selector.counts(facility) else { return 0 }
                    if capacity.people(facility) == nil { unstated.insert(facility.id) }
                    return capacity.people(facility) ?? 0
                })
        }
        var positions: [Int: Int] = [:]
        for (position, index) in facilities.enumerated() { positions[index] = position }
        let additions = ground.offers.enumerated().map { index, offer -> LimitedService.Addition? in
            guard selector.counts(offer.after) else { return nil }
            guard let people = capacity.people(offer.after) else {
                unstated.insert(offer.after.id)
                return nil
            }
            if let upgraded = offer.upgraded, let position = positions[upgraded] {
                let more = zip(ground.states, sites[position].capacity).map { state, now in
                    state.study.facilities[upgraded].isOpen(on: state.end) ? max(0, people - now) : 0
                }
                return .init(site: position, capacity: more)
            }
            sites.append(.init(rows: rows[index], capacity: ground.states.map { _ in 0 }))
            return .init(site: sites.count - 1, capacity: ground.states.map { _ in people })
        }
        service = LimitedService(weights: people, sites: sites, additions: additions)
        withoutSize = unstated.count
    }
}
