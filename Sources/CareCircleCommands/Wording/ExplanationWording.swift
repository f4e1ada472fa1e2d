internal import Claims
internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
internal import Policy
internal import Reports

/// The words for the chain behind a figure.
///
/// Every figure that a file has, too, is written as the file writes it.
struct ExplanationWording: Sendable {
    let say: Language
    let explainer: Explainer

    private var study: Study { explainer.study }
    private var standard: CoverageStandard { explainer.result.standard }

    /// Makes the wording of a language for the figures of a day.
    init(language: Language, explainer: Explainer) {
        say = language
        self.explainer = explainer
    }

    /// The chain behind a subject, with a line break at its end.
    func text(of explanation: Explanation) -> String {
        let lines =
            switch explanation {
            case .place(let place): heading(of: place) + self.lines(of: place)
            case .community(let community): self.lines(of: community)
            case .rate(let rate): self.lines(of: rate)
            case .rule(let rule): self.lines(of: rule)
            case .target(let target): self.lines(of: target)
            case .presence(let presence): self.lines(of: presence)
            case .facility(let facility): self.lines(of: facility)
            case .annual(let figure): self.lines(of: figure)
            case .scope(let scope): self.lines(of: scope)
            case .catchment(let catchment): self.lines(of: catchment)
            case .access(let access): self.lines(of: access)
            }
        return lines.joined(separator: "\n") + "\n"
    }

    // What it is.

    private func heading(of place: PlaceExplanation) -> [String] {
        let day = explainer.result.day
        switch place.place {
        case .compound(let index):
            let compound = study.compounds[index]
            let community = compound.community.map { name(ofCommunity: $0) }
            return [
                say(
                    "\(titled(compound.id, compound.name)): compound (\(row(compound.source))) \(community.map { "in \($0)" } ?? "outside every community"), as of \(day)",
                    "\(titled(compound.id, compound.name))：小区（\(row(compound.source))），\(community.map { "所属社区 \($0)" } ?? "位于所有社区之外")，截至 \(day)"
                )
            ]
        case .residual(let index):
            return [
                say(
                    "\(name(ofCommunity: index)): people outside its compounds",
                    "\(name(ofCommunity: index))：小区外人口")
            ]
        }
    }

    /// The lines below a place's heading.
    func lines(of place: PlaceExplanation) -> [String] {
        var lines: [String] = []
        if let state = place.state, case .compound(let index) = place.place {
            lines.append(item(say("counted", "计入"), sentence(for: state, of: study.compounds[index])))
        }
        lines += [
            item(
                say("households", "户数"),
                people(
                    place.demand.households.map { NumberText.trimmed($0) }, place.households,
                    isEstimated: place.demand.householdsEstimated)),
            item(
                say("elders", "老年人口"),
                people(
                    place.demand.elders.map { NumberText.fixed($0, decimals: 1) }, place.elders,
                    isEstimated: place.demand.eldersEstimated)),
        ]
        let shows = { (measure: CoverageMeasure) in place.focus.map { $0 == .measure(measure) } ?? true }
        if shows(.within1km) { lines.append(item(say("straight", "直线"), straight(place))) }
        if shows(.within15min) { lines += walk(place) }
        if case .profile(let measure) = place.focus {
            lines.append(item(measure, profileWalk(place, measure)))
            if let legs = place.profileLegs { lines += parts(legs, of: legs.total, gates: place.gates.count) }
        }
        if place.focus == .reachedBy, let depth = explainer.further.catchments?.depth(of: place.place) {
            lines.append(
                item(
                    say(FurtherMeasures.reachedBy, "可达设施"),
                    say("\(depth) counted facilities within the minutes", "\(depth) 处计入的设施在时限内可达")))
        }
        if case .compound(let index) = place.place {
            if !place.findings.isEmpty { lines += careSpace(ofCompound: index) }
            lines += rules(place.findings)
            if case .rule(let rule) = place.focus, place.findings.isEmpty {
                lines.append(silent(rule, of: .compound(index)))
            }
        }
        return lines
    }

    // Its people.

    private func sentence(for state: DeliveryState, of compound: Compound) -> String {
        switch state {
        case .counted:
            compound.delivered.map { say("yes: delivered \($0.text)", "是：\($0.text) 交付") }
                ?? say("yes: no delivery is stated, and nothing says that it is not there", "是：无交付日期，视为已建成")
        case .partly: say("in part: some phases are delivered", "部分：已交付部分分期")
        case .notYet:
            say(
                "no: its row stays, no sum counts it; delivered \(compound.delivered?.text ?? "")",
                "否：保留此行而不计入合计；交付时间 \(compound.delivered?.text ?? "")")
        case .presumedNot:
            say(
                "no: it states no delivery and was planned under the rule for new compounds",
                "否：无交付日期，且规划许可在新建规则生效之后")
        }
    }

