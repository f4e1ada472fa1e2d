package import Scenarios

extension SitingReach {
    /// Reads what counts as within reach as people write it: `800m`, `1km`, `15 min`, `15分钟`; a number alone is metres.
    ///
    /// Nothing for any other text, nor for a number that is not above 0 or beyond 10⁷.
    package init?(text: String) {
        let folded = PlainText.folded(text).trimmed
        guard let (unit, reach) = Self.units.first(where: { folded.hasSuffix($0.unit) }),
            let plain = CellNumber.plain(String(folded.dropLast(unit.count))), let value = Double(plain),
            value > 0, value <= 1e7
        else { return nil }
        self = reach(value)
    }

    /// What each unit says: longer ones before those that they end in, no unit last.
    private static let units: [(unit: String, reach: @Sendable (Double) -> SitingReach)] = [
        ("min", { .minutes($0) }), ("分钟", { .minutes($0) }), ("km", { .kilometres($0) }),
        ("公里", { .kilometres($0) }), ("千米", { .kilometres($0) }), ("m", { .metres($0) }),
        ("米", { .metres($0) }), ("", { .metres($0) }),
    ]
}
