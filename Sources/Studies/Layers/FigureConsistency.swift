internal import Places

// Figures of one row that do not go together: nothing is changed, a careful reader is told.
extension SchemaRow {
    /// Warns where a part, the sum of some columns, is larger than its whole; where either is not stated there
    /// is nothing to compare.
    func warn(where part: [Column], _ figure: ExactDecimal?, exceeds whole: [Column], _ limit: ExactDecimal?)
    {
        guard let figure, let limit, figure > limit, let column = part.last else { return }
        report(
            .exceeds(part: names(part), figure, whole: names(whole), limit), in: column, severity: .warning)
    }

    private func names(_ columns: [Column]) -> String { columns.map(header).joined(separator: " + ") }

    private func header(_ column: Column) -> String { table.header(column) }
}

extension SchemaRow<CommunityColumn> {
    /// Warns where age groups are missing that make the elders unknown, and where a group is larger than the
    /// elders, or the elders than the population.
    func compare(_ elders: ElderFigures, population: ExactDecimal?) {
        let stated = AgeGroup.allCases.filter { elders[$0] != nil }
        // A figure that cannot be read has been reported, and is not missing.
        let missing = AgeGroup.allCases.filter { text(CommunityColumn.column(of: $0)) == nil }
        if text(.elders) == nil, !stated.isEmpty, let first = missing.first {
            report(
                .missingAgeGroups(missing.map { header(CommunityColumn.column(of: $0)) }),
                in: CommunityColumn.column(of: first), severity: .warning)
        }
        let columns = stated.map { CommunityColumn.column(of: $0) }
        let sum = stated.compactMap { elders[$0] }.reduce(nil) { ($0 ?? .zero) + $1 } as ExactDecimal?
        if let total = elders.statedTotal {
            if let oldest = elders.eightyPlus, oldest > total {
                warn(where: [.eightyPlus], oldest, exceeds: [.elders], total)
            } else {
                warn(where: columns, sum, exceeds: [.elders], total)
            }
            warn(where: [.elders], total, exceeds: [.population], population)
        } else {
            warn(where: columns, sum, exceeds: [.population], population)
        }
    }
}

extension [Compound] {
    /// Warns where a compound, of those kept in the order of their rows, states more elders than its community.
    func compareElders(with communities: [Community], _ layer: LayerRows<CompoundColumn>) {
        var index = 0
        for row in layer.rows {
            guard index < count, self[index].source == row.source else { continue }
            defer { index += 1 }
            guard let elders = self[index].elders, let community = self[index].community,
                let all = communities[community].elders.total, elders > all
            else { continue }
            row.report(
                .moreEldersThanCommunity(elders, community: communities[community].id, all), in: .elders,
                severity: .warning)
        }
    }
}

extension SchemaRow<CommunityColumn> {
    /// The people by sex and age; nothing unless all groups are stated.
    ///
    /// Some groups without the others are warned of.
    func sexByAge(isEstimated: Bool) -> SexByAge? {
        let columns = CommunityColumn.ages
        guard columns.joined().contains(where: { text($0) != nil }) else { return nil }
        let people = columns.map { $0.map { count($0, isEstimated: isEstimated) } }
        let missing = columns.joined().filter { text($0) == nil }
        if let first = missing.first {
            report(.missingAges(count: missing.count), in: first, severity: .warning)
        }
        return SexByAge(female: people[0].compactMap { $0 }, male: people[1].compactMap { $0 })
    }

    /// Warns where the people by sex and age are others than the community's population or elders.
    func compare(_ ages: SexByAge?, with elders: ElderFigures, population: ExactDecimal?) {
        guard let ages else { return }
        for (column, stated, groups) in [
            (CommunityColumn.population, population, 0..<SexByAge.groupCount),
            (.elders, elders.total, 12..<SexByAge.groupCount),
        ] {
            guard let stated else { continue }
            let sum = ages.people(in: groups)
            let (more, less) = stated > sum ? (stated, sum) : (sum, stated)
            guard (more - less) * ExactDecimal(100) > more else { continue }
            report(.agesDiffer(stated: stated, ages: sum), in: column, severity: .warning)
        }
    }
}

extension CommunityColumn {
    /// The column of an age group.
    fileprivate static func column(of group: AgeGroup) -> Self {
        switch group {
        case .sixties: .sixties
        case .seventies: .seventies
        case .eightyPlus: .eightyPlus
        }
    }
}
