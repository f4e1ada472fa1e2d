internal import Claims
internal import Foundation
internal import Places
internal import Policy
internal import Reports

/// What `claims` says when it is done: every figure with its verdict.
struct ClaimsSummary {
    let parts: [ClaimsReport.Part]
    let report: ClaimsReport
    /// How many bad rows no figure counts.
    let setAside: SetAsideRows
    /// What is written; nothing where no folder is named.
    let files: OutputFolder?

    private var counts: [(ClaimVerdict, Int)] {
        let results = parts.flatMap(\.results)
        return ClaimVerdict.allCases.map { verdict in (verdict, results.count { $0.verdict == verdict }) }
    }

    var json: JSONText {
        .object(
            [
                ("ledgers", .list(parts.map { .text($0.ledger.name.en) })),
                ("set_aside", .whole(setAside.count)),
            ]
                + counts.map { ($0.0.rawValue, .whole($0.1)) } + [
                    ("claims", report.json), ("out", files.map { .text($0.root.path) } ?? .null),
                    ("files", .list((files?.paths ?? []).map(JSONText.text))),
                ])
    }

    func words(_ say: Language) -> String {
        let verdicts = VerdictWording(language: say)
        let wording = ClaimWording(language: say)
        var lines: [String] = []
        let told = setAside.lines(say, in: "claims")
        if !told.isEmpty { lines += told + [""] }
        for part in parts {
            lines += [say(part.ledger.name.en, part.ledger.name.zh), ""]
            for result in part.results {
                lines.append("  " + padded(result.claim.id, 26) + verdicts.word(result.verdict))
                if let says = result.claim.says { lines.append("    " + say(says.en, says.zh)) }
                lines.append("    " + wording.figures(result))
                lines.append("    " + result.claim.clause.label)
            }
            lines.append("")
        }
        lines.append(counts.map { verdicts.word($0.0) + " \($0.1)" }.joined(separator: say(", ", "，")))
        if let files {
            lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
            lines += files.paths.map { "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
