package import Compliance
internal import Places
internal import Policy

/// Writes findings: `checks.csv`, a row for each rule and subject, and behind them one for each rule that says nothing.
package struct ChecksReport: Sendable {
    static let header = [
        "rule", "clause", "scope", "subject", "verdict", "measured", "required", "unit", "shortfall", "due",
        "detail", "numerator", "denominator", "remedy", "measure", "basis", "counted", "version", "met_by",
        "set_aside", "unknown", "estimated", "unstated", "elders", "elders_year",
    ]

    private let findings: [Finding]
    private let unjudged: [UnjudgedRule]
    private let city: String
    private let setAside: Int

    /// Makes the report of some findings.
    ///
    /// - Parameters:
    ///   - findings: what rules and targets say.
    ///   - unjudged: those that say nothing of the study, and why.
    ///   - city: what the study as a whole is called, of which such a row is.
    ///   - setAside: how many bad rows of the study's layers no figure counts; written beside those of targets.
    package init(
        findings: [Finding], unjudged: [UnjudgedRule] = [], city: String = "", setAside: Int = 0
    ) {
        self.findings = findings
        self.unjudged = unjudged
        self.city = city
        self.setAside = setAside
    }

    /// The file's contents.
    ///
    /// - Parameters:
    ///   - dialect: how CSV is written.
    ///   - words: the words for the facts that a verdict rests on, and for what would mend it.
    ///   - why: the words for why a rule says nothing.
    /// - Returns: the bytes of the file.
    package func contents(
        dialect: CSVDialect, words: FindingText, why: (UnjudgedRule.Reason) -> String = { _ in "" }
    ) -> [UInt8] {
        var csv = CSVTable(header: Self.header, dialect: dialect)
        for finding in findings { csv.append(Self.cells(of: finding, setAside: setAside, words: words)) }
        // Of compounds a rule has a row for each that it speaks of, and none besides.
        for rule in unjudged where !rule.isOfCompounds {
            let cells: [Cell] = [
                .plain(rule.rule), .text(rule.clause.label), .plain(FindingScope.city.rawValue), .text(city),
                .plain(rule.verdict.rawValue), .empty, .empty, .empty, .empty, .empty,
                .text(why(rule.reason)),
            ]
            csv.append(cells + [Cell](repeating: .empty, count: Self.header.count - cells.count))
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
