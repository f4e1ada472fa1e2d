internal import Coverage
internal import Geometry
internal import Places
internal import Policy

// Published figures of coverage.
extension ClaimJudge {
    func result(of claim: PublishedClaim, _ figure: CoverageClaim) -> ClaimResult {
        do throws(ClaimReason) {
            let found = try found(figure)
            guard let basis = figure.basis else {
                throw .noBasis(
                    found.rates.compactMap { rate in
                        least(of: rate, figure, claim).map { BasisFigure(basis: rate.basis, figure: $0) }
                    })
            }
            let rate = try rate(on: basis, of: found)
            if let objection = FigureUnit(figure.quantity, of: rate).objection(as: claim.unit) {
                throw objection
            }
            if figure.quantity == .share, rate.denominator <= 0 {
                return ClaimResult(
                    claim, .notDerivable, computed: nil, rate: rate, day: found.day, reason: .nothingInScope)
            }
            guard let ends = Self.ends(of: rate, figure.quantity) else {
                return ClaimResult(
                    claim, .notDerivable, computed: nil, rate: rate, day: found.day, reason: .tooLarge)
            }
            return compared(claim, least: ends.least, most: ends.most, rate: rate, day: found.day)
        } catch {
            if case .noMeasure = error {
                return ClaimResult(claim, .noMeasure(pairs: MissingInput.pairs(roundingTo: claim)))
            }
            return ClaimResult(claim, error)
        }
    }

    /// A figure of coverage as an input of a formula.
    func amount(of figure: CoverageClaim) throws(ClaimReason) -> ComputedAmount {
        let found = try found(figure)
        guard let basis = figure.basis else { throw .noBasis([]) }
        let rate = try rate(on: basis, of: found)
        return try Self.amount(of: rate, figure.quantity)
    }

    /// A rate, its numerator or its denominator, as an input of a formula.
    static func amount(
        of rate: Rate, _ quantity: CoverageClaim.Quantity
    ) throws(ClaimReason) -> ComputedAmount {
        if quantity == .share, rate.denominator <= 0 { throw .nothingInScope }
        guard let ends = ends(of: rate, quantity) else { throw .tooLarge }
        return ComputedAmount(
            ends.least, most: ends.most, owner: .scope(rate.scope), unit: FigureUnit(quantity, of: rate),
            over: quantity == .share ? rate.quantity : nil)
    }

    /// The rates of a claim's measure in its scope, on each basis, with their day.
    private func found(_ figure: CoverageClaim) throws(ClaimReason) -> (rates: [Rate], day: Day) {
        guard let measure = figure.measure else { throw .noMeasure(pairs: []) }
        guard let kind = figure.scope else { throw .noScope }
        guard let day = figure.date?.last ?? assumed else { throw .noDate }
        guard let figures, let result = figures.coverage[day] else { throw .noStudy }
        let rates = (result.rates + (figures.named[day] ?? [])).filter {
            $0.measure == measure.rawValue && $0.scope.kind == kind
                && (figure.scopeID == nil || $0.scope.identifier == figure.scopeID)
        }
        guard let scope = rates.first?.scope, rates.allSatisfy({ $0.scope == scope }) else {
            throw .unknownScope(kind: kind, identifier: figure.scopeID)
        }
        if let other = otherDefinition(figure, measure, result.standard, rates) { throw other }
        return (rates, day)
    }

    private func rate(
        on basis: Basis, of found: (rates: [Rate], day: Day)
    ) throws(ClaimReason) -> Rate {
        guard let rate = found.rates.first(where: { $0.basis == basis }) else {
            throw .basisNotComputed(basis)
        }
        if let baseYear = figures?.study.baseYear, found.day.year != baseYear,
            basis == .households || basis == .elders || basis == .population
        {
            throw .peopleOfAnotherYear(baseYear)
        }
        return rate
    }

    /// The least that ours may be, as the source rounds; nothing where it cannot be said.
    private func least(
        of rate: Rate, _ figure: CoverageClaim, _ claim: PublishedClaim
    ) -> ExactDecimal? {
        Self.ends(of: rate, figure.quantity).flatMap { Ours($0.least, of: claim)?.rounded }
    }

    /// The least and the most that a figure of a rate may be, given what is unknown of it.
    private static func ends(
        of rate: Rate, _ quantity: CoverageClaim.Quantity
    ) -> (least: ExactQuotient, most: ExactQuotient)? {
        func exact(_ value: Double) -> ExactDecimal? { ExactDecimal("\(value)") }
        guard let numerator = exact(rate.numerator), let denominator = exact(rate.denominator),
            let unknown = exact(rate.unknown)
        else { return nil }
        do throws(ArithmeticFailure) {
            switch quantity {
            case .share:
                return (
                    try ExactQuotient(numerator, over: denominator),
                    try ExactQuotient(min(denominator, numerator + unknown), over: denominator)
                )
            case .numerator: return (try ExactQuotient(numerator), try ExactQuotient(numerator + unknown))
            case .denominator: return (try ExactQuotient(denominator), try ExactQuotient(denominator))
            }
        } catch {
            return nil
        }
    }

    private func otherDefinition(
        _ figure: CoverageClaim, _ measure: RateMeasure, _ standard: CoverageStandard, _ rates: [Rate]
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

extension FigureUnit {
    /// What a rate, its numerator or its denominator is of.
    fileprivate init(_ quantity: CoverageClaim.Quantity, of rate: Rate) {
        self.init(quantity == .share ? [] : [rate.quantity])
    }
}

extension Rate {
    /// What numerator and denominator are so many of.
    fileprivate var quantity: Quantity {
        Quantity(
            basis,
            counting: CoverageMeasure(rawValue: measure).map(\.countedThings)
                ?? NamedMeasure(rawValue: measure).map(\.countedThings) ?? .subdistricts)
    }
}
