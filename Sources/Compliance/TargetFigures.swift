package import Coverage
package import Places
package import Policy

/// Takes the figures of a pack's targets from what a study is on a day.
package struct TargetFigures: Sendable {
    /// The study with its facilities as they stand on the day.
    let study: Study
    let coverage: CoverageResult
    /// Coverage by selectors that targets name beside the pack's.
    private let coverageBySelector: [FacilitySelector: CoverageResult]
    /// The pack.
    package let pack: PolicyPack
    private let membership: [ScopeMembership.Member]
    /// The care space of each compound that has come, m².
    package let careSpace: [Double]
    /// Whether each compound states any.
    package let statesCareSpace: [Bool]
    /// What each compound states.
    package let records: [CompoundRecord]
    /// What compounds meet together; nothing where no target of the pack asks.
    private let together: HeldTogether?

    /// Gathers what figures are taken from.
    ///
    /// - Parameters:
    ///   - study: the study with its facilities as they stand on the day.
    ///   - coverage: its coverage on the day.
    ///   - coverageBySelector: its coverage by the selectors that targets of the pack name beside the pack's.
    ///   - pack: the pack.
    ///   - membership: the study's scopes.
    ///   - careSpace: when each compound's care space comes.
    ///   - walks: which compounds lie within the walks of each other in which the pack lets them share care space; without
    ///     them it is not known who may.
    package init(
        study: Study, coverage: CoverageResult, coverageBySelector: [FacilitySelector: CoverageResult],
        pack: PolicyPack, membership: [ScopeMembership.Member], careSpace: [CareSpaceRecord],
        walks: [ExactDecimal: NearbyOnFoot] = [:]
    ) {
        self.init(
            study: study, coverage: coverage, coverageBySelector: coverageBySelector, pack: pack,
            membership: membership,
            came: zip(careSpace, coverage.states).map { $0.delivered(on: coverage.day, state: $1) },
            statesCareSpace: careSpace.map(\.isStated), records: CompoundRecord.all(in: study), walks: walks)
    }

    /// The same, with the care space that has come and the records of compounds at hand.
    package init(
        study: Study, coverage: CoverageResult, coverageBySelector: [FacilitySelector: CoverageResult],
        pack: PolicyPack, membership: [ScopeMembership.Member], came: [Double], statesCareSpace: [Bool],
        records: [CompoundRecord], walks: [ExactDecimal: NearbyOnFoot] = [:]
    ) {
        self.study = study
        self.coverage = coverage
        self.coverageBySelector = coverageBySelector
        self.pack = pack
        self.membership = membership
        careSpace = came
        self.statesCareSpace = statesCareSpace
        self.records = records
        let asks = pack.targets.contains { $0.measure == .newCompoundsMeetSpace }
        guard asks, !pack.pooledSpace.isEmpty else {
            together = nil
            return
        }
        let compounds = CompoundFindings(
            study: study, pack: pack, day: coverage.day, records: records,
            space: records.map { $0.spaceRule(of: pack, asOf: coverage.day) }, walks: walks)
        together = HeldTogether(compounds.pools, in: study)
    }

    /// A target's figures in the scopes that it is for, in the order of the membership.
    package func figures(of target: Target) -> [TargetFigure] {
        let members = membership.filter { isFor($0.scope, target.extent) }
        switch target.measure {
        case .named(let measure):
            return figures(of: measure, by: pack.rule(for: measure, of: target), in: members)
        case .coverage(.hasFacility):
            // A community in which something stands that counts, whatever it passes.
            return figures(
                of: .hasQualified, by: NamedMeasureRule(selector: pack.selector(for: target)), in: members)
        default: break
        }
        return members.compactMap { figure(of: target, in: $0) }
    }

    private func figures(
        of measure: NamedMeasure, by rule: NamedMeasureRule, in members: [ScopeMembership.Member]
    ) -> [TargetFigure] {
        let named = NamedMeasures(
            rules: CollectionOfOne(rule), study: study, pack: pack, on: coverage.day)
        let met = named.met(measure, by: rule)
        return members.map { share(of: named.units(of: measure, met: met, in: $0), in: $0) { $0 } }
    }

    /// What belongs to a scope; nothing where the study has none such.
    func member(of scope: Scope) -> ScopeMembership.Member? { membership.first { $0.scope == scope } }

    /// The open facilities of a scope that a selector counts.
    func counted(by selector: FacilitySelector, in scope: Scope) -> [Facility] {
        member(of: scope).map { facilities(countedBy: selector, in: $0) } ?? []
    }

    /// The compounds of a scope that count.
    func countedCompounds(in scope: Scope) -> [Int] { member(of: scope).map(countedCompounds) ?? [] }

    /// What a new compound holds too little, m²; nothing of one that holds enough, alone or together with others, or of
    /// which it is not known.
    func shortfall(ofNewCompound index: Int) -> ExactDecimal? {
        guard verdict(onNewCompound: index) == .fail,
            let own = SpacePerHundredHouseholds.finding(
                on: records[index], under: pack, asOf: coverage.day)?.shortfall
        else { return nil }
        return together?.shortfall(of: index).map { min(own, $0) } ?? own
    }

    /// How much of a target's basis is not covered, place by place: compounds, and behind all of them the residuals of
    /// communities; 0 outside a scope, of what is covered, and where it is unknown.
    func uncovered(
        _ measure: CoverageMeasure, of target: Target, in member: ScopeMembership.Member
    ) -> [Double] {
        let result = coverage(for: target)
        var weights = [Double](repeating: 0, count: study.compounds.count + study.communities.count)
        func weight(_ demand: PlaceDemand?, _ access: PlaceAccess, isCompound: Bool) -> Double {
            guard let demand, demand.isCounted else { return 0 }
            let isCovered =
                measure == .within15min
                ? result.standard.isWithinWalk(access) : result.standard.isWithinRadius(access)
            guard isCovered == false else { return 0 }
            switch target.basis {
            case .count: return isCompound ? 1 : 0
            case .households: return demand.households ?? 0
            case .elders: return demand.elders ?? 0
            case .area, .population: return 0
            }
        }
        for index in countedCompounds(in: member) {
            weights[index] = weight(
                result.demand.compounds[index], result.access.compounds[index], isCompound: true)
        }
        for index in member.communities {
            weights[study.compounds.count + index] = weight(
                result.demand.residuals[index], result.access.communities[index], isCompound: false)
        }
        return weights
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
            return coverage(for: target).rates.first {
                $0.scope == member.scope && $0.measure == measure.rawValue && $0.basis == target.basis
            }
            .map {
                TargetFigure(
                    scope: member.scope, numerator: $0.numerator, denominator: $0.denominator,
                    unknown: $0.unknown, estimated: $0.estimated, unstated: $0.unstated)
            }
        case .named: return nil
        case .facilities:
            return TargetFigure(
                scope: member.scope, numerator: Double(counted.count), denominator: nil)
        case .beds:
            let beds = beds(in: counted)
            return TargetFigure(
                scope: member.scope, numerator: beds.total?.double, denominator: nil,
                isPartlyUnstated: beds.unstated > 0, unstated: beds.unstated)
        case .bedsPer1000Elders:
            return perElders(beds(in: counted), of: target, in: member)
        case .placesPer1000Elders:
            var places = StatedSum()
            for facility in counted {
                let stated = [facility.beds, facility.dayCarePlaces].compactMap(\.self)
                places.add(stated.isEmpty ? nil : stated.reduce(.zero, +))
            }
            return perElders(places, of: target, in: member)
        case .spacePer100Households:
            let communities = Set(member.communities)
            let compounds = study.compounds.indices.filter {
                study.compounds[$0].community.map(communities.contains) ?? member.holdsOutsiders
            }
            let space = CareSpaceSum(
                of: compounds, counted: { coverage.demand.compounds[$0].isCounted },
                delivered: careSpace, stated: statesCareSpace)
            let places = compounds.map { coverage.demand.compounds[$0] }.filter(\.isCounted)
            func households(where isMeant: (PlaceDemand) -> Bool) -> Double {
                places.reduce(0) { isMeant($1) ? $0 + ($1.households ?? 0) : $0 }
            }
            return TargetFigure(
                scope: member.scope, numerator: space.total, denominator: households { _ in true },
                estimated: households(where: \.householdsEstimated),
                isPartlyUnstated: space.unstated > 0, unstated: space.unstated, factor: 100)
        case .nursingBedShare:
            return nursingBeds(of: counted, in: member)
        case .socialOperationShare:
            return share(of: counted, in: member) { $0.operator.map { $0 == .social } }
        case .medicalPointShare:
            return share(of: counted, in: member) { $0.hasMedicalPoint }
        case .visitingDoctorShare:
            return share(of: counted, in: member) {
                $0.services.isEmpty ? nil : $0.services.contains("visiting_doctor")
            }
        case .compoundsWithCareSpace:
            return share(of: countedCompounds(in: member), in: member) { index in
                records[index].careSpace.map { $0 > .zero }
            }
        case .newCompoundsMeetSpace:
            return newCompounds(in: member)
        }
    }

    /// So many for each 1,000 elders, who are those of the places, or the total that the study states of the scope.
    private func perElders(
        _ sum: StatedSum, of target: Target, in member: ScopeMembership.Member
    ) -> TargetFigure {
        guard let basis = target.elders else {
            let rate = rate(.within1km, .elders, in: member.scope)
            return TargetFigure(
                scope: member.scope, numerator: sum.total?.double, denominator: rate?.denominator ?? 0,
                estimated: rate?.estimated ?? 0, isPartlyUnstated: sum.unstated > 0,
                unstated: sum.unstated + (rate?.unstated ?? 0), factor: 1000)
        }
        let total = study.totals.latest(
            of: .scope(member.scope), counted: basis, upTo: coverage.day.year, \.elders)
        return TargetFigure(
            scope: member.scope, numerator: sum.total?.double, denominator: total?.elders?.double ?? 0,
            isPartlyUnstated: sum.unstated > 0, unstated: sum.unstated, factor: 1000,
            missingTotal: total == nil ? basis : nil, total: total)
    }

    /// The share of some things of which each is, is not, or may be counted.
    private func share<Thing>(
        of things: [Thing], in member: ScopeMembership.Member, counts: (Thing) -> Bool?
    ) -> TargetFigure {
        let verdicts = things.map(counts)
        return TargetFigure(
            scope: member.scope, numerator: Double(verdicts.count { $0 == true }),
            denominator: Double(things.count), unknown: Double(verdicts.count { $0 == nil }))
    }

    /// The nursing beds among the beds; beds of a facility that does not say how many of them are is unknown.
    private func nursingBeds(
        of facilities: [Facility], in member: ScopeMembership.Member
    ) -> TargetFigure {
        var (nursing, beds, unknown, unstated) = (ExactDecimal.zero, ExactDecimal.zero, ExactDecimal.zero, 0)
        for facility in facilities {
            guard let all = facility.beds else {
                unstated += 1
                continue
            }
            beds = beds + all
            if let own = facility.nursingBeds {
                nursing = nursing + own
            } else {
                unknown = unknown + all
            }
        }
        return TargetFigure(
            scope: member.scope, numerator: nursing.double, denominator: beds.double,
            unknown: unknown.double, isPartlyUnstated: unstated > 0, unstated: unstated)
    }

    /// Of the counted compounds that owe care space as new ones, those that hold it; those of which it is open
    /// whether they owe or hold it are unknown.
    private func newCompounds(in member: ScopeMembership.Member) -> TargetFigure {
        let verdicts = countedCompounds(in: member).compactMap(verdict(onNewCompound:))
        return TargetFigure(
            scope: member.scope, numerator: Double(verdicts.count { $0 == .pass }),
            denominator: Double(verdicts.count), unknown: Double(verdicts.count { $0 == .unknown }))
    }

    /// Whether a compound holds what it owes as a new one, on its own or together with those that it may share with;
    /// nothing of one that owes nothing as such, or that a written exception frees from it.
    ///
    /// Where its own is too little and only an agreement would say whether others spare it any, it is unknown.
    package func verdict(onNewCompound index: Int) -> Verdict? {
        guard let rule = records[index].spaceRule(of: pack, asOf: coverage.day) else { return nil }
        if !study.waivers.isEmpty {
            let isExcepted = WaivedFindings.holds(
                study.waivers, against: SpaceRule.id, for: study.compounds[index].id, asOf: coverage.day)
            if isExcepted != false { return isExcepted == true ? nil : .unknown }
        }
        switch records[index].obligation(under: rule) {
        case .owed(.new, _, _, _), .owedUnstated(.new, _), .open:
            let own =
                SpacePerHundredHouseholds.finding(
                    on: records[index], under: pack, asOf: coverage.day)?.verdict ?? .unknown
            guard own != .pass, let pooled = together?.verdict(on: index) else { return own }
            return pooled == .fail ? own : pooled
        case .owed, .owedUnstated, .nothing, .noRate: return nil
        }
    }

    /// The coverage that a target's rates are taken from.
    package func coverage(for target: Target) -> CoverageResult {
        target.selector.flatMap { coverageBySelector[$0] } ?? coverage
    }

    private func countedCompounds(in member: ScopeMembership.Member) -> [Int] {
        let communities = Set(member.communities)
        return study.compounds.indices.filter {
            coverage.demand.compounds[$0].isCounted
                && (study.compounds[$0].community.map(communities.contains) ?? member.holdsOutsiders)
        }
    }

    private func rate(_ measure: CoverageMeasure, _ basis: Basis, in scope: Scope) -> Rate? {
        coverage.rates.first {
            $0.scope == scope && $0.measure == measure.rawValue && $0.basis == basis
        }
    }

    private func facilities(
        countedBy selector: FacilitySelector, in member: ScopeMembership.Member
    ) -> [Facility] {
        let communities = Set(member.communities)
        return study.facilities.filter {
            ($0.community.map(communities.contains) ?? member.holdsOutsiders)
                && selector.counts($0, on: coverage.day)
        }
    }

    private func beds(in facilities: [Facility]) -> StatedSum {
        var beds = StatedSum()
        for facility in facilities { beds.add(facility.beds) }
        return beds
    }
}
