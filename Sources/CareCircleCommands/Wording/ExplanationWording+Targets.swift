internal import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy
internal import Reports

// What is counted: targets, measures of presence, facilities.
extension ExplanationWording {
    /// The lines of a target: where it is written, then its figure in each scope with what that is a sum of.
    func lines(of explanation: TargetExplanation) -> [String] {
        let target = explanation.target
        let packs = PackWording(language: say)
        let measures = MeasureWording(language: say)
        var required = say("at least \(target.atLeast)", "不低于 \(target.atLeast)")
        required += target.due.map { say(", due \($0.text)", "，期限 \($0.text)") } ?? ""
        required += target.version.map { say("; ", "；") + packs.text($0) } ?? ""
        var lines = [
            TargetFindings.prefix + target.id + say(": ", "：") + packs.text(target.name)
                + say(", as of \(explainer.result.day)", "，截至 \(explainer.result.day)"),
            item(say("clause", "条款"), citation(target.clause)),
            item(
                say("measure", "指标"),
                measures.measure(target.measure.name) + say(", basis ", "，口径 ")
                    + measures.basis(target.basis) + counted(by: explanation)),
            item(say("required", "要求"), required),
        ]
        if explanation.scopes.isEmpty {
            let why = explainer.unjudged[TargetFindings.prefix + target.id]
            lines.append(
                item(
                    say("scope", "范围"),
                    why.map(UnjudgedWording(language: say).text)
                        ?? say("the study has none that it is for", "研究区内没有适用的范围")))
        }
        for part in explanation.scopes { lines += self.lines(of: part) }
        return lines
    }

    /// Which facilities count; nothing of a figure of compounds.
    private func counted(by explanation: TargetExplanation) -> String {
        explanation.counted.map { say(", counted ", "，计入 ") + selector($0) } ?? ""
    }

    private func lines(of part: TargetExplanation.Part) -> [String] {
        let finding = part.finding
        let scope = self.scope(of: finding)
        var lines = [
            item(
                scope, VerdictWording(language: say).word(finding.verdict) + say(": ", "：") + arithmetic(part)
            )
        ]
        if case .waived = finding.detail { lines.append(item("", facts(of: finding))) }
        if let remedy = finding.remedy {
            lines.append(item(say("remedy", "补救"), RemedyWording(language: say).remedy(remedy)))
        }
        lines += list(say("counted most", "计入最多"), part.parts, \.covered)
        lines += list(say("not counted", "未计入最多"), part.parts, \.uncovered)
        lines += list(say("most unknown", "未知最多"), part.parts) { $0.isUnknown ? $0.amount : 0 }
        lines += list(say("taken over", "分母最多"), part.over, \.amount)
        if !part.unstated.isEmpty {
            lines.append(item(say("left out", "未计入"), names(part.unstated)))
        }
        return lines
    }

    /// The scope as it is asked for, in Chinese with its word before it.
    private func scope(of finding: Finding) -> String {
        let code = "\(finding.scope.rawValue)/\(finding.subject)"
        guard say == .chinese else { return code }
        switch (finding.scope, finding.subject) {
        case (.setting, "urban"): return "城镇 \(code)"
        case (.setting, "rural"): return "农村 \(code)"
        default: return "\(ScopeWording.chinese(finding.scope.rawValue)) \(code)"
        }
    }

    /// The figure, as it comes out of its numerator and denominator.
    private func arithmetic(_ part: TargetExplanation.Part) -> String {
        let figure = part.figure
        guard let numerator = figure.numerator else { return say("nobody states it", "均未列") }
        var text = amount(numerator)
        if let denominator = figure.statedDenominator {
            if figure.factor != 1 { text += " × \(amount(figure.factor))" }
            text += " / \(amount(denominator))"
            text += figure.value.map { " = \(amount($0))" } ?? say(" (no figure)", "（无数值）")
        }
        if let missing = figure.missingTotal {
            text += say("; ", "；") + MeasureWording(language: say).missingTotal(missing)
        }
        if let total = figure.total {
            text += say("; ", "；") + MeasureWording(language: say).total(total)
        }
        if figure.estimated > 0 {
            text += say("; \(amount(figure.estimated)) estimated", "；估算 \(amount(figure.estimated))")
        }
        if figure.unknown > 0 {
            text += say("; \(amount(figure.unknown)) unknown", "；未知 \(amount(figure.unknown))")
        }
        if figure.unstated > 0 {
            text += say("; \(figure.unstated) state none", "；\(figure.unstated) 处未列")
        }
        if let shortfall = part.finding.shortfall, shortfall > .zero {
            text += say("; \(shortfall) short", "；差 \(shortfall)")
        }
        return text
    }

