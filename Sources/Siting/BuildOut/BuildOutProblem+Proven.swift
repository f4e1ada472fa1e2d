extension BuildOutProblem {
    /// How many variables a program may have for CBC to prove it in no time.
    private static let provenSize = 1500

    /// Openings of least cost by one program over all years; nothing where that is too large or not done within the nodes.
    ///
    /// Where goals cannot all be met in their years, as little as can be is lacking, of each goal and year as a share of what it
    /// needs; what lacks as little costs least; of what costs the same the earlier opening.
    var provenLeastCost: BuildOutSolution? {
        guard effort.nodes > 0 else { return nil }
        let nodes = effort.nodes * 50
        let free = BuildOutDraft(self)
        let program = BuildOutProgram(self, value: nil, fixed: free)
        guard (1...Self.provenSize).contains(program.columnCount) else { return nil }
        let met = program.solved(nodes: nodes)
        guard met.isComplete else { return nil }
        if let openedIn = met.openedIn { return draftForGoals(openedIn).lacking > 0 ? nil : proven(openedIn) }
        let most = BuildOutProgram(self, value: nil, fixed: free, shortfall: .least).solved(nodes: nodes)
        guard most.isComplete, let openedIn = most.openedIn else { return nil }
        // What lacks no more than these openings: the program's own sums are not exact.
        let lacking = draftForGoals(openedIn).lacking + 1e-6
        let cheapest = BuildOutProgram(self, value: nil, fixed: free, shortfall: .atMost(lacking))
            .solved(nodes: nodes)
        guard cheapest.isComplete, let openedIn = cheapest.openedIn else { return nil }
        return proven(openedIn)
    }

    private func proven(_ openedIn: [Int]) -> BuildOutSolution {
        var draft = draftForGoals(openedIn)
        draft.chooseYears()
        let cost = Double(draft.capital)
        return draft.solution(objective: cost, bound: cost, isProven: true)
    }
}
