internal import Coverage
internal import Places
internal import Policy
internal import Scenarios

// Published figures of a scenario's years.
extension ClaimJudge {
    func result(of claim: PublishedClaim, _ figure: ScenarioClaim) -> ClaimResult {
        do throws(ClaimReason) {
            let row = try row(of: figure)
            let amount = try amount(of: figure, isRate: claim.unit.isRate)
            return compared(
                claim, least: amount.least, most: amount.most, rate: rate(figure.column, of: row),
                day: Day.last(ofYear: row.year))
        } catch {
            return ClaimResult(claim, error)
        }
    }

    /// A figure of a scenario's year, with what is unknown of it where it is a share.
    ///
    /// Beds for each 1,000 elders and m² for each 100 households are taken as rates where a unit says so: 22.8
    /// `per_1000` is 0.0228.
    func amount(of figure: ScenarioClaim, isRate: Bool) throws(ClaimReason) -> ComputedAmount {
        let row = try row(of: figure)
        if let rate = rate(figure.column, of: row) { return try Self.amount(of: rate, .share) }
        let exact: ExactDecimal? =
            switch row.figure(figure.column) {
            case .whole(let count)?: ExactDecimal(count)
            case .exact(let sum)?: sum
            case .amount(let value, _)?: ExactDecimal("\(value)")
            case nil: nil
            }
        guard let exact else { throw .nothingInScope }
        do throws(ArithmeticFailure) {
            let plain = try ExactQuotient(exact)
            let per = isRate ? figure.column.per : 1
            return ComputedAmount(try plain.divided(by: ExactQuotient(per)), scope: row.scope)
        } catch {
            throw .tooLarge
        }
    }

    /// The rate that a column is the share of; nothing of what only says something of one.
    private func rate(_ column: AnnualColumn, of row: AnnualRow) -> Rate? {
        switch column {
        case .elderShare1km, .elderShare15min, .householdShare15min: row.rate(behind: column)
        default: nil
        }
    }

    private func row(of figure: ScenarioClaim) throws(ClaimReason) -> AnnualRow {
        guard let figures else { throw .noStudy }
        guard let run = figures.scenarios[figure.scenario] else { throw .noScenario(figure.scenario) }
        guard let year = figure.year else { throw .noYear(nil) }
        let rows = run.annual.filter { $0.year == year }
        if rows.isEmpty { throw .noYear(year) }
        let kind = figure.scope ?? "city"
        let found = rows.filter {
            $0.scope.kind == kind && (figure.scopeID == nil || $0.scope.identifier == figure.scopeID)
        }
        guard found.count == 1 else { throw .unknownScope(kind: kind, identifier: figure.scopeID) }
        return found[0]
    }
}

extension AnnualColumn {
    /// For how many of what it is taken over the column states its figure.
    fileprivate var per: Int {
        switch self {
        case .spacePer100Households: 100
        case .bedsPer1000Elders: 1000
        default: 1
        }
    }
}
