internal import Places
internal import Policy
internal import Yams

extension PackDraft {
    /// Reads a target.
    static func target(_ fields: YAMLMapping<TargetKey>, _ problems: inout [Problem]) -> Item<Target>? {
        let needed = [TargetKey.id, .name, .measure, .atLeast]
        // All that is missing is reported, not only the first.
        let isComplete = needed.map { fields.required($0, &problems) }.allSatisfy(\.self)
        let id = fields.id(.id, &problems)
        let name = fields.bilingual(.name, &problems)
        let clause = clause(fields, .clause, &problems)
        let measure = measure(fields, &problems)
        let isOfDistance = measure == .coverage(.within1km) || measure == .coverage(.within15min)
        let selector =
            isOfDistance ? fields.openSelector(.counts, &problems) : fields.selector(.counts, &problems)
        let extent = extent(fields, &problems)
        let due = fields.date(.due, &problems)
        let version = fields.bilingual(.version, &problems)
        guard let measure else { return nil }
        let basis = basis(fields, measure, &problems)
        let elders = elders(fields, measure, &problems)
        let atLeast =
            measure.isShare ? fields.share(.atLeast, &problems) : fields.positiveAmount(.atLeast, &problems)
        guard isComplete, let id, let name, let clause, let extent, let basis, let atLeast
        else { return nil }
        return Item(id: id, clause: clause) { clause in
            Target(
                id: id, name: name, clause: clause, measure: measure, selector: selector, extent: extent,
                basis: basis, elders: elders, due: due, version: version, atLeast: atLeast)
        }
    }

    private static func measure(
        _ fields: YAMLMapping<TargetKey>, _ problems: inout [Problem]
    ) -> Target.Measure? {
        guard let text = fields.text(.measure, &problems) else { return nil }
        guard let measure = Target.Measure(name: text) else {
            problems.append(
                fields.problem(.measure, .notOneOf(text: text, allowed: Target.Measure.all.map(\.name))))
            return nil
        }
        return measure
    }

    private static func elders(
        _ fields: YAMLMapping<TargetKey>, _ measure: Target.Measure, _ problems: inout [Problem]
    ) -> CountingBasis? {
        guard fields.has(.elders) else { return nil }
        guard measure.isPerElders else {
            problems.append(
                fields.problem(
                    .measure,
                    .notOneOf(
                        text: measure.name, allowed: Target.Measure.all.filter(\.isPerElders).map(\.name))))
            return nil
        }
        return fields.columnWord(.elders, AreaColumn.bases, &problems)
    }

    private static func basis(
        _ fields: YAMLMapping<TargetKey>, _ measure: Target.Measure, _ problems: inout [Problem]
    ) -> Basis? {
        guard fields.has(.basis) else { return measure.bases.first }
        guard let basis = fields.word(.basis, as: Basis.self, &problems) else { return nil }
        guard measure.bases.contains(basis) else {
            problems.append(
                fields.problem(
                    .basis, .notOneOf(text: basis.rawValue, allowed: measure.bases.map(\.rawValue))))
            return nil
        }
        return basis
    }

    private static func extent(
        _ fields: YAMLMapping<TargetKey>, _ problems: inout [Problem]
    ) -> Target.Extent? {
        guard let node = fields.node(.scope) else { return .city }
        if node.string != nil {
            return fields.columnWord(.scope, PackWords.extents, &problems)
        }
        guard let scope = fields.mapping(.scope, as: TargetScopeKey.self, &problems),
            scope.required(.districts, &problems)
        else { return nil }
        let districts = scope.texts(.districts, &problems)
        return districts.isEmpty ? nil : .districts(districts)
    }
}
