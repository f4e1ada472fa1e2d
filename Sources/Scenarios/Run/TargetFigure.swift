internal import Compliance
internal import Coverage
internal import Places
internal import Policy

/// A target's figure in one scope at one year's end, and the verdict on it.
struct TargetFigure {
    let scope: Scope
    /// What is counted towards it; nothing where nobody states it.
    let numerator: Double?
    /// What it is taken over; nothing for plain counts.
    let denominator: Double?
    /// How much of the denominator cannot be judged.
    let unknown: Double
    /// Whether some that would count state no figure, so that the numerator has no upper bound.
    let isPartlyUnstated: Bool
    /// 1,000 for so many per thousand, 100 per hundred, else 1.
    let factor: Double

    init(
        scope: Scope, numerator: Double?, denominator: Double?, unknown: Double = 0,
        isPartlyUnstated: Bool = false, factor: Double = 1
    ) {
        self.scope = scope
        self.numerator = numerator
        self.denominator = denominator
        self.unknown = unknown
        self.isPartlyUnstated = isPartlyUnstated
        self.factor = factor
    }

    /// The figure; nothing where there is nothing to take it over, or nobody states it.
    var value: Double? { numerator.flatMap(figure) }

    /// The verdict at a year's end: unrounded, the lower bound against what is required.
    func verdict(atLeast required: ExactDecimal, due: PartialDate, on day: Day) -> Verdict {
        if let value, value >= required.double { return .pass }
        if day < due.last { return .pending }
        guard !isPartlyUnstated, let numerator, let upper = figure(of: numerator + unknown),
            upper < required.double
        else { return .unknown }
        return .fail
    }

    // Multiplied first, so that a figure that is a whole number comes out as one.
    private func figure(of numerator: Double) -> Double? {
        guard let denominator else { return numerator }
        return denominator > 0 ? numerator * factor / denominator : nil
    }
}

/// Takes the figures of a pack's targets from a year's end.
struct TargetFigures {
    let state: YearState
    let pack: PolicyPack
    let membership: [ScopeMembership.Member]
    /// The care space of each compound that has come, m².
    let careSpace: [Double]
    /// Whether each compound states any.
    let statesCareSpace: [Bool]

    /// A target's figures in the scopes that it is for, in the order of the membership.
    func figures(of target: Target) -> [TargetFigure] {
        membership.filter { isFor($0.scope, target.extent) }.compactMap { figure(of: target, in: $0) }
    }

    private func isFor(_ scope: Scope, _ extent: Target.Extent) -> Bool {
        switch (scope, extent) {
        case (.city, .city), (.district, .eachDistrict): true
        case (.district(let name), .districts(let names)): names.contains(name)
        case (.setting(let setting), .setting(let wanted)): setting == wanted
        default: false
        }
    }

    private func figure(of target: Target, in member: ScopeMembership.Member) -> TargetFigure? {
        let counted = facilities(countedBy: pack.selector(for: target), in: member)
        switch target.measure {
        case .coverage(let measure):
            let result = target.selector.flatMap { state.coverageBySelector[$0] } ?? state.coverage
            return result.rates.first {
                $0.scope == member.scope && $0.measure == measure.rawValue && $0.basis == target.basis
            }
            .map {
                TargetFigure(
                    scope: member.scope, numerator: $0.numerator, denominator: $0.denominator,
                    unknown: $0.unknown)
            }
        case .subdistrictHasCentre:
            let (with, all) = subdistricts(withAnyOf: counted, in: member)
            return TargetFigure(scope: member.scope, numerator: with, denominator: all)
        case .facilities:
            return TargetFigure(
                scope: member.scope, numerator: Double(counted.count), denominator: nil)
        case .beds:
            let beds = beds(in: counted)
            return TargetFigure(
                scope: member.scope, numerator: beds.total?.double, denominator: nil,
                isPartlyUnstated: beds.unstated > 0)
        case .bedsPer1000Elders:
            let elders = rate(.within1km, .elders, in: member.scope)?.denominator ?? 0
            let beds = beds(in: counted)
            return TargetFigure(
                scope: member.scope, numerator: beds.total?.double, denominator: elders,
                isPartlyUnstated: beds.unstated > 0, factor: 1000)
        case .spacePer100Households:
            let communities = Set(member.communities)
            let compounds = state.study.compounds.indices.filter {
                state.study.compounds[$0].community.map(communities.contains) ?? member.holdsOutsiders
            }
            let space = CareSpaceSum(
                of: compounds, counted: { state.coverage.demand.compounds[$0].isCounted },
                delivered: careSpace, stated: statesCareSpace)
            let households = compounds.reduce(0) { sum, index in
                let place = state.coverage.demand.compounds[index]
                return place.isCounted ? sum + (place.households ?? 0) : sum
            }
            return TargetFigure(
                scope: member.scope, numerator: space.total, denominator: households,
                isPartlyUnstated: space.unstated > 0, factor: 100)
        }
    }

    private func rate(_ measure: CoverageMeasure, _ basis: Basis, in scope: Scope) -> Rate? {
        state.coverage.rates.first {
            $0.scope == scope && $0.measure == measure.rawValue && $0.basis == basis
        }
    }

    private func facilities(
        countedBy selector: FacilitySelector, in member: ScopeMembership.Member
    ) -> [Facility] {
        let communities = Set(member.communities)
        return state.study.facilities.filter {
            ($0.community.map(communities.contains) ?? member.holdsOutsiders) && $0.isOpen(on: state.end)
                && selector.counts($0)
        }
    }

    private func beds(in facilities: [Facility]) -> StatedSum {
        var beds = StatedSum()
        for facility in facilities { beds.add(facility.beds) }
        return beds
    }

    /// How many of a scope's subdistricts have one of some facilities, and how many there are.
    private func subdistricts(
        withAnyOf facilities: [Facility], in member: ScopeMembership.Member
    ) -> (with: Double, all: Double) {
        let all = Set(
            member.communities.compactMap { subdistrict(state.study.communities[$0].subdistrict, of: $0) })
        let with = Set(
            facilities.compactMap { facility in
                facility.community.flatMap { subdistrict(facility.subdistrict, of: $0) }
            })
        return (Double(with.intersection(all).count), Double(all.count))
    }

    private func subdistrict(_ name: String?, of community: Int) -> Scope? {
        (name ?? state.study.communities[community].subdistrict).map {
            .subdistrict(district: state.study.communities[community].district ?? "", name: $0)
        }
    }
}
