internal import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy

// What a rule says of the whole study.
extension ExplanationWording {
    /// How many findings are named.
    private static let named = 5

    /// The lines of a rule: where it is written, its verdicts, where most is missing and what is due next.
    func lines(of explanation: RuleExplanation) -> [String] {
        let verdicts = VerdictWording(language: say)
        let counts = Verdict.allCases.filter { explanation.count($0) > 0 }.map {
            "\(verdicts.word($0)) \(explanation.count($0))"
        }
        var lines = [
            MeasureWording(language: say).rule(explanation.rule, of: explainer.pack)
                + say(", as of \(explainer.result.day)", "，截至 \(explainer.result.day)")
        ]
        if let reason = explainer.unjudged[explanation.rule] {
            lines += explainer.clauses(of: explanation.rule).map { item(say("clause", "条款"), citation($0)) }
            lines.append(item(say("verdicts", "结论"), UnjudgedWording(language: say).text(reason)))
        }
        lines += explanation.clauses.map { item(say("clause", "条款"), citation($0)) }
        if let place = explanation.place {
            let id = place.id(in: explainer.study)
            lines[0] = id + say(": ", "：") + lines[0]
            if explanation.findings.isEmpty, explainer.unjudged[explanation.rule] == nil {
                lines.append(silent(explanation.rule, of: place))
            }
        }
        if !counts.isEmpty {
            lines.append(item(say("verdicts", "结论"), counts.joined(separator: say(", ", "，"))))
        }
        if explanation.metTogether > 0, explanation.findings.count > 1 {
            let pooled = MeasureWording(language: say).rule(PooledSpaceRule.id, of: explainer.pack)
            lines.append(
                item(
                    say("together", "合并"),
                    say(
                        "\(explanation.metTogether) of these met together with others by \(PooledSpaceRule.id), no fault",
                        "其中 \(explanation.metTogether) 个按\(pooled)与其他小区合并满足，不计为不合格")))
        }
        if explanation.place != nil, explanation.findings.count > 1 {
            return lines + list(say("subject", "对象"), explanation.findings) { verdicts.word($0.verdict) }
        }
        if explanation.findings.count == 1 {
            return lines + list(say("subject", "对象"), explanation.findings)
                + explanation.findings.flatMap(remedy).map { item("", $0) }
                + explanation.findings.flatMap(sources)
        }
        lines += list(say("short", "缺口"), explanation.largestShortfalls(Self.named))
        lines += list(say("due next", "将到期"), explanation.nextDue(Self.named))
        return lines
    }

    /// The line of a rule that says nothing of the place that is asked about.
    func silent(_ rule: String, of place: JudgedPlace) -> String {
        item(
            say("verdicts", "结论"),
            say("none: \(rule) says nothing of it", "无：规则 \(rule) 未涉及")
                + (SilenceWording(language: say, explainer: explainer).reason(rule, of: place).map {
                    say(": ", "：") + $0
                } ?? ""))
    }

    private func list(
        _ label: String, _ findings: [Finding], verdict: ((Finding) -> String)? = nil
    ) -> [String] {
        findings.enumerated().map { index, finding in
            let word = verdict.map { " " + $0(finding) } ?? ""
            return item(
                index == 0 ? label : "", subject(of: finding) + word + say(": ", "：") + facts(of: finding))
        }
    }

    /// The subject with the row that it was read from, where it has one.
    private func subject(of finding: Finding) -> String {
        let study = explainer.study
        let found: (title: String, source: SourceRow)? =
            switch finding.scope {
            case .compound:
                study.compounds.first { $0.id == finding.subject }.map { (titled($0.id, $0.name), $0.source) }
            case .community:
                study.communities.first { $0.id == finding.subject }.map {
                    (titled($0.id, $0.name), $0.source)
                }
            case .facility:
                study.facilities.first { $0.id == finding.subject }.map {
                    (titled($0.id, $0.name), $0.source)
                }
            case .pool, .city, .district, .subdistrict, .setting: nil
            }
        guard let found else { return finding.subject }
        return found.title + say(" (\(row(found.source)))", "（\(row(found.source))）")
    }
}
