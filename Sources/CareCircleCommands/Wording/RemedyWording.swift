internal import Compliance
internal import Places
internal import Policy

/// The words for what would nearest mend what fails: the column `remedy` of `checks.csv`.
struct RemedyWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    private var words: QuantityWording { QuantityWording(language: say) }

    /// One clause in plain words, without a final period.
    func remedy(_ remedy: Remedy) -> String {
        switch remedy {
        case .addSpace(let m2): say("add \(m2) m² of care space", "增加养老服务用房 \(m2) 平方米")
        case .shareSpace(let m2, let compound):
            say(
                "share \(m2) m² that \(compound) can spare, or add them",
                "与 \(compound) 统筹其余量 \(m2) 平方米，或增加同等面积")
        case .moveToPhase(let m2, let phase):
            say("bring \(m2) m² forward into phase \(phase)", "将 \(m2) 平方米提前至第 \(phase) 期")
        case .complete(let milestone, []):
            say(
                "care space has yet to be \(milestone.rawValue): bring it forward",
                "用房尚待\(MilestoneWording(language: say).word(milestone))，应提前")
        case .complete(let milestone, let phases):
            say(
                "care space of \(list(phases, "phase", "phases")) has yet to be \(milestone.rawValue)",
                "第 \(phases.map(String.init).joined(separator: "、")) 期用房尚待\(MilestoneWording(language: say).word(milestone))"
            )
        case .stateDate(let milestone, let phases):
            say(
                "state when the care space of \(list(phases, "phase", "phases")) was \(milestone.rawValue)",
                "补列第 \(phases.map(String.init).joined(separator: "、")) 期用房\(MilestoneWording(language: say).word(milestone))日期"
            )
        case .tooLate: say("came late: only a written exception mends it", "已逾期，仅可书面豁免")
        case .enlargePlace(let m2):
            say(
                "make one place larger by \(m2) m², or share one with others",
                "单处增加 \(m2) 平方米，或与其他小区合建")
        case .addLand(let m2): say("set aside \(m2) m² of land more", "增加用地 \(m2) 平方米")
        case .enlarge(let m2): say("enlarge it by \(m2) m²", "扩建 \(m2) 平方米")
        case .upgrade(let facility, let lack): upgrade(facility, lack)
        case .open(let count, let candidate, let lack): open(count, candidate) + with(lack)
        case .useUpgrade(let candidate, let facility):
            say("upgrade \(facility) as candidate \(candidate) has it", "按备选点 \(candidate) 提升 \(facility)")
        case .setAside(let compounds, let open, let others): setAside(compounds, open, of: others)
        case .addCarers(let count, let each):
            say(
                "\(counted(count, "more carer")) of \(each) h a month\(count == 1 ? "" : " each")",
                "增加护理员 \(count) 名（每名每月 \(each) 小时）")
        case .offerAny(let services, let serviceClass):
            say(
                "offer \(services.joined(separator: " or ")), any of which makes class \(serviceClass.rawValue)",
                "增设服务\(words.services(services))之一（\(serviceClass.rawValue) 类）")
        case .shortenStays(let months):
            say("limit stays to \(counted(months, "month"))", "入住不超过 \(months) 个月")
        case .offer(let services):
            say(
                "offer \(services.joined(separator: ", "))",
                "增设服务\(words.services(services))")
        case .move(let floors):
            say(
                "move it by \(counted(floors, "floor"))", "调整 \(floors) 层")
        case .reach(.zero, _, _, let open, let others) where open > 0: unknown(open, of: others)
        case .reach(let amount, let basis, let things, let open, let others):
            reach(amount, basis) + (things.isEmpty ? "" : say(", such as ", "，如 ") + some(things))
                + (open > 0 ? say("; and ", "；") + unknown(open, of: others) : "")
        case .addBeds(let count, let sites, let brought, let lack, let upgrades):
            say("add \(counted(count, "bed"))", "增加床位 \(count) 张")
                + (sites.isEmpty
                    ? ""
                    : say(
                        ": the largest candidates \(some(sites, upgrades)) bring \(brought)",
                        "：最大的备选点 \(spaced(sites, upgrades))可增 \(brought) 张") + with(lack))
        case .convertBeds(let count, let facilities):
            say(
                "turn \(counted(count, "bed")) into \(count == 1 ? "a nursing bed" : "nursing beds")",
                "将 \(count) 张床位改为护理型床位")
                + (facilities.isEmpty ? "" : say(", at ", "，可在 ") + some(facilities))
        case .openSites(let sites, let added, let basis, let missing, let lack, let upgrades):
            open(sites, added, basis, missing, upgrades) + with(lack)
        case .mendCompounds(let compounds, let open, let ids): mend(compounds, open, of: ids)
        case .inAreas(let areas, let more):
            each(areas)
                + (more > 0 ? say("; and \(more) more", "；另需 \(more) 处") : "")
        }
    }

    private func open(_ count: Int, _ candidate: String?) -> String {
        guard let candidate else { return say("open \(count)", "新设 \(count) 处") }
        return say(
            "open one at candidate \(candidate)" + (count > 1 ? ", and \(count - 1) more" : ""),
            "在备选点 \(candidate) 新设" + (count > 1 ? "，另设 \(count - 1) 处" : ""))
    }

    /// What new facilities have to be given to count.
    private func with(_ lack: FacilityLack) -> String {
        var parts: [String] = []
        if !lack.grades.isEmpty {
            parts.append(
                say(
                    "graded \(lack.grades.joined(separator: " or "))",
                    "评定为\(lack.grades.joined(separator: "或"))"))
        }
        if !lack.networks.isEmpty {
            parts.append(
                say(
                    "taking part in the network as \(names(lack.networks))",
                    "纳入服务网点（\(lack.networks.map(\.rawValue).joined(separator: "或"))）"))
        }
        if !lack.operators.isEmpty {
            parts.append(say("run by a \(names(lack.operators)) body", "由\(runners(lack.operators))运营"))
        }
        if !lack.services.isEmpty {
            parts.append(
                say("offering \(lack.services.joined(separator: ", "))", "提供\(words.services(lack.services))")
            )
        }
        return parts.isEmpty
            ? "" : say(", then ", "，并") + parts.joined(separator: say(" and ", "、"))
    }

    private func names<Value: RawRepresentable<String>>(_ values: [Value]) -> String {
        values.map(\.rawValue).joined(separator: " or ")
    }

    private func runners(_ operators: [Sector]) -> String {
        operators.map { $0 == .social ? "社会力量" : "公办机构" }.joined(separator: "或")
    }

    /// So many of some of which it is not known whether they count.
    private func unknown(_ open: Int, of others: [String]) -> String {
        let isAll = others.count <= open
        return say(
            isAll
                ? "what \(some(others)) \(others.count == 1 ? "has" : "have") has to be known"
                : "\(open) of the \(others.count) that do not state it: \(some(others))",
            isAll
                ? "须查明 \(spaced(others))情况" : "另需 \(open) 处，出自未列的 \(others.count) 处：\(some(others))")
    }

    /// What a facility lacks, one thing after the other.
    private func upgrade(_ facility: String, _ lack: FacilityLack) -> String {
        var parts: [String] = []
        if lack.area > .zero {
            parts.append(say("enlarge \(facility) by \(lack.area) m²", "将 \(facility) 扩建 \(lack.area) 平方米"))
        }
        func at(_ english: String, _ chinese: String) {
            parts.append(
                parts.isEmpty
                    ? say("\(english) at \(facility)", "在 \(facility) \(chinese)")
                    : say("\(english) there", chinese))
        }
        if lack.beds > .zero { at("add \(counted(lack.beds, "bed"))", "增加床位 \(lack.beds) 张") }
        if !lack.services.isEmpty {
            at("offer \(lack.services.joined(separator: ", "))", "增设服务\(words.services(lack.services))")
        }
        func it(_ english: String, _ chinese: String) {
            let name = parts.isEmpty ? facility : say("it", "")
            parts.append(say("have \(name) \(english)", parts.isEmpty ? "将 \(facility) \(chinese)" : chinese))
        }
        if !lack.grades.isEmpty {
            it(
                "graded \(lack.grades.joined(separator: " or "))",
                "评定为\(lack.grades.joined(separator: "或"))")
        }
        if !lack.networks.isEmpty {
            it(
                "take part in the network as \(lack.networks.map(\.rawValue).joined(separator: " or "))",
                "纳入服务网点（\(lack.networks.map(\.rawValue).joined(separator: "或"))）")
        }
        if !lack.operators.isEmpty {
            it(
                "run by a \(lack.operators.map(\.rawValue).joined(separator: " or ")) body",
                "改由\(runners(lack.operators))运营")
        }
        return parts.joined(separator: say(" and ", "并"))
    }

    /// Compounds that would set care space aside, and others of which it has to be found out whether they do.
    private func setAside(_ compounds: [String], _ open: Int, of others: [String]) -> String {
        var parts: [String] = []
        if !compounds.isEmpty {
            parts.append(say("set care space aside in \(some(compounds))", "在 \(spaced(compounds))设置养老服务用房"))
        }
        if open > 0 {
            let isAll = others.count <= open
            parts.append(
                say(
                    isAll
                        ? "what \(some(others)) \(others.count == 1 ? "holds" : "hold") has to be known"
                        : "\(open) of the \(others.count) that state none: \(some(others))",
                    isAll
                        ? "须查明 \(spaced(others))实有面积"
                        : "另需 \(open) 个，出自未列面积的 \(others.count) 个小区：\(some(others))"))
        }
        return parts.joined(separator: say("; and ", "；"))
    }

    /// Areas, or compounds, each with what would mend it.
    private func each(_ areas: [AreaRemedy]) -> String {
        areas.prefix(Self.named).map { area in
            area.area.isEmpty
                ? remedy(area.remedy) : "\(area.area)" + say(": ", "：") + remedy(area.remedy)
        }.joined(separator: say("; ", "；"))
            + (areas.count > Self.named
                ? say("; and \(areas.count - Self.named) likewise", "；另 \(areas.count - Self.named) 处同此")
                : "")
    }

    private func mend(_ compounds: [AreaRemedy], _ open: Int, of ids: [String]) -> String {
        guard open > 0 else { return each(compounds) }
        let others = say(
            ids.count == open
                ? "what \(some(ids)) \(ids.count == 1 ? "owes and holds" : "owe and hold") has to be known"
                : "\(open) of the \(ids.count) of which it is not known whether they hold what they owe: \(some(ids))",
            ids.count == open
                ? "须查明\(some(ids))应配与实有面积"
                : "另需 \(open) 个，出自达标与否不明的 \(ids.count) 个小区：\(some(ids))")
        return compounds.isEmpty ? others : each(compounds) + say("; and ", "；") + others
    }

    /// How many things are named.
    private static let named = 5

    private func some(_ ids: [String], _ upgrades: [String: String] = [:]) -> String {
        ids.prefix(Self.named).map { id in
            upgrades[id].map { say("\(id) (upgrading \($0))", "\(id)（提升 \($0)）") } ?? id
        }.joined(separator: say(", ", "、"))
            + (ids.count > Self.named ? say(", … (\(ids.count) in all)", "等（共 \(ids.count) 处）") : "")
    }

    /// Things with a space behind them, where Chinese words follow an id.
    private func spaced(_ ids: [String], _ upgrades: [String: String] = [:]) -> String {
        some(ids, upgrades) + (ids.count > Self.named ? "" : " ")
    }

    private func open(
        _ sites: [String], _ added: ExactDecimal, _ basis: Basis, _ missing: ExactDecimal,
        _ upgrades: [String: String]
    ) -> String {
        let what = MeasureWording(language: say)
        let (en, zh) = (basis == .count ? "compounds" : basis.rawValue, what.plainBasis(basis))
        let isEnough = added >= missing
        // Of people and dwellings whole ones, as far as they are surely reached; of what is less than one the part.
        let whole = ExactDecimal(Int(added.double.rounded(.down)))
        let reached = whole == .zero ? added : whole
        let plan =
            sites.count == 1
            ? "open one at candidate \(some(sites, upgrades)): it adds"
            : "open \(sites.count) at candidates \(some(sites, upgrades)), chosen greedily: they add"
        return say(
            added > missing
                ? "\(plan) \(reached) \(en), where \(missing) \(missing == ExactDecimal(1) ? "is" : "are") missing"
                : "\(plan) \(reached) of the \(missing) \(en) missing",
            "在备选点 \(spaced(sites, upgrades))新设 \(sites.count) 处\(sites.count == 1 ? "" : "（逐个择优）")：增加\(zh) \(reached)，尚缺 \(missing)"
        )
            + (isEnough ? "" : say("; no other candidate adds any", "；其余备选点不再增加"))
    }

    private func reach(_ amount: ExactDecimal, _ basis: Basis?) -> String {
        switch basis {
        case .elders: say("reach \(amount) more elders", "还差老年人口 \(amount) 人")
        case .households: say("reach \(amount) more households", "还差 \(amount) 户")
        case .population: say("reach \(amount) more people", "还差人口 \(amount) 人")
        case .area: say("cover \(amount) m² more", "还差 \(amount) 平方米")
        case .count, nil: say("\(amount) more", "还差 \(amount)")
        }
    }

    private func list(_ numbers: [Int], _ one: String, _ several: String) -> String {
        "\(numbers.count == 1 ? one : several) \(numbers.map(String.init).joined(separator: ", "))"
    }
}
