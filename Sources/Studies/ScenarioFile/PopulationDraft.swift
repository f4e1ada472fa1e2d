internal import Population
internal import Yams

/// What a scenario file says of how people move, before what it extends is laid under it.
struct PopulationDraft {
    /// By what people move.
    enum Method: String, CaseIterable {
        case rates, cohort
    }

    /// A value for every variant, or one for each.
    enum PerVariant<Value> {
        case one(Value)
        case each([RateVariant: Value], file: String, line: Int, key: PopulationKey)

        /// The value of a variant; one that is missing is reported.
        func value(of variant: RateVariant, _ problems: inout [Problem]) -> Value? {
            switch self {
            case .one(let value): return value
            case .each(let values, let file, let line, let key):
                if let value = values[variant] { return value }
                problems.append(
                    Problem(
                        file: file, row: line,
                        column: "\(ScenarioKey.population.rawValue).\(key.rawValue)",
                        .missingKey(name: variant.rawValue)))
                return nil
            }
        }
    }

    var method: Method?
    var variant: RateVariant?
    var rates: PerVariant<RateTable>?
    var demography: DemographyReference?
    var migration: PerVariant<Double>?
    var fertility: PerVariant<Double>?
    var households: CohortChoice.Households?
    /// The first key that only cohorts read, and where it stands.
    var cohortKey: (file: String, line: Int)?

    /// Nothing is said.
    init() {}

    /// Reads the mapping `population`.
    init(_ fields: YAMLMapping<PopulationKey>, _ problems: inout [Problem]) {
        variant = fields.word(.variant, as: RateVariant.self, &problems)
        method = fields.word(.method, as: Method.self, &problems)
        rates = Self.perVariant(.rates, in: fields, &problems) { node, file, path, problems in
            YAMLMapping<RateKey>(node, file: file, path: path, problems: &problems).map {
                Self.table($0, &problems)
            }
        }
        demography = fields.text(.demography, &problems).map {
            DemographyReference(text: $0, file: fields.file, line: fields.line(of: .demography))
        }
        migration = Self.numbers(
            .migration, in: fields, CohortChoice.migrationBounds,
            expected: "net migrants per person and year, from -0.03 to 0.1", &problems)
        fertility = Self.numbers(
            .fertility, in: fields, 0...15, expected: "children per woman, from 0 to 15", &problems)
        households = fields.word(.households, as: CohortChoice.Households.self, &problems)
        let ofCohorts: [PopulationKey] = [.demography, .migration, .fertility, .households]
        cohortKey = ofCohorts.first { fields.has($0) }.map { (fields.file, fields.line(of: $0)) }
    }

    /// This one over that of an extended file, key by key.
    func laid(over base: PopulationDraft) -> PopulationDraft {
        var draft = self
        draft.method = method ?? base.method
        draft.variant = variant ?? base.variant
        draft.rates = rates ?? base.rates
        draft.demography = demography ?? base.demography
        draft.migration = migration ?? base.migration
        draft.fertility = fertility ?? base.fertility
        draft.households = households ?? base.households
        draft.cohortKey = cohortKey ?? base.cohortKey
        return draft
    }

    /// What a scenario says in the end, and the files that it was read from.
    struct Resolved {
        var variant: RateVariant
        var rates = RateTable()
        var cohort: CohortChoice?
        var inputs: [InputFile] = []
    }

    /// Picks the variant and reads the demographic table.
    func resolved(_ problems: inout [Problem]) -> Resolved {
        var resolved = Resolved(variant: variant ?? .middle)
        resolved.rates = rates?.value(of: resolved.variant, &problems) ?? RateTable()
        if method == nil, let cohortKey {
            // A key that would change nothing is no wish of anybody's.
            problems.append(
                Problem(
                    file: cohortKey.file, row: cohortKey.line, column: ScenarioKey.population.rawValue,
                    .missingKey(name: PopulationKey.method.rawValue)))
        }
        guard method == .cohort else { return resolved }
        let reference =
            demography ?? DemographyReference(text: DemographyReference.standard, file: "", line: 1)
        if let path = reference.path { resolved.inputs = [InputFile(file: path, path: path)] }
        guard let table = DemographyReader.table(reference, &problems) else { return resolved }
        let fertility = fertility?.value(of: resolved.variant, &problems)
        if fertility == nil, !table.states(resolved.variant) {
            problems.append(
                Problem(
                    file: reference.path ?? table.id, row: nil,
                    column: DemographyKey.totalFertility.rawValue,
                    .missingKey(name: resolved.variant.rawValue)))
        }
        resolved.cohort = CohortChoice(
            table: table, migration: migration?.value(of: resolved.variant, &problems) ?? 0,
            totalFertility: fertility, households: households ?? .dwellings)
        return resolved
    }

    /// One value, or, under the names of variants, one for each.
    private static func perVariant<Value>(
        _ key: PopulationKey, in fields: YAMLMapping<PopulationKey>, _ problems: inout [Problem],
        read: (Node, String, String, inout [Problem]) -> Value?
    ) -> PerVariant<Value>? {
        guard let node = fields.node(key) else { return nil }
        guard case .mapping(let mapping) = node,
            mapping.contains(where: { RateSetKey(rawValue: $0.key.string ?? "") != nil })
        else {
            return read(node, fields.file, fields.path(of: key), &problems).map { .one($0) }
        }
        guard let sets = fields.mapping(key, as: RateSetKey.self, &problems) else { return nil }
        var values: [RateVariant: Value] = [:]
        for set in RateSetKey.allCases {
            guard let node = sets.node(set) else { continue }
            values[set.variant] = read(node, sets.file, sets.path(of: set), &problems)
        }
        return .each(values, file: sets.file, line: fields.line(of: key), key: key)
    }

    private static func numbers(
        _ key: PopulationKey, in fields: YAMLMapping<PopulationKey>, _ bounds: ClosedRange<Double>,
        expected: String, _ problems: inout [Problem]
    ) -> PerVariant<Double>? {
        perVariant(key, in: fields, &problems) { node, file, path, problems in
            let number = node.float ?? node.int.map(Double.init)
            guard let number, bounds.contains(number) else {
                problems.append(
                    Problem(
                        file: file, row: node.mark?.line, column: path, .wrongType(expected: expected)))
                return nil
            }
            return number
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
}
