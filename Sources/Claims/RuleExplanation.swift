package import Compliance
internal import Places
package import Policy

/// The chain behind what a rule says of a study: its clause, its verdicts, and where most is missing.
package struct RuleExplanation: Sendable {
    /// The rule, as the column `rule` of `checks.csv` names it.
    package let rule: String
    /// Its findings, in the order of `checks.csv`: all of them, or those that a place is asked for.
    package let findings: [Finding]
    /// The place that is asked about; nothing: the whole study.
    package let place: JudgedPlace?

    /// Makes the explanation of a rule.
    package init(rule: String, findings: [Finding], place: JudgedPlace? = nil) {
        self.rule = rule
        self.findings = findings
        self.place = place
    }

    /// The places that the rule is written at, each once.
    package var clauses: [Clause] {
        var known: Set<Clause> = []
        return findings.map(\.clause).filter { known.insert($0).inserted }
    }

    /// How many findings have a verdict.
    package func count(_ verdict: Verdict) -> Int { findings.count { $0.verdict == verdict } }

    /// How many findings do not pass on their own and are met together with others.
    package var metTogether: Int { findings.count { $0.metBy != nil } }

    /// The findings that lack most, largest first; of equal ones the earlier.
    ///
    /// What others meet together with a compound lacks nothing.
    package func largestShortfalls(_ count: Int) -> [Finding] {
        let short = findings.enumerated().filter {
            $0.element.metBy == nil && $0.element.shortfall.map { $0 > .zero } ?? false
        }
        return short.sorted { a, b in
            let (x, y) = (a.element.shortfall ?? .zero, b.element.shortfall ?? .zero)
            return x == y ? a.offset < b.offset : x > y
        }.prefix(count).map(\.element)
    }

    /// The pending findings with a date by which it must happen, earliest first.
    package func nextDue(_ count: Int) -> [Finding] {
        let due = findings.enumerated().compactMap { index, finding in
            finding.verdict == .pending ? finding.due.map { (day: $0.last, index: index) } : nil
        }
        return due.sorted { $0.day == $1.day ? $0.index < $1.index : $0.day < $1.day }
            .prefix(count).map { findings[$0.index] }
    }
}
