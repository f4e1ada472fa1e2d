internal import Claims
internal import Coverage
internal import Geometry
internal import Places
internal import Policy
internal import Reports

// Whom facilities and candidates reach on foot.
extension ExplanationWording {
    /// The lines of a catchment: whom a site reaches, whom it alone, and one walk in its parts.
    func lines(of explanation: CatchmentExplanation) -> [String] {
        func sums(_ parts: [RatePart]) -> String {
            let (all, alone) = (parts.reduce(0) { $0 + $1.amount }, parts.reduce(0) { $0 + $1.covered })
            return say(
                "\(amount(all)) in \(counted(parts.count, "place")), \(amount(alone)) of them reached by no \(isCandidate(explanation) ? "" : "other ")counted facility",
                "\(parts.count) 处共 \(amount(all))，其中无\(isCandidate(explanation) ? "" : "其他")计入设施可达者 \(amount(alone))"
            )
        }
        let standard = explainer.result.standard
        var lines = heading(of: explanation)
        lines.append(
            item(
                say("limit", "标准"),
                say(
                    "\(amount(standard.minutes)) min at \(amount(standard.speed)) m/s, counted \(standard.walkSelector.text)",
                    "\(amount(standard.minutes)) 分钟，\(amount(standard.speed)) 米/秒，计入 \(selector(standard.walkSelector.text))"
                )))
        guard explanation.hasStreets else {
            return lines + [item(say("on foot", "步行"), sentence(for: .noStreets))]
        }
        guard explanation.isOnStreets else {
            return lines + [
                item(
                    say("on foot", "步行"),
                    isCandidate(explanation)
                        ? say("it has not joined the streets: it would reach nobody", "未接入街道：无人可达")
                        : say("it does not count for walks, or has not joined the streets", "不计入步行可达，或未接入街道"))
            ]
        }
        if !explanation.asksForWalk {
            lines += [
                item(say("households", "户数"), sums(explanation.households)),
                item(say("elders", "老年人口"), sums(explanation.elders)),
            ]
            lines += list(say("most elders", "老年人最多"), explanation.elders, \.amount)
            lines += list(
                isCandidate(explanation) ? say("it adds", "新增") : say("it alone", "仅其可达"),
                explanation.elders, \.covered)
        }
        if let walk = explanation.walk { lines += self.walk(walk) }
        return lines
    }

    private func isCandidate(_ explanation: CatchmentExplanation) -> Bool {
        if case .candidate = explanation.site { true } else { false }
    }

    private func heading(of explanation: CatchmentExplanation) -> [String] {
        let day = explainer.result.day
        switch explanation.site {
        case .facility(let index):
            return [
                facility(index)
                    + say(": whom it reaches on foot, as of \(day)", "：步行服务范围，截至 \(day)")
            ]
        case .candidate(let index):
            let own = explainer.study.candidates[index]
            let facts = [
                own.kind, own.level?.rawValue,
                own.area.map { say("\($0) m²", "\($0) 平方米") },
                own.cost.map { say("\($0) yuan", "\($0) 元") },
                own.earliest.map { say("from \($0) on", "最早 \($0) 年") },
            ].compactMap(\.self)
            return [
                "\(titled(own.id, own.name)) (\(row(own.source)))"
                    + say(
                        ": a candidate, and whom it would reach on foot, as of \(day)",
                        "：备选点及其步行可达范围，截至 \(day)")
            ]
                + (facts.isEmpty
                    ? [] : [item(say("states", "所列"), facts.joined(separator: say(", ", "，")))])
        }
    }

    private func walk(_ walk: CatchmentExplanation.Walk) -> [String] {
        let whose = name(.place(walk.place))
        guard let length = walk.length else {
            return [
                item(
                    say("the walk", "步行"),
                    say(
                        "none leads to \(whose) within three times the limit", "三倍时限内没有至\(whose)的步行路线"))
            ]
        }
        let metres = NumberText.metres(micrometres: length.count, decimals: 1)
        let within = yes(walk.isWithin)
        var lines = [
            item(
                say("the walk", "步行"),
                say(
                    "from \(whose), \(metres) m; within the minutes: \(within)",
                    "由\(whose)，\(metres) 米；时限内：\(within)"))
        ]
        if let legs = walk.legs {
            let gates: Int
            if case .place(.compound(let index)) = RatePart.Source.place(walk.place) {
                gates = explainer.study.gates.count { $0.compound == index }
            } else {
                gates = 0
            }
            lines += parts(legs, of: length, gates: gates)
        }
        return lines
    }
}
