internal import Places
internal import Policy

/// Whether a rule that rests on owed care space speaks of a compound.
enum RuleApplicability {
    case yes
    case no(FindingDetail)
    case unclear(ClassDoubt)
}

extension CompoundRecord {
    /// Whether a rule of a period applies to the compound: to each that owes care space, and where the rule has a
    /// first day, that is new by that day.
    func applicability(of period: EffectivePeriod, owing space: SpaceRule?) -> RuleApplicability {
        guard let space else { return .no(.noRates) }
        switch obligation(under: space) {
        case .noRate(let known): return .no(known.map(FindingDetail.noRate) ?? .noRates)
        case .nothing: return .no(.owesNothing)
        case .open(let doubt): return .unclear(doubt)
        case .owed, .owedUnstated: break
        }
        guard let from = period.from else { return .yes }
        switch classing(by: space.classDate, from: from) {
        case .known(.new): return .yes
        case .known(.existing): return .no(.notInForce(from: from, by: space.classDate))
        case .open(let doubt): return .unclear(doubt)
        }
    }
}
