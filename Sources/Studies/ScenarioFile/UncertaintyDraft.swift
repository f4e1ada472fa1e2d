internal import Population
internal import Scenarios
internal import Yams

/// What a scenario file says of how far its quantities may lie from what it says, before what it extends is laid under
/// it.
struct UncertaintyDraft {
    private var ranges: [UncertaintyKey: Uncertainty.Range] = [:]
    private var places: [UncertaintyKey: (file: String, line: Int)] = [:]
    /// The quantities that each compound draws for itself.
    private var each: Set<UncertaintyKey> = []
    /// Whether any file has the block.
    private var isStated = false

    /// Nothing is said.
    init() {}

    /// Reads the mapping `uncertainty`.
    init(_ fields: YAMLMapping<UncertaintyKey>, _ problems: inout [Problem]) {
        isStated = true
        for key in UncertaintyKey.allCases {
            guard let range = fields.mapping(key, as: RangeKey.self, &problems) else { continue }
            places[key] = (fields.file, fields.line(of: key))
            let isWhole = [RangeKey.low, .high].map { range.required($0, &problems) }
            func number(_ end: RangeKey) -> Double? {
                range.number(end, in: key.bounds, expected: key.expected, &problems)
            }
            guard isWhole == [true, true], let low = number(.low), let high = number(.high) else { continue }
            if range.flag(.each, &problems) == true {
                if key != .deliveryDelay {
                    problems.append(range.problem(.each, .wrongType(expected: "delays only")))
                }
                each.insert(key)
            }
            let mode = number(.mode)
            if low > high {
                problems.append(range.problem(.high, .wrongType(expected: "low to high")))
            } else if let mode, !(low...high).contains(mode) {
                problems.append(range.problem(.mode, .wrongType(expected: "between low and high")))
            } else {
                ranges[key] = Uncertainty.Range(low: low, high: high, mode: mode)
            }
        }
    }

    /// This one over that of an extended file, key by key.
    func laid(over base: UncertaintyDraft) -> UncertaintyDraft {
        var draft = self
        draft.ranges = ranges.merging(base.ranges) { own, _ in own }
        draft.each = each.union(base.each.filter { places[$0] == nil })
        draft.places = places.merging(base.places) { own, _ in own }
        draft.isStated = isStated || base.isStated
        return draft
    }

    /// What a scenario says in the end, held against how its people move; nothing where no file has the block.
    func resolved(cohort: CohortChoice?, _ problems: inout [Problem]) -> Uncertainty? {
        guard isStated else { return nil }
        func report(_ key: UncertaintyKey, _ fault: Fault) {
            guard let place = places[key] else { return }
            problems.append(
                Problem(
                    file: place.file, row: place.line,
                    column: "\(ScenarioKey.uncertainty.rawValue).\(key.rawValue)", fault))
        }
        // A range that would change nothing is no wish of anybody's.
        if cohort == nil, places[.fertility] != nil {
            report(.fertility, .missingKey(name: "population.method: cohort"))
        }
        if let net = cohort?.migration, let range = ranges[.migration] {
            let bounds = CohortChoice.migrationBounds
            if !bounds.contains(net + range.low) || !bounds.contains(net + range.high) {
                report(
                    .migration, .wrongType(expected: "migration in all"))
            }
        }
        var uncertainty = Uncertainty()
        uncertainty.delaysEachCompound = each.contains(.deliveryDelay)
        for key in UncertaintyKey.allCases {
            guard let range = ranges[key] else { continue }
            switch key {
            case .fertility: uncertainty.fertility = range
            case .migration: uncertainty.migration = range
            case .deliveryDelay: uncertainty.deliveryDelayMonths = range
            case .compliance: uncertainty.compliance = range
            case .takeUp: uncertainty.takeUp = range
            case .cost: uncertainty.cost = range
            }
        }
        return uncertainty
    }
}

extension UncertaintyKey {
    /// What a value may be.
    fileprivate var bounds: ClosedRange<Double> {
        switch self {
        case .fertility: 0...5
        case .migration: CohortChoice.migrationBounds
        case .deliveryDelay: 0...240
        case .compliance, .takeUp: 0...1
        case .cost: 0...10
        }
    }

    fileprivate var expected: String {
        switch self {
        case .fertility: "number 0–5"
        case .migration: "number -0.03–0.1"
        case .deliveryDelay: "number 0–240"
        case .compliance, .takeUp: "share 0–1"
        case .cost: "number 0–10"
        }
    }
}
