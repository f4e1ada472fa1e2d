internal import Claims
internal import Foundation
internal import Places
internal import Policy
internal import Reports

/// What `claims` says when it is done: every figure with its verdict.
struct ClaimsSummary {
    let ledger: ClaimsLedger
    let results: [ClaimResult]
    let report: ClaimsReport
    /// How many bad rows no figure counts.
    let setAside: Int
    let files: OutputFolder

    private var counts: [(ClaimVerdict, Int)] {
        ClaimVerdict.allCases.map { verdict in (verdict, results.count { $0.verdict == verdict }) }
    }

    var json: JSONText {
        .object(
            [("ledger", .text(ledger.name.en)), ("set_aside", .whole(setAside))]
                + counts.map { ($0.0.rawValue, .whole($0.1)) } + [
                    ("claims", report.json), ("out", .text(files.root.path)),
                    ("files", .list(files.paths.map(JSONText.text))),
                ])
    }

    func words(_ say: Language) -> String {
        let verdicts = VerdictWording(language: say)
        let wording = ClaimWording(language: say)
        var lines = [say(ledger.name.en, ledger.name.zh)]
        if let line = setAsideLine(setAside, say) { lines.append(line) }
        lines.append("")
        for result in results {
            lines.append("  " + padded(result.claim.id, 26) + verdicts.word(result.verdict))
            if let says = result.claim.says { lines.append("    " + say(says.en, says.zh)) }
            lines.append("    " + wording.figures(result))
            lines.append("    " + result.claim.clause.label)
        }
        lines += [
            "",
            counts.map { verdicts.word($0.0) + " \($0.1)" }.joined(separator: say(", ", "，")),
            "", say("Written below \(files.root.path):", "已写入 \(files.root.path)："),
        ]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }
}
