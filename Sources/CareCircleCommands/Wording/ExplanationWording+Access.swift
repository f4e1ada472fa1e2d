internal import Claims
internal import Coverage
internal import Geometry
internal import Places
internal import Policy
internal import Reports

// What elders have access to of capacity, sharing it with all who reach it.
extension ExplanationWording {
    /// How many places and facilities are named.
    private static let named = 5

    /// The lines of access: what it is taken from, and then the arithmetic of each capacity and method.
    func lines(of explanation: AccessExplanation) -> [String] {
        let day = explainer.result.day
        var lines = [
            say(
                "\(name(of: explanation.subject)): access to capacity on foot, as of \(day)",
                "\(name(of: explanation.subject))：步行可及的服务容量，截至 \(day)")
        ]
        guard let sources = explanation.sources else {
            return lines + [item(say("on foot", "步行"), sentence(for: .noStreets))]
        }
        let walks = zip(sources.zones.limits, sources.zones.weights).map { limit, weight in
            say("up to \(metres(limit)) m \(amount(weight))", "\(metres(limit)) 米内 \(amount(weight))")
        }
        let selection = explainer.result.standard.walkSelector.text
        lines += [
            item(
                say("limit", "标准"),
                say(
                    "\(amount(sources.minutes)) min on foot, counted \(selection): \(counted(sources.facilities.count, "facility"))",
                    "步行 \(amount(sources.minutes)) 分钟，计入 \(selector(selection))：\(sources.facilities.count) 处"
                )),
            item(
                say("weights", "权重"),
                say("2sfca 1; e2sfca and 3sfca ", "2sfca 为 1；e2sfca 与 3sfca ")
                    + walks.joined(separator: say(", ", "，"))),
        ]
        if explanation.chains.isEmpty {
            lines.append(
                item(say("capacity", "容量"), say("no facility that counts states any", "计入的设施均未列")))
        }
        for chain in explanation.chains {
            lines.append("  \(word(chain.supply.capacity)), \(chain.method.rawValue)")
            switch explanation.subject {
            case .facility: lines += sharing(chain, explanation)
            case .place: lines += chain.places.flatMap { steps(of: $0, chain, sources) }
            case .community:
                lines += figures(of: chain, sources)
                for place in chain.places where place.elders > 0 {
                    lines.append("    " + name(.place(place.place)))
                    lines += steps(of: place, chain, sources)
                }
            case .scope: lines += figures(of: chain, sources) + inequality(of: chain)
            }
        }
        return lines
    }

    private func name(of subject: AccessSubject) -> String {
        switch subject {
        case .place(let place): name(.place(place))
        case .community(let index): name(ofCommunity: index)
        case .scope(let scope): Subject.name(of: scope)
        case .facility(let index): facility(index)
        }
    }

    private func word(_ capacity: CareCapacity) -> String {
        switch capacity {
        case .beds: say("beds", "床位")
        case .dayCarePlaces: say("day-care places", "日托位")
        }
    }

    /// The mean and the unmet need of a community or a scope, with the places that lack most.
    private func figures(of chain: AccessExplanation.Chain, _ sources: AccessSources) -> [String] {
        guard let row = chain.row, let own = chain.figures else { return [] }
        let held = chain.places.reduce(0) { $0 + $1.elders * $1.access }
        var lines: [String] = []
        if let scope = chain.scopeRow {
            lines.append(
                item(
                    say("supply", "供给"),
                    say(
                        "\(amount(scope.supply)) at \(counted(scope.facilities, "facility")) that stand here, \(scope.unstated) of which state none",
                        "本范围内 \(scope.facilities) 处设施共 \(amount(scope.supply))，其中 \(scope.unstated) 处未列")))
        }
        lines.append(
            item(
                say("per 1,000", "每千人"),
                own.mean.map { mean in
                    say(
                        "\(fixed(mean * 1_000, 6)) = 1,000 × \(amount(held)) / \(amount(row.elders)) elders",
                        "\(fixed(mean * 1_000, 6)) = 1000 × \(amount(held)) / 老年人口 \(amount(row.elders))")
                } ?? say("no elders whose access is known", "没有已知可达性的老年人")))
        if row.eldersUnknown > 0 {
            lines.append(
                item(
                    say("unknown", "未知"),
                    say(
                        "\(amount(row.eldersUnknown)) elders live too far from any street: in no figure",
                        "\(amount(row.eldersUnknown)) 名老年人离街道过远，不计入")))
        }
        lines.append(item(say("norm", "标准值"), norm(chain.supply, sources)))
        lines.append(
            item(
                say("unmet", "缺口"),
                say(
                    "\(fixed(own.unmet, 6)) = Σ elders × (norm − access) over those below it",
                    "\(fixed(own.unmet, 6)) = Σ 老年人口 ×（标准值 − 可及量），仅计低于标准值者")))
        lines += AccessExplanation.neediest(Self.named, of: chain.places).map { place in
            item(
                "",
                leading(fixed(place.unmet, 3), 12) + "  " + name(.place(place.place)) + say(": ", "：")
                    + say(
                        "\(amount(place.elders)) elders with \(fixed(place.access * 1_000, 3)) per 1,000",
                        "老年人口 \(amount(place.elders))，每千人 \(fixed(place.access * 1_000, 3))"))
        }
        return lines
    }

