package import Coverage
internal import Geometry
package import Places
internal import Policy

/// Sets published figures against recomputed ones.
package struct ClaimJudge: Sendable {
    /// To what our figures are shown.
    private static let shown = ExactDecimal(coefficient: 1, scale: 6)

    private let baseYear: Int
    private let assumed: Day?
    private let coverage: [Day: CoverageResult]

    /// The days that the claims of a ledger speak of, ascending; none where it holds arithmetic only.
    ///
    /// - Parameters:
    ///   - ledger: the claims.
    ///   - assumed: the day that stands for a date which a claim leaves out; nothing: such a claim cannot be
    ///     compared.
    /// - Returns: the days.
    package static func days(of ledger: ClaimsLedger, assuming assumed: Day?) -> [Day] {
        var days: Set<Day> = []
        for claim in ledger.claims {
            guard case .coverage(let figure) = claim.figure, figure.measure != nil, figure.scope != nil,
                let day = figure.date?.last ?? assumed
            else { continue }
            days.insert(day)
        }
        return days.sorted()
    }

    /// Prepares to judge.
    ///
    /// - Parameters:
    ///   - baseYear: the year of the study's people.
    ///   - assumed: as for ``days(of:assuming:)``.
    ///   - coverage: the study's coverage on each of those days.
    package init(baseYear: Int, assuming assumed: Day?, coverage: [CoverageResult]) {
        self.baseYear = baseYear
        self.assumed = assumed
        self.coverage = Dictionary(coverage.map { ($0.day, $0) }) { first, _ in first }
    }

    /// What comes of every claim of a ledger, in its order.
    package func results(of ledger: ClaimsLedger) -> [ClaimResult] {
        ledger.claims.map { claim in
            switch claim.figure {
            case .arithmetic(let arithmetic): result(of: claim, arithmetic)
            case .coverage(let figure): result(of: claim, figure)
            }
        }
    }

    private func result(of claim: PublishedClaim, _ arithmetic: ClaimArithmetic) -> ClaimResult {
        func refused(_ reason: ClaimReason) -> ClaimResult {
            ClaimResult(claim, .cannotBeComputed, reason: reason)
        }
        if let missing = arithmetic.operands.firstIndex(of: nil) {
            return refused(
                .operandNotStated(
                    position: missing + 1, wouldAgree: MissingOperand(of: arithmetic, claim).wouldAgree))
        }
        let numbers = arithmetic.operands.compactMap(\.self)
        if arithmetic.operation == .quotient, numbers[1] == .zero { return refused(.divisionByZero) }
        guard let figure = arithmetic.result(of: numbers),
            let ours = Ours(figure, in: claim.unit, precision: claim.precision)
        else { return refused(.tooLarge) }
        return ClaimResult(
            claim, ours.rounded == claim.value ? .agrees : .differs, computed: ours.shown)
    }

    private func result(of claim: PublishedClaim, _ figure: CoverageClaim) -> ClaimResult {
        func incomparable(_ reason: ClaimReason) -> ClaimResult {
            ClaimResult(claim, .notComparable, reason: reason)
        }
        guard let measure = figure.measure else { return incomparable(.noMeasure) }
        guard let kind = figure.scope else { return incomparable(.noScope) }
        guard let day = figure.date?.last ?? assumed, let result = coverage[day] else {
            return incomparable(.noDate)
        }
        let rates = result.rates.filter {
            $0.measure == measure.rawValue && $0.scope.kind == kind
                && (figure.scopeID == nil || $0.scope.identifier == figure.scopeID)
        }
        guard let scope = rates.first?.scope, rates.allSatisfy({ $0.scope == scope }) else {
            return incomparable(.unknownScope(kind: kind, identifier: figure.scopeID))
        }
        if let other = otherDefinition(figure, measure, result.standard, rates) { return incomparable(other) }
        guard let basis = figure.basis else {
            return incomparable(
                .noBasis(
                    rates.compactMap { rate in
                        bounds(of: rate, figure, claim)?.least.rounded.map {
                            BasisFigure(basis: rate.basis, figure: $0)
                        }
                    }))
        }
        guard let rate = rates.first(where: { $0.basis == basis }) else {
            return incomparable(.basisNotComputed(basis))
        }
        if day.year != baseYear, basis == .households || basis == .elders || basis == .population {
            return incomparable(.peopleOfAnotherYear(baseYear))
        }
        return compared(claim, figure, rate, day)
    }

    private func compared(
        _ claim: PublishedClaim, _ figure: CoverageClaim, _ rate: Rate, _ day: Day
    ) -> ClaimResult {
        func result(
            _ verdict: ClaimVerdict, _ computed: ExactDecimal?, _ reason: ClaimReason? = nil
        ) -> ClaimResult {
            ClaimResult(claim, verdict, computed: computed, rate: rate, day: day, reason: reason)
        }
        if figure.quantity == .share, rate.denominator <= 0 {
            return result(.cannotBeComputed, nil, .nothingInScope)
        }
        guard let (least, most) = bounds(of: rate, figure, claim), let low = least.rounded,
            let high = most.rounded, let shownLow = least.shown, let shownHigh = most.shown
        else { return result(.cannotBeComputed, nil, .tooLarge) }
        if low == high, low == claim.value { return result(.agrees, shownLow) }
        // What is unknown can only add: the nearer end is what ours differs by at least.
        if claim.value < low { return result(.differs, shownLow) }
        if claim.value > high { return result(.differs, shownHigh) }
        return result(.cannotBeComputed, shownLow, .unknownPart(least: shownLow, most: shownHigh))
    }

    /// The least and the most that ours may be, given what is unknown of it.
    private func bounds(
        of rate: Rate, _ figure: CoverageClaim, _ claim: PublishedClaim
    ) -> (least: Ours, most: Ours)? {
        func exact(_ value: Double) -> ExactDecimal? { ExactDecimal("\(value)") }
        guard let numerator = exact(rate.numerator), let denominator = exact(rate.denominator),
            let unknown = exact(rate.unknown)
        else { return nil }
        let ends: (ExactQuotient?, ExactQuotient?) =
            switch figure.quantity {
            case .share:
                (
                    ExactQuotient(numerator, over: denominator),
                    ExactQuotient(min(denominator, numerator + unknown), over: denominator)
                )
            case .numerator: (ExactQuotient(numerator), ExactQuotient(numerator + unknown))
            case .denominator: (ExactQuotient(denominator), ExactQuotient(denominator))
            }
        guard let least = ends.0, let most = ends.1 else { return nil }
        func ours(_ quotient: ExactQuotient) -> Ours? {
            Ours(quotient, in: claim.unit, precision: claim.precision)
        }
        guard let low = ours(least), let high = ours(most) else { return nil }
        return (low, high)
    }

    private func otherDefinition(
        _ figure: CoverageClaim, _ measure: CoverageMeasure, _ standard: CoverageStandard, _ rates: [Rate]
    ) -> ClaimReason? {
        if let counted = figure.counted, let ours = rates.first?.counted, counted != ours {
            return .otherSelector(ours: ours)
        }
        if measure == .within1km, let radius = figure.radius,
            let ours = ExactDecimal("\(standard.radius.value)"), ours != radius
        {
            return .otherRadius(ours: ours)
        }
        if measure == .within15min, let minutes = figure.minutes,
            let ours = ExactDecimal("\(standard.minutes)"), ours != minutes
        {
            return .otherMinutes(ours: ours)
        }
        return nil
    }

    /// A figure of ours in a claim's unit.
    private struct Ours {
        /// To the claim's precision.
        let rounded: ExactDecimal?
        /// As it is shown.
        let shown: ExactDecimal?

        /// Rounds a figure; nothing where it is too large.
        init?(_ figure: ExactQuotient, in unit: ClaimUnit, precision: ExactDecimal) {
            rounded = figure.rounded(times: unit.factor, toMultipleOf: precision)
            shown = figure.rounded(times: unit.factor, toMultipleOf: ClaimJudge.shown)
            if rounded == nil || shown == nil { return nil }
        }
    }
}
