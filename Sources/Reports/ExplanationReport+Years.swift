internal import Claims
internal import Places
internal import Policy
internal import Scenarios

// The figures of a scenario's years.
extension ExplanationReport {
    /// How many parts of a figure are named.
    private static let named = 10

    func annual(_ explanation: AnnualExplanation) -> JSONText {
        let row = explanation.row
        func list(_ parts: [RatePart], _ figure: (RatePart) -> Double) -> JSONText {
            .list(parts.largest(Self.named, by: figure).map(part))
        }
        func sum(_ parts: [RatePart], _ figure: (RatePart) -> Double) -> JSONText {
            .number(parts.reduce(0) { $0 + figure($1) })
        }
        return .object([
            ("subject", .text("annual")), ("name", .text(Subject.name(of: explanation))),
            (
                "row",
                .object([
                    ("year", .whole(row.year)), ("scope", .text(row.scope.kind)),
                    ("scope_id", .text(row.scope.identifier)),
                    (explanation.column.rawValue, value(of: row, explanation.column)),
                ])
            ),
            (
                "years",
                .list(
                    explanation.history.map {
                        .object([("year", .whole($0.year)), ("value", value(of: $0, explanation.column))])
                    })
            ),
            ("actions", .list(explanation.actions.map(action))),
            ("own_dates", .list(explanation.ownDates.map(ownDate))),
            ("deliveries", .list(explanation.deliveries.map(delivery))),
            ("money", .list(explanation.money.map(money))),
            ("rate", explanation.rate.map(rate) ?? .null), ("parts", .whole(explanation.parts.count)),
            ("parts_sum", sum(explanation.parts, \.covered)),
            ("largest", list(explanation.parts, \.covered)),
            ("taken_over_parts", .whole(explanation.over.count)),
            ("taken_over_sum", sum(explanation.over, \.amount)),
            ("largest_taken_over", list(explanation.over, \.amount)),
            ("unstated_count", .whole(explanation.unstated.count)),
            ("unstated", .list(explanation.unstated.prefix(Self.named).map { .object(named($0)) })),
        ])
    }

    private func value(of row: AnnualRow, _ column: AnnualColumn) -> JSONText {
        JSONText(AnnualTable.cell(row.figure(column)))
    }

    /// An action of the plan, as `plan.csv` names it.
    func action(_ row: PlanRow) -> JSONText {
        var members: [(String, JSONText)] = [
            ("year", .whole(row.year)), ("date", .text(row.day.description)),
            ("action", .text(row.action.rawValue)), ("facility", .text(row.facility.id)),
            ("capital_yuan", JSONText(exact(row.money.capital))),
            ("subsidy_once_yuan", JSONText(exact(row.money.subsidyOnce))),
            ("subsidy_yearly_yuan", JSONText(exact(row.money.subsidyYearly))),
            ("newly_covered_elders", JSONText(.number(row.newlyCoveredElders, decimals: 1))),
        ]
        switch row.reason {
        case .programme(let place): members.append(("source", source(place)))
        case .buildOut(let choice): members.append(("candidate", .text(choice.candidate)))
        }
        return .object(members)
    }

    private func ownDate(_ step: OwnDateStep) -> JSONText {
        let facility = study.facilities[step.facility]
        return .object([
            ("year", .whole(step.year)), ("date", .text(step.day.description)),
            ("action", .text(step.opens ? "open" : "close")), ("facility", .text(facility.id)),
            ("source", source(facility.source)),
        ])
    }

    private func delivery(_ step: HousingStep) -> JSONText {
        let compound = study.compounds[step.compound]
        return .object([
            ("year", .whole(step.year)), ("compound", .text(compound.id)),
            ("source", source(compound.source)), ("households", .number(step.dwellings)),
        ])
    }

    private func money(_ line: MoneyLine) -> JSONText {
        .object([
            ("payer", .text(optional: line.payer?.rawValue)), ("rule", .text(line.rule)),
            ("kind", .text(line.kind.rawValue)), ("yuan", JSONText(exact(line.yuan))),
        ])
    }
}
