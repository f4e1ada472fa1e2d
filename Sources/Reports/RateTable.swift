internal import Coverage
internal import Places
internal import Policy

/// The rows of `summary.csv`.
struct RateTable {
    static let header = [
        "scope", "scope_id", "measure", "basis", "numerator", "denominator", "share", "unknown", "estimated",
        "counted", "set_aside", "unstated",
    ]

    /// How many bad rows no figure counts.
    let setAside: Int

    /// A row for a rate.
    func cells(of rate: Rate) -> [Cell] {
        [
            .plain(rate.scope.kind), .text(rate.scope.identifier), .plain(rate.measure),
            .plain(rate.basis.rawValue), .number(rate.numerator), .number(rate.denominator),
            .number(rate.share, decimals: 6), .number(rate.unknown), .number(rate.estimated),
            .plain(rate.counted), .whole(setAside), .whole(rate.unstated),
        ]
    }
}
