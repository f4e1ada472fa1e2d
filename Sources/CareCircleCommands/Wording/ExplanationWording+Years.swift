internal import Claims
internal import Coverage
internal import Places
internal import Policy
internal import Population
internal import Reports
internal import Scenarios

// The figures of a scenario's years.
extension ExplanationWording {
    /// What is added to a stated figure that a scenario has moved to its year.
    var moved: String {
        explainer.year.map { year in
            say(", as the scenario moves it to \(year.map.year)", "，按方案推至 \(year.map.year) 年")
        } ?? ""
    }

    /// The lines of a figure: its arithmetic, the years before, what was done, and what it is a sum of.
    func lines(of explanation: AnnualExplanation) -> [String] {
        let scenario = explainer.year?.result.plan.scenario
        let name = scenario?.name ?? ""
        var lines = [
            say(
                "\(Subject.name(of: explanation)): scenario \(name), as of \(explainer.result.day)",
                "\(Subject.name(of: explanation))：方案 \(name)，截至 \(explainer.result.day)"),
            item(say("figure", "数值"), figure(explanation)),
        ]
        lines += years(explanation)
        if let scenario, explanation.column.isOfPeople {
            lines.append(item(say("moved by", "推算"), movement(of: scenario)))
        }
        lines += steps(explanation)
        if explanation.column.isOfPeople || explanation.column == .spacePer100Households {
            lines += explanation.deliveries.map { item("\($0.year)", delivery($0)) }
        }
        lines += explanation.money.map { line in
            item(
                say("paid by", "出资"),
                (line.payer.map { QuantityWording(language: say).word($0) } ?? say("not stated", "未说明"))
                    + say(": \(line.yuan) yuan under \(line.rule)", "：\(line.rule) \(line.yuan) 元"))
        }
        if let rate = explanation.rate { return lines + self.lines(of: rate) }
        lines += list(say("largest", "最大"), explanation.parts, \.covered)
        lines += list(say("taken over", "分母最多"), explanation.over, \.amount)
        if !explanation.unstated.isEmpty {
            lines.append(item(say("left out", "未计入"), names(explanation.unstated)))
        }
        return lines
    }

    /// What the plan does, and what opens and closes without it, year by year.
    private func steps(_ explanation: AnnualExplanation) -> [String] {
        let (column, year) = (explanation.column, explanation.row.year)
        let actions = explanation.actions.filter { column.restsOn($0, in: year) }
        let own = explanation.ownDates.filter { column.restsOn($0, in: year) }
        return explanation.history.flatMap { row in
            actions.filter { $0.year == row.year }.map { item("\($0.year)", action($0)) }
                + own.filter { $0.year == row.year }.map { item("\($0.year)", ownDate($0, column)) }
        }
    }

    /// A facility that opens or closes by its own dates, with what it takes along.
    private func ownDate(_ step: OwnDateStep, _ column: AnnualColumn) -> String {
        let own = explainer.study.facilities[step.facility]
        let what: String? =
            switch column {
            case .beds, .bedsPer1000Elders: own.beds.map { say(", \(counted($0, "bed"))", "，床位 \($0) 张") }
            case .area: own.area.map { say(", \($0) m²", "，\($0) 平方米") }
            default: nil
            }
        return say(
            "\(facility(step.facility)) \(step.opens ? "opens" : "closes") by its own date, \(step.day)",
            "\(facility(step.facility)) 按自身日期于 \(step.day) \(step.opens ? "启用" : "停用")") + (what ?? "")
    }

    private func text(_ row: AnnualRow, _ column: AnnualColumn) -> String {
        AnnualTable.text(row.figure(column)) ?? say("unknown", "未知")
    }

    /// The figure as the file has it, with its arithmetic where it is made of others.
    private func figure(_ explanation: AnnualExplanation) -> String {
        let row = explanation.row
        let value = text(row, explanation.column)
        func made(_ arithmetic: String) -> String { arithmetic + " = " + value }
        func amounts(_ first: Double?, _ factor: String, _ second: Double?) -> String {
            guard let first, let second else { return value }
            return made("\(amount(first)) × \(factor) / \(amount(second))")
        }
        switch explanation.column {
        case .spacePer100Households: return amounts(row.careSpace, "100", row.compoundHouseholds)
        case .bedsPer1000Elders: return amounts(row.beds?.double, "1000", row.elders)
        case .elderShare1km, .elderShare15min, .householdShare15min:
            return explanation.rate.map {
                made("\(amount($0.rate.numerator)) / \(amount($0.rate.denominator))")
            } ?? value
        case .cumulative:
            let terms = explanation.history.flatMap { [$0.money.capital, $0.money.subsidyYearly] }
                .filter { $0 > .zero }
            return terms.isEmpty ? value : made(terms.map(\.description).joined(separator: " + "))
        default: return value
        }
    }

