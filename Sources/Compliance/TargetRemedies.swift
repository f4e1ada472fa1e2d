internal import Coverage
internal import Places
internal import Policy

/// Finds what would nearest make a target's figure what is required: facilities to enlarge or equip, candidate sites to
/// open, beds to add, else how many.
struct TargetRemedies {
    let figures: TargetFigures
    let reach: CandidateReach?
    /// What would nearest make facilities count; nothing where no target of the pack asks.
    let tiers: TierRemedies?

    var study: Study { figures.study }
    var pack: PolicyPack { figures.pack }
    var day: Day { figures.coverage.day }

    /// Looks at a day's facilities and candidates.
    init(figures: TargetFigures, reach: CandidateReach?) {
        self.figures = figures
        self.reach = reach
        let (study, pack, day) = (figures.study, figures.pack, figures.coverage.day)
        let asks =
            pack.targets.contains(where: \.countsAreas)
            || study.unopenedCandidates.contains { study.candidates[$0].upgrades != nil }
        tiers =
            asks
            ? TierRemedies(
                study: study, pack: pack, day: day,
                standards: FacilityStandards.findings(study: study, pack: pack, on: day)) : nil
    }

    /// What would nearest bring so much more.
    ///
    /// - Parameters:
    ///   - target: the target.
    ///   - scope: where its figure falls short.
    ///   - missing: how much, above nothing.
    /// - Returns: the nearest thing, with its size.
    func remedy(for target: Target, in scope: Scope, missing: Double) -> Remedy {
        let whole = missing.rounded(.up)
        let count = Int(exactly: whole) ?? .max
        let selector = pack.selector(for: target)
        switch target.measure {
        case .named(let measure):
            return areas(measure, by: pack.rule(for: measure, of: target), in: scope, count)
        case .coverage(.hasFacility):
            return areas(.hasQualified, by: NamedMeasureRule(selector: selector), in: scope, count)
        case .coverage(let measure):
            return sites(measure, of: target, in: scope, missing)
                ?? .reach(
                    target.basis == .area
                        ? ExactDecimal(rounding: missing, decimals: 1) : ExactDecimal(count),
                    of: target.basis)
        case .facilities: return facilities(count, of: target, in: scope)
        case .beds, .bedsPer1000Elders:
            return beds(count, of: target, in: scope) { $0 }
        case .placesPer1000Elders:
            return beds(count, of: target, in: scope) { beds, places in
                let stated = [beds, places].compactMap(\.self)
                return stated.isEmpty ? nil : stated.reduce(.zero, +)
            }
        case .spacePer100Households: return .addSpace(ExactDecimal(rounding: missing, decimals: 2))
        case .nursingBedShare: return nursingBeds(count, selector, in: scope)
        case .socialOperationShare:
            return counted(count, selector, in: scope) { $0.operator.map { $0 == .social } }
        case .medicalPointShare:
            return counted(count, selector, in: scope, counts: \.hasMedicalPoint)
        case .visitingDoctorShare:
            return counted(count, selector, in: scope) {
                $0.services.isEmpty ? nil : $0.services.contains("visiting_doctor")
            }
        case .compoundsWithCareSpace: return spaceAside(count, in: scope)
        case .newCompoundsMeetSpace: return newCompounds(count, in: scope)
        }
    }
}

extension Target {
    /// Whether it counts communities or subdistricts, or facilities, which may only lack something to count.
    fileprivate var countsAreas: Bool {
        switch measure {
        case .named, .coverage(.hasFacility), .facilities: true
        default: false
        }
    }
}
