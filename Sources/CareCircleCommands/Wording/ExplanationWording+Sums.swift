internal import Claims
internal import Coverage
internal import Geometry
internal import Places
internal import Policy
internal import Reports

// What is added up: communities and rates.
extension ExplanationWording {
    private var study: Study { explainer.study }
    private var standard: CoverageStandard { explainer.result.standard }

    /// How many of the largest parts are named.
    private static let named = 5

    /// The lines of a community: its sums, its facilities, and then every place in it.
    func lines(of explanation: CommunityExplanation) -> [String] {
        let community = study.communities[explanation.community]
        let coverage = explanation.coverage
        let tally = coverage.tally
        var lines = [
            say(
                "\(titled(community.id, community.name)): community (\(row(community.source))), as of \(explainer.result.day)",
                "\(titled(community.id, community.name))：社区（\(row(community.source))），截至 \(explainer.result.day)"
            ),
            item(
                say("states", "所列"),
                say(
                    "\(community.households?.description ?? "no") households, \(community.elders.total?.description ?? "no") elders",
                    "\(community.households?.description ?? "未列")户，老年人口 \(community.elders.total?.description ?? "未列")"
                )),
        ]
        if community.compoundsSetAside > 0 {
            lines.append(
                item(
                    say("set aside", "剔除"),
                    say(
                        "\(community.compoundsSetAside) of its compounds: their people are among what the others leave over, as estimated",
                        "小区 \(community.compoundsSetAside) 个：其居民计入其余小区以外的剩余部分，记为估算")))
        }
        lines += [
            item(
                say("facilities", "设施"),
                ([
                    say(
                        "\(coverage.facilities) counted (\(standard.presenceSelector.text))",
                        "计入 \(coverage.facilities) 处（\(selector(standard.presenceSelector.text))）")
                ] + explanation.facilities.map(facility)).joined(separator: say(", ", "、")))
        ]
        let shows = { (measure: CoverageMeasure) in
            explanation.focus.map { $0 == .measure(measure) } ?? true
        }
        if shows(.within1km), let area = coverage.area, let covered = coverage.coveredArea {
            lines.append(
                item(
                    say("area", "面积"),
                    say(
                        "\(fixed(min(area, covered), 1)) of \(fixed(area, 1)) m² within \(amount(standard.radius.value)) m\(share(coverage.areaShare))",
                        "\(amount(standard.radius.value)) 米内 \(fixed(min(area, covered), 1)) / \(fixed(area, 1)) 平方米\(share(coverage.areaShare))"
                    )))
        }
        if shows(.within1km) {
            lines.append(
                item(
                    say("straight", "直线"),
                    sums(households: tally.straightHouseholds, elders: tally.straightElders)))
        }
        if shows(.within15min) {
            lines.append(
                item(
                    say("on foot", "步行"), sums(households: tally.walkHouseholds, elders: tally.walkElders)))
        }
        lines += rules(explanation.findings)
        for place in explanation.places {
            lines.append("")
            switch place.place {
            case .compound(let index):
                let compound = study.compounds[index]
                lines.append(
                    titled(compound.id, compound.name)
                        + say(": compound (\(row(compound.source)))", "：小区（\(row(compound.source))）"))
            case .residual: lines.append(say("people outside its compounds", "小区外人口"))
            }
            lines += self.lines(of: place)
        }
        return lines
    }

    private func sums(
        households: BasisSums<InHouseholds>, elders: BasisSums<InElders>
    ) -> String {
        func text(_ sums: BasisSums<some SumBasis>) -> String {
            var text = say(
                "\(amount(sums.covered)) of \(amount(sums.total))",
                "\(amount(sums.covered)) / \(amount(sums.total))")
            text += share(sums.share)
            if sums.unknown > 0 {
                text += say(", \(amount(sums.unknown)) unknown", "，未知 \(amount(sums.unknown))")
            }
            if sums.estimated > 0 {
                text += say(", \(amount(sums.estimated)) estimated", "，估算 \(amount(sums.estimated))")
            }
            if sums.unstated > 0 {
                text += say(
                    ", \(counted(sums.unstated, "place states", "places state")) none",
                    "，\(sums.unstated) 处未列")
            }
            return text
        }
        return say(
            "households \(text(households)); elders \(text(elders))",
            "户数 \(text(households))；老年人口 \(text(elders))")
    }