    private func people(_ value: String?, _ origin: FigureOrigin, isEstimated: Bool) -> String {
        var text = (value ?? say("unknown", "未知")) + say(": ", "：") + sentence(for: origin)
        if isEstimated { text += say(" (estimated)", "（估算）") }
        return text
    }

    private func sentence(for origin: FigureOrigin) -> String {
        switch origin {
        case .stated(let source):
            say("stated, \(row(source))", "资料所列，\(row(source))") + moved
        case .deliveredPart(let source):
            say("the delivered part of what \(row(source)) states", "\(row(source)) 所列中已交付的部分")
        case .unknown(.notCounted): say("none stated, and it does not count yet", "未列，且尚不计入")
        case .unknown(.noCommunity): say("none stated, and no community to share with", "未列，且无所属社区")
        case .unknown(.communityStatesNone): say("its community states none", "所属社区未列")
        case .shared(let remainder): sentence(for: remainder)
        }
    }

    private func sentence(for remainder: Remainder) -> String {
        let community = study.communities[remainder.community]
        let (total, stated, left) = (
            amount(remainder.total), amount(remainder.stated), amount(remainder.left)
        )
        let source =
            say(
                "\(left) = \(total) of \(titled(community.id, community.name)) (\(row(community.source))) − \(stated) stated by its counted compounds",
                "\(left) = \(titled(community.id, community.name))（\(row(community.source))）\(total) − 已计入小区所列 \(stated)"
            ) + moved
        let fraction = "\(left) × \(amount(remainder.part)) / \(amount(remainder.whole))"
        switch remainder.key {
        case .households:
            return fraction + say(" households; ", " 户；") + source
        case .footprints:
            return fraction + say(" m² of footprint; ", " 平方米占地；") + source
        case .equally: return fraction + say(", in equal parts; ", "，均分；") + source
        case .residualOnly:
            return fraction + say(", as nobody has households; ", "，均无户数，全部计为小区外；") + source
        case .rest:
            return remainder.part > 0
                ? source
                : fraction + say(", as compounds that state none take all; ", "，由未列户数的小区分得；") + source
        }
    }

    // What it reaches.

    private func straight(_ place: PlaceExplanation) -> String {
        guard let access = place.access.straight else {
            return say("no counted facility is open", "无计入的开放设施")
        }
        let distance = NumberText.fixed(access.distance.value, decimals: 1)
        let radius = amount(standard.radius.value)
        return say(
            "\(facility(access.facility)), \(distance) m; within \(radius) m: \(yes(place.isWithinRadius))",
            "\(facility(access.facility))，\(distance) 米；\(radius) 米内：\(yes(place.isWithinRadius))")
    }

    private func walk(_ place: PlaceExplanation) -> [String] {
        let label = say("on foot", "步行")
        guard case .reached(let index, let walk) = place.access.walk else {
            return [item(label, sentence(for: place.access.walk))]
        }
        let metres = NumberText.metres(micrometres: walk.count, decimals: 1)
        let seconds = NumberText.fixed(standard.seconds(for: walk), decimals: 1)
        let (minutes, speed) = (amount(standard.minutes), amount(standard.speed))
        let limit = amount(standard.walkLimit.value)
        let within = yes(place.isWithinWalk)
        var lines = [
            item(
                label,
                say(
                    "\(facility(index)), \(metres) m, \(seconds) s; within \(minutes) min (\(limit) m at \(speed) m/s): \(within)",
                    "\(facility(index))，\(metres) 米，\(seconds) 秒；\(minutes) 分钟内（\(speed) 米/秒，\(limit) 米）：\(within)"
                )
            )
        ]
        if let legs = place.legs { lines += parts(legs, of: walk, gates: place.gates.count) }
        return lines
    }

    func parts(_ legs: WalkLegs, of walk: Micrometres, gates: Int) -> [String] {
        let (to, from) = (legs.toStreet.wholeMillimetres, legs.fromStreet.wholeMillimetres)
        let start =
            switch legs.start {
            case .point: say("its point", "所在点")
            case .gate(let gate):
                say(
                    "the gate at \(place(study.gates[gate].point)) (\(row(study.gates[gate].source)), of \(gates))",
                    "出入口 \(place(study.gates[gate].point))（\(row(study.gates[gate].source))，共 \(gates) 处）")
            }
        return [
            part(
                "", to,
                say(
                    "from \(start) to the street at \(place(legs.joinsAt))",
                    "由\(start)至街道 \(place(legs.joinsAt))")),
            part("+", walk.wholeMillimetres - to - from, say("along streets", "沿街道") + named(legs.streets)),
            part(
                "+", from,
                say(
                    "from the street at \(place(legs.leavesAt)) to the facility",
                    "由街道 \(place(legs.leavesAt)) 至设施")),
            part("=", walk.wholeMillimetres, ""),
        ]
    }

