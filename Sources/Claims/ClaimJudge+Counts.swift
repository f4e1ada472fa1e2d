internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Scenarios

// Published counts and sums of a study: of verdicts, of facilities, of entitled people, of money.
extension ClaimJudge {
    /// What is added up, with what it is of; nothing for what states none.
    private struct Terms {
        var values: [ExactDecimal?]
        var unit: FigureUnit?
        var owner: NumberOwner?
        var day: Day?
        /// The one thing that it is of, as the pack's rules judge it.
        var finding: Finding?
        /// How many more it may be of, the verdict of which is unknown.
        var open = 0
        /// How many of them meet the rule together with others.
        var metTogether = 0

        /// How many state nothing.
        var silent: Int { values.count { $0 == nil } }
        /// What the others add up to.
        var sum: ExactDecimal { values.reduce(.zero) { $0 + ($1 ?? .zero) } }
    }

    /// The result of a claim that is a count or a sum.
    func countResult(of claim: PublishedClaim) -> ClaimResult {
        do throws(ClaimReason) {
            let terms = try terms(of: claim.figure)
            if let objection = terms.unit?.objection(as: claim.unit) { throw objection }
            let amount: ExactQuotient
            do throws(ArithmeticFailure) { amount = try ExactQuotient(terms.sum) } catch { throw .tooLarge }
            if terms.open > 0 {
                let most: ExactQuotient
                do throws(ArithmeticFailure) { most = try amount.plus(ExactQuotient(terms.open)) } catch {
                    throw .tooLarge
                }
                var result = compared(
                    claim, least: amount, most: most, finding: terms.finding, day: terms.day)
                (result.counted, result.metTogether) = (terms.values.count, terms.metTogether)
                return result
            }
            guard let ours = Ours(amount, of: claim) else { throw .tooLarge }
            let isOpen = terms.silent > 0 && claim.value >= ours.rounded
            var result = ClaimResult(
                claim, ours.rounded == claim.value ? .agrees : .differs, computed: ours.shown,
                finding: terms.finding, counted: terms.values.count, day: terms.day,
                reason: isOpen ? .notStated(count: terms.silent) : nil)
            result.metTogether = terms.metTogether
            return result
        } catch {
            return ClaimResult(claim, error)
        }
    }

    /// Arithmetic with the figures of the study in the place of the inputs that are such.
    func filled(_ arithmetic: ClaimArithmetic) throws(ClaimReason) -> ClaimArithmetic {
        var values: [Int: ExactDecimal] = [:]
        var amounts: [Int: ComputedAmount] = [:]
        for (index, input) in arithmetic.inputs.enumerated() {
            guard let figure = input.computed else { continue }
            let amount = try amount(of: figure, isRate: input.unit?.isRate ?? true)
            if let unit = input.unit, let objection = amount.unit?.objection(as: unit) { throw objection }
            amounts[index] = amount
            values[index] = try shown(amount, in: input.unit)
        }
        return amounts.isEmpty ? arithmetic : arithmetic.with(amounts, shownAs: values)
    }

    /// How a figure of the study is shown among the numbers: a share as it is, anything else in the input's unit.
    private func shown(
        _ amount: ComputedAmount, in unit: ClaimUnit?
    ) throws(ClaimReason) -> ExactDecimal? {
        var figure = amount.least
        if let unit, !amount.isShare {
            do throws(ArithmeticFailure) {
                figure = try figure.divided(by: try unit.worth(converting: Quantity.convertible))
            } catch {
                throw .tooLarge
            }
        }
        return figure.decimal ?? figure.rounded(toMultipleOf: Self.shown)
    }

