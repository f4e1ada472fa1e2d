/// Least cost.
extension BuildOutProblem {
    /// Openings of least cost made from known ones, with what no openings that reach as much cost less than.
    ///
    /// The linear relaxation bounds the cost; what it takes in large parts, or what is taken already, is made cheaper by
    /// exchange. What comes of that is opened year by year like any other options, as far as yearly limits let it.
    ///
    /// - Parameters:
    ///   - rolled: openings by rolling.
    ///   - isExact: whether CBC may come closer, as it does for small covers in any case.
    /// - Returns: the openings.
    func cheapened(_ rolled: BuildOutDraft, isExact: Bool) -> BuildOutSolution {
        if let proven = provenLeastCost { return proven }
        var draft = rolled
        let cover = LeastCostCover(self, asMuchAs: rolled)
        var nodes = isExact || cover.isSmall ? cover.nodes(effort) : 0
        func offer(_ options: [Int]) {
            var rolling = RollingBuildOut(self)
            rolling.run(preferring: options)
            let other = rolling.draft
            if other.capital < draft.capital, reaches(other, asMuchAs: rolled) { draft = other }
        }
        var bound: Int64 = 0
        if !cover.needs.isEmpty {
            let relaxed = LeastCostProgram(cover, isWhole: false).solved(nodes: 0)
            bound = relaxed.bound
            let choice = choice(of: cover, from: rolled, relaxed: relaxed)
            // A handful of options is soon proven, or bettered.
            if choice.isEnough, choice.options.count <= 5 { nodes = cover.nodes(effort) }
            if choice.isEnough { offer(choice.options) }
            let known = min(draft.capital, choice.isEnough ? choice.cost : .max)
            bound = max(bound, budgetBound(cover, from: bound, to: known))
            if nodes > 0, bound < known {
                let program = LeastCostProgram(cover, isWhole: true, fixed: relaxed.fixed(below: known))
                let answer = program.solved(nodes: nodes, below: known)
                if let options = answer.options { offer(options) }
                // What was fixed, or found nothing cheaper, is known to cost as much as that.
                bound = max(bound, min(known, answer.isEmpty ? known : answer.bound))
            }
        }
        draft.chooseYears()
        bound = min(bound, draft.capital)
        return draft.solution(
            objective: Double(draft.capital), bound: Double(bound),
            isProven: bound == draft.capital && reachesAll(draft))
    }

    /// A bound by the covering problem under a budget, of the need that asks for most rows.
    private func budgetBound(_ cover: LeastCostCover, from least: Int64, to known: Int64) -> Int64 {
        guard known < .max, least < known,
            let need = cover.needs.max(by: { $0.terms.count < $1.terms.count }), need.terms.count > 1
        else { return least }
        var budget = CoverBudget(cover, need: need)
        return budget.bound(from: least, to: known, unit: cover.unit, steps: 200)
    }

    /// A cheap choice of options, from openings that are known and from what a relaxation takes in large parts.
    private func choice(
        of cover: LeastCostCover, from draft: BuildOutDraft, relaxed: LeastCostProgram.Answer
    ) -> LeastCostChoice {
        var best = LeastCostChoice(cover)
        for option in options.indices where draft.isTaken(option) { best.take(option) }
        best.dropNeedless()
        guard let parts = relaxed.parts else { return best }
        for share in [0.99, 0.5, 0.25] {
            var choice = LeastCostChoice(cover)
            for option in parts.indices where parts[option] >= share { choice.take(option) }
            choice.fill(from: parts.indices.filter { parts[$0] > 1e-6 })
            choice.fill(from: Array(parts.indices))
            choice.dropNeedless()
            if choice.isEnough, choice.cost < best.cost || !best.isEnough { best = choice }
        }
        // A step looks at more rows where each option serves more.
        let entries = cover.rows.reduce(0) { $0 + $1.count }
        let steps = min(20_000, 40 * options.count, 840_000_000 / max(1, entries))
        best.shake(steps: steps, downTo: relaxed.bound)
        return best
    }

    /// Whether openings reach as much of every goal as others in the years that count.
    private func reaches(_ draft: BuildOutDraft, asMuchAs other: BuildOutDraft) -> Bool {
        goals.indices.allSatisfy { goal in
            (goals[goal].due..<max(goals[goal].due, years)).allSatisfy { year in
                draft.deficit(ofGoal: goal, in: year) <= max(0, other.deficit(ofGoal: goal, in: year))
            }
        }
    }

    /// Whether openings meet every goal, or reach all of it that options could reach together.
    private func reachesAll(_ draft: BuildOutDraft) -> Bool {
        goals.indices.allSatisfy { goal in
            (goals[goal].due..<max(goals[goal].due, years)).allSatisfy { year in
                let lacking = draft.deficit(ofGoal: goal, in: year)
                guard lacking > 0 else { return true }
                let progress = draft.goals[goal]
                return progress.servers.indices.allSatisfy { row in
                    progress.servedFrom[row] <= year || goals[goal].cover.weights[year][row] == 0
                        || progress.servers[row].allSatisfy { options[Int($0)].first > year }
                }
            }
        }
    }
}
