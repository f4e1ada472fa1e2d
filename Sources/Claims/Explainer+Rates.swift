internal import Compliance
internal import Coverage
internal import Places
internal import Policy

// Rates and targets.
extension Explainer {
    func rate(_ rate: Rate) -> RateExplanation {
        let communities = parts.member(of: rate.scope)?.communities.count ?? 0
        if let judgement = further.judgement(of: rate.measure) {
            let sum = parts.sum(rate.basis, in: rate.scope, of: result, isCovered: judgement)
            return RateExplanation(
                rate: rate, communities: communities,
                facilities: ground.facilities(on: result.day, countedBy: result.standard.walkSelector),
                parts: sum.parts, unstated: sum.unstated)
        }
        guard let measure = CoverageMeasure(rawValue: rate.measure) else {
            let own = NamedMeasure(rawValue: rate.measure) ?? .subdistrictHasCentre
            let counted = presence(own)
            return RateExplanation(
                rate: rate, communities: communities,
                facilities: (counted?.facilities ?? []).filter { $0.isCounted == true }.map(\.facility),
                parts: counted.map { parts.sum(rate.measure, $0, in: rate.scope).parts } ?? [], unstated: [])
        }
        let selector =
            switch measure {
            case .within15min: result.standard.walkSelector
            case .hasFacility: result.standard.presenceSelector
            case .within1km: result.standard.straightSelector
            }
        let sum = parts.sum(measure, rate.basis, in: rate.scope, of: result)
        return RateExplanation(
            rate: rate, communities: communities,
            facilities: ground.facilities(on: result.day, countedBy: selector), parts: sum.parts,
            unstated: sum.unstated)
    }

    /// A target's chain in the scopes of some findings; nothing of a rule that is no target.
    func target(
        _ rule: String, _ findings: [Finding], from figures: TargetFigures
    ) -> TargetExplanation? {
        guard let target = pack.targets.first(where: { TargetFindings.prefix + $0.id == rule }) else {
            return nil
        }
        let chains = TargetParts(study: study, figures: figures, rates: parts)
        let own = figures.figures(of: target)
        return TargetExplanation(
            target: target, counted: FindingFigure(of: target, in: pack).counted,
            scopes: findings.compactMap { finding in
                let figure = own.first {
                    $0.scope.kind == finding.scope.rawValue && $0.scope.identifier == finding.subject
                }
                return figure.map { figure in
                    let sum = chains.sum(of: target, in: figure.scope)
                    return TargetExplanation.Part(
                        finding: finding, figure: figure, parts: sum.parts, over: sum.over,
                        unstated: sum.unstated)
                }
            })
    }
}
