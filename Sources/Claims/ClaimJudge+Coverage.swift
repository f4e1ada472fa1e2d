internal import Coverage
internal import Geometry
internal import Places
internal import Policy

// Published figures of coverage.
extension ClaimJudge {
    func result(of claim: PublishedClaim, _ figure: CoverageClaim) -> ClaimResult {
        guard let measure = figure.measure else {
            return ClaimResult(claim, .noMeasure(pairs: MissingInput.pairs(roundingTo: claim)))
        }
        guard let kind = figure.scope else { return ClaimResult(claim, .noScope) }
        guard let day = figure.date?.last ?? assumed else { return ClaimResult(claim, .noDate) }
        guard let figures, let result = figures.coverage[day] else { return ClaimResult(claim, .noStudy) }
        let rates = result.rates.filter {
            $0.measure == measure.rawValue && $0.scope.kind == kind
                && (figure.scopeID == nil || $0.scope.identifier == figure.scopeID)
        }
        guard let scope = rates.first?.scope, rates.allSatisfy({ $0.scope == scope }) else {
            return ClaimResult(claim, .unknownScope(kind: kind, identifier: figure.scopeID))
        }
        if let other = otherDefinition(figure, measure, result.standard, rates) {
            return ClaimResult(claim, other)
        }
        guard let basis = figure.basis else {
            return ClaimResult(
                claim,
                .noBasis(
                    rates.compactMap { rate in
                        bounds(of: rate, figure, claim).map {
                            BasisFigure(basis: rate.basis, figure: $0.least.rounded)
                        }
                    }))
        }
        guard let rate = rates.first(where: { $0.basis == basis }) else {
            return ClaimResult(claim, .basisNotComputed(basis))
        }
        let baseYear = figures.study.baseYear
        if day.year != baseYear, basis == .households || basis == .elders || basis == .population {
            return ClaimResult(claim, .peopleOfAnotherYear(baseYear))
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
            return result(.notDerivable, nil, .nothingInScope)
        }
        guard let (least, most) = bounds(of: rate, figure, claim) else {
            return result(.notDerivable, nil, .tooLarge)
        }
        if least.rounded == most.rounded, least.rounded == claim.value { return result(.agrees, least.shown) }
        // What is unknown can only add: the nearer end is what ours differs by at least.
        if claim.value < least.rounded { return result(.differs, least.shown) }
        if claim.value > most.rounded { return result(.differs, most.shown) }
        return result(
            .notDerivable, least.shown, .unknownPart(least: least.shown, most: most.shown))
    }

    /// The least and the most that ours may be, given what is unknown of it.
    private func bounds(
        of rate: Rate, _ figure: CoverageClaim, _ claim: PublishedClaim
    ) -> (least: Ours, most: Ours)? {
        func exact(_ value: Double) -> ExactDecimal? { ExactDecimal("\(value)") }
        guard let numerator = exact(rate.numerator), let denominator = exact(rate.denominator),
            let unknown = exact(rate.unknown)
        else { return nil }
        do throws(ArithmeticFailure) {
            let ends: (ExactQuotient, ExactQuotient) =
                switch figure.quantity {
                case .share:
                    (
                        try ExactQuotient(numerator, over: denominator),
                        try ExactQuotient(min(denominator, numerator + unknown), over: denominator)
                    )
                case .numerator: (try ExactQuotient(numerator), try ExactQuotient(numerator + unknown))
                case .denominator: (try ExactQuotient(denominator), try ExactQuotient(denominator))
                }
            guard let least = Ours(ends.0, of: claim), let most = Ours(ends.1, of: claim) else { return nil }
            return (least, most)
        } catch {
            return nil
        }
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
}
