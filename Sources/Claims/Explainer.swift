package import Compliance
package import Coverage
package import Places
internal import Policy

/// The chain behind a figure of a study.
package enum Explanation: Sendable {
    case place(PlaceExplanation)
    case community(CommunityExplanation)
    case rate(RateExplanation)
    case rule(RuleExplanation)
}

/// Shows how the figures of a study came about.
///
/// Nothing is computed anew but the arithmetic that is shown: distances, people and verdicts are those of the
/// result, so that an explanation cannot say anything else than the files.
package struct Explainer: Sendable {
    /// What the study's places stand on.
    package let ground: StudyGround
    /// The figures that are explained.
    package let result: CoverageResult
    private let findings: [String: [Finding]]
    private let byRule: [String: [Finding]]
    /// The rules that have findings, in the order of `checks.csv`.
    package let rules: [String]
    private let members: [[Int]]
    private let gates: [[Int]]
    private let outsiders: [Int]

    /// The study.
    package var study: Study { ground.study }

    /// Prepares to explain the figures of a day.
    ///
    /// - Parameters:
    ///   - ground: the study with its streets.
    ///   - result: its coverage.
    ///   - findings: what the pack's rules say of it on the same day.
    package init(ground: StudyGround, result: CoverageResult, findings: [Finding]) {
        self.ground = ground
        self.result = result
        self.findings = Dictionary(
            grouping: findings.filter { $0.scope == .compound }, by: \.subject)
        byRule = Dictionary(grouping: findings, by: \.rule)
        var known: Set<String> = []
        rules = findings.map(\.rule).filter { known.insert($0).inserted }
        var members = [[Int]](repeating: [], count: ground.study.communities.count)
        var outsiders: [Int] = []
        for (index, compound) in ground.study.compounds.enumerated() {
            if let community = compound.community {
                members[community].append(index)
            } else {
                outsiders.append(index)
            }
        }
        var gates = [[Int]](repeating: [], count: ground.study.compounds.count)
        for (index, gate) in ground.study.gates.enumerated() { gates[gate.compound].append(index) }
        self.members = members
        self.outsiders = outsiders
        self.gates = gates
    }

    /// The chain behind a subject.
    package func explanation(of subject: Subject) -> Explanation {
        switch subject {
        case .compound(let index): .place(compound(index))
        case .community(let index): .community(community(index))
        case .rate(let index): .rate(rate(result.rates[index]))
        case .rule(let rule): .rule(RuleExplanation(rule: rule, findings: byRule[rule] ?? []))
        case .compoundUnder(let index, let focus): .place(compound(index).focused(on: focus))
        }
    }

    private func compound(_ index: Int) -> PlaceExplanation {
        let compound = study.compounds[index]
        let state = result.states[index]
        let people = compound.community.map { origins(in: $0) }
        func origin(_ stated: ExactDecimal?, shared: (PeopleOrigins) -> FigureOrigin) -> FigureOrigin {
            if case .partly = state { return .deliveredPart(compound.source) }
            if stated != nil { return .stated(compound.source) }
            guard state.isCounted else { return .unknown(.notCounted) }
            return people.map(shared) ?? .unknown(.noCommunity)
        }
        let access = result.access.compounds[index]
        return explanation(
            of: .compound(index), state: state, demand: result.demand.compounds[index],
            households: origin(compound.households) { $0.households(ofCompound: index) },
            elders: origin(compound.elders) { $0.elders(ofCompound: index) }, access: access,
            legs: ground.walkLegs(ofCompound: index, reaching: access), gates: gates[index],
            findings: findings[compound.id] ?? [])
    }

    private func residual(of community: Int) -> PlaceExplanation? {
        guard let demand = result.demand.residuals[community] else { return nil }
        let people = origins(in: community)
        let access = result.access.communities[community]
        return explanation(
            of: .residual(community: community), state: nil, demand: demand,
            households: people.householdsOfResidual(), elders: people.eldersOfResidual(), access: access,
            legs: ground.walkLegs(ofCommunity: community, reaching: access), gates: [], findings: [])
    }

    private func community(_ index: Int) -> CommunityExplanation {
        let present = ground.facilities(on: result.day, countedBy: result.standard.presenceSelector)
        return CommunityExplanation(
            community: index, coverage: result.communities[index],
            places: members[index].map(compound) + (residual(of: index).map { [$0] } ?? []),
            facilities: present.filter { study.facilities[$0].community == index })
    }

    private func explanation(
        of place: PeoplePlace, state: DeliveryState?, demand: PlaceDemand, households: FigureOrigin,
        elders: FigureOrigin, access: PlaceAccess, legs: WalkLegs?, gates: [Int], findings: [Finding]
    ) -> PlaceExplanation {
        PlaceExplanation(
            place: place, state: state, demand: demand, households: households, elders: elders,
            access: access, isWithinRadius: result.standard.isWithinRadius(access),
            isWithinWalk: result.standard.isWithinWalk(access), legs: legs, gates: gates, findings: findings)
    }

    private func origins(in community: Int) -> PeopleOrigins {
        PeopleOrigins(study: study, result: result, community: community, members: members[community])
    }
}

