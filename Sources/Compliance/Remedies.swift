internal import Coverage
internal import Geodesy
internal import Geometry
internal import Places
internal import Policy

/// Finds what would nearest mend what fails.
struct Remedies {
    let study: Study
    let pack: PolicyPack
    let day: Day
    private let walks: [ExactDecimal: NearbyOnFoot]
    private let together: HeldTogether
    private let surplus: [Surplus]
    private let indexOfCompound: [String: Int]

    /// A compound that holds more than it owes.
    private struct Surplus {
        let compound: Int
        let amount: ExactDecimal
    }

    /// Looks at what compounds hold beyond what they owe.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - pack: the pack.
    ///   - day: the day asked about.
    ///   - records: the study's compounds with their phases.
    ///   - space: the space rule that is for each.
    ///   - walks: which compounds lie within a walk of each other, by the metres of the walk.
    ///   - together: what compounds meet, or lack, together with others.
    init(
        study: Study, pack: PolicyPack, day: Day, records: [CompoundRecord], space: [SpaceRule?],
        walks: [ExactDecimal: NearbyOnFoot], together: HeldTogether
    ) {
        self.study = study
        self.pack = pack
        self.day = day
        self.walks = walks
        self.together = together
        // Only where a pack lets compounds share is another's surplus of use.
        surplus =
            pack.pooledSpace.isEmpty
            ? []
            : records.indices.compactMap { index in
                let member = PooledSpace.Member(record: records[index], space: space[index])
                guard let owed = member.owed, let held = records[index].careSpace, held > owed
                else { return nil }
                return Surplus(compound: index, amount: held - owed)
            }
        indexOfCompound = Dictionary(
            study.compounds.indices.map { (study.compounds[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// The remedy for a finding on a compound or a group that fails; nothing where none is known.
    func remedy(for finding: Finding) -> Remedy? {
        guard finding.verdict == .fail else { return nil }
        switch finding.detail {
        case .firstPhaseHoldsTooLittle(let phase, _):
            return finding.shortfall.map { .moveToPhase($0, phase: phase) }
        case .buildOut: return .tooLate
        case .steps(_, let care, let missing, _, _, _, let later):
            guard let milestone = milestone(of: finding.rule) else { return nil }
            if let care, !care.mayBeToCome(after: day) { return .tooLate }
            return later == nil
                ? .complete(milestone, phases: missing) : .stateDate(milestone, phases: missing)
        case .smallestPlace: return finding.shortfall.map { .enlargePlace($0) }
        case .landOfFacilities, .landArea: return finding.shortfall.map { .addLand($0) }
        case .floorArea, .shareOfPublicService, .bedsTimesArea:
            return finding.shortfall.map { .enlarge($0) }
        case .servicesMissing(let services), .servicesMissingFor(_, let services, _):
            return .offer(services)
        case .serviceHours(_, _, _, let each, _):
            return finding.shortfall.flatMap { carers(for: $0, each: each) }
        case .serviceClass: return higherClass(of: finding.rule)
        case .longestStay: return finding.required.flatMap { Int($0.description) }.map { .shortenStays($0) }
        case .floor: return finding.shortfall.flatMap { Int($0.description) }.map { .move(floors: $0) }
        default: return finding.unit == .squareMetres ? space(for: finding) : nil
        }
    }

    /// The fewest carers who give so many hours more.
    private func carers(for hours: ExactDecimal, each: ExactDecimal) -> Remedy? {
        guard each > .zero else { return nil }
        var count = max(1, Int((hours.double / each.double).rounded()))
        // The quotient is not exact: what they give is.
        if ExactDecimal(count) * each < hours { count += 1 }
        return .addCarers(count, each: each)
    }

    /// The services of which one would make a facility of the class that a standard asks for, or else of the next higher one.
    private func higherClass(of rule: String) -> Remedy? {
        guard let standard = pack.facilityStandards.first(where: { $0.id == rule }),
            case .serviceClass(let least) = standard.requirement
        else { return nil }
        for own in ServiceClass.allCases where own >= least {
            if let services = pack.serviceClasses.services[own], !services.isEmpty {
                return .offerAny(services, serviceClass: own)
            }
        }
        return nil
    }

    private func milestone(of rule: String) -> Milestone? {
        Milestone.allCases.first { SynchronizationRule.id(of: $0) == rule }
    }

    /// What would meet owed care space: the nearest compound that may share and has enough to spare, else more of it.
    private func space(for finding: Finding) -> Remedy? {
        guard let missing = finding.shortfall else { return nil }
        guard finding.scope == .compound, let own = indexOfCompound[finding.subject] else {
            return .addSpace(missing)
        }
        // What others of its pool have to spare is counted already where the pool lacks something all the same.
        if let lack = together.shortfall(of: own) { return .addSpace(min(missing, lack)) }
        let givers = surplus.filter {
            $0.compound != own && $0.amount >= missing && mayShare($0.compound, own)
        }
        let nearest = givers.map { (distance($0.compound, own), $0.compound) }
            .min { a, b in
                a.0 == b.0
                    ? precedesInByteOrder(study.compounds[a.1].id, study.compounds[b.1].id) : a.0 < b.0
            }
        return nearest.map { .shareSpace(missing, with: study.compounds[$0.1].id) } ?? .addSpace(missing)
    }

    private func mayShare(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (study.compounds[a], study.compounds[b])
        return pack.pooledSpace.contains { rule in
            switch rule.grouping {
            case .pool: x.pool != nil && x.pool == y.pool
            case .community: x.community != nil && x.community == y.community
            case .within(let metres): isWithin(metres.double, x.point, y.point)
            case .walk(let metres): walks[metres]?.near[a]?.contains(b) ?? false
            }
        }
    }

    /// Whether two places lie within some metres; far ones are told by their latitudes, of which a degree is never
    /// shorter than 110.5 km.
    private func isWithin(_ metres: Double, _ a: GeographicPoint, _ b: GeographicPoint) -> Bool {
        abs(a.latitude - b.latitude) * 110_500 <= metres
            && Ellipsoid.wgs84.distance(a, b).value <= metres
    }

    /// Metres in a straight line.
    private func distance(_ a: Int, _ b: Int) -> Double {
        Ellipsoid.wgs84.distance(study.compounds[a].point, study.compounds[b].point).value
    }
}
