internal import Compliance
internal import Foundation
internal import Places
internal import Policy
internal import Reports

/// What `check` says when it is done: how many of each verdict by rule.
struct CheckSummary {
    let findings: [Finding]
    /// The rules that say nothing of the study, and why.
    let unjudged: [UnjudgedRule]
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

    /// What is pending and has a date by which it must happen, the earliest first.
    private var warnings: [Finding] {
        findings.enumerated().filter { $0.element.verdict == .pending && $0.element.due != nil }
            .sorted { a, b in
                guard let x = a.element.due?.last, let y = b.element.due?.last, x != y else {
                    return a.offset < b.offset
                }
                return x < y
            }.map(\.element)
    }

    /// The first of them, one line each, and how many more there are.
    private func warningLines(_ say: Language) -> [String] {
        let all = warnings
        guard !all.isEmpty else { return [] }
        let shown = 10
        var lines = ["", say("Pending, by the date on which it must have happened:", "待定，按最迟日期：")]
        let remedies = RemedyWording(language: say)
        lines += all.prefix(shown).map { finding in
            let remedy = finding.remedy.map { say(": ", "：") + remedies.remedy($0) } ?? ""
            return "  " + padded(finding.due?.text ?? "", 12) + ruleName(finding.rule, say) + " "
                + finding.subject + remedy
        }
        if all.count > shown {
            lines.append(say("  and \(all.count - shown) more", "  另有 \(all.count - shown) 项"))
        }
        return lines
    }

    /// How many compounds do not pass a rule on their own and meet it together with others, rule by rule.
    private var metTogether: [(rule: String, count: Int)] {
        rules.compactMap { rule, _, _ in
            let count = findings.count { $0.rule == rule && $0.metBy != nil }
            return count > 0 ? (rule, count) : nil
        }
    }

    private func metTogetherLines(_ say: Language) -> [String] {
        let all = metTogether
        guard !all.isEmpty else { return [] }
        let counts = all.map { "\(ruleName($0.rule, say)) \($0.count)" }.joined(separator: say(", ", "，"))
        return [
            "",
            say(
                "Met together with others by \(PooledSpaceRule.id), no fault: \(counts)",
                "按\(ruleName(PooledSpaceRule.id, say))与其他小区合并满足，不计为不合格：\(counts)"),
        ]
    }

    /// Of each rule without a verdict why it has none, the names as wide as in the table above.
    private func unjudgedLines(_ say: Language, _ width: Int) -> [String] {
        guard !unjudged.isEmpty else { return [] }
        let wording = UnjudgedWording(language: say)
        return ["", say("Without a verdict:", "无结论的规则与目标：")]
            + unjudged.map { "  " + padded(ruleName($0.rule, say), width) + wording.text($0.reason) }
    }

    private func ruleName(_ rule: String, _ say: Language) -> String {
        MeasureWording(language: say).rule(rule, of: pack)
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
            (
                "without_verdict",
                .list(
                    unjudged.map {
                        .object([
                            ("rule", .text($0.rule)), ("unknown", .flag($0.reason.isUnknown)),
                            (
                                "because",
                                .text(UnjudgedWording(language: .english).code($0.reason))
                            ),
                        ])
                    })
            ),
            ("unknown", UnknownVerdicts(findings, pack: pack).json),
            (
                "met_together",
                .list(
                    metTogether.map {
                        .object([("rule", .text($0.rule)), ("compounds", .whole($0.count))])
                    })
            ),
            ("targets", TargetNotes(findings).json(setAside: setAside.count)),
            (
                "pending",
                .list(
                    warnings.map {
                        .object([
                            ("due", .text($0.due?.text ?? "")), ("rule", .text($0.rule)),
                            ("scope", .text($0.scope.rawValue)), ("subject", .text($0.subject)),
                        ])
                    })
            ),
            ("out", .text(files.root.path)), ("files", .list(files.paths.map(JSONText.text))),
        ])
    }

    func words(_ say: Language) -> String {
        var lines = [
            say(
                "Rules of \(pack.name.en), as of \(day)", "\(pack.name.zh)，截至 \(day)")
        ]
        lines += setAside.lines(say, in: "check", ofPeople: false)
        let rules = rules
        let ruleNames = rules.map { ruleName($0.rule, say) }
        // As wide as the longest name, so that the columns stay below each other.
        let width = max(
            MeasureWording(language: say).ruleWidth,
            ((ruleNames + unjudged.map { ruleName($0.rule, say) }).map(columns(of:)).max() ?? 0) + 2)
        lines += [
            "",
            "  " + padded("", width)
                + Verdict.allCases.map { leading(VerdictWording(language: say).word($0), 9) }.joined(),
        ]
        for (name, (_, _, counts)) in zip(ruleNames, rules) {
            lines.append(
                "  " + padded(name, width)
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
        lines += metTogetherLines(say)
        lines += TargetNotes(findings).lines(say)
        lines += unjudgedLines(say, width)
        lines += warningLines(say)
        if rules.isEmpty {
            lines.append(
                pack.entries.allSatisfy { ![.rules, .targets].contains($0.section) }
                    ? say("  The pack has no rules.", "  政策包没有规则。")
                    : say(
                        "  No rule or target of the pack speaks of anything in this study.",
                        "  政策包的规则与目标均不涉及本研究区的任何对象。"))
        }
        lines += ["", say("Written below \(files.root.path):", "已写入 \(files.root.path)：")]
        lines += files.paths.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }
}
