extension BuildOutProblem {
    /// How many entries a program may have for CBC to be asked.
    static let programSize = 60_000
    /// How many steps a bound takes for a problem of usual size; larger ones take fewer.
    private static let steps = 3000

    /// Openings chosen for all years at once, with a bound on how good any can be.
    ///
    /// What rolling finds is bettered by exchange over all years; small problems go to CBC, for which the answer is exact
    /// within its nodes.
    package func solvedHorizon() -> BuildOutSolution {
        if let limited { return solvedLimited(limited, isExact: true) }
        return merged.overAllYears()
    }

    private func overAllYears() -> BuildOutSolution {
        var rolling = RollingBuildOut(self)
        rolling.run()
        switch objective {
        case .mclp, .equity: return solvedService(from: rolling.draft)
        case .targets, .lscp: return solvedGoals(from: rolling.draft)
        }
    }

    /// What a draft's openings are for goals, without the others.
    func settled(of draft: BuildOutDraft) -> BuildOutDraft {
        var fixed = BuildOutDraft(self)
        for opening in draft.openings {
            if case .goal = opening.purpose {
                fixed.take(opening.option, in: opening.year, for: opening.purpose)
            }
        }
        return fixed
    }

    private func solvedService(from rolled: BuildOutDraft) -> BuildOutSolution {
        let value = ratedValue
        let fixed = settled(of: rolled)
        var draft = rolled
        if objective == .mclp {
            draft = exchanged(rolled, value: value)
        } else {
            draft = bettered(rolled, fixed: fixed, value: value)
        }
        var found = value.total(draft.service.servedFrom)
        var bound = self.bound(known: found, value: value, fixed: fixed)
        let total = max(1, abs(found))
        if bound > found + 1e-9 * total, BuildOutProgram.size(of: self) <= Self.programSize, effort.nodes > 0
        {
            let answer = BuildOutProgram(self, value: value, fixed: fixed).solved(nodes: effort.nodes * 50)
            if let openedIn = answer.openedIn {
                let other = filled(take(openedIn, over: fixed), value: value)
                let worth = value.total(other.service.servedFrom)
                if worth > found { (draft, found) = (other, worth) }
            }
            bound = max(found, min(bound, -answer.bound))
            if answer.isComplete, bound - found <= 1e-6 * total { bound = found }
        }
        if objective == .equity { draft = tieBroken(draft, fixed: fixed) }
        return draft.solution(
            objective: found, bound: bound, isProven: bound - found <= 1e-9 * total)
    }

    /// The bound on a problem's service, at its sharpest for what is known.
    func bound(known: Double, value: ServiceValue, fixed: BuildOutDraft) -> Double {
        let entries = service.rows.reduce(0) { $0 + $1.count } * years
        let steps = min(Self.steps, max(150, 1_000_000_000 / max(1, entries)))
        let priced = min(
            BuildOutDual(self, value: value, fixed: fixed).bound(steps: steps, known: known),
            max(known, reachBound(value: value, fixed: fixed)))
        guard priced > known + 1e-9 * max(1, abs(known)),
            let yearly = yearByYearBound(value: value, fixed: fixed)
        else { return priced }
        return max(known, min(priced, yearly))
    }

    /// The worst-served tenth by exchange first; what is left by the others, tenth after tenth.
    private func bettered(_ rolled: BuildOutDraft, fixed: BuildOutDraft, value: ServiceValue) -> BuildOutDraft
    {
        var exchange = BuildOutExchange(
            fixed, value: value, tenth: tenths.min(), then: stages.dropFirst().map(\.value))
        exchange.run(rounds: 12)
        guard value.total(exchange.draft.service.servedFrom) > value.total(rolled.service.servedFrom) else {
            return rolled
        }
        return filled(exchange.draft, value: value)
    }

    /// Openings with what limits leave filled, of equity by tenths.
    private func filled(_ draft: BuildOutDraft, value: ServiceValue) -> BuildOutDraft {
        guard objective == .equity else { return draft }
        var draft = draft
        let stages = stages
        for (index, stage) in stages.enumerated() {
            var exchange = BuildOutExchange(
                draft, value: stage.value, tenth: stage.tenth, then: stages[(index + 1)...].map(\.value))
            exchange.fill()
            draft = exchange.draft
        }
        return draft
    }

    private func solvedGoals(from rolled: BuildOutDraft) -> BuildOutSolution {
        let known = objective == .lscp ? cheapened(rolled, isExact: true) : rated(rolled)
        guard !known.isProven, BuildOutProgram.size(of: self) <= Self.programSize, effort.nodes > 0 else {
            return known
        }
        let program = BuildOutProgram(self, value: nil, fixed: BuildOutDraft(self))
        let answer = program.solved(nodes: effort.nodes * 50)
        // Goals that cannot all be met leave the program of least cost without an answer.
        guard let openedIn = answer.openedIn else { return known }
        var draft = draftForGoals(openedIn)
        switch objective {
        case .lscp:
            draft.chooseYears()
            let cost = Double(draft.capital)
            let isMet = zip(goals, known.metFrom).allSatisfy { $1 ?? years <= $0.due }
            if cost > known.objective, isMet { return known }
            let least = min(cost, max(known.bound, Double(program.cost(answer.bound))))
            return draft.solution(
                objective: cost, bound: least, isProven: answer.isComplete || least == cost)
        case .targets, .mclp, .equity:
            let met = Double(draft.goalYears)
            if met < known.objective { return known }
            let most = min(known.bound, (-answer.bound + 1e-6).rounded(.down))
            return draft.solution(
                objective: met, bound: max(met, most), isProven: answer.isComplete || most <= met)
        }
    }

    /// Openings in their years, each for the first goal that it adds anything to.
    func draftForGoals(_ openedIn: [Int]) -> BuildOutDraft {
        var draft = BuildOutDraft(self)
        for year in 0..<years {
            for option in options.indices where openedIn[option] == year && draft.allows(option, in: year) {
                draft.take(option, in: year, for: .goal(purpose(of: option, in: draft)))
            }
        }
        return draft
    }

    /// The first goal that an option adds anything to.
    private func purpose(of option: Int, in draft: BuildOutDraft) -> Int {
        goals.indices.first { goal in
            (0..<years).contains { draft.goals[goal].gain(of: option, in: $0) > 0 }
        } ?? 0
    }
}