    /// A figure of the study in the place of an input; `isRate` says whether the ledger takes it for a rate.
    private func amount(
        of figure: PublishedClaim.Figure, isRate: Bool
    ) throws(ClaimReason) -> ComputedAmount {
        switch figure {
        case .coverage(let figure): return try amount(of: figure)
        case .scenario(let figure): return try amount(of: figure, isRate: isRate)
        case .check(let figure) where figure.isOfTarget && figure.quantity != .count:
            return try target(figure, isRate: isRate).amount
        case .check, .facilities, .groups, .money, .arithmetic: break
        }
        let terms = try terms(of: figure)
        guard terms.silent == 0 else { throw .notStated(count: terms.silent) }
        do throws(ArithmeticFailure) {
            let sum = try ExactQuotient(terms.sum)
            return ComputedAmount(
                sum, most: try sum.plus(ExactQuotient(terms.open)), owner: terms.owner, unit: terms.unit)
        } catch {
            throw .tooLarge
        }
    }

    /// Whose a figure of a scope is that may be left out: then of the whole study, which its one city is.
    private func owner(_ kind: String?, _ identifier: String?, in study: Study) throws(ClaimReason)
        -> NumberOwner
    {
        if let kind { return .scope(try member(of: study, kind: kind, identifier: identifier).scope) }
        let cities = ScopeMembership(of: study).members.filter(\.holdsOutsiders)
        return cities.first.map { .scope($0.scope) } ?? .study(kind: "study", identifier: study.name)
    }

    private func terms(of figure: PublishedClaim.Figure) throws(ClaimReason) -> Terms {
        switch figure {
        case .check(let figure): return try terms(of: figure)
        case .facilities(let figure): return try terms(of: figure)
        case .groups(let figure): return try terms(of: figure)
        case .money(let figure):
            let (lines, scope) = try money(of: figure)
            return Terms(
                values: lines.map(\.yuan), unit: FigureUnit([.money]), owner: .scope(scope),
                day: figure.year.flatMap { Day.last(ofYear: $0) })
        // The reader lets none of them through.
        case .arithmetic, .coverage, .scenario: throw .noMeasure(pairs: [])
        }
    }

    /// What a rule says on a claim's day of what it speaks of, whatever the verdict.
    func findings(of figure: CheckClaim) throws(ClaimReason) -> (findings: [Finding], day: Day) {
        guard let day = figure.date?.last ?? assumed else { throw .noDate }
        guard let all = figures?.findings[day] else { throw .noStudy }
        let findings = all.filter {
            $0.rule == figure.rule && (figure.subject == nil || $0.subject == figure.subject)
                && (figure.scope == nil || $0.scope == figure.scope)
        }
        if findings.isEmpty {
            throw .noFinding(rule: figure.rule, subject: figure.subject ?? figure.scope?.rawValue)
        }
        return (findings, day)
    }

    private func terms(of figure: CheckClaim) throws(ClaimReason) -> Terms {
        let (ofRule, day) = try findings(of: figure)
        guard let study = figures?.study else { throw .noStudy }
        func isMeant(_ finding: Finding) -> Bool {
            figure.isMetTogether.map { $0 == (finding.metBy != nil) } ?? true
        }
        let findings = ofRule.filter {
            (figure.verdict == nil || $0.verdict == figure.verdict) && isMeant($0)
        }
        let values: [ExactDecimal?] =
            switch figure.quantity {
            case .count: findings.map { _ in ExactDecimal(1) }
            case .measured: findings.map(\.measured)
            case .required: findings.map(\.required)
            case .shortfall: findings.map(\.shortfall)
            case .numerator: findings.map(\.numerator)
            case .denominator: findings.map(\.denominator)
            }
        let kinds = Set(ofRule.map(\.scope))
        let one = ofRule.count == 1 ? ofRule.first : nil
        let unit =
            figure.quantity == .count
            ? kinds.count == 1 ? kinds.first?.countedThings.map { FigureUnit([$0]) } : nil
            : ofRule.first?.unit.figureUnit
        let owner =
            if let one { NumberOwner.study(kind: one.scope.rawValue, identifier: one.subject) } else {
                try owner(nil, nil, in: study)
            }
        // Of how many something holds is not known before it is known of each.
        let isCountOf = figure.quantity == .count && figure.verdict != nil && figure.verdict != .unknown
        return Terms(
            values: values, unit: unit, owner: owner, day: day, finding: one,
            open: isCountOf ? ofRule.count { $0.verdict == .unknown && isMeant($0) } : 0,
            metTogether: findings.count { $0.metBy != nil })
    }

