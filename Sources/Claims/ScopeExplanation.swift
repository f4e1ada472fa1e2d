package import Compliance
package import Coverage
package import Places
package import Scenarios

/// What there is to say of a city, a district, a subdistrict or a setting: its figures and its verdicts, each with the
/// name by which its chain is asked for.
package struct ScopeExplanation: Sendable {
    /// The scope.
    package let scope: Scope
    /// Its communities, as indices into the study's.
    package let communities: [Int]
    /// Its rates, in the order of `summary.csv`.
    package let rates: [Rate]
    /// What the pack's rules say of it, in the order of `checks.csv`.
    package let findings: [Finding]
    /// Of a scenario's year, its row of `annual.csv`.
    package let row: AnnualRow?
}

extension Explainer {
    func scope(_ scope: Scope) -> ScopeExplanation {
        ScopeExplanation(
            scope: scope, communities: parts.member(of: scope)?.communities ?? [],
            rates: rates.filter { $0.scope == scope },
            findings: findings.filter {
                $0.scope.rawValue == scope.kind && $0.subject == scope.identifier
            },
            row: year.flatMap { year in
                year.result.annual.first { $0.year == year.map.year && $0.scope == scope }
            })
    }
}
