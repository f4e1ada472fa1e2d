package import Places

/// Which compounds stand on a day, and so count.
package enum DeliveryState: Hashable, Sendable {
    /// It stands and counts.
    case counted
    /// Some of its phases are delivered; that share of its dwellings counts (deliveries by phase only).
    case partly(households: Double)
    /// Its `delivered` has not come.
    case notYet
    /// It states no `delivered`, and was planned under the space rule for new compounds: taken as not delivered.
    case presumedNot

    /// Whether any of it counts.
    package var isCounted: Bool {
        switch self {
        case .counted, .partly: true
        case .notYet, .presumedNot: false
        }
    }
}

/// How dwellings come in before a compound's `delivered`.
package enum DeliveryRule: String, Hashable, Sendable, CaseIterable {
    /// Not at all: a compound counts as a whole.
    case whole
    /// Phase by phase, as each phase's `housing_delivered` comes.
    case byPhase = "by_phase"
}

/// The state of every compound of a study on a day.
///
/// - Parameters:
///   - study: the study.
///   - day: the day asked about.
///   - ruleForNewFrom: the day from which the policy's space rule for new compounds holds; nothing where it
///     has none. A compound that states no `delivered` stands, unless its `planned` (else the earliest
///     `housing_planned` of its phases) is on or after this day.
///   - rule: whether phases count before the compound's `delivered`.
/// - Returns: a state for each compound, in the study's order.
package func deliveryStates(
    of study: Study, on day: Day, ruleForNewFrom: Day?, rule: DeliveryRule = .whole
) -> [DeliveryState] {
    var earliestPlanned = [PartialDate?](repeating: nil, count: study.compounds.count)
    var deliveredHouseholds = [Double?](repeating: nil, count: study.compounds.count)
    for phase in study.phases {
        if let planned = phase.housing.planned {
            let known = earliestPlanned[phase.compound]
            if known.map({ planned.last < $0.last }) ?? true { earliestPlanned[phase.compound] = planned }
        }
        if rule == .byPhase, let delivered = phase.housing.delivered, delivered.last <= day {
            deliveredHouseholds[phase.compound, default: 0] += phase.households.double
        }
    }
    return study.compounds.indices.map { index in
        let compound = study.compounds[index]
        if let delivered = compound.delivered {
            if delivered.last <= day { return .counted }
            if let households = deliveredHouseholds[index], households > 0 {
                return .partly(households: households)
            }
            return .notYet
        }
        if let from = ruleForNewFrom, let planned = compound.planned ?? earliestPlanned[index],
            planned.last >= from
        {
            if let households = deliveredHouseholds[index], households > 0 {
                return .partly(households: households)
            }
            return .presumedNot
        }
        return .counted
    }
}

extension [Double?] {
    fileprivate subscript(index: Int, default absent: Double) -> Double {
        get { self[index] ?? absent }
        set { self[index] = newValue }
    }
}