    private func terms(of figure: FacilityClaim) throws(ClaimReason) -> Terms {
        guard let day = figure.date?.last ?? assumed else { throw .noDate }
        guard let study = figures?.study else { throw .noStudy }
        var open = study.facilities.filter { figure.selector.counts($0, on: day) }
        if let kind = figure.scope {
            let member = try member(of: study, kind: kind, identifier: figure.scopeID)
            open = open.filter { facility in
                facility.community.map(member.communities.contains) ?? member.holdsOutsiders
            }
        }
        let values: [ExactDecimal?] =
            switch figure.quantity {
            case .count: open.map { _ in ExactDecimal(1) }
            case .beds: open.map(\.beds)
            case .nursingBeds: open.map(\.nursingBeds)
            case .dayCarePlaces: open.map(\.dayCarePlaces)
            case .area: open.map(\.area)
            }
        return Terms(
            values: values, unit: FigureUnit([figure.quantity.quantity]),
            owner: try owner(figure.scope, figure.scopeID, in: study), day: day)
    }

    /// The rows of a scope itself; without one, those of its communities.
    ///
    /// Rows of several tiers are never added up.
    private func terms(of figure: GroupClaim) throws(ClaimReason) -> Terms {
        guard let study = figures?.study else { throw .noStudy }
        let year = figure.year ?? study.baseYear
        var rows = study.groups.filter {
            $0.year == year && (figure.group == nil || $0.group == figure.group)
        }
        if let kind = figure.scope {
            let member = try member(of: study, kind: kind, identifier: figure.scopeID)
            // Group by group: one may be stated of the scope, another of its communities.
            let own = rows.filter { $0.area == .scope(member.scope) }
            let stated = Set(own.map(\.group))
            rows =
                own
                + rows.filter { row in
                    if case .community(let index) = row.area {
                        !stated.contains(row.group) && member.communities.contains(index)
                    } else {
                        false
                    }
                }
        }
        if rows.isEmpty { throw .noGroup(year: year) }
        return Terms(
            values: rows.map(\.count), unit: FigureUnit([.people]),
            owner: try owner(figure.scope, figure.scopeID, in: study))
    }

    /// The one scope of a kind, or of that id.
    private func member(
        of study: Study, kind: String, identifier: String?
    ) throws(ClaimReason) -> ScopeMembership.Member {
        let members = ScopeMembership(of: study).members.filter {
            $0.scope.kind == kind && (identifier == nil || $0.scope.identifier == identifier)
        }
        guard members.count == 1 else { throw .unknownScope(kind: kind, identifier: identifier) }
        return members[0]
    }
}

extension FacilityClaim.Quantity {
    /// What it is so many of.
    fileprivate var quantity: Quantity {
        switch self {
        case .count: .facilities
        case .beds, .nursingBeds: .beds
        case .dayCarePlaces: .places
        case .area: .area
        }
    }
}

extension FindingScope {
    /// What its subjects are; nothing of what no unit names.
    fileprivate var countedThings: Quantity? {
        switch self {
        case .compound: .compounds
        case .facility: .facilities
        case .community: .communities
        case .subdistrict: .subdistricts
        case .pool, .city, .district, .setting: nil
        }
    }
}

extension FindingUnit {
    /// What figures in it are of; nothing of what no unit of a ledger names.
    fileprivate var figureUnit: FigureUnit? {
        switch self {
        case .squareMetres: FigureUnit([.area])
        case .days: FigureUnit([.days])
        case .services: FigureUnit([.services])
        case .facilities: FigureUnit([.facilities])
        case .beds: FigureUnit([.beds])
        case .hours: FigureUnit([.hours])
        case .share: FigureUnit()
        case .floors, .serviceClass, .months, .bedsPer1000Elders, .placesPer1000Elders,
            .spacePer100Households:
            nil
        }
    }
}
