internal import Compliance
internal import Coverage
internal import Places
internal import Policy

// Published counts and sums of a study: of verdicts, of facilities, of entitled people.
extension ClaimJudge {
    /// What is added up, with the day that it holds on; nothing for what states none.
    private struct Terms {
        var values: [ExactDecimal?]
        var day: Day?

        /// How many state nothing.
        var silent: Int { values.count { $0 == nil } }
        /// What the others add up to.
        var sum: ExactDecimal { values.reduce(.zero) { $0 + ($1 ?? .zero) } }
    }

    /// The result of a claim that is a count or a sum.
    func countResult(of claim: PublishedClaim) -> ClaimResult {
        do throws(ClaimReason) {
            let terms = try terms(of: claim.figure)
            let amount: ExactQuotient
            do throws(ArithmeticFailure) { amount = try ExactQuotient(terms.sum) } catch { throw .tooLarge }
            let silent = terms.silent
            guard silent > 0, let ours = Ours(amount, of: claim), claim.value >= ours.rounded else {
                return compared(claim, amount, counted: terms.values.count, day: terms.day)
            }
            return ClaimResult(
                claim, .notDerivable, computed: ours.shown, counted: terms.values.count, day: terms.day,
                reason: .notStated(count: silent))
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
            let amount = try amount(of: figure, as: input)
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
        if let unit, !amount.isRate {
            do throws(ArithmeticFailure) {
                figure = try figure.divided(by: try ExactQuotient(unit.worth))
            } catch {
                throw .tooLarge
            }
        }
        return figure.decimal ?? figure.rounded(toMultipleOf: Self.shown)
    }

    /// A figure of the study in the place of an input.
    private func amount(
        of figure: PublishedClaim.Figure, as input: ClaimInput
    ) throws(ClaimReason) -> ComputedAmount {
        switch figure {
        case .coverage(let figure): return try amount(of: figure)
        case .scenario(let figure):
            return try amount(of: figure, isRate: input.unit?.isRate ?? false)
        case .check, .facilities, .groups, .arithmetic: break
        }
        let terms = try terms(of: figure)
        guard terms.silent == 0 else { throw .notStated(count: terms.silent) }
        do throws(ArithmeticFailure) {
            return ComputedAmount(try input.amount(of: terms.sum), scope: scope(of: figure))
        } catch {
            throw .tooLarge
        }
    }

    /// The scope that a count or sum of the study is said to be of; nothing: of the whole study.
    private func scope(of figure: PublishedClaim.Figure) -> Scope? {
        let (kind, identifier): (String?, String?) =
            switch figure {
            case .facilities(let figure): (figure.scope, figure.scopeID)
            case .groups(let figure): (figure.scope, figure.scopeID)
            case .arithmetic, .coverage, .check, .scenario: (nil, nil)
            }
        guard let kind, let study = figures?.study else { return nil }
        return ScopeMembership(of: study).members.first {
            $0.scope.kind == kind && (identifier == nil || $0.scope.identifier == identifier)
        }?.scope
    }

    private func terms(of figure: PublishedClaim.Figure) throws(ClaimReason) -> Terms {
        switch figure {
        case .check(let figure): try terms(of: figure)
        case .facilities(let figure): try terms(of: figure)
        case .groups(let figure): try terms(of: figure)
        // The reader lets none of them through.
        case .arithmetic, .coverage, .scenario: throw .noMeasure(pairs: [])
        }
    }

    private func terms(of figure: CheckClaim) throws(ClaimReason) -> Terms {
        guard let day = figure.date?.last ?? assumed else { throw .noDate }
        guard let all = figures?.findings[day] else { throw .noStudy }
        let ofRule = all.filter {
            $0.rule == figure.rule && (figure.subject == nil || $0.subject == figure.subject)
        }
        if ofRule.isEmpty { throw .noFinding(rule: figure.rule, subject: figure.subject) }
        let findings = ofRule.filter { figure.verdict == nil || $0.verdict == figure.verdict }
        let values: [ExactDecimal?] =
            switch figure.quantity {
            case .count: findings.map { _ in ExactDecimal(1) }
            case .measured: findings.map(\.measured)
            case .required: findings.map(\.required)
            case .shortfall: findings.map(\.shortfall)
            }
        return Terms(values: values, day: day)
    }

    private func terms(of figure: FacilityClaim) throws(ClaimReason) -> Terms {
        guard let day = figure.date?.last ?? assumed else { throw .noDate }
        guard let study = figures?.study else { throw .noStudy }
        var open = study.facilities.filter { $0.isOpen(on: day) && figure.selector.counts($0) }
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
        return Terms(values: values, day: day)
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
        return Terms(values: rows.map(\.count), day: nil)
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
