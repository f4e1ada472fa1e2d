internal import Claims
internal import Places

/// The units that a ledger may use: those that are known, and those that it names itself under `units`.
struct LedgerUnits {
    /// The ledger's own, as they are written behind any multiple: `visits` is also `10,000 visits`.
    let own: [String]

    /// The unit that a key names.
    ///
    /// One that is neither known nor named by the ledger is a problem: it may be a slip, and nothing would be held
    /// against a unit of which nobody knows what it is.
    func unit<Key: YAMLKey>(
        _ fields: YAMLMapping<Key>, _ key: Key, _ problems: inout [Problem]
    ) -> ClaimUnit? {
        guard let name = fields.text(key, &problems) else { return nil }
        let unit = ClaimUnit(name)
        if unit.isKnown || own.contains(unit.plain) || own.contains(name) { return unit }
        problems.append(
            fields.problem(
                key,
                .unknownUnit(
                    name: unit.plain, nearest: NearestName.of(unit.plain, among: ClaimUnit.names + own),
                    known: ClaimUnit.examples + own)))
        return nil
    }
}