    private func norm(_ supply: AccessSources.Supply, _ sources: AccessSources) -> String {
        let text = say(
            "\(fixed(supply.norm * 1_000, 6)) per 1,000", "每千人 \(fixed(supply.norm * 1_000, 6))")
        guard supply.isSpread else { return text + say(": asked for", "：按要求") }
        return text
            + say(
                " = 1,000 × \(amount(supply.sum)) / all \(amount(sources.places.everybody)) elders, what there is spread evenly",
                " = 1000 × \(amount(supply.sum)) / 全部老年人口 \(amount(sources.places.everybody))，即现有容量均摊")
    }

    /// The measures of inequality, each with what it is made of.
    private func inequality(of chain: AccessExplanation.Chain) -> [String] {
        guard let own = chain.figures else { return [] }
        let weights = chain.places.map(\.elders)
        let curve = LorenzCurve(chain.places.map(\.access), weights: weights)
        let without = item(
            say("without", "无容量"),
            say(
                "\(amount(own.eldersWithout)) elders have access to none",
                "\(amount(own.eldersWithout)) 名老年人无可及容量"))
        guard let curve, let gini = own.gini else { return [without] }
        let places = weights.count { $0 > 0 }
        var lines = [
            without,
            item(
                "gini",
                say(
                    "\(fixed(gini, 6)) = 1 − Σ (p′ − p)(L′ + L) along the shares of \(places) places by access, lowest first",
                    "\(fixed(gini, 6)) = 1 − Σ (p′ − p)(L′ + L)，\(places) 处按可及量由低到高")),
        ]
        let (low, high) = (curve.access(ofLowest: 0.4), 1 - curve.access(ofLowest: 0.9))
        if let palma = own.palma {
            lines.append(
                item(
                    "palma",
                    say(
                        "\(fixed(palma, 6)) = \(fixed(high, 6)) of the best-served tenth / \(fixed(low, 6)) of the worst-served four tenths",
                        "\(fixed(palma, 6)) = 最优 10% 所占 \(fixed(high, 6)) / 最差 40% 所占 \(fixed(low, 6))")))
        } else {
            lines.append(
                item("palma", say("none: the worst-served four tenths have none", "无：最差的 40% 没有可及容量")))
        }
        if let theil = own.theil {
            lines.append(
                item(
                    "theil",
                    say(
                        "\(fixed(theil, 6)) = Σ elders/all × access/mean × ln(access/mean)",
                        "\(fixed(theil, 6)) = Σ 人口比例 × 可及量/均值 × ln(可及量/均值)")))
        }
        if let index = own.concentration {
            let ranked = chain.places.filter { $0.rank != nil && $0.elders > 0 }.count
            lines.append(
                item(
                    "concentration",
                    say(
                        " \(fixed(index, 6)) = 2 × Σ access × middle of the rank / Σ access − 1, \(ranked) places ranked by the share of elders in their community",
                        " \(fixed(index, 6)) = 2 × Σ 可及量 × 位次中点 / Σ 可及量 − 1，\(ranked) 处按所在社区老龄化比例排序")))
        }
        return lines
    }

