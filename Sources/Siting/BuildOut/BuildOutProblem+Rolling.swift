extension BuildOutProblem {
    /// Openings chosen year by year, in seconds for a city, with what no openings do better than.
    package func solvedRolling() -> BuildOutSolution {
        if let limited { return solvedLimited(limited, isExact: false) }
        return merged.rolled()
    }

    private func rolled() -> BuildOutSolution {
        var rolling = RollingBuildOut(self)
        rolling.run()
        return rated(bindsLaterYears ? exchanged(rolling.draft, value: ratedValue) : rolling.draft)
    }

    /// Whether openings go on taking from the money of later years, which a choice year by year does not see.
    private var bindsLaterYears: Bool {
        objective == .mclp && limits.budget != nil
            && options.contains { $0.yearly.contains { $0 > 0 } }
    }

    /// A draft bettered by exchange over all years.
    func exchanged(_ draft: BuildOutDraft, value: ServiceValue) -> BuildOutDraft {
        var exchange = BuildOutExchange(draft, value: value)
        exchange.run(rounds: 12)
        let isBetter =
            value.total(exchange.draft.service.servedFrom) > value.total(draft.service.servedFrom)
        return isBetter ? exchange.draft : draft
    }

    /// What the openings of a draft come to, and how good they can be.
    func rated(_ draft: BuildOutDraft) -> BuildOutSolution {
        switch objective {
        case .mclp, .equity:
            let value = ratedValue
            let found = value.total(draft.service.servedFrom)
            let bound = bound(known: found, value: value, fixed: settled(of: draft))
            // The descent ends here too: sums of people are exact to so much and no more.
            return draft.solution(
                objective: found, bound: bound, isProven: bound - found <= 1e-9 * max(1, abs(found)))
        case .targets:
            let most = goals.reduce(0) { sum, goal in
                let reach = GoalReach(goal, problem: self)
                return sum + goal.unmetYears.count { reach.isWithinReach(in: $0) }
            }
            return draft.solution(
                objective: Double(draft.goalYears), bound: Double(most), isProven: most == draft.goalYears)
        case .lscp:
            return cheapened(draft, isExact: false)
        }
    }

    /// What the objective counts: the service, of equity that of the worst-served tenth.
    var ratedValue: ServiceValue {
        guard objective == .equity, let worst = tenths.min() else {
            return ServiceValue(service, discount: discount)
        }
        return ServiceValue(service, discount: discount) { tenths[$0] == worst }
    }
}
