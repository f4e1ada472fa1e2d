internal import Coverage
internal import Places

// Groups of entitled people that do not go together: nothing is changed, a careful reader is told.
extension [EntitledGroup] {
    /// Warns where the areas of a tier within an area add up to something else than its own row, of the same group and
    /// year, by more than 1 %, and where a group has more people than its area has elders.
    ///
    /// Of a tier that is not stated of every community of the area only a sum above the area's own row is known to differ;
    /// where a community states no elders, no limit is known.
    func compare(with study: Study, _ layer: LayerRows<GroupColumn>) {
        var rows: [SourceRow: SchemaRow<GroupColumn>] = [:]
        for row in layer.rows { rows[row.source] = row }
        let members = Dictionary(
            ScopeMembership(of: study).members.map { ($0.scope, $0.communities) }, uniquingKeysWith: { $1 })
        func communities(of area: StatedArea) -> [Int] {
            switch area {
            case .community(let index): [index]
            case .scope(let scope): members[scope] ?? []
            }
        }
        let alike = Dictionary(grouping: self) { Count(group: $0.group, year: $0.year) }
        for row in self {
            let own = Set(communities(of: row.area))
            let elders = own.map { study.communities[$0].elders.total }
            if !own.isEmpty, !elders.contains(nil) {
                let sum = elders.compactMap(\.self).reduce(ExactDecimal.zero, +)
                if row.count > sum {
                    rows[row.source]?.report(
                        .area(.groupExceedsElders(row.count, elders: sum)), in: .count, severity: .warning)
                }
            }
            for tier in row.area.tier.within {
                let parts = alike[Count(group: row.group, year: row.year), default: []].filter {
                    $0.area.tier == tier && own.isSuperset(of: communities(of: $0.area))
                }
                guard !parts.isEmpty else { continue }
                let sum = parts.reduce(ExactDecimal.zero) { $0 + $1.count }
                let isWhole = Set(parts.flatMap { communities(of: $0.area) }) == own
                let (more, less) = sum > row.count ? (sum, row.count) : (row.count, sum)
                guard isWhole || sum > row.count, (more - less) * ExactDecimal(100) > more else { continue }
                rows[row.source]?.report(
                    .area(.groupDiffers(stated: row.count, parts: sum, tier: tier)), in: .count,
                    severity: .warning)
                break
            }
        }
    }

    private struct Count: Hashable {
        let group: String
        let year: Int
    }
}

extension AreaTier {
    /// The tiers below, the next one first.
    fileprivate var within: [AreaTier] {
        switch self {
        case .city: [.district, .subdistrict, .community]
        case .district: [.subdistrict, .community]
        case .subdistrict: [.community]
        case .community, .setting: []
        }
    }
}
