internal import Places

/// Makes groups of entitled people of their rows.
struct GroupReading {
    let names: AreaNames

    /// The groups of all sound rows; each area, group and year once.
    func groups(_ layer: LayerRows<GroupColumn>) -> [EntitledGroup] {
        var first: [Key: SourceRow] = [:]
        return layer.rows.compactMap { row in
            let area =
                row.requiredText(.area) == nil
                ? nil : row.value(.area) { text throws(Fault) in try names.area(named: text) } ?? nil
            let group = row.requiredText(.group)
            let count = row.requiredCount(.count)
            let year = row.requiredText(.year) == nil ? nil : row.value(.year, CellDate.year)
            if let area, let group, let year {
                let key = Key(area: area, group: group, year: year)
                if let first = first[key] {
                    row.report(
                        .area(.duplicateGroup(group: group, year: year, firstRow: first)), in: .group)
                } else {
                    first[key] = row.source
                }
            }
            guard let area, let group, let count, let year, row.isSound else { return nil }
            return EntitledGroup(area: area, group: group, count: count, year: year, source: row.source)
        }
    }

    private struct Key: Hashable {
        let area: StatedArea
        let group: String
        let year: Int
    }
}
