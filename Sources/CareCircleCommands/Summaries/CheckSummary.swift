internal import Compliance
internal import Foundation
internal import Places
internal import Policy
internal import Reports

/// What `check` says when it is done: how many of each verdict by rule.
struct CheckSummary {
    let findings: [Finding]
    let pack: PolicyPack
    let day: Day
    /// How many bad rows no verdict is about.
    let setAside: SetAsideRows
    let files: OutputFolder

    private var rules: [(rule: String, clause: String, counts: [(Verdict, Int)])] {
        var order: [String] = []
        var byRule: [String: [Finding]] = [:]
        for finding in findings {
            if byRule[finding.rule] == nil { order.append(finding.rule) }
            byRule[finding.rule, default: []].append(finding)
        }
        return order.map { rule in
            let list = byRule[rule] ?? []
            return (
                rule, list.first?.clause.label ?? "",
                Verdict.allCases.map { verdict in (verdict, list.count { $0.verdict == verdict }) }
            )
        }
    }

    var json: JSONText {
        .object([
            ("policy", .text(pack.id)), ("date", .text(day.description)),
            ("set_aside", .whole(setAside.count)),
            (
                "rules",
                .list(
                    rules.map { rule, clause, counts in
                        .object(
                            [("rule", .text(rule)), ("clause", .text(clause))]
                                + counts.map { ($0.0.rawValue, .whole($0.1)) })
                    })
            ),
            ("unknown", UnknownVerdicts(findings, pack: pack).json),
            ("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        var lines = [
            say(
                "Rules of \(pack.name.en), as of \(day)", "\(pack.name.zh)，截至 \(day)")
        ]
        lines += setAside.lines(say, in: "check", ofPeople: false)
        let names = MeasureWording(language: say)
        lines += [
            "",
            "  " + padded("", names.ruleWidth)
                + Verdict.allCases.map { leading(VerdictWording(language: say).word($0), 9) }.joined(),
        ]
        for (rule, _, counts) in rules {
            lines.append(
                "  " + padded(names.rule(rule), names.ruleWidth)
                    + counts.map { leading(String($0.1), 9) }.joined())
        }
        let unknown = findings.count { $0.verdict == .unknown }
        if unknown > 0 {
            lines += [
                "",
                say(
                    "Unknown verdicts: \(unknown) of \(findings.count), neither passed nor failed (--strict: not passed)",
                    "不明结论：\(findings.count) 项中 \(unknown) 项，既非通过也非不通过（--strict 视为未通过）"),
            ]
        }
        if let line = UnknownVerdicts(findings, pack: pack).line(say) { lines.append(line) }
        if rules.isEmpty { lines.append(say("  The pack has no rules.", "  政策包没有规则。")) }
        lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }
}
