internal import Claims
internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
internal import Policy
internal import Reports
internal import Scenarios

// What there is to say of a city, a district, a subdistrict or a setting; and what rules add up there.
extension ExplanationWording {
    /// The lines of a scope: its figures and verdicts, each by the name that its chain is asked for with.
    func lines(of explanation: ScopeExplanation) -> [String] {
        let count = explanation.communities.count
        var lines = [
            say(
                "\(Subject.name(of: explanation.scope)), as of \(explainer.result.day)",
                "\(Subject.name(of: explanation.scope))，截至 \(explainer.result.day)"),
            item(
                say("holds", "包括"),
                say("\(count) communities: ", "\(count) 个社区：")
                    + names(explanation.communities.map { .community($0) })),
            say("  its figures, each to be asked for by its name", "  各项数字（可按名称查询其由来）"),
        ]
        lines += explanation.rates.map { rate in
            var text = say(
                "\(amount(rate.numerator)) of \(amount(rate.denominator))",
                "\(amount(rate.numerator)) / \(amount(rate.denominator))")
            text += share(rate.share)
            if rate.unknown > 0 {
                text += say("; \(amount(rate.unknown)) unknown", "；未知 \(amount(rate.unknown))")
            }
            return "    " + Subject.name(of: rate) + say(": ", "：") + text
        }
        if let row = explanation.row {
            lines += AnnualColumn.allCases.compactMap { column in
                row.figure(column).map {
                    "    \(column.rawValue)/\(Subject.name(of: explanation.scope))" + say(": ", "：")
                        + Self.text($0)
                }
            }
        }
        if !explanation.findings.isEmpty {
            lines.append(say("  its verdicts, likewise", "  各项结论（同上）"))
        }
        lines += explanation.findings.map { finding in
            "    " + Subject.name(of: finding) + say(": ", "：")
                + VerdictWording(language: say).word(finding.verdict) + figures(of: finding)
        }
        return lines
    }

    private static func text(_ figure: AnnualFigure) -> String {
        switch figure {
        case .whole(let count): "\(count)"
        case .exact(let sum): sum.description
        case .amount(let value, let decimals?): NumberText.fixed(value, decimals: decimals)
        case .amount(let value, nil): NumberText.trimmed(value)
        }
    }

    /// What was measured against what is asked for.
    private func figures(of finding: Finding) -> String {
        guard let measured = finding.measured else { return "" }
        return say(": ", "：") + QuantityWording(language: say).amount(measured, of: finding.unit)
            + (finding.required.map { say(", \($0) required", "，要求 \($0)") } ?? "")
    }

    /// What a verdict adds up, row by row: compounds that share care space, entitled people and what serves them.
    func sources(of finding: Finding) -> [String] {
        let members = explainer.pooledMembers(behind: finding).map { member in
            let compound = explainer.study.compounds[member.compound]
            return titled(compound.id, compound.name)
                + say(" (\(row(compound.source)))", "（\(row(compound.source))）")
                + say(": ", "：") + held(by: member) + say(", ", "，")
                + (member.owes.map { say("owes \($0) m²", "应有 \($0) 平方米") }
                    ?? say("what it owes is not known", "应有面积不明"))
        }
        let sources = explainer.serviceSources(behind: finding)
        let people = sources.people.map { group in
            say(
                "\(group.count) of \(group.group), \(group.year) (\(row(group.source)))",
                "\(group.group) \(group.count) 人，\(group.year) 年（\(row(group.source))）")
        }
        let serving = sources.facilities.map { index in
            let facility = explainer.study.facilities[index]
            let carers =
                facility.carers.map { say("\($0) carers", "护理员 \($0) 人") } ?? say("no carers stated", "未列护理员")
            let services =
                facility.services.isEmpty
                ? say("no services stated", "未列服务")
                : QuantityWording(language: say).services(facility.services)
            return self.facility(index) + say(": ", "：")
                + (finding.unit == .hours ? carers : services)
        }
        return rows(say("compound", "小区"), members) + rows(say("entitled", "保障对象"), people)
            + rows(say("facility", "设施"), serving)
    }

    /// What a compound holds, and what counts of what it provides elsewhere: both together are added up.
    private func held(by member: PooledMember) -> String {
        let own =
            member.holds.map { say("holds \($0) m²", "有 \($0) 平方米") }
            ?? say("states no care space", "未列养老服务用房")
        guard let counts = member.countedElsewhere else { return own }
        let all = member.elsewhere ?? counts
        let part = all > counts ? say("\(counts) of its \(all)", "\(all) 中的 \(counts)") : "\(counts)"
        return own + say(" and counts \(part) m² elsewhere", "，另计异地 \(part) 平方米")
    }

    private func rows(_ label: String, _ texts: [String]) -> [String] {
        texts.enumerated().map { item($0 == 0 ? label : "", $1) }
    }

    /// The walk of somebody of a walking profile.
    func profileWalk(_ place: PlaceExplanation, _ measure: String) -> String {
        guard let profile = explainer.further.profile(of: measure) else {
            return say("the study has no such profile", "研究区没有该步行类型")
        }
        let walk = profile.walk(of: place.place)
        let within = say(
            "; within \(amount(profile.limit / 60)) min: \(yes(profile.isWithinWalk(walk)))",
            "；\(amount(profile.limit / 60)) 分钟内：\(yes(profile.isWithinWalk(walk)))")
        switch walk {
        case .noStreets: return sentence(for: .noStreets)
        case .tooFarFromStreets: return sentence(for: .tooFarFromStreets)
        case .noFacilityReached: return sentence(for: .noFacilityReached)
        case .reached(let index, let walk, let seconds):
            let metres = NumberText.metres(micrometres: walk.count, decimals: 1)
            let time = NumberText.fixed(seconds, decimals: 1)
            let speed = amount(profile.profile.speed)
            return say(
                "\(facility(index)), \(metres) m, \(time) s, \(speed) m/s on the level",
                "\(facility(index))，\(metres) 米，\(time) 秒，平地 \(speed) 米/秒") + within
        }
    }
}