    /// What a place has from each facility that it reaches.
    private func steps(
        of place: AccessExplanation.Place, _ chain: AccessExplanation.Chain, _ sources: AccessSources
    ) -> [String] {
        if place.unknown > 0 {
            return [item(say("on foot", "步行"), sentence(for: .tooFarFromStreets))]
        }
        let steps = (place.steps ?? []).map { (pair: $0, ratio: chain.ratios[$0.facility] ?? 0) }
        let largest = steps.enumerated().sorted { a, b in
            let (x, y) = (a.element.ratio * a.element.pair.effect, b.element.ratio * b.element.pair.effect)
            return x == y ? a.offset < b.offset : x > y
        }
        var lines = [
            item(
                say("per 1,000", "每千人"),
                say(
                    "\(fixed(place.access * 1_000, 6)) for \(amount(place.elders)) elders, from \(counted(steps.count, "facility")):",
                    "\(fixed(place.access * 1_000, 6))，老年人口 \(amount(place.elders))，来自 \(steps.count) 处设施："))
        ]
        lines += largest.prefix(Self.named).map { _, step in
            let adds = step.ratio * step.pair.effect * 1_000
            let choice =
                chain.method == .threeStep
                ? say(
                    " × \(fixed(step.pair.choice, 6)) who look there", " × 选择比例 \(fixed(step.pair.choice, 6))"
                )
                : ""
            return item(
                "",
                leading(fixed(adds, 6), 14)
                    + " = \(fixed(step.ratio * 1_000, 6)) × \(amount(step.pair.weight))" + choice
                    + say(": ", "：") + facility(sources.facilities[step.pair.facility])
                    + say(", \(metres(step.pair.walk)) m", "，\(metres(step.pair.walk)) 米"))
        }
        if largest.count > Self.named {
            let rest = largest.dropFirst(Self.named).reduce(0) {
                $0 + $1.element.ratio * $1.element.pair.effect * 1_000
            }
            lines.append(
                item(
                    "",
                    leading(fixed(rest, 6), 14)
                        + say(
                            " from \(largest.count - Self.named) more",
                            " 来自其余 \(largest.count - Self.named) 处")))
        }
        lines.append(
            item(
                say("unmet", "缺口"),
                place.unmet > 0
                    ? say(
                        "\(fixed(place.unmet, 6)) = \(amount(place.elders)) × (\(fixed(chain.supply.norm * 1_000, 6)) − \(fixed(place.access * 1_000, 6))) / 1,000",
                        "\(fixed(place.unmet, 6)) = \(amount(place.elders)) ×（\(fixed(chain.supply.norm * 1_000, 6)) − \(fixed(place.access * 1_000, 6))）/ 1000"
                    )
                    : say(
                        "0: not below the norm of \(fixed(chain.supply.norm * 1_000, 6))",
                        "0：不低于标准值 \(fixed(chain.supply.norm * 1_000, 6))")))
        return lines
    }

    /// With whom a facility's capacity is shared.
    private func sharing(
        _ chain: AccessExplanation.Chain, _ explanation: AccessExplanation
    ) -> [String] {
        guard case .facility(let index) = explanation.subject, let row = chain.facility,
            let sources = explanation.sources
        else {
            return [item(say("counted", "计入"), say("no: not open, or not counted for walks", "否：未开放或不计入步行"))]
        }
        let stated = chain.supply.capacity.stated(by: explainer.study.facilities[index])
        func elders(_ pair: AccessSources.Pair) -> Double { sources.places.elders[pair.place] }
        let sum = chain.sharing.reduce(0) { $0 + $1.effect * elders($1) }
        var lines = [
            item(
                say("ratio", "供需比"),
                chain.ratios[row].map { ratio in
                    say(
                        "\(fixed(ratio * 1_000, 6)) per 1,000 = 1,000 × \(stated.map(amount) ?? "0 (none stated)") / \(fixed(sum, 6)) weighted elders of \(counted(chain.sharing.count, "place"))",
                        "每千人 \(fixed(ratio * 1_000, 6)) = 1000 × \(stated.map(amount) ?? "0（未列）") / \(chain.sharing.count) 处的加权老年人口 \(fixed(sum, 6))"
                    )
                } ?? say("none: nobody lives within the walk", "无：步行范围内无人居住"))
        ]
        let largest = chain.sharing.enumerated().sorted { a, b in
            let (x, y) = (elders(a.element) * a.element.effect, elders(b.element) * b.element.effect)
            return x == y ? a.offset < b.offset : x > y
        }
        lines += largest.prefix(Self.named).map { _, pair in
            let choice = chain.method == .threeStep ? " × \(fixed(pair.choice, 6))" : ""
            return item(
                "",
                leading(fixed(elders(pair) * pair.effect, 6), 14)
                    + " = \(amount(elders(pair))) × \(amount(pair.weight))" + choice + say(": ", "：")
                    + name(.place(explainer.place(pair.place)))
                    + say(", \(metres(pair.walk)) m", "，\(metres(pair.walk)) 米"))
        }
        return lines
    }

    private func metres(_ walk: Micrometres) -> String {
        NumberText.metres(micrometres: walk.count, decimals: 1)
    }
}
