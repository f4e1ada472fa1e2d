package import Places
package import Policy

/// What care space a pack asks of a compound.
package enum CareObligation: Hashable, Sendable {
    /// None: the pack has no rate for it (of its class, where that is known).
    case noRate(CompoundClass?)
    /// None: 0 m², as it has no households or the rate is 0, whichever its class.
    case nothing(CompoundClassing)
    /// So many m².
    case owed(CompoundClass, rate: ExactDecimal, households: ExactDecimal, required: ExactDecimal)
    /// Some; how much is not known, as the compound states no households.
    case owedUnstated(CompoundClass, rate: ExactDecimal)
    /// Not known, as its class is not.
    case open(ClassDoubt)
}

extension CompoundRecord {
    /// What care space a rule asks of the compound; its class as its dates tell, or as it is taken to be.
    package func obligation(under rule: SpaceRule, seenAs taken: CompoundClassing? = nil) -> CareObligation {
        let rates = CompoundClass.allCases.compactMap { rule.rate(of: $0) }
        guard !rates.isEmpty else { return .noRate(nil) }
        let classing = taken ?? classing(by: rule.classDate, from: rule.period.from)
        switch classing {
        case .known(let known):
            guard let rate = rule.rate(of: known) else { return .noRate(known) }
            guard let households = compound.households else {
                return rate == .zero ? .nothing(classing) : .owedUnstated(known, rate: rate)
            }
            guard let required = rule.required(households: households, class: known), required > .zero
            else { return .nothing(classing) }
            return .owed(known, rate: rate, households: households, required: required)
        case .open(let doubt):
            if compound.households == .zero || rates.allSatisfy({ $0 == .zero }) { return .nothing(classing) }
            return .open(doubt)
        }
    }
}
