internal import Compliance
internal import Coverage
internal import Places
internal import Policy

/// Takes the rates of a study apart into what their numerators and denominators are sums of.
struct RateParts: Sendable {
    /// What a rate is a sum of.
    struct Sum {
        /// The parts of its denominator.
        var parts: [RatePart] = []
        /// What is no part of it, since nobody states its figure.
        var unstated: [RatePart.Source] = []
    }

    private let study: Study
    private let membership: [Scope: ScopeMembership.Member]
    /// The compounds of each community, and those outside all.
    private let members: [[Int]]
    private let outsiders: [Int]

    /// Prepares to take apart the rates of a study.
    init(of study: Study, members: [[Int]], outsiders: [Int]) {
        self.study = study
        self.members = members
        self.outsiders = outsiders
        membership = Dictionary(
            uniqueKeysWithValues: ScopeMembership(of: study).members.map { ($0.scope, $0) })
    }

    /// The scopes of the study, by kind and id.
    var scopes: [Scope] {
        membership.keys.sorted { a, b in
            a.kind == b.kind
                ? precedesInByteOrder(a.identifier, b.identifier) : precedesInByteOrder(a.kind, b.kind)
        }
    }

    /// What belongs to a scope; nothing where the study has none such.
    func member(of scope: Scope) -> ScopeMembership.Member? { membership[scope] }

    /// The parts of a rate that coverage computes.
    func sum(_ measure: CoverageMeasure, _ basis: Basis, in scope: Scope, of result: CoverageResult) -> Sum {
        sum(measure, basis, in: scope, of: result) { place in
            let access = result.access(of: place)
            return measure == .within15min
                ? result.standard.isWithinWalk(access) : result.standard.isWithinRadius(access)
        }
    }

    /// The parts of a rate over people or compounds of which a measure of its own says who is in it.
    func sum(
        _ basis: Basis, in scope: Scope, of result: CoverageResult, isCovered: (PeoplePlace) -> Bool?
    ) -> Sum { sum(.within15min, basis, in: scope, of: result, isCovered) }

    private func sum(
        _ measure: CoverageMeasure, _ basis: Basis, in scope: Scope, of result: CoverageResult,
        _ isCovered: (PeoplePlace) -> Bool?
    ) -> Sum {
        guard let member = membership[scope] else { return Sum() }
        var sum = Sum()
        func isUnstated(_ compound: Int) -> Bool { result.demand.unstated(ofCompound: compound)[basis] }
        for index in member.communities {
            switch (measure, basis) {
            case (.hasFacility, _):
                sum.parts.append(
                    RatePart(.community(index), amount: 1, isCovered: result.communities[index].hasFacility))
            case (_, .area):
                if let part = areaPart(of: index, result) {
                    sum.parts.append(part)
                } else {
                    sum.unstated.append(.community(index))
                }
            default:
                sum.parts += members[index].compactMap { part(.compound($0), basis, result, isCovered) }
                sum.parts +=
                    part(.residual(community: index), basis, result, isCovered).map { [$0] } ?? []
                sum.unstated += members[index].filter(isUnstated).map { .place(.compound($0)) }
                if result.demand.unstated(outsideCompoundsOf: index)[basis] {
                    sum.unstated.append(.place(.residual(community: index)))
                }
            }
        }
        if member.holdsOutsiders, measure != .hasFacility, basis != .area {
            sum.parts += outsiders.compactMap { part(.compound($0), basis, result, isCovered) }
            sum.unstated += outsiders.filter(isUnstated).map { .place(.compound($0)) }
        }
        return sum
    }

    /// The parts of a rate over communities or subdistricts, by what counts for it.
    ///
    /// - Parameters:
    ///   - name: the rate's measure: a further measure, or one of its names for subdistricts and townships apart.
    ///   - presence: what counts.
    ///   - scope: where.
    /// - Returns: the communities, or the subdistricts, that are counted.
    func sum(_ name: String, _ presence: CountedPresence, in scope: Scope) -> Sum {
        guard let member = membership[scope] else { return Sum() }
        guard presence.measure.isOfSubdistricts else {
            return Sum(
                parts: presence.meant(of: member.communities).map {
                    RatePart(.community($0), amount: 1, isCovered: presence.isMet(inCommunity: $0))
                })
        }
        let subdistricts = presence.subdistricts
        let inside = subdistricts.list(in: presence.meant(of: member.communities)).filter {
            switch name {
            case NamedMeasures.streetHasCentre: !subdistricts.isTownship($0)
            case NamedMeasures.townshipHasCentre: subdistricts.isTownship($0)
            default: true
            }
        }
        return Sum(
            parts: inside.map {
                RatePart(.subdistrict($0), amount: 1, isCovered: presence.isMet(inSubdistrict: $0))
            })
    }

    /// The compounds of a scope, in the study's order.
    func compounds(in scope: Scope) -> [Int] {
        guard let member = membership[scope] else { return [] }
        return (member.communities.flatMap { members[$0] } + (member.holdsOutsiders ? outsiders : []))
            .sorted()
    }

    private func areaPart(of index: Int, _ result: CoverageResult) -> RatePart? {
        guard let whole = result.communities[index].area, let covered = result.communities[index].coveredArea
        else { return nil }
        return RatePart(
            source: .community(index), amount: whole, covered: min(whole, covered), isUnknown: false,
            isEstimated: false)
    }

    /// A place's part of a rate over people or compounds; nothing where it has none.
    private func part(
        _ place: PeoplePlace, _ basis: Basis, _ result: CoverageResult, _ isCovered: (PeoplePlace) -> Bool?
    ) -> RatePart? {
        let demand: PlaceDemand?
        var isCompound = false
        switch place {
        case .compound(let index): (demand, isCompound) = (result.demand.compounds[index], true)
        case .residual(let community): demand = result.demand.residuals[community]
        }
        guard let demand, demand.isCounted else { return nil }
        let amount: Double?
        var isEstimated = false
        switch basis {
        case .count: amount = isCompound ? 1 : nil
        case .households: (amount, isEstimated) = (demand.households, demand.householdsEstimated)
        case .elders: (amount, isEstimated) = (demand.elders, demand.eldersEstimated)
        case .area, .population: amount = nil
        }
        guard let amount else { return nil }
        return RatePart(
            .place(place), amount: amount, isCovered: isCovered(place), isEstimated: isEstimated)
    }
}

extension CoverageResult {
    /// What a place reaches.
    fileprivate func access(of place: PeoplePlace) -> PlaceAccess {
        switch place {
        case .compound(let index): access.compounds[index]
        case .residual(let community): access.communities[community]
        }
    }
}
