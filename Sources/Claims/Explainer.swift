package import Compliance
package import Coverage
package import Places
package import Policy
internal import Scenarios

/// The chain behind a figure of a study.
package enum Explanation: Sendable {
    case place(PlaceExplanation)
    case community(CommunityExplanation)
    case presence(PresenceExplanation)
    case facility(FacilityExplanation)
    case rate(RateExplanation)
    case rule(RuleExplanation)
    case target(TargetExplanation)
    case annual(AnnualExplanation)
    case scope(ScopeExplanation)
    case catchment(CatchmentExplanation)
    case access(AccessExplanation)
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
    /// What the pack's rules say, in the order of `checks.csv`.
    package let findings: [Finding]
    /// The rates that are explained: those of coverage, then those of the pack's further measures.
    package let rates: [Rate]
    /// The rules that may be asked for, in the order of `checks.csv`.
    package let rules: [String]
    /// Why a rule says nothing of the study, by the rule's name.
    package let unjudged: [String: UnjudgedRule.Reason]
    /// The scenario's year that the figures are of; nothing: they are of the study as it stands.
    package let year: ScenarioYear?
    /// What is asked for beside the coverage of the day.
    package let further: FurtherMeasures
    /// The pack whose rules these are.
    package let pack: PolicyPack
    private let walks: [ExactDecimal: NearbyOnFoot]
    private let figures: PeopleFigures
    private let targets: TargetFigures?
    private let byRule: [String: [Finding]]
    private let bySubject: [FindingSubject: [Finding]]
    let parts: RateParts
    private let members: [[Int]]
    private let gates: [[Int]]

    /// The subject of a finding.
    private struct FindingSubject: Hashable {
        let scope: FindingScope
        let id: String
    }

    /// The study.
    package var study: Study { ground.study }

    /// Prepares to explain the figures of a day.
    ///
    /// - Parameters:
    ///   - ground: the study with its streets.
    ///   - result: its coverage.
    ///   - findings: what the pack's rules say of it on the same day.
    ///   - pack: the pack.
    ///   - targets: where the figures of its targets are taken from; without them no target is explained.
    ///   - walks: which compounds lie within the walks that the pack's rule of pooled space is about.
    ///   - further: what is asked for beside the coverage of the day.
    ///   - year: the scenario's year that all of these are of.
    package init(
        ground: StudyGround, result: CoverageResult, findings: [Finding],
        pack: PolicyPack = .withoutRules, targets: TargetFigures? = nil,
        walks: [ExactDecimal: NearbyOnFoot] = [:], further: FurtherMeasures = FurtherMeasures(),
        year: ScenarioYear? = nil
    ) {
        let study = ground.study
        self.ground = ground
        self.result = result
        self.findings = findings
        self.pack = pack
        self.targets = targets
        self.year = year
        self.walks = walks
        self.further = further
        figures = year?.map.figures ?? PeopleFigures(of: study)
        rates =
            result.rates + NamedMeasures.rates(study: study, pack: pack, on: result.day)
            + further.rates
        byRule = Dictionary(grouping: findings, by: \.rule)
        bySubject = Dictionary(grouping: findings) { FindingSubject(scope: $0.scope, id: $0.subject) }
        var known: Set<String> = []
        // A rule that says nothing of the study has an answer, too: why. Of a scenario's years targets alone are judged.
        let silent = UnjudgedRules(study: study, pack: pack, on: result.day)
        // Targets that nobody asks for are not judged, and nothing is said of them.
        let unjudged = (year == nil ? silent.rules(without: findings) : silent.targets(without: findings))
            .filter { targets != nil || !$0.rule.hasPrefix(TargetFindings.prefix) }
        self.unjudged = Dictionary(uniqueKeysWithValues: unjudged.map { ($0.rule, $0.reason) })
        rules = (findings.map(\.rule) + unjudged.map(\.rule)).filter { known.insert($0).inserted }
        var members = [[Int]](repeating: [], count: study.communities.count)
        var outsiders: [Int] = []
        for (index, compound) in study.compounds.enumerated() {
            if let community = compound.community {
                members[community].append(index)
            } else {
                outsiders.append(index)
            }
        }
        var gates = [[Int]](repeating: [], count: study.compounds.count)
        for (index, gate) in study.gates.enumerated() { gates[gate.compound].append(index) }
        self.members = members
        self.gates = gates
        parts = RateParts(of: study, members: members, outsiders: outsiders)
    }

    /// The chain behind a subject.
    package func explanation(of subject: Subject) -> Explanation {
        switch subject {
        case .compound(let index): .place(compound(index))
        case .community(let index): .community(community(index))
        case .facility(let index): .facility(facility(index, rule: nil))
        case .rate(let index): .rate(rate(rates[index]))
        case .rule(let rule): explanation(ofRule: rule, byRule[rule] ?? [])
        case .annual(let column, let scope): annual(column, in: scope)
        case .finding(let rule, let scope, let id):
            explanation(ofRule: rule, (byRule[rule] ?? []).filter { $0.scope == scope && $0.subject == id })
        case .compoundUnder(let index, let focus): explanation(ofCompound: index, under: focus)
        case .communityUnder(let index, let measure): explanation(ofCommunity: index, under: measure)
        case .facilityUnder(let index, let rule):
            rule == FurtherMeasures.reachedBy && further.catchments != nil
                ? .catchment(catchment(of: .facility(index))) : .facility(facility(index, rule: rule))
        case .judged(let place, let rule):
            explanation(ofRule: rule, place.findings(among: byRule[rule] ?? [], of: study), on: place)
        case .scope(let scope): .scope(self.scope(scope))
        case .candidate(let index): .catchment(catchment(of: .candidate(index)))
        case .walk(let site, let place): .catchment(catchment(of: site, asking: place))
        case .access(let question, let subject): .access(access(question, of: subject))
        }
    }

    /// The scopes that may be asked for.
    package var scopes: [Scope] { parts.scopes }

    /// Where a rule is written that says nothing of the study: each version once.
    package func clauses(of rule: String) -> [Clause] {
        var known: Set<Clause> = []
        return pack.entries.filter { $0.section == .rules && ($0.id == rule || $0.id.hasPrefix(rule + "@")) }
            .compactMap(\.clause).filter { known.insert($0).inserted }
    }

    /// The compounds behind a finding of `space.pooled`, with what each holds and owes.
    package func pooledMembers(behind finding: Finding) -> [PooledMember] {
        PooledSpace.members(behind: finding, study: study, pack: pack, on: result.day, walks: walks)
    }

    /// The rows and facilities behind a finding about entitled people.
    package func serviceSources(behind finding: Finding) -> ServiceFindings.Sources {
        ServiceFindings.sources(behind: finding, study: study, pack: pack, on: result.day)
    }

    private func annual(_ column: AnnualColumn, in scope: Scope) -> Explanation {
        let found = year.flatMap { year in
            AnnualParts(study: study, result: result, year: year, rates: parts)
                .explanation(of: column, in: scope, rate: rate)
        }
        return found.map { .annual($0) } ?? .rule(RuleExplanation(rule: column.rawValue, findings: []))
    }

    private func explanation(
        ofRule rule: String, _ findings: [Finding], on place: JudgedPlace? = nil
    ) -> Explanation {
        if let target = targets.flatMap({ target(rule, findings, from: $0) }) { return .target(target) }
        return .rule(RuleExplanation(rule: rule, findings: findings, place: place))
    }

    private func explanation(ofCompound index: Int, under focus: PlaceFocus) -> Explanation {
        if case .presence(let measure) = focus, let community = study.compounds[index].community {
            return explanation(ofCommunity: community, under: measure)
        }
        var legs: WalkLegs?
        if case .profile(let measure) = focus, let profile = further.profile(of: measure) {
            legs = ground.walkLegs(ofPlace: index, by: profile)
        }
        return .place(compound(index).focused(on: focus, profileLegs: legs))
    }

    private func explanation(ofCommunity index: Int, under measure: String) -> Explanation {
        if let presence = presence(ofCommunity: index, measure) { return .presence(presence) }
        let focus = CoverageMeasure(rawValue: measure).map(PlaceFocus.measure)
        return .community(community(index, focus: focus))
    }

    // Places.

    private func compound(_ index: Int) -> PlaceExplanation {
        let compound = study.compounds[index]
        let state = result.states[index]
        let people = compound.community.map { origins(in: $0) }
        func origin(_ stated: Double?, shared: (PeopleOrigins) -> FigureOrigin) -> FigureOrigin {
            if case .partly = state { return .deliveredPart(compound.source) }
            if stated != nil { return .stated(compound.source) }
            guard state.isCounted else { return .unknown(.notCounted) }
            return people.map(shared) ?? .unknown(.noCommunity)
        }
        let access = result.access.compounds[index]
        return explanation(
            of: .compound(index), state: state, demand: result.demand.compounds[index],
            households: origin(figures.compoundHouseholds[index]) { $0.households(ofCompound: index) },
            elders: origin(figures.compoundElders[index]) { $0.elders(ofCompound: index) }, access: access,
            legs: ground.walkLegs(ofCompound: index, reaching: access), gates: gates[index],
            findings: findings(on: .compound, compound.id))
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

    private func community(_ index: Int, focus: PlaceFocus? = nil) -> CommunityExplanation {
        let present = ground.facilities(on: result.day, countedBy: result.standard.presenceSelector)
        let places = members[index].map(compound) + (residual(of: index).map { [$0] } ?? [])
        return CommunityExplanation(
            community: index, coverage: result.communities[index],
            places: focus.map { focus in places.map { $0.focused(on: focus) } } ?? places,
            facilities: present.filter { study.facilities[$0].community == index },
            findings: focus == nil ? findings(ofCommunity: index) : [], focus: focus)
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
        PeopleOrigins(
            study: study, result: result, figures: figures, community: community, members: members[community])
    }

    /// What rules say of a community, and of its compounds as a group where the pack lets these share.
    private func findings(ofCommunity index: Int) -> [Finding] {
        let id = study.communities[index].id
        let share = pack.pooledSpace.contains { $0.grouping == .community }
        return findings(on: .community, id) + (share ? findings(on: .pool, id) : [])
    }

    func findings(on scope: FindingScope, _ id: String) -> [Finding] {
        bySubject[FindingSubject(scope: scope, id: id)] ?? []
    }
}
