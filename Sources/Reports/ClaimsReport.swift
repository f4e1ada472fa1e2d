package import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Scenarios

/// Writes what came of published figures: `claims.csv`, a row for each.
package struct ClaimsReport: Sendable {
    private static let header = [
        "claim", "verdict", "value", "unit", "computed", "difference", "quantity", "measure", "basis",
        "scope", "scope_id", "date", "numerator", "denominator", "unknown", "estimated", "counted", "clause",
        "known", "detail", "set_aside", "printed", "ledger", "unstated",
    ]

    /// What came of each ledger.
    package typealias Part = (ledger: ClaimsLedger, results: [ClaimResult])

    private let parts: [Part]
    private let setAside: Int
    private let detail: @Sendable (ClaimResult) -> String

    /// Makes the report of some ledgers.
    ///
    /// - Parameters:
    ///   - parts: what came of the claims of each.
    ///   - setAside: how many bad rows of the study no figure counts.
    ///   - detail: the words for what a verdict rests on.
    package init(parts: [Part], setAside: Int, detail: @escaping @Sendable (ClaimResult) -> String) {
        self.parts = parts
        self.setAside = setAside
        self.detail = detail
    }

    /// The contents of `claims.csv`.
    package func contents(dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(header: Self.header, dialect: dialect)
        for row in rows { csv.append(row) }
        return csv.contents
    }

    /// The same as JSON.
    package var json: JSONText {
        .list(rows.map { .object(properties(Self.header, $0)) })
    }

    private var rows: [[Cell]] {
        parts.flatMap { part in part.results.map { cells(of: $0, in: part.ledger) } }
    }

    private func cells(of result: ClaimResult, in ledger: ClaimsLedger) -> [Cell] {
        let claim = result.claim
        var stated: [Cell] = [Cell](repeating: .empty, count: 6)
        switch claim.figure {
        case .coverage(let figure):
            stated = [
                .plain(figure.quantity.rawValue), .plain(figure.measure?.rawValue ?? ""),
                .plain(figure.basis?.rawValue ?? ""), .plain(figure.scope ?? ""),
                .text(optional: result.rate?.scope.identifier ?? figure.scopeID),
                .plain(result.day?.description ?? figure.date?.text ?? ""),
            ]
        case .check(let figure):
            stated[0] = .plain(figure.quantity.rawValue)
            stated[1] = .text(figure.rule)
            if let finding = result.finding {
                stated[3] = .plain(finding.scope.rawValue)
                stated[4] = .text(finding.subject)
            }
            stated[5] = .plain(result.day?.description ?? figure.date?.text ?? "")
        case .facilities(let figure):
            stated = [
                .plain(figure.quantity.rawValue), .plain("facilities"), .plain("count"),
                .plain(figure.scope ?? ""), .text(optional: figure.scopeID),
                .plain(result.day?.description ?? figure.date?.text ?? ""),
            ]
        case .groups(let figure):
            stated = [
                .plain("people"), .plain("groups"), .plain("count"), .plain(figure.scope ?? ""),
                .text(optional: figure.scopeID), .plain(figure.year.map(String.init) ?? ""),
            ]
        case .scenario(let figure):
            stated = [
                .text(figure.scenario), .plain(figure.column.rawValue),
                .plain(result.rate?.basis.rawValue ?? ""),
                .plain(figure.scope ?? "city"),
                .text(optional: result.rate?.scope.identifier ?? figure.scopeID),
                .plain(result.day?.description ?? figure.year.map(String.init) ?? ""),
            ]
        case .money(let figure):
            stated = [
                .plain(figure.kind.rawValue), .plain("money"), .empty, .plain(figure.scope ?? "city"),
                .text(optional: figure.scopeID),
                .plain(result.day?.description ?? figure.year.map(String.init) ?? ""),
            ]
        case .arithmetic: stated[3] = .text(optional: claim.scope)
        }
        var parts: [Cell] = [.empty, .empty]
        if let rate = result.rate {
            parts = [.number(rate.numerator), .number(rate.denominator)]
        } else if let finding = result.finding {
            parts = [exact(finding.numerator), exact(finding.denominator)]
        } else if case .arithmetic(let arithmetic) = claim.figure,
            case .combined(.over, let above, let below) = arithmetic.formula
        {
            parts = [amount(of: above, in: arithmetic), amount(of: below, in: arithmetic)]
        }
        let counted: Cell =
            if case .facilities(let figure) = claim.figure { .plain(figure.selector.text) } else {
                .plain(result.rate?.counted ?? "")
            }
        return [
            .text(claim.id), .plain(result.verdict.rawValue), .plain(claim.printed), .text(claim.unit.name),
            exact(result.computed), exact(result.difference),
        ] + stated + parts + [
            .number(result.rate?.unknown), .number(result.rate?.estimated),
            counted, .text(claim.clause.label), .plain(claim.clause.citation.known.rawValue),
            .text(detail(result)), .whole(setAside), .flag(claim.isPrinted), .text(ledger.file),
            result.rate.map { .whole($0.unstated) } ?? .empty,
        ]
    }

    /// What a part of a formula comes to; empty where it is not stated, or has no end of digits.
    private func amount(of part: ClaimFormula, in arithmetic: ClaimArithmetic) -> Cell {
        do throws(ArithmeticFailure) {
            return exact(try arithmetic.amount(of: part)?.decimal)
        } catch {
            return .empty
        }
    }
}
