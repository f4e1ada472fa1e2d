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
            if let objection = amount.unit?.objection(as: claim.unit) { throw objection }
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
            let (per, unit, over) = figure.column.typing
            return ComputedAmount(
                isRate ? try plain.divided(by: ExactQuotient(per)) : plain, owner: .scope(row.scope),
                // So many for each thousand are a plain number, which no unit says, unless a unit makes a rate of it.
                unit: over == nil || isRate ? unit : nil, over: isRate ? over : nil)
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
        return try Self.row(of: rows, kind: figure.scope ?? "city", identifier: figure.scopeID)
    }

    private static func row(
        of rows: [AnnualRow], kind: String, identifier: String?
    ) throws(ClaimReason) -> AnnualRow {
        let found = rows.filter {
            $0.scope.kind == kind && (identifier == nil || $0.scope.identifier == identifier)
        }
        guard found.count == 1 else { throw .unknownScope(kind: kind, identifier: identifier) }
        return found[0]
    }

    /// What is paid in a scenario's year, line by line, and where.
    func money(of figure: MoneyClaim) throws(ClaimReason) -> (lines: [MoneyLine], scope: Scope) {
        let column = ScenarioClaim(
            scenario: figure.scenario, column: .subsidyOnce, year: figure.year, scope: figure.scope,
            scopeID: figure.scopeID)
        let row = try row(of: column)
        let all = figures?.scenarios[figure.scenario]?.money ?? []
        if let rule = figure.rule, !all.contains(where: { $0.rule == rule }) { throw .noMoney(rule: rule) }
        let lines = all.filter {
            $0.year == row.year && $0.scope == row.scope && $0.kind == figure.kind
                && (figure.rule == nil || $0.rule == figure.rule)
        }
        guard let payer = figure.payer else { return (lines, row.scope) }
        // What nobody says who pays may be theirs.
        let open = lines.count { $0.payer == nil && $0.yuan != .zero }
        guard open == 0 else { throw .payerNotStated(count: open) }
        return (lines.filter { $0.payer == payer }, row.scope)
    }
}

extension AnnualColumn {
    /// For how many of what it is taken over the column states its figure, what it is of, and of a rate what it is
    /// taken over.
    fileprivate var typing: (per: Int, unit: FigureUnit?, over: Quantity?) {
        switch self {
        case .spacePer100Households: (100, FigureUnit([.area], per: [.households]), .households)
        case .bedsPer1000Elders: (1000, FigureUnit([.beds], per: [.elders]), .elders)
        case .population: (1, FigureUnit([.population]), nil)
        case .elders, .eldersEightyPlus, .eldersUnknown1km, .eldersUnknown15min, .eldersEstimated:
            (1, FigureUnit([.elders]), nil)
        case .households, .householdsUnknown15min, .householdsEstimated: (1, FigureUnit([.households]), nil)
        case .facilities, .opened, .upgraded, .closed, .areaUnstated, .bedsUnstated:
            (1, FigureUnit([.facilities]), nil)
        case .area, .careSpace, .careSpaceRequired: (1, FigureUnit([.area]), nil)
        case .beds: (1, FigureUnit([.beds]), nil)
        case .communitiesWithFacility, .communities: (1, FigureUnit([.communities]), nil)
        case .capital, .subsidyOnce, .subsidyYearly, .cumulative: (1, FigureUnit([.money]), nil)
        case .careSpaceUnstated, .careSpaceRequiredUnknown: (1, FigureUnit([.compounds]), nil)
        // Their rate is taken before; places and communities are counted together.
        case .elderShare1km, .elderShare15min, .householdShare15min, .householdsUnstated, .eldersUnstated,
            .populationUnstated:
            (1, nil, nil)
        }
    }
}
