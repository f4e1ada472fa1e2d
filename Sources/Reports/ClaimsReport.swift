package import Claims
internal import Coverage
internal import Places
internal import Policy

/// Writes what came of published figures: `claims.csv`, a row for each.
package struct ClaimsReport: Sendable {
    private static let header = [
        "claim", "verdict", "value", "unit", "computed", "difference", "quantity", "measure", "basis",
        "scope", "scope_id", "date", "numerator", "denominator", "unknown", "estimated", "counted", "clause",
        "known", "detail", "set_aside",
    ]

    private let results: [ClaimResult]
    private let setAside: Int
    private let detail: @Sendable (ClaimResult) -> String

    /// Makes the report of some results.
    ///
    /// - Parameters:
    ///   - results: what came of the claims.
    ///   - setAside: how many bad rows of the study no figure counts.
    ///   - detail: the words for what a verdict rests on.
    package init(results: [ClaimResult], setAside: Int, detail: @escaping @Sendable (ClaimResult) -> String) {
        self.results = results
        self.setAside = setAside
        self.detail = detail
    }

    /// The contents of `claims.csv`.
    package func contents(dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(header: Self.header, dialect: dialect)
        for result in results { csv.append(cells(of: result)) }
        return csv.contents
    }

    /// The same as JSON.
    package var json: JSONText {
        .list(results.map { .object(properties(Self.header, cells(of: $0))) })
    }

    private func cells(of result: ClaimResult) -> [Cell] {
        let claim = result.claim
        var stated: [Cell] = [Cell](repeating: .empty, count: 6)
        if case .coverage(let figure) = claim.figure {
            stated = [
                .plain(figure.quantity.rawValue), .plain(figure.measure?.rawValue ?? ""),
                .plain(figure.basis?.rawValue ?? ""), .plain(figure.scope ?? ""),
                .text(optional: result.rate?.scope.identifier ?? figure.scopeID),
                .plain(result.day?.description ?? figure.date?.text ?? ""),
            ]
        }
        var parts: [Cell] = [.empty, .empty]
        if let rate = result.rate {
            parts = [.number(rate.numerator), .number(rate.denominator)]
        } else if case .arithmetic(let arithmetic) = claim.figure, arithmetic.operation == .quotient {
            parts = [exact(arithmetic.operands[0]), exact(arithmetic.operands[1])]
        }
        return [
            .text(claim.id), .plain(result.verdict.rawValue), exact(claim.value), .text(claim.unit.name),
            exact(result.computed), exact(result.difference),
        ] + stated + parts + [
            .number(result.rate?.unknown), .number(result.rate?.estimated),
            .plain(result.rate?.counted ?? ""), .text(claim.clause.label),
            .plain(claim.clause.citation.known.rawValue), .text(detail(result)), .whole(setAside),
        ]
    }
}
