internal import Claims
internal import Compliance
internal import Places
internal import Policy

// What rules say.
extension ExplanationReport {
    func finding(_ finding: Finding) -> JSONText {
        .object(
            properties(ChecksReport.header, ChecksReport.cells(of: finding, setAside: setAside, words: words))
                + [
                    ("citation", self.citation(finding.clause))
                ] + sources(of: finding))
    }

    func citation(_ clause: Clause) -> JSONText {
        let citation = clause.citation
        return .object([
            ("title_en", .text(citation.title.en)), ("title_zh", .text(citation.title.zh)),
            ("number", .text(optional: citation.number)), ("date", .text(optional: citation.date?.text)),
            ("known", .text(citation.known.rawValue)), ("part", .text(optional: clause.part)),
        ])
    }

    func rule(_ explanation: RuleExplanation) -> JSONText {
        var asked: [(String, JSONText)] = []
        if let place = explanation.place {
            asked = [
                ("of", .object([("kind", .text(place.kind.rawValue)), ("id", .text(place.id(in: study)))])),
                ("findings", .list(explanation.findings.map(finding))),
            ]
        }
        return .object(
            [("subject", .text("rule")), ("name", .text(explanation.rule))] + asked + [
                (
                    "verdicts",
                    .object(Verdict.allCases.map { ($0.rawValue, .whole(explanation.count($0))) })
                ),
                ("met_together", .whole(explanation.metTogether)),
                ("largest_shortfalls", .list(explanation.largestShortfalls(10).map(finding))),
                ("next_due", .list(explanation.nextDue(10).map(finding))),
                (
                    "row", explanation.findings.count == 1 ? finding(explanation.findings[0]) : .null
                ),
            ])
    }
}
