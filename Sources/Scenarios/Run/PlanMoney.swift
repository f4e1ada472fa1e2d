internal import Places
internal import Policy

/// The money of every action of a plan, and of every year of a run.
struct PlanMoney {
    /// For each action of the plan, the facility after it.
    let facilities: [Facility]
    /// For each action of the plan, its money.
    let actions: [ActionMoney]

    init(plan: ScenarioPlan, pack: PolicyPack, years: ScenarioYears) {
        var ledger = MoneyLedger(pack: pack)
        var current = plan.study.facilities
        var (after, money): ([Facility], [ActionMoney]) = ([], [])
        for action in plan.actions {
            let before = current[action.facility]
            action.apply(to: &current)
            after.append(current[action.facility])
            money.append(
                ledger.money(
                    of: action, before: before, after: current[action.facility],
                    yearEnd: years.end(of: action.day.year)))
        }
        facilities = after
        actions = money
    }
}
