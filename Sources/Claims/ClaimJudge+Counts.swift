internal import Compliance
internal import Coverage
internal import Places
internal import Policy

// Published figures of a pack's rules, and of facilities.
extension ClaimJudge {
    func result(of claim: PublishedClaim, _ figure: CheckClaim) -> ClaimResult {
        guard let day = figure.date?.last ?? assumed else { return ClaimResult(claim, .noDate) }
        guard let figures, let all = figures.findings[day] else { return ClaimResult(claim, .noStudy) }
        let ofRule = all.filter {
            $0.rule == figure.rule && (figure.subject == nil || $0.subject == figure.subject)
        }
        if ofRule.isEmpty {
            return ClaimResult(claim, .noFinding(rule: figure.rule, subject: figure.subject))
        }
        let findings = ofRule.filter { figure.verdict == nil || $0.verdict == figure.verdict }
        let values: [ExactDecimal?] =
            switch figure.quantity {
            case .count: findings.map { _ in ExactDecimal(1) }
            case .measured: findings.map(\.measured)
            case .required: findings.map(\.required)
            case .shortfall: findings.map(\.shortfall)
            }
        return compared(claim, values, day)
    }

    func result(of claim: PublishedClaim, _ figure: FacilityClaim) -> ClaimResult {
        guard let day = figure.date?.last ?? assumed else { return ClaimResult(claim, .noDate) }
        guard let study = figures?.study else { return ClaimResult(claim, .noStudy) }
        var open = study.facilities.filter { $0.isOpen(on: day) && figure.selector.counts($0) }
        if let kind = figure.scope {
            let members = ScopeMembership(of: study).members.filter {
                $0.scope.kind == kind
                    && (figure.scopeID == nil || $0.scope.identifier == figure.scopeID)
            }
            guard members.count == 1 else {
                return ClaimResult(claim, .unknownScope(kind: kind, identifier: figure.scopeID))
            }
            open = open.filter { facility in
                facility.community.map(members[0].communities.contains) ?? members[0].holdsOutsiders
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
        return compared(claim, values, day)
    }

    /// The sum of some figures, some of which may not be stated, beside the published one.
    private func compared(_ claim: PublishedClaim, _ values: [ExactDecimal?], _ day: Day) -> ClaimResult {
        let sum = values.reduce(.zero) { $0 + ($1 ?? .zero) }
        let silent = values.count { $0 == nil }
        do throws(ArithmeticFailure) {
            let amount = try ExactQuotient(sum)
            guard silent > 0, let ours = Ours(amount, of: claim), claim.value >= ours.rounded else {
                return compared(claim, amount, counted: values.count, day: day)
            }
            return ClaimResult(
                claim, .notDerivable, computed: ours.shown, counted: values.count, day: day,
                reason: .notStated(count: silent))
        } catch {
            return ClaimResult(claim, .tooLarge)
        }
    }
}
