internal import Compliance
internal import Places
internal import Reports

/// What has to be read beside the figures of targets: what is unknown, estimated or left out, and over which totals they are
/// taken.
struct TargetNotes {
    private let findings: [(finding: Finding, notes: FigureNotes)]

    init(_ findings: [Finding]) {
        self.findings = findings.compactMap { finding in finding.notes.map { (finding, $0) } }
    }

    /// Every target in each of its scopes, with what stands beside its figure.
    func json(setAside: Int) -> JSONText {
        .list(
            findings.map { finding, notes in
                .object([
                    ("rule", .text(finding.rule)), ("scope", .text(finding.scope.rawValue)),
                    ("subject", .text(finding.subject)), ("verdict", .text(finding.verdict.rawValue)),
                    ("set_aside", .whole(setAside)), ("unknown", .number(notes.unknown.description)),
                    ("estimated", .number(notes.estimated.description)), ("unstated", .whole(notes.unstated)),
                    ("elders", notes.total?.basis.map { .text($0.rawValue) } ?? .null),
                    ("elders_year", notes.total.map { .whole($0.year) } ?? .null),
                ])
            })
    }

    /// A line for each target and scope of which something has to be said, the first few of them.
    func lines(_ say: Language) -> [String] {
        let told = findings.filter { $0.notes.leavesSomethingOpen || $0.notes.total != nil }
        guard !told.isEmpty else { return [] }
        let shown = 10
        var lines = ["", say("Beside the figures of targets:", "目标数值的说明：")]
        lines += told.prefix(shown).map { finding, notes in
            "  \(finding.rule) \(finding.subject): " + words(notes, of: finding, say)
        }
        if told.count > shown {
            lines.append(
                say(
                    "  and \(told.count - shown) more: see checks.csv",
                    "  另有 \(told.count - shown) 项，见 checks.csv"))
        }
        return lines
    }

    private func words(_ notes: FigureNotes, of finding: Finding, _ say: Language) -> String {
        var parts: [String] = []
        let all = finding.denominator.map { say(" of \($0)", "／\($0)") } ?? ""
        if notes.unknown > .zero {
            parts.append(say("\(notes.unknown)\(all) unknown", "\(notes.unknown)\(all) 不明"))
        }
        if notes.estimated > .zero {
            parts.append(say("\(notes.estimated)\(all) estimated", "\(notes.estimated)\(all) 为估算"))
        }
        if notes.unstated > 0 {
            parts.append(say("\(notes.unstated) left out, stating no figure", "\(notes.unstated) 处未列数字，未计入"))
        }
        if let total = notes.total { parts.append(MeasureWording(language: say).total(total)) }
        return parts.joined(separator: say("; ", "；"))
    }
}
