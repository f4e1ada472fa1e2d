package import Compliance
internal import Places
internal import Policy

/// Writes findings: `checks.csv`, a row for each rule and subject.
package struct ChecksReport: Sendable {
    private let findings: [Finding]

    /// Makes the report of some findings.
    package init(findings: [Finding]) { self.findings = findings }

    /// The file's contents.
    ///
    /// - Parameters:
    ///   - dialect: how CSV is written.
    ///   - detail: the words for the facts that a verdict rests on.
    /// - Returns: the bytes of the file.
    package func contents(dialect: CSVDialect, detail: (FindingDetail) -> String) -> [UInt8] {
        var csv = CSVTable(
            header: [
                "rule", "clause", "scope", "subject", "verdict", "measured", "required", "unit", "shortfall",
                "due", "detail",
            ], dialect: dialect)
        for finding in findings {
            csv.append([
                .plain(finding.rule), .text(finding.clause.label), .plain(finding.scope.rawValue),
                .text(finding.subject), .plain(finding.verdict.rawValue), exact(finding.measured),
                exact(finding.required), .plain(finding.unit.rawValue), exact(finding.shortfall),
                .plain(finding.due?.text ?? ""), .text(detail(finding.detail)),
            ])
        }
        return csv.contents
    }

}
