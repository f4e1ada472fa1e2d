package import Compliance
internal import Places
internal import Policy

/// Writes findings: `checks.csv`, a row for each rule and subject.
package struct ChecksReport: Sendable {
    static let header = [
        "rule", "clause", "scope", "subject", "verdict", "measured", "required", "unit", "shortfall", "due",
        "detail", "numerator", "denominator", "remedy", "measure", "basis", "counted", "version", "met_by",
        "set_aside", "unknown", "estimated", "unstated", "elders", "elders_year",
    ]

    private let findings: [Finding]
    private let setAside: Int

    /// Makes the report of some findings.
    ///
    /// - Parameters:
    ///   - findings: the findings.
    ///   - setAside: how many bad rows of the study's layers no figure counts; written beside those of targets.
    package init(findings: [Finding], setAside: Int = 0) {
        self.findings = findings
        self.setAside = setAside
    }

    /// The file's contents.
    ///
    /// - Parameters:
    ///   - dialect: how CSV is written.
    ///   - words: the words for the facts that a verdict rests on, and for what would mend it.
    /// - Returns: the bytes of the file.
    package func contents(dialect: CSVDialect, words: FindingText) -> [UInt8] {
        var csv = CSVTable(header: Self.header, dialect: dialect)
        for finding in findings {
            csv.append(Self.cells(of: finding, setAside: setAside, words: words))
        }
        return csv.contents
    }

    /// A row for a finding.
    static func cells(of finding: Finding, setAside: Int, words: FindingText) -> [Cell] {
        let notes = finding.notes
        return [
            .plain(finding.rule), .text(finding.clause.label), .plain(finding.scope.rawValue),
            .text(finding.subject), .plain(finding.verdict.rawValue), exact(finding.measured),
            exact(finding.required), .plain(finding.unit.rawValue), exact(finding.shortfall),
            .plain(finding.due?.text ?? ""), .text(words.detail(finding)),
            exact(finding.numerator), exact(finding.denominator),
            .text(finding.remedy.map(words.remedy) ?? ""),
            .plain(finding.figure?.measure ?? ""), .plain(finding.figure?.basis.rawValue ?? ""),
            .text(finding.figure?.counted ?? ""), .text(finding.figure?.version.map(words.text) ?? ""),
            .text(finding.metBy?.address ?? ""),
            notes == nil ? .empty : .whole(setAside), exact(notes?.unknown), exact(notes?.estimated),
            notes.map { .whole($0.unstated) } ?? .empty, .plain(notes?.total?.basis?.rawValue ?? ""),
            notes?.total.map { .whole($0.year) } ?? .empty,
        ]
    }
}