    /// The lines of a measure of presence in one community.
    func lines(of explanation: PresenceExplanation) -> [String] {
        let community = explainer.study.communities[explanation.community]
        var lines = [
            say(
                "\(titled(community.id, community.name)): community (\(row(community.source))), as of \(explainer.result.day)",
                "\(titled(community.id, community.name))：社区（\(row(community.source))），截至 \(explainer.result.day)"
            ),
            item(
                say("measure", "指标"),
                MeasureWording(language: say).measure(explanation.measure) + say(": ", "：")
                    + yes(explanation.isMet)),
            item(say("limit", "标准"), presence(explanation.measure)),
            item(say("counted", "计入"), selector(explanation.counted)),
        ]
        if explanation.isOfSubdistricts {
            lines.append(
                item(
                    say("subdistrict", "街道乡镇"),
                    explanation.subdistrict?.identifier ?? say("the community names none", "社区未列")))
        }
        let there =
            explanation.isOfSubdistricts
            ? say("stands in the subdistrict", "位于该街道乡镇") : say("stands in the community", "位于社区内")
        lines += explanation.standing.flatMap { self.lines(of: $0, there) }
        lines += explanation.serving.flatMap {
            self.lines(of: $0, say("serves the community", "服务该社区"))
        }
        if explanation.standing.isEmpty, explanation.serving.isEmpty {
            lines.append(item(say("facilities", "设施"), say("none that the selector takes", "无符合条件的设施")))
        }
        return lines
    }

    private func lines(of counted: CountedFacility, _ place: String) -> [String] {
        let counts =
            switch counted.isCounted {
            case true?: say("counts", "计入")
            case false?: say("does not count", "不计入")
            case nil: say("may count", "是否计入未知")
            }
        return [item(counts, facility(counted.facility) + say(", ", "，") + place)]
            + rules(counted.findings)
    }

    /// What a measure of presence asks for.
    func presence(_ measure: String) -> String {
        switch measure {
        case NamedMeasure.isServed.rawValue:
            say(
                "a counted facility stands in the community, or one elsewhere serves it",
                "社区内有计入的设施，或有别处的设施为其服务")
        case NamedMeasure.subdistrictHasCentre.rawValue:
            say("a counted facility stands in the subdistrict or township", "街道或乡镇内有计入的设施")
        case NamedMeasures.streetHasCentre:
            say("a counted facility stands in the subdistrict", "街道内有计入的设施")
        case NamedMeasures.townshipHasCentre:
            say("a counted facility stands in the township", "乡镇内有计入的设施")
        default: say("a counted facility stands in the community", "社区内有计入的设施")
        }
    }

    /// The lines of a facility: whether it is open, what it counts for, what the rules say of it.
    func lines(of explanation: FacilityExplanation) -> [String] {
        let facility = explainer.study.facilities[explanation.facility]
        let community = facility.community.map { name(ofCommunity: $0) }
        let dates = [
            facility.opened.map { say("opened \($0.text)", "\($0.text) 启用") },
            facility.closed.map { say("closed \($0.text)", "\($0.text) 停用") },
            facility.status.map { say("status \($0.rawValue)", "状态 \($0.rawValue)") },
        ].compactMap(\.self)
        let stated =
            dates.isEmpty ? say("no date is stated", "未列日期") : dates.joined(separator: say(", ", "，"))
        var lines = [
            say(
                "\(self.facility(explanation.facility)): facility \(community.map { "in \($0)" } ?? "outside every community"), as of \(explainer.result.day)",
                "\(self.facility(explanation.facility))：设施，\(community.map { "所属社区 \($0)" } ?? "位于所有社区之外")，截至 \(explainer.result.day)"
            ),
            item(say("open", "开放"), yes(explanation.isOpen) + say(": ", "：") + stated),
        ]
        if explanation.rule == nil {
            let measures = explanation.measures.map { MeasureWording(language: say).measure($0) }
            lines.append(
                item(
                    say("counts for", "计入"),
                    measures.isEmpty
                        ? say("no measure", "不计入任何指标") : measures.joined(separator: say(", ", "、"))))
        }
        return lines + explanation.actions.map { item(say("plan", "计划"), action($0)) }
            + rules(explanation.findings)
            + (explanation.findings.isEmpty
                ? explanation.rule.map { [silent($0, of: .facility(explanation.facility))] } ?? [] : [])
    }
}
