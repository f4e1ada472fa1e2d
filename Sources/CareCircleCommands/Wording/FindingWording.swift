internal import Compliance
internal import Places
internal import Policy
internal import Reports

/// The words for what a verdict rests on: the column `detail` of `checks.csv`.
struct FindingWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// The words that reports of findings are given.
    var words: FindingText {
        let wording = self
        let remedies = RemedyWording(language: say)
        let packs = PackWording(language: say)
        return FindingText(
            detail: { wording.detail(of: $0) }, remedy: { remedies.remedy($0) }, text: { packs.text($0) })
    }

    /// What a verdict rests on, and where others meet it together with the compound, where.
    func detail(of finding: Finding) -> String {
        let own = detail(finding.detail) + (finding.notes.map(notes) ?? "")
        guard let standing = finding.metBy else { return own }
        return own
            + (standing.scope == .pool
                ? say("; no fault: held together in \(standing.subject)", "；由统筹组 \(standing.subject) 合并满足")
                : say("; met with what others near have to spare", "；由邻近小区余量统筹满足"))
    }

    /// What of a target's figure is estimated, and over which total it is taken.
    private func notes(_ notes: FigureNotes) -> String {
        var words = ""
        if notes.estimated > .zero {
            words += say("; \(notes.estimated) of it estimated", "；其中 \(notes.estimated) 为估算")
        }
        if let total = notes.total { words += say("; ", "；") + MeasureWording(language: say).total(total) }
        return words
    }

    /// One clause in plain words, without a final period.
    func detail(_ detail: FindingDetail) -> String {
        waiver(detail) ?? obligation(detail) ?? place(detail) ?? shared(detail) ?? facility(detail)
            ?? ServiceWording(language: say).detail(detail) ?? area(detail) ?? step(detail)
    }

    private func waiver(_ detail: FindingDetail) -> String? {
        guard case .waived(let waiver, let verdict, let facts) = detail else { return nil }
        let reason = waiver.reason.map { say(" (\($0))", "（\($0)）") } ?? ""
        let word = VerdictWording(language: say).word(verdict)
        return say(
            "\(waiver.document), \(waiver.date.text)\(reason), at \(waiver.source.file):\(waiver.source.row); else \(word): \(self.detail(facts))",
            "\(waiver.document)，\(waiver.date.text)\(reason)，见 \(waiver.source.file):\(waiver.source.row)；否则\(word)：\(self.detail(facts))"
        )
    }

    private func obligation(_ detail: FindingDetail) -> String? {
        switch detail {
        case .owes(let kind, let households, let rate):
            say(
                "\(name(kind)): \(counted(households, "household")) × \(rate) m² per 100",
                "\(name(kind))：\(households) 户 × 每百户 \(rate) 平方米")
        case .noRate(let kind):
            say("the pack asks nothing of \(name(kind))s", "政策包对\(name(kind))无要求")
        case .noRates:
            say("the pack asks for no care space", "政策包无用房要求")
        case .owesNothing:
            say("no care space is required", "无须配建")
        case .notInForce(let from, let date):
            say(
                "\(MilestoneWording(language: say).word(date)) before \(from.text), when the rule took effect",
                "\(date == .planned ? "规划许可" : MilestoneWording(language: say).word(date))早于规则生效日 \(from.text)"
            )
        case .noLongerInForce:
            say("planned after the rule's last day", "规划许可晚于规则失效日")
        case .classOpen(.noDate):
            say("no date says whether it is new or existing", "无日期可判定新建或既有")
        case .classOpen(.partialDate(let date)):
            say("\(date.text) leaves open whether it is new or existing", "\(date.text) 不足以判定新建或既有")
        case .classOpen(.ruleDate(let date)):
            say(
                "the rule's first day is known as \(date.text) only, which leaves open whether it is new or existing",
                "规则生效日仅知为 \(date.text)，不足以判定新建或既有")
        case .classOpen(.ruleUndated):
            say(
                "the rule's source names no first day, so that nothing says whether it is new or existing",
                "规则来源未列生效日，无法判定新建或既有")
        case .householdsNotStated(_, let rate):
            say("states no households; \(rate) m² per 100 apply", "未列户数；适用每百户 \(rate) 平方米")
        case .rateOpen(let households, let one, let other, let from):
            say(
                "new compound: \(counted(households, "household")) × \(one) or \(other) m² per 100, as it is open whether the version from \(from.text) on is for it",
                "新建小区：\(households) 户 × 每百户 \(one) 或 \(other) 平方米，是否适用自 \(from.text) 起施行的版本不明")
        case .careSpaceNotStated:
            say("neither the compound nor a phase states its care space", "小区与各分期均未列养老服务用房")
        default: nil
        }
    }

    private func place(_ detail: FindingDetail) -> String? {
        switch detail {
        case .firstPhaseHoldsAll(let phase):
            say("phase \(phase) holds all care space", "第 \(phase) 期含全部用房")
        case .firstPhaseHoldsRequired(let phase):
            say("phase \(phase) holds at least what is required", "第 \(phase) 期已满足所需")
        case .firstPhaseHoldsTooLittle(let phase, let elsewhere):
            say(
                "phase \(phase) holds too little; \(elsewhere) m² stand in other phases",
                "第 \(phase) 期不足；其他分期有 \(elsewhere) 平方米")
        case .firstPhaseMayHoldEnough(let phase, let elsewhere):
            say(
                "\(elsewhere) m² stand in other phases than phase \(phase), and what is owed is not known, as no households are stated",
                "第 \(phase) 期以外有 \(elsewhere) 平方米；未列户数，应配面积不明")
        case .careSpaceByPhaseNotStated:
            say("no phase states its care space", "各分期未列用房面积")
        case .buildOut(let least, let most, let all, let care, let permits):
            say(
                "\(range(least, most)) of \(counted(all, "dwelling")) built before the care space (\(span(care)))",
                "用房建成（\(span(care))）前已建成住房 \(range(least, most))／\(all) 户") + documents(permits)
        default: nil
        }
    }

    private func shared(_ detail: FindingDetail) -> String? {
        switch detail {
        case .smallestPlace(let count):
            say(
                count == 1 ? "the only place" : "the smallest of \(counted(count, "place"))",
                count == 1 ? "仅一处" : "\(count) 处中最小一处")
        case .holdsNoSpace: say("holds no care space", "无养老服务用房")
        case .pool(let members, let open):
            say(
                "\(counted(members, "compound")) together"
                    + (open > 0 ? ", \(open) of them not fully stated" : ""),
                "\(members) 个小区合计" + (open > 0 ? "，其中 \(open) 个资料不全" : ""))
        case .holdsItsOwn: say("holds what it owes on its own", "自身已满足")
        case .noWalk:
            say("walks decide, and no street is near or given", "按步行判定，但附近无街道或未提供街道")
        case .neighbours(let count, let metres, let isContended, let onFoot, let unstated, let open):
            neighbours(count, within: metres, onFoot)
                + (isContended ? say(", which others may need, too", "，但其他小区也可能需要") : "")
                + (unstated.isEmpty
                    ? ""
                    : say(
                        "; \(some(unstated)) there \(unstated.count == 1 ? "states" : "state") no care space",
                        "；范围内 \(some(unstated)) 未列养老服务用房"))
                + (open.isEmpty
                    ? ""
                    : say(
                        "; what \(some(open)) there \(open.count == 1 ? "owes" : "owe") is not known",
                        "；范围内 \(some(open)) 应配面积不明"))
        case .populationNotStated: say("states no population", "未列人口")
        case .landOfFacilities(let count, let open):
            say(
                "\(counted(count, "facility uses", "facilities use")) its care space"
                    + (open > 0 ? ", \(open) of them without a land area" : ""),
                "使用其用房的设施 \(count) 处" + (open > 0 ? "，其中 \(open) 处未列用地面积" : ""))
        default: nil
        }
    }

    private func neighbours(_ count: Int, within metres: ExactDecimal, _ onFoot: Bool) -> String {
        let reach = say("within \(metres) m\(onFoot ? " on foot" : "")", "\(onFoot ? "步行 " : "")\(metres) 米内")
        guard count > 0 else {
            return say("no compound \(reach) is known to have any to spare", "\(reach)未见有余量的小区")
        }
        return say(
            "\(counted(count, "compound")) \(reach) \(count == 1 ? "has" : "have") some to spare",
            "\(reach)有 \(count) 个小区有余量")
    }

    private func some(_ ids: [String]) -> String {
        ids.prefix(5).joined(separator: say(", ", "、"))
            + (ids.count > 5 ? say(" and \(ids.count - 5) more", " 等 \(ids.count) 个") : "")
    }

    private func facility(_ detail: FindingDetail) -> String? {
        switch detail {
        case .floorArea: say("by its floor area", "按建筑面积")
        case .areaNotStated: say("states no floor area", "未列建筑面积")
        case .shareOfPublicService(let share, let all):
            say(
                "\(share) of the community's \(all) m² of public service space suffices, too",
                "或占社区公共服务用房 \(all) 平方米的 \(share)")
        case .publicServiceNotStated(let share):
            say(
                "\(share) of the community's public service space would suffice, which it does not state",
                "或占社区公共服务用房的 \(share)，但社区未列该面积")
        case .noBeds: say("has no beds", "无床位")
        case .bedsNotStated: say("states no beds", "未列床位")
        case .bedsTimesArea(let beds, let area):
            say("\(counted(beds, "bed")) × \(area) m²", "\(beds) 床 × \(area) 平方米")
        case .floor(let aboveGround):
            aboveGround ? say("no basement allowed", "不得设在地下") : say("by its floor", "按楼层")
        case .floorNotStated: say("states no floor", "未列楼层")
        case .servicesMissing(let services):
            services.isEmpty
                ? say("offers all of them", "服务齐全")
                : say(
                    "does not offer \(services.joined(separator: ", "))",
                    "缺\(QuantityWording(language: say).services(services))")
        case .servicesNotStated: say("states no services", "未列服务项目")
        case .serviceClass(let own): say("of class \(own.rawValue)", "\(own.rawValue) 类")
        case .serviceClassNotStated: say("states no class, nor a service that tells it", "未列类别及可判定类别的服务")
        default: nil
        }
    }

    private func area(_ detail: FindingDetail) -> String? {
        switch detail {
        case .counted(let facilities, let open, let noteAbove):
            let shown = facilities.prefix(5).joined(separator: say(", ", "、"))
            var words = facilities.isEmpty ? say("none counts", "无计入设施") : shown
            if facilities.count > 5 {
                words += say(" and \(facilities.count - 5) more", " 等 \(facilities.count) 处")
            }
            if open > 0 { words += say("; \(open) more may count", "；另有 \(open) 处不明") }
            if let noteAbove { words += say("; more than \(noteAbove)", "；多于 \(noteAbove) 处") }
            return words
        case .target(let name, let version, let unknown, let unstated, let missingTotal):
            var words = say(name.en, name.zh)
            if let version { words += say(" (\(version.en))", "（\(version.zh)）") }
            if unknown > .zero { words += say("; \(unknown) of it unknown", "；其中 \(unknown) 不明") }
            if unstated > 0 {
                words += say("; \(unstated) left out, stating no figure", "；另有 \(unstated) 处未列数字，未计入")
            }
            if let missingTotal {
                words += say("; ", "；") + MeasureWording(language: say).missingTotal(missingTotal)
            }
            return words
        default: return nil
        }
    }

    private func step(_ detail: FindingDetail) -> String {
        switch detail {
        case .noPhase(let number):
            return say("no row of phase \(number)", "无第 \(number) 期资料")
        case .steps(let housing, let care, let missing, let isAtLeast, let until, let permits, let later):
            var words =
                housing.map { say("housing \(span($0))", "住宅 \(span($0))") }
                ?? say("no date of the housing", "未列住宅日期")
            if let care {
                words += say(", care \(span(care))", "，用房 \(span(care))")
                if let until { words += say(", late so far on \(until)", "，截至 \(until) 尚未完成") }
            } else {
                let phases = missing.map(String.init).joined(separator: say(", ", "、"))
                words += say(", no date of the care space in phase \(phases)", "，第 \(phases) 期未列用房日期")
            }
            if let later {
                let word = MilestoneWording(language: say).word(later.milestone)
                words += say(
                    ", though that of phase \(later.phase) was \(word) (\(later.date.text)): what has no date counts as not happened",
                    "，而第 \(later.phase) 期已\(word)（\(later.date.text)）：无日期者按未发生处理")
            }
            if isAtLeast { words += say(", late by at least this", "，至少迟这些天") }
            return words + documents(permits)
        default:
            return ""
        }
    }

    /// The permits that dates rest on.
    private func documents(_ permits: [String]) -> String {
        permits.isEmpty
            ? ""
            : say("; by \(permits.joined(separator: ", "))", "；依据 \(permits.joined(separator: "、"))")
    }

    private func name(_ kind: CompoundClass) -> String {
        switch kind {
        case .new: say("new compound", "新建小区")
        case .existing: say("existing compound", "既有小区")
        }
    }

    private func span(_ span: DaySpan?) -> String {
        guard let span else { return say("no date stated", "未列日期") }
        return span.first == span.last ? "\(span.first)" : "\(span.first)…\(span.last)"
    }

    private func range(_ least: ExactDecimal, _ most: ExactDecimal) -> String {
        least == most ? "\(least)" : "\(least)–\(most)"
    }
}
