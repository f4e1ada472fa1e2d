package import Coverage
package import Places
package import Policy

/// When a compound's care space (养老服务用房) comes, and how much it owes.
///
/// Care space counts from its `care_delivered`, also where the housing comes later; where that is empty, with its
/// compound (in deliveries by phase: with its phase's housing). A compound's own figure comes as its phases'
/// care space does, in proportion; where no phase states any, with the `care_delivered` of the phase that the
/// pack's synchronization of deliveries refers to (else the first). What it provides elsewhere, where the pack counts that,
/// has no date of its own and comes with the compound.
package struct CareSpaceRecord: Sendable {
    /// The whole of it, m²; nothing where none is stated.
    private let total: Double?
    /// What it provides elsewhere, m², where the pack counts that.
    private let elsewhere: Double?
    private let parts: [Part]
    private let obligation: CareObligation

    private struct Part: Sendable {
        /// The share of the whole.
        let share: Double
        let delivered: Day?
        let housing: Day?
    }

    /// Looks at what a compound and its phases state.
    package init(_ record: CompoundRecord, pack: PolicyPack, asOf day: Day) {
        total = record.careSpace?.double
        let rule = record.spaceRule(of: pack, asOf: day)
        elsewhere = rule?.countsElsewhere == true ? record.compound.careSpaceElsewhere?.double : nil
        let holding = record.phasesHoldingCareSpace
        let sum = holding.reduce(0) { $0 + ($1.careSpace?.double ?? 0) }
        if sum > 0 {
            parts = holding.map { phase in
                Part(
                    share: (phase.careSpace?.double ?? 0) / sum, delivered: phase.care.delivered?.last,
                    housing: phase.housing.delivered?.last)
            }
        } else {
            let number = pack.synchronizations.first { $0.milestone == .delivered }?.phase
            let phase =
                number.flatMap { number in record.phases.first { $0.number == number } }
                ?? record.phases.first
            parts = [
                Part(
                    share: 1, delivered: phase?.care.delivered?.last, housing: phase?.housing.delivered?.last)
            ]
        }
        obligation = record.obligation(under: pack, asOf: day)
    }

    /// Whether the compound or its phases state any care space, be it 0 m².
    package var isStated: Bool { total != nil || elsewhere != nil }

    /// What of it the compound provides elsewhere, m².
    package var standingElsewhere: Double { elsewhere ?? 0 }

    /// The care space that has come by a day, m²; 0 of what nobody states.
    package func delivered(on day: Day, state: DeliveryState) -> Double {
        let elsewhere = state == .counted ? standingElsewhere : 0
        guard let total else { return elsewhere }
        var share = 0.0
        for part in parts {
            let hasCome =
                if let delivered = part.delivered {
                    delivered <= day
                } else {
                    switch state {
                    case .counted: true
                    case .partly: part.housing.map { $0 <= day } ?? false
                    case .notYet, .presumedNot: false
                    }
                }
            if hasCome { share += part.share }
        }
        return total * min(1, share) + elsewhere
    }

    /// The care space that the compound's counted dwellings ask for, m²; 0 where the pack asks for none, nothing
    /// where its class or its dwellings are unknown.
    ///
    /// - Parameters:
    ///   - counted: its dwellings that stand.
    ///   - whole: all its dwellings, as the scenario takes them.
    /// - Returns: the care space owed.
    package func required(counted: Double?, whole: Double?) -> Double? {
        switch obligation {
        case .noRate, .nothing: return 0
        case .open: return nil
        case .owed(_, let rate, _, let required):
            // Of a compound that stands as a whole the exact figure, not a product of roundings.
            return counted.map { $0 == whole ? required.double : $0 * rate.double / 100 }
        case .owedUnstated(_, let rate): return whole == nil ? nil : counted.map { $0 * rate.double / 100 }
        }
    }
}