    /// The lines of a rate: its fraction, what counts, and its largest parts.
    func lines(of explanation: RateExplanation) -> [String] {
        let rate = explanation.rate
        let parts = explanation.parts
        let (numerator, denominator) = (amount(rate.numerator), amount(rate.denominator))
        var fraction =
            say("\(numerator) of \(denominator)", "\(numerator) / \(denominator)") + share(rate.share)
        if rate.unknown > 0, rate.denominator > 0 {
            let most = fixed((rate.numerator + rate.unknown) / rate.denominator, 6)
            fraction += say(
                "; \(amount(rate.unknown)) unknown, so at most \(most)",
                "；未知 \(amount(rate.unknown))，最多 \(most)")
        }
        if rate.estimated > 0 {
            fraction += say("; \(amount(rate.estimated)) estimated", "；估算 \(amount(rate.estimated))")
        }
        var lines = [
            say(
                "\(Subject.name(of: rate)), as of \(explainer.result.day)",
                "\(Subject.name(of: rate))，截至 \(explainer.result.day)"),
            item(say("figure", "数值"), fraction),
            item(say("limit", "标准"), limit(rate.measure)),
            item(
                say("counted", "计入"),
                say(
                    "\(rate.counted): \(counted(explanation.facilities.count, "open facility")) in the study",
                    "\(selector(rate.counted))：全研究区开放设施 \(explanation.facilities.count) 处")),
            item(
                say("parts", "组成"),
                say(
                    "\(parts.count) in \(counted(explanation.communities, "community")): \(parts.count { $0.covered > 0 }) covered, \(parts.count { $0.covered == 0 && !$0.isUnknown }) not, \(parts.count { $0.isUnknown }) unknown; \(parts.count { $0.isEstimated }) estimated",
                    "\(explanation.communities) 个社区共 \(parts.count) 项：覆盖 \(parts.count { $0.covered > 0 })，未覆盖 \(parts.count { $0.covered == 0 && !$0.isUnknown })，未知 \(parts.count { $0.isUnknown })；其中估算 \(parts.count { $0.isEstimated })"
                )),
        ]
        if rate.unstated > 0 {
            lines.append(
                item(
                    say("left out", "未计入"),
                    UnstatedPlaces.line(rate.unstated, rate.basis, say) + say(": ", "：")
                        + names(explanation.unstated)))
        }
        lines += list(say("most covered", "覆盖最多"), parts, \.covered)
        lines += list(say("most missed", "未覆盖最多"), parts, \.uncovered)
        lines += list(say("most unknown", "未知最多"), parts) { $0.isUnknown ? $0.amount : 0 }
        return lines
    }

    func list(_ label: String, _ parts: [RatePart], _ figure: (RatePart) -> Double) -> [String] {
        parts.largest(Self.named, by: figure).enumerated().map { index, part in
            let estimated = part.isEstimated ? say(" (estimated)", "（估算）") : ""
            return "  " + padded(index == 0 ? label : "", 14) + leading(amount(figure(part)), 14) + "  "
                + name(part.source) + estimated
        }
    }

    func name(_ source: RatePart.Source) -> String {
        switch source {
        case .place(.compound(let index)):
            titled(study.compounds[index].id, study.compounds[index].name)
        case .place(.residual(let index)):
            say("outside the compounds of \(name(ofCommunity: index))", "\(name(ofCommunity: index)) 小区外")
        case .community(let index): name(ofCommunity: index)
        case .subdistrict(let scope): scope.identifier
        case .total(let scope, let source):
            say("the total of \(scope.identifier)", "\(scope.identifier) 总数")
                + (source.map { say(" (\(row($0)))", "（\(row($0))）") } ?? "")
        case .facility(let index): facility(index)
        }
    }

    /// The names of what is in no part of a figure, the first few of them.
    func names(_ sources: [RatePart.Source]) -> String {
        sources.prefix(Self.named).map(name).joined(separator: say(", ", "、"))
            + (sources.count > Self.named ? say(", …", "等") : "")
    }

    private func limit(_ measure: String) -> String {
        switch CoverageMeasure(rawValue: measure) {
        case .within15min:
            say(
                "\(amount(standard.minutes)) min on foot at \(amount(standard.speed)) m/s (\(amount(standard.walkLimit.value)) m)",
                "步行 \(amount(standard.minutes)) 分钟，\(amount(standard.speed)) 米/秒（\(amount(standard.walkLimit.value)) 米）"
            )
        case .hasFacility: say("a counted facility stands in the community", "社区内有计入的设施")
        case nil where ProfileCoverage.isMeasure(measure) || measure.hasPrefix(FurtherMeasures.reachedBy):
            say("\(amount(standard.minutes)) min on foot", "步行 \(amount(standard.minutes)) 分钟")
        case nil: presence(measure)
        case .within1km:
            say(
                "\(amount(standard.radius.value)) m in a straight line",
                "直线 \(amount(standard.radius.value)) 米")
        }
    }

    /// Which facilities are counted.
    func selector(_ text: String) -> String {
        say == .chinese ? PackValueWording(language: say).selector(text) : text
    }

    func share(_ share: Double?) -> String {
        share.map { " = \(fixed($0, 6))" } ?? say(" (no share)", "（无比例）")
    }

    func fixed(_ value: Double, _ decimals: Int) -> String {
        NumberText.fixed(value, decimals: decimals)
    }
}
