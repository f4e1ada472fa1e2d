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
    var deliveredHouseholds = [Double?](repeating: nil, count: study.compounds.count)
    // Only where the phases' dates decide: neither `delivered` nor `planned` is stated.
    var undated: [Int: [Phase]] = [:]
    for phase in study.phases {
        let compound = study.compounds[phase.compound]
        if ruleForNewFrom != nil, compound.delivered == nil, compound.planned == nil {
            undated[phase.compound, default: []].append(phase)
        }
        if rule == .byPhase, let delivered = phase.housing.delivered, delivered.last <= day {
            deliveredHouseholds[phase.compound, default: 0] += phase.households.double
        }
    }
    return study.compounds.indices.map { index in
        let compound = study.compounds[index]
        let absent: DeliveryState
        if let delivered = compound.delivered {
            if delivered.last <= day { return .counted }
            absent = .notYet
        } else if let from = ruleForNewFrom,
            let planned = compound.planned?.last ?? undated[index]?.earliestHousing(.planned)?.last,
            planned >= from
        {
            absent = .presumedNot
        } else {
            return .counted
        }
        guard let households = deliveredHouseholds[index], households > 0 else { return absent }
        return .partly(households: households)
    }
}

extension [Double?] {
    fileprivate subscript(index: Int, default absent: Double) -> Double {
        get { self[index] ?? absent }
        set { self[index] = newValue }
    }
}