    /// The streets of a walk with their metres; nothing where nobody asked for their names.
    private func named(_ streets: [NamedStreet]?) -> String {
        guard let streets, !streets.isEmpty else { return "" }
        let parts = streets.map { street in
            let metres = NumberText.fixed(street.length.metres.value, decimals: 1)
            return say(
                "\(street.name ?? "without a name") \(metres) m",
                "\(street.name ?? "无名道路") \(metres) 米")
        }
        return say(": ", "：") + parts.joined(separator: say(", ", "，"))
    }

    func sentence(for walk: WalkAccess) -> String {
        switch walk {
        case .noStreets: say("unknown: no streets given", "未知：未提供街道")
        case .tooFarFromStreets:
            say(
                "unknown: too far from any street (over \(amount(standard.snapLimit.value)) m)",
                "未知：离街道过远（超过 \(amount(standard.snapLimit.value)) 米）")
        case .noFacilityReached: say("no: no facility reached", "否：无可达设施")
        case .reached: ""
        }
    }

    // The rules.

    func rules(_ findings: [Finding]) -> [String] {
        let verdicts = VerdictWording(language: say)
        let names = MeasureWording(language: say)
        return findings.flatMap { finding -> [String] in
            [
                "  " + padded(names.rule(finding.rule, of: explainer.pack), names.ruleWidth)
                    + verdicts.word(finding.verdict)
                    + say(": ", "：") + facts(of: finding),
                "  " + padded("", names.ruleWidth) + citation(finding.clause),
            ] + remedy(of: finding).map { "  " + padded("", names.ruleWidth) + $0 } + sources(of: finding)
        }
    }

    /// What would mend it; none where nothing has to be mended, or nothing is known that would.
    func remedy(of finding: Finding) -> [String] {
        finding.remedy.map {
            [say("remedy: ", "补救：") + RemedyWording(language: say).remedy($0)]
        } ?? []
    }

    /// A finding's figures and the facts behind it.
    func facts(of finding: Finding) -> String {
        var figures = ""
        switch finding.unit {
        case .squareMetres:
            if let measured = finding.measured, let required = finding.required {
                figures = say(
                    "\(measured) m² of \(required) required; ", "\(measured) 平方米，应为 \(required)；")
            }
            if let shortfall = finding.shortfall, shortfall > .zero {
                figures += say("\(shortfall) m² short; ", "差 \(shortfall) 平方米；")
            }
        case .days:
            if let late = finding.shortfall, late > .zero {
                figures = say("\(counted(late, "day")) late; ", "迟 \(late) 日；")
            }
        default:
            // A target's figure is taken apart on its own.
            if finding.figure == nil, let measured = finding.measured, let required = finding.required {
                let words = QuantityWording(language: say)
                figures = say(
                    "\(words.amount(measured, of: finding.unit)), \(required) required; ",
                    "\(measured)，应为 \(words.amount(required, of: finding.unit))；")
            }
        }
        if let due = finding.due { figures += say("due \(due.text); ", "期限 \(due.text)；") }
        return figures + FindingWording(language: say).detail(of: finding)
    }

    func citation(_ clause: Clause) -> String {
        let citation = clause.citation
        let known =
            switch citation.known {
            case .document: say("read itself", "见原文")
            case .notice: say("read in an official notice", "见官方通知")
            case .newsCopy: say("read in a news copy", "见新闻转载")
            case .secondHand: say("as another document quotes it", "转引自他件")
            }
        let title = say(citation.title.en, "《\(citation.title.zh)》")
        return [title, citation.number, citation.date?.text, clause.part, known].compactMap(\.self)
            .joined(separator: say(", ", "，"))
    }
}

// Pieces.
extension ExplanationWording {
    func item(_ label: String, _ text: String) -> String {
        "  " + padded(label, 12) + text
    }

    private func part(_ sign: String, _ millimetres: Int64, _ text: String) -> String {
        let metres = NumberText.metres(micrometres: millimetres * 1000, decimals: 3)
        return "  " + padded("", 12) + padded(sign, 2) + leading(metres, 9) + say(" m", " 米")
            + (text.isEmpty ? "" : " " + text)
    }

    func titled(_ id: String, _ name: String?) -> String { name.map { $0 == id ? id : "\(id) \($0)" } ?? id }

    func name(ofCommunity index: Int) -> String {
        titled(explainer.study.communities[index].id, explainer.study.communities[index].name)
    }

    func facility(_ index: Int) -> String {
        let facility = explainer.study.facilities[index]
        return titled(facility.id, facility.name)
            + say(" (\(row(facility.source)))", "（\(row(facility.source))）")
    }

    func row(_ source: SourceRow) -> String { "\(source.file):\(source.row)" }

    func amount(_ value: Double) -> String { NumberText.trimmed(value) }

    func yes(_ flag: Bool?) -> String {
        switch flag {
        case true?: say("yes", "是")
        case false?: say("no", "否")
        case nil: say("unknown", "未知")
        }
    }

    private func place(_ point: GeographicPoint) -> String {
        NumberText.trimmed(point.longitude, decimals: 7) + ","
            + NumberText.trimmed(point.latitude, decimals: 7)
    }
}
