internal import Coverage
internal import Geodesy
internal import Geometry
internal import Places
internal import Siting
internal import WalkNetwork

/// Which places each offer of a build-out would serve, searched once for all years, and what places count for in them.
struct BuildOutGround {
    let plan: ScenarioPlan
    let ground: ScenarioGround
    let offers: [BuildOutOffer]
    /// The years in which something can be built, each with the study as it stands without.
    let states: [YearState]
    private let places: [GeographicPoint]
    private let attachments: [Attachment?]
    private let jobs: Int

    init(
        plan: ScenarioPlan, ground: ScenarioGround, offers: [BuildOutOffer], attachments: [Attachment?],
        states: [YearState], jobs: Int
    ) {
        (self.plan, self.ground, self.offers, self.states) = (plan, ground, offers, states)
        self.attachments = attachments
        self.jobs = jobs
        places = plan.study.compounds.map(\.point) + plan.study.communities.map(\.point)
    }

    /// The places, compounds before communities, that each offer serves.
    func rows(within rule: ReachRule) async -> [[Int32]] {
        await rows(of: offers.map(\.after.point), attachments, within: rule)
    }

    /// The places that some of the plan's facilities serve.
    func rows(ofFacilities facilities: [Int], within rule: ReachRule) async -> [[Int32]] {
        await rows(
            of: facilities.map { plan.study.facilities[$0].point },
            ground.joined.map { joined in facilities.map { joined.facilities[$0] } } ?? [], within: rule)
    }

    private func rows(
        of points: [GeographicPoint], _ attachments: [Attachment?], within rule: ReachRule
    ) async -> [[Int32]] {
        guard rule.isWalked else {
            let index = GeodesicIndex(places)
            return points.map { index.within(rule.limit, of: $0).map { Int32($0.index) }.sorted() }
        }
        guard let (network, joined) = ground.streets else { return points.map { _ in [] } }
        // A metre beyond the limit, so that the rule itself decides at the edge.
        let table = await network.reachTable(
            from: attachments, to: joined.compounds + joined.communities,
            within: Micrometres(Metres(rule.limit.value + 1)), jobs: jobs)
        return points.indices.map { site in
            table.row(ofFacility: site).compactMap { place, walk in
                rule.holds(PlaceAccess(straight: nil, walk: .reached(facility: 0, walk: walk))) ? place : nil
            }
        }
    }

    /// What each place weighs in a year.
    func weights(_ state: YearState, _ weight: (PlaceDemand) -> Double?) -> [Double] {
        let demand = state.coverage.demand
        return demand.compounds.map { $0.isCounted ? weight($0) ?? 0 : 0 }
            + demand.residuals.map { $0.flatMap(weight) ?? 0 }
    }

    /// Which places a coverage has within reach.
    func covered(_ coverage: CoverageResult, within rule: ReachRule) -> [Bool] {
        (coverage.access.compounds + coverage.access.communities).map(rule.holds)
    }

    /// The community of each place; nothing for what lies outside all.
    var communities: [Int?] {
        plan.study.compounds.map(\.community) + plan.study.communities.indices.map { $0 }
    }
}
