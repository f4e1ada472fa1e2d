internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
internal import Policy
internal import Siting

/// The pack's targets as goals that openings can reach.
struct BuildOutTargets {
    let ground: BuildOutGround
    private let membership: [ScopeMembership.Member]
    private var rowsWithin: [Bool: [[Int32]]] = [:]

    init(_ ground: BuildOutGround) {
        self.ground = ground
        membership = ScopeMembership(of: ground.plan.study).members
    }

    /// Whether openings can move a target's figure.
    ///
    /// What a facility must pass beside its kind, and whom it serves elsewhere, is not weighed for sites that are
    /// still to be chosen.
    static func isMoved(_ target: Target, in pack: PolicyPack) -> Bool {
        switch target.measure {
        case .coverage(.within1km), .coverage(.within15min): target.basis != .area
        case .coverage(.hasFacility), .facilities, .beds, .bedsPer1000Elders: true
        case .named(let measure):
            measure != .isServed && pack.rule(for: measure, of: target).meeting.isEmpty
        case .coverage, .spacePer100Households, .nursingBedShare, .socialOperationShare,
            .medicalPointShare, .visitingDoctorShare, .placesPer1000Elders, .compoundsWithCareSpace,
            .newCompoundsMeetSpace:
            false
        }
    }

    /// The goals of a target, one for each of its scopes.
    mutating func goals(of target: Target) async -> [(goal: BuildOutGoal, scope: Scope)] {
        let pack = ground.ground.pack
        let selector = pack.selector(for: target)
        let care = CompoundRecord.all(in: ground.plan.study).map {
            CareSpaceRecord($0, pack: pack, asOf: ground.states[0].end)
        }
        let figures = ground.states.map { state in
            TargetFigures(
                study: state.study, coverage: state.coverage, coverageBySelector: state.coverageBySelector,
                pack: pack, membership: membership, careSpace: care
            ).figures(of: target)
        }
        let due =
            ground.states.firstIndex { state in target.due.map { $0.last <= state.end } ?? true }
            ?? ground.states.count - 1
        var goals: [(BuildOutGoal, Scope)] = []
        for (position, first) in (figures.first ?? []).enumerated() {
            guard let member = membership.first(where: { $0.scope == first.scope }) else { continue }
            let cover = await cover(of: target, selector: selector, in: member)
            let needed = figures.map { year -> Double in
                let figure = year[position]
                let base = figure.denominator.map { target.atLeast.double * $0 / figure.factor }
                return (base ?? target.atLeast.double) - (figure.numerator ?? 0)
            }
            goals.append(
                (BuildOutGoal(name: target.id, cover: cover, needed: needed, due: due), first.scope))
        }
        return goals
    }

    private mutating func cover(
        of target: Target, selector: FacilitySelector, in member: ScopeMembership.Member
    ) async -> YearlyCover {
        let counts = ground.offers.map { offer in
            selector.counts(offer.after) && !(offer.before.map(selector.counts) ?? false)
        }
        switch target.measure {
        case .coverage(let measure) where measure != .hasFacility:
            return await placeCover(of: target, walked: measure == .within15min, counts, in: member)
        case .coverage, .named(.hasQualified), .named(.hasStandardised), .named(.isServed):
            return unitCover(counts, by: selector, in: member) { _, community in community }
        case .named(.subdistrictHasCentre):
            let study = ground.plan.study
            var index: [Scope: Int] = [:]
            for community in member.communities {
                guard let name = study.communities[community].subdistrict else { continue }
                let scope = Scope.subdistrict(
                    district: study.communities[community].district ?? "", name: name)
                if index[scope] == nil { index[scope] = index.count }
            }
            return unitCover(counts, by: selector, in: member) { facility, community in
                (facility.subdistrict ?? study.communities[community].subdistrict).flatMap {
                    index[.subdistrict(district: study.communities[community].district ?? "", name: $0)]
                }
            }
        case .facilities:
            return ownCover(counts, in: member) { _ in 1 }
        default:
            return ownCover(ground.offers.map { selector.counts($0.after) }, in: member) { offer in
                let before = offer.before.map { selector.counts($0) ? $0.beds?.double ?? 0 : 0 } ?? 0
                return max(0, (offer.after.beds?.double ?? 0) - before)
            }
        }
    }

    /// Places within reach.
    private mutating func placeCover(
        of target: Target, walked: Bool, _ counts: [Bool], in member: ScopeMembership.Member
    ) async -> YearlyCover {
        let standard = ground.ground.standard
        let rule = ReachRule(
            walked ? .minutes(standard.minutes) : .kilometres(standard.radius.value / 1000),
            standard: standard, hasStreets: ground.ground.network != nil)
        let rows: [[Int32]]
        if let known = rowsWithin[walked] { rows = known } else { rows = await ground.rows(within: rule) }
        rowsWithin[walked] = rows
        let inside = Set(member.communities)
        let isInside = ground.communities.map { $0.map(inside.contains) ?? member.holdsOutsiders }
        let compounds = ground.plan.study.compounds.count
        let weights = ground.states.map { state -> [Double] in
            let coverage = target.selector.flatMap { state.coverageBySelector[$0] } ?? state.coverage
            let covered = ground.covered(coverage, within: rule)
            var weights = ground.weights(state) { place in
                switch target.basis {
                case .elders: place.elders
                case .households: place.households
                case .count, .area, .population: 1
                }
            }
            for place in weights.indices {
                let isNoPlace = target.basis == .count && place >= compounds
                if covered[place] || !isInside[place] || isNoPlace { weights[place] = 0 }
            }
            return weights
        }
        return YearlyCover(weights: weights, rows: zip(rows, counts).map { $1 ? $0 : [] })
    }

    /// Communities, or whatever a facility stands in, that have none.
    private func unitCover(
        _ counts: [Bool], by selector: FacilitySelector, in member: ScopeMembership.Member,
        unit: (Facility, Int) -> Int?
    ) -> YearlyCover {
        let inside = Set(member.communities)
        func unitOf(_ facility: Facility) -> Int? {
            facility.community.flatMap { inside.contains($0) ? unit(facility, $0) : nil }
        }
        let rows = zip(ground.offers, counts).map { offer, counts in
            counts ? unitOf(offer.after).map { [Int32($0)] } ?? [] : []
        }
        // One that is there already adds nothing: what the goal needs is counted beyond it.
        let count = ground.plan.study.communities.count
        let weights = ground.states.map { state -> [Double] in
            var weights = [Double](repeating: 1, count: count)
            for facility in state.study.facilities
            where facility.isOpen(on: state.end) && selector.counts(facility) {
                if let unit = unitOf(facility) { weights[unit] = 0 }
            }
            return weights
        }
        return YearlyCover(weights: weights, rows: rows)
    }

    /// Each offer for itself.
    private func ownCover(
        _ counts: [Bool], in member: ScopeMembership.Member, worth: (BuildOutOffer) -> Double
    ) -> YearlyCover {
        let inside = Set(member.communities)
        let rows = ground.offers.indices.map { index -> [Int32] in
            let isInside =
                ground.offers[index].after.community.map(inside.contains) ?? member.holdsOutsiders
            return counts[index] && isInside ? [Int32(index)] : []
        }
        let weights = ground.offers.map(worth)
        return YearlyCover(weights: ground.states.map { _ in weights }, rows: rows)
    }
}
