internal import Coverage
internal import Places
internal import Policy

/// The rows of `summary.csv`, without what is the same for all of them.
struct RateTable {
    static let header = [
        "scope", "scope_id", "measure", "basis", "numerator", "denominator", "share", "unknown", "estimated",
        "counted",
    ]

    /// A row for a rate.
    static func cells(of rate: Rate) -> [Cell] {
        [
            .plain(rate.scope.kind), .text(rate.scope.identifier), .plain(rate.measure),
            .plain(rate.basis.rawValue), .number(rate.numerator), .number(rate.denominator),
            .number(rate.share, decimals: 6), .number(rate.unknown), .number(rate.estimated),
            .plain(rate.counted),
        ]
    }
}
