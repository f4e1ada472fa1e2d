internal import Compliance
internal import Coverage
internal import Places
internal import Policy

// Published figures of a pack's targets.
extension ClaimJudge {
    /// A target's figure in one scope, and what the rules say of it.
    struct TargetAmount {
        let amount: ComputedAmount
        let finding: Finding
        let day: Day
    }

    /// The result of a claim about a target: how many scopes have a verdict, or a figure of one of them.
    func result(of claim: PublishedClaim, _ figure: CheckClaim) -> ClaimResult {
        if figure.quantity == .count { return countResult(of: claim) }
        do throws(ClaimReason) {
            let found = try target(figure, isRate: claim.unit.isRate)
            if let objection = found.amount.unit?.objection(as: claim.unit) { throw objection }
            return compared(
                claim, least: found.amount.least, most: found.amount.most, finding: found.finding,
                day: found.day)
        } catch {
            return ClaimResult(claim, error)
        }
    }

    /// A figure of a target in one scope, with what is unknown of it.
    ///
    /// Figures for each 1,000 elders or 100 households are taken as rates where a unit says so.
    func target(_ figure: CheckClaim, isRate: Bool) throws(ClaimReason) -> TargetAmount {
        let (all, day) = try findings(of: figure)
        let found = all.filter { figure.verdict == nil || $0.verdict == figure.verdict }
        // A figure of one scope is none of another, and shares are not added up.
        guard found.count == 1, let finding = found.first else {
            throw .unknownScope(kind: figure.scope?.rawValue ?? "scope", identifier: figure.subject)
        }
        guard let figures, let target = figures.targets[figure.rule] else {
            throw .noFinding(rule: figure.rule, subject: nil)
        }
        let facts = finding.detail.targetFacts
        // What nobody states leaves a sum open upwards.
        if facts.unstated > 0, !target.measure.isShare,
            figure.quantity == .measured || figure.quantity == .numerator
        {
            if figure.quantity == .measured, target.measure.per > 1 {
                throw .partsNotStated(count: facts.unstated)
            }
            throw .notStated(count: facts.unstated)
        }
        guard let ends = try Self.ends(of: finding, figure.quantity, target.measure.per, facts.unknown) else {
            throw .nothingInScope
        }
        let typing = target.typing(figure.quantity)
        if figure.quantity != .required, typing.isOfPeople,
            day.year != figures.study.baseYear
        {
            throw .peopleOfAnotherYear(figures.study.baseYear)
        }
        // So many for each thousand are a plain number, which no unit says, unless a unit makes a rate of it.
        let isPlain = target.measure.per > 1 && typing.over != nil && !isRate
        do throws(ArithmeticFailure) {
            let per = ExactQuotient(isRate && typing.over != nil ? target.measure.per : 1)
            return TargetAmount(
                amount: ComputedAmount(
                    try ends.least.divided(by: per), most: try ends.most.divided(by: per),
                    owner: .study(kind: finding.scope.rawValue, identifier: finding.subject),
                    unit: isPlain ? nil : typing.unit, over: isPlain ? nil : typing.over,
                    target: target.version.map { VersionedTarget(identifier: target.id, version: $0) }),
                finding: finding, day: day)
        } catch {
            throw .tooLarge
        }
    }

    /// The least and the most that a figure may be; nothing where there is none.
    private static func ends(
        of finding: Finding, _ quantity: CheckClaim.Quantity, _ per: Int, _ unknown: ExactDecimal
    ) throws(ClaimReason) -> (least: ExactQuotient, most: ExactQuotient)? {
        do throws(ArithmeticFailure) {
            func exact(_ value: ExactDecimal?) throws(ArithmeticFailure) -> (ExactQuotient, ExactQuotient)? {
                guard let value else { return nil }
                let exact = try ExactQuotient(value)
                return (exact, exact)
            }
            switch quantity {
            case .required: return try exact(finding.required)
            case .shortfall: return try exact(finding.shortfall)
            case .denominator: return try exact(finding.denominator)
            case .measured, .numerator, .count: break
            }
            guard let numerator = finding.numerator else { return nil }
            if quantity == .measured, case .target(_, _, _, _, .some) = finding.detail { return nil }
            guard quantity == .measured, let denominator = finding.denominator else {
                return (try ExactQuotient(numerator), try ExactQuotient(numerator + unknown))
            }
            guard denominator > .zero else { return nil }
            let factor = ExactQuotient(per)
            return (
                try ExactQuotient(numerator, over: denominator).times(factor),
                try ExactQuotient(min(denominator, numerator + unknown), over: denominator).times(factor)
            )
        } catch {
            throw .tooLarge
        }
    }
}

extension FindingDetail {
    /// Of a target, how much of its denominator cannot be judged and how many are in no part of it.
    fileprivate var targetFacts: (unknown: ExactDecimal, unstated: Int) {
        switch self {
        case .target(_, _, let unknown, let unstated, let total):
            (unknown, unstated + (total == nil ? 0 : 1))
        case .waived(_, _, let detail): detail.targetFacts
        default: (.zero, 0)
        }
    }
}

extension Target.Measure {
    /// For how many of what it is taken over the figure stands.
    fileprivate var per: Int {
        switch self {
        case .bedsPer1000Elders, .placesPer1000Elders: 1000
        case .spacePer100Households: 100
        default: 1
        }
    }

    /// What it counts on the basis `count`.
    fileprivate var countedThings: Quantity {
        switch self {
        case .coverage(let measure): measure.countedThings
        case .named(let measure): measure.countedThings
        case .nursingBedShare: .beds
        case .facilities, .beds, .bedsPer1000Elders, .placesPer1000Elders, .socialOperationShare,
            .medicalPointShare, .visitingDoctorShare:
            .facilities
        case .spacePer100Households, .compoundsWithCareSpace, .newCompoundsMeetSpace: .compounds
        }
    }
}

/// What a figure of a target is of, and of a rate what it is taken over.
private struct TargetTyping {
    let unit: FigureUnit
    var over: Quantity?

    /// Whether it counts people or households, which a study states for its base year.
    var isOfPeople: Bool {
        (unit.above + unit.below + (over.map { [$0] } ?? [])).contains {
            $0 == .households || $0.unit == .people
        }
    }
}

extension Target {
    /// What a figure of the target is of, and of a rate what it is taken over.
    fileprivate func typing(_ quantity: CheckClaim.Quantity) -> TargetTyping {
        let below = Quantity(basis, counting: measure.countedThings)
        let above: Quantity =
            switch measure {
            case .beds, .bedsPer1000Elders: .beds
            case .placesPer1000Elders: .places
            case .spacePer100Households: .area
            default: below
            }
        let hasDenominator = measure != .facilities && measure != .beds
        switch quantity {
        case .numerator: return TargetTyping(unit: FigureUnit([above]))
        case .denominator: return TargetTyping(unit: FigureUnit([below]))
        case .measured, .required, .shortfall, .count:
            guard hasDenominator else { return TargetTyping(unit: FigureUnit([above])) }
            return TargetTyping(
                unit: measure.isShare ? FigureUnit() : FigureUnit([above], per: [below]), over: below)
        }
    }
}