    /// The figure of each year before, with what the plan and deliveries changed.
    private func years(_ explanation: AnnualExplanation) -> [String] {
        let column = explanation.column
        return explanation.history.map { row in
            var text = text(row, column)
            switch column {
            case .cumulative:
                text += say(
                    ": capital \(row.money.capital), yearly subsidies \(row.money.subsidyYearly)",
                    "：投资 \(row.money.capital)，运营补贴 \(row.money.subsidyYearly)")
            case .facilities:
                text += say(
                    ": \(row.opened) opened, \(row.closed) closed", "：新开 \(row.opened)，关闭 \(row.closed)")
            case .households:
                let gained = explanation.deliveries.filter { $0.year == row.year }.reduce(0) {
                    $0 + $1.dwellings
                }
                if gained > 0 {
                    text += say(": \(amount(gained)) delivered", "：新交付 \(amount(gained))")
                }
            default: break
            }
            return item("\(row.year)", text)
        }
    }

    /// By what people move from year to year.
    private func movement(of scenario: Scenario) -> String {
        if scenario.cohort != nil {
            return say(
                "cohorts of sex and age, where communities state them; others by the rates",
                "按性别年龄队列（社区列出者），其余按增长率")
        }
        let rates = scenario.rates
        let stated: [(String, Double?)] = [
            ("all", rates.all), ("elders", rates.elders), ("60_69", rates.sixties),
            ("70_79", rates.seventies), ("80_plus", rates.eightyPlus), ("households", rates.households),
        ]
        let texts = stated.compactMap { name, rate in rate.map { "\(name) \(amount($0))" } }
        return texts.isEmpty
            ? say("no rates: nobody moves", "无增长率：人口不变")
            : say("yearly rates: ", "年增长率：") + texts.joined(separator: say(", ", "，"))
    }

    /// An action of the plan with its reason and its money.
    func action(_ row: PlanRow) -> String {
        let kind =
            switch row.action {
            case .open: say("opens", "开设")
            case .upgrade: say("is upgraded", "升级")
            case .close: say("closes", "关闭")
            }
        var text = say(
            "\(titled(row.facility.id, row.facility.name)) \(kind) on \(row.day)",
            "\(row.day) \(kind) \(titled(row.facility.id, row.facility.name))")
        if let capital = row.money.capital, capital > .zero {
            text += say(", \(capital) yuan", "，\(capital) 元")
        }
        let newly = NumberText.fixed(row.newlyCoveredElders, decimals: 1)
        text += say(", newly covered elders \(newly)", "，新增覆盖老年人 \(newly)")
        let reason =
            switch row.reason {
            case .programme(let source): self.row(source)
            case .buildOut: ScenarioWording(language: say).reason(row.reason)
            }
        return text + say(" (\(reason))", "（\(reason)）")
    }

    private func delivery(_ step: HousingStep) -> String {
        let compound = explainer.study.compounds[step.compound]
        return say(
            "\(titled(compound.id, compound.name)) (\(row(compound.source))): \(counted(amount(step.dwellings), "dwelling")) delivered",
            "\(titled(compound.id, compound.name))（\(row(compound.source))）：交付 \(amount(step.dwellings)) 户")
    }
}

extension AnnualColumn {
    /// Whether rates and deliveries move it.
    fileprivate var isOfPeople: Bool {
        switch self {
        case .population, .elders, .eldersEightyPlus, .households: true
        default: false
        }
    }

    /// Whether a figure of a year rests on an action of the plan.
    fileprivate func restsOn(_ action: PlanRow, in year: Int) -> Bool {
        switch self {
        case .opened: action.year == year && action.action == .open
        case .upgraded: action.year == year && action.action == .upgrade
        case .closed: action.year == year && action.action == .close
        case .capital, .subsidyOnce: action.year == year
        default: restsOnFacilities
        }
    }

    /// Whether a figure of a year rests on a facility that opens or closes by its own dates.
    fileprivate func restsOn(_ step: OwnDateStep, in year: Int) -> Bool {
        switch self {
        case .opened: step.year == year && step.opens
        case .closed: step.year == year && !step.opens
        case .upgraded, .capital: false
        case .subsidyOnce: step.year == year && step.opens
        default: restsOnFacilities
        }
    }

    private var restsOnFacilities: Bool {
        switch self {
        case .population, .elders, .eldersEightyPlus, .households, .communities, .careSpace,
            .careSpaceRequired, .spacePer100Households, .careSpaceUnstated, .careSpaceRequiredUnknown,
            .householdsUnstated, .eldersUnstated, .populationUnstated, .eldersEstimated,
            .householdsEstimated:
            false
        default: true
        }
    }
}
