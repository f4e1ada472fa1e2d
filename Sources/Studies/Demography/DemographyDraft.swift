internal import Population
internal import Yams

/// A demographic table in the making: every list of one length, one figure for each period of five years.
struct DemographyDraft {
    /// The table; nothing where anything is missing or does not fit, which has been reported.
    private(set) var table: DemographicTable?

    /// Reads a table's keys.
    init(_ fields: YAMLMapping<DemographyKey>, _ problems: inout [Problem]) {
        let before = problems.count
        for key in [
            DemographyKey.firstPeriod, .sexRatioAtBirth, .totalFertility, .fertilityPercent, .mortality,
        ] {
            _ = fields.required(key, &problems)
        }
        let start = fields.number(.firstPeriod, in: 1...9_999, expected: Self.year, &problems)
        let ratios = fields.numbers(.sexRatioAtBirth, in: 0.5...2, expected: Self.ratio, &problems)
        let count = ratios?.count
        var fertility: [RateVariant: [Double]] = [:]
        if let variants = fields.mapping(.totalFertility, as: FertilityVariantKey.self, &problems) {
            for key in FertilityVariantKey.allCases where variants.has(key) {
                fertility[key.variant] = variants.figures(
                    key, count: count, in: 0...15, expected: Self.children, &problems)
            }
        }
        let shares = fields.mapping(.fertilityPercent, as: FertileAgeKey.self, &problems).map {
            Self.rows($0, count: count, in: 0...100, expected: Self.percent, &problems)
        }
        var deaths: [Sex: [[Double]]] = [:]
        if let sexes = fields.mapping(.mortality, as: SexKey.self, &problems) {
            for (key, sex) in [(SexKey.female, Sex.female), (.male, .male)] {
                guard sexes.required(key, &problems),
                    let rates = sexes.mapping(key, as: DeathRateKey.self, &problems)
                else { continue }
                deaths[sex] = Self.rows(
                    rates, count: count, in: 1e-9...1, expected: Self.deathRate, &problems)
            }
        }
        guard problems.count == before, let start, let ratios, let shares, let female = deaths[.female],
            let male = deaths[.male]
        else { return }
        guard
            ratios.indices.allSatisfy({ period in
                abs(shares.reduce(0) { $0 + $1[period] } - 100) <= 0.5
            })
        else {
            problems.append(fields.problem(.fertilityPercent, .wrongType(expected: Self.percent)))
            return
        }
        table = DemographicTable(
            id: fields.text(.id, &problems) ?? fields.file, source: fields.text(.source, &problems) ?? "",
            start: start,
            periods: ratios.indices.map { period in
                DemographicTable.Period(
                    femaleDeathRates: female.map { $0[period] }, maleDeathRates: male.map { $0[period] },
                    totalFertility: fertility.mapValues { $0[period] },
                    fertilityShares: shares.map { $0[period] / 100 }, sexRatioAtBirth: ratios[period])
            })
    }

    /// The figures of every key of a mapping, each of which must be there.
    private static func rows<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, count: Int?, in bounds: ClosedRange<Double>, expected: String,
        _ problems: inout [Problem]
    ) -> [[Double]] {
        Key.allCases.map { key in
            guard fields.required(key, &problems) else { return [] }
            return fields.figures(key, count: count, in: bounds, expected: expected, &problems) ?? []
        }
    }

    // What figures are expected to be; the words for people know each.
    private static let year = "a year"
    private static let ratio = "boys per girl, from 0.5 to 2, one for each period"
    private static let children = "children per woman, from 0 to 15, one for each period"
    private static let percent = "per cent of all children, one for each period, together 100"
    private static let deathRate = "deaths per person and year, above 0 and up to 1, one for each period"
}

extension YAMLMapping {
    /// A list of finite numbers within bounds; `expected` names them.
    func numbers(
        _ key: Key, in bounds: ClosedRange<Double>, expected: String, _ problems: inout [Problem]
    ) -> [Double]? {
        guard has(key) else { return nil }
        let numbers = items(key).map { $0.node.float ?? $0.node.int.map(Double.init) ?? .nan }
        guard !numbers.isEmpty, numbers.allSatisfy({ bounds.contains($0) }) else {
            problems.append(problem(key, .wrongType(expected: expected)))
            return nil
        }
        return numbers
    }

    /// A list of so many numbers.
    fileprivate func figures(
        _ key: Key, count: Int?, in bounds: ClosedRange<Double>, expected: String, _ problems: inout [Problem]
    ) -> [Double]? {
        guard let numbers = numbers(key, in: bounds, expected: expected, &problems) else { return nil }
        guard count == nil || numbers.count == count else {
            problems.append(problem(key, .wrongType(expected: expected)))
            return nil
        }
        return numbers
    }
}