extension Explainer {
    private func rate(_ rate: Rate) -> RateExplanation {
        let member = ScopeMembership(of: study).members.first { $0.scope == rate.scope }
        let communities = member?.communities ?? []
        let measure = CoverageMeasure(rawValue: rate.measure)
        let selector =
            switch measure {
            case .within15min: result.standard.walkSelector
            case .hasFacility: result.standard.presenceSelector
            case .within1km, nil: result.standard.straightSelector
            }
        var parts: [RatePart] = []
        var unstated: [RatePart.Source] = []
        let demand = result.demand
        func isUnstated(_ compound: Int) -> Bool { demand.unstated(ofCompound: compound)[rate.basis] }
        for index in communities {
            switch (measure, rate.basis) {
            case (.hasFacility, _):
                let covered: Double = result.communities[index].hasFacility ? 1 : 0
                parts.append(
                    RatePart(
                        source: .community(index), amount: 1, covered: covered, isUnknown: false,
                        isEstimated: false))
            case (_, .area):
                if let part = areaPart(of: index) {
                    parts.append(part)
                } else {
                    unstated.append(.community(index))
                }
            default:
                parts += members[index].compactMap { part(.compound($0), of: rate) }
                parts += part(.residual(community: index), of: rate).map { [$0] } ?? []
                unstated += members[index].filter(isUnstated).map { .place(.compound($0)) }
                if demand.unstated(outsideCompoundsOf: index)[rate.basis] {
                    unstated.append(.place(.residual(community: index)))
                }
            }
        }
        if member?.holdsOutsiders == true, measure != .hasFacility, rate.basis != .area {
            parts += outsiders.compactMap { part(.compound($0), of: rate) }
            unstated += outsiders.filter(isUnstated).map { .place(.compound($0)) }
        }
        return RateExplanation(
            rate: rate, communities: communities.count,
            facilities: ground.facilities(on: result.day, countedBy: selector), parts: parts,
            unstated: unstated)
    }

    private func areaPart(of index: Int) -> RatePart? {
        guard let whole = result.communities[index].area, let covered = result.communities[index].coveredArea
        else { return nil }
        return RatePart(
            source: .community(index), amount: whole, covered: min(whole, covered), isUnknown: false,
            isEstimated: false)
    }

    /// A place's part of a rate over people or compounds; nothing where it has none.
    private func part(_ place: PeoplePlace, of rate: Rate) -> RatePart? {
        let demand: PlaceDemand?
        let access: PlaceAccess
        var isCompound = false
        switch place {
        case .compound(let index):
            (demand, access, isCompound) = (
                result.demand.compounds[index], result.access.compounds[index], true
            )
        case .residual(let community):
            (demand, access) = (result.demand.residuals[community], result.access.communities[community])
        }
        guard let demand, demand.isCounted else { return nil }
        let amount: Double?
        var isEstimated = false
        switch rate.basis {
        case .count: amount = isCompound ? 1 : nil
        case .households: (amount, isEstimated) = (demand.households, demand.householdsEstimated)
        case .elders: (amount, isEstimated) = (demand.elders, demand.eldersEstimated)
        case .area, .population: amount = nil
        }
        guard let amount else { return nil }
        let isCovered =
            rate.measure == CoverageMeasure.within15min.rawValue
            ? result.standard.isWithinWalk(access) : result.standard.isWithinRadius(access)
        return RatePart(
            source: .place(place), amount: amount, covered: isCovered == true ? amount : 0,
            isUnknown: isCovered == nil, isEstimated: isEstimated)
    }
}
