internal import Coverage
internal import Population
internal import Scenarios
internal import Yams

/// What one scenario file says, before what it extends is laid under it.
struct ScenarioDraft {
    /// Rates as one set for every variant, or a set for each.
    enum Rates {
        case one(RateTable)
        case sets([RateVariant: RateTable], file: String, line: Int)
    }

    var name: String?
    var deliveries: DeliveryRule?
    var variant: RateVariant?
    var rates: Rates?
    var programme: ProgrammeReading?
    var maps: [Int]?
    /// The scenario that this one extends, and the line that says so.
    var extends: (text: String, line: Int)?

    /// Reads a file's mapping.
    init(_ fields: YAMLMapping<ScenarioKey>, _ problems: inout [Problem]) {
        name = fields.text(.name, &problems)
        if let name, !Self.canNameAFolder(name) {
            problems.append(
                fields.problem(.name, .wrongType(expected: "a name that can be a folder's, without slashes")))
        }
        extends = fields.text(.extends, &problems).map { ($0, fields.line(of: .extends)) }
        deliveries = fields.word(.deliveries, as: DeliveryRule.self, &problems)
        if let population = fields.mapping(.population, as: PopulationKey.self, &problems) {
            read(population, &problems)
        }
        if fields.has(.programme) {
            if case .sequence? = fields.node(.programme) {
                programme = ProgrammeReading(fields.items(.programme), file: fields.file, &problems)
            } else {
                problems.append(fields.problem(.programme, .wrongType(expected: "list")))
            }
        }
        if fields.has(.buildOut) {
            problems.append(fields.problem(.buildOut, .notAvailable(feature: ScenarioKey.buildOut.rawValue)))
        }
        if fields.has(.maps) {
            maps = fields.items(.maps).compactMap { node, line in
                if let year = node.int, (1...9999).contains(year) { return year }
                problems.append(
                    Problem(
                        file: fields.file, row: line, column: ScenarioKey.maps.rawValue,
                        .wrongType(expected: "years")))
                return nil
            }
        }
    }

    /// This scenario over the one that it extends.
    ///
    /// A key given here wins as a whole, in `population` each of its keys. The name is never taken over.
    func laid(over base: ScenarioDraft) -> ScenarioDraft {
        var draft = self
        draft.deliveries = deliveries ?? base.deliveries
        draft.variant = variant ?? base.variant
        draft.rates = rates ?? base.rates
        draft.programme = programme ?? base.programme
        draft.maps = maps ?? base.maps
        return draft
    }

    private mutating func read(_ population: YAMLMapping<PopulationKey>, _ problems: inout [Problem]) {
        variant = population.word(.variant, as: RateVariant.self, &problems)
        if let method = population.text(.method, &problems), method != "rates" {
            problems.append(
                population.problem(
                    .method,
                    method == "cohort"
                        ? .notAvailable(feature: "method: cohort")
                        : .notOneOf(text: method, allowed: ["rates"])))
        }
        guard let node = population.node(.rates) else { return }
        if case .mapping(let mapping) = node,
            mapping.contains(where: { RateSetKey(rawValue: $0.key.string ?? "") != nil })
        {
            guard let sets = population.mapping(.rates, as: RateSetKey.self, &problems) else { return }
            var tables: [RateVariant: RateTable] = [:]
            for key in RateSetKey.allCases {
                guard let set = sets.mapping(key, as: RateKey.self, &problems) else { continue }
                tables[key.variant] = Self.table(set, &problems)
            }
            rates = .sets(tables, file: sets.file, line: population.line(of: .rates))
        } else if let set = population.mapping(.rates, as: RateKey.self, &problems) {
            rates = .one(Self.table(set, &problems))
        }
    }

    private static func table(_ set: YAMLMapping<RateKey>, _ problems: inout [Problem]) -> RateTable {
        func rate(_ key: RateKey) -> Double? {
            set.number(
                key, in: -1...1, expected: "a yearly share from -1 to 1 (0.031 is 3.1 %)", &problems)
        }
        return RateTable(
            all: rate(.all), elders: rate(.elders), sixties: rate(.sixties), seventies: rate(.seventies),
            eightyPlus: rate(.eightyPlus), households: rate(.households))
    }

    /// Whether a name can stand in the path of results.
    static func canNameAFolder(_ name: String) -> Bool {
        name != "." && name != ".."
            && !name.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value < 32 }
            && name.utf8.count <= 200
    }
}

extension RateSetKey {
    fileprivate var variant: RateVariant {
        switch self {
        case .low: .low
        case .middle: .middle
        case .high: .high
        }
    }
}
