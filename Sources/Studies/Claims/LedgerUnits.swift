internal import Claims
internal import Places
internal import Yams

/// The units that a ledger may use: those that are known, and those that it names itself under `units`.
struct LedgerUnits {
    /// The ledger's own, as they are written behind any multiple: `visits` is also `10,000 visits`.
    let own: [String]

    /// The unit that a key names of a value.
    ///
    /// One that is neither known nor named by the ledger is a problem: it may be a slip, and nothing would be held
    /// against a unit of which nobody knows what it is.
    func unit<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, _ key: Key, of value: Key, _ problems: inout [Problem]
    ) -> ClaimUnit? {
        guard let name = fields.text(key, &problems) else { return nil }
        let unit = ClaimUnit(name)
        if unit.isMultiple, let text = fields.node(value)?.string,
            ["万", "亿"].contains(where: text.trimmed.hasSuffix)
        {
            // 45.29万 万人: ten thousand times ten thousand, which nobody means.
            problems.append(fields.problem(value, .multipleTwice(text: text, unit: name)))
        }
        let isNamed = unit.names.allSatisfy { ClaimUnit.isKnown($0) || own.contains($0) }
        if unit.isKnown || isNamed || own.contains(name) { return unit }
        let slip = unit.names.first { !ClaimUnit.isKnown($0) } ?? unit.plain
        problems.append(
            fields.problem(
                key,
                .unknownUnit(
                    name: slip, nearest: NearestName.of(slip, among: ClaimUnit.names + own),
                    known: ClaimUnit.examples + own)))
        return nil
    }
}
