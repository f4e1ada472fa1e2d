internal import Coverage
internal import Places

/// Makes totals of areas of their rows.
struct AreaReading {
    let names: AreaNames
    /// The year of rows that state none.
    let baseYear: Int

    /// The totals of all sound rows; each area, year and basis once.
    func totals(_ layer: LayerRows<AreaColumn>) -> [AreaTotal] {
        var first: [Key: SourceRow] = [:]
        return layer.rows.compactMap { row in
            let tier = row.requiredText(.tier) == nil ? nil : row.word(.tier, AreaColumn.tiers)
            let name = row.requiredText(.name)
            let year = row.text(.year) == nil ? baseYear : row.value(.year, CellDate.year)
            let basis = row.word(.basis, AreaColumn.bases)
            let figures = [row.count(.households), row.count(.population), row.count(.elders)]
            if row.isSound, figures.allSatisfy({ $0 == nil }) {
                row.report(.area(.totalOfNothing))
            }
            guard let tier, let name, let year, row.isSound else { return nil }
            for (part, column) in [(figures[0], AreaColumn.households), (figures[2], .elders)] {
                if let part, let people = figures[1], part > people {
                    row.report(
                        .exceeds(part: column.rawValue, part, whole: AreaColumn.population.rawValue, people),
                        in: column, severity: .warning)
                }
            }
            guard
                let area = row.value(
                    .name, { _ throws(Fault) in try names.area(named: name, tier: tier) }) ?? nil
            else { return nil }
            let key = Key(area: area, year: year, basis: basis)
            if let first = first[key] {
                row.report(.area(.duplicateTotal(name: name, year: year, firstRow: first)), in: .name)
                return nil
            }
            first[key] = row.source
            return AreaTotal(
                area: area, year: year, basis: basis, households: figures[0], population: figures[1],
                elders: figures[2], source: row.source)
        }
    }

    private struct Key: Hashable {
        let area: StatedArea
        let year: Int
        let basis: CountingBasis?
    }
}

extension [AreaTotal] {
    /// Warns where the communities of an area add up to something else than the totals of the base year, by more
    /// than 1 %; where totals count people in several ways, to something else than each of them.
    ///
    /// Areas of which a community does not state the figure are left out: nothing is known to differ there.
    func compare(with study: Study, _ layer: LayerRows<AreaColumn>) {
        var rows: [SourceRow: SchemaRow<AreaColumn>] = [:]
        for row in layer.rows { rows[row.source] = row }
        let members = Dictionary(
            ScopeMembership(of: study).members.map { ($0.scope, $0.communities) }, uniquingKeysWith: { $1 })
        for (column, total, own) in Self.figures {
            var sums: [StatedArea: ExactDecimal] = [:]
            let stated = filter { $0.year == study.baseYear && total($0) != nil }
            for area in Set(stated.map(\.area)) {
                let communities =
                    switch area {
                    case .community(let index): [index]
                    case .scope(let scope): members[scope] ?? []
                    }
                let figures = communities.map { own(study.communities[$0]) }
                guard !figures.isEmpty, !figures.contains(nil) else { continue }
                sums[area] = figures.compactMap(\.self).reduce(.zero, +)
            }
            let agreeing = Set(
                stated.filter { row in
                    sums[row.area].map { Self.isNear($0, total(row) ?? .zero) } ?? true
                }.map(\.area))
            for row in stated where !agreeing.contains(row.area) {
                guard let sum = sums[row.area], let figure = total(row) else { continue }
                rows[row.source]?.report(
                    .area(.totalDiffers(stated: figure, communities: sum)), in: column, severity: .warning)
            }
        }
    }

    private static var figures: [(AreaColumn, (AreaTotal) -> ExactDecimal?, (Community) -> ExactDecimal?)] {
        [
            (.households, \.households, \.households), (.population, \.population, \.population),
            (.elders, \.elders, \.elders.total),
        ]
    }

    private static func isNear(_ one: ExactDecimal, _ other: ExactDecimal) -> Bool {
        let (more, less) = one > other ? (one, other) : (other, one)
        return (more - less) * ExactDecimal(100) <= more
    }
}
