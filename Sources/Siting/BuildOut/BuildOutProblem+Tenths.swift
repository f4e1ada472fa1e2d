/// Equity: the worst-served tenth first, then the next.
extension BuildOutProblem {
    /// What the objective looks at, one after the other: everything, or one tenth and then the next.
    typealias Stage = (value: ServiceValue, tenth: Int?)

    /// How many variables a program may have for CBC to break ties between plans.
    private static let tieSize = 1500

    /// The stages of the objective; those of goals and of least cost have none.
    var stages: [Stage] {
        switch objective {
        case .mclp: [(ServiceValue(service, discount: discount), nil)]
        case .equity:
            Set(tenths).sorted().map { tenth in
                (ServiceValue(service, discount: discount) { tenths[$0] == tenth }, tenth)
            }
        case .targets, .lscp: []
        }
    }

    /// A plan that serves as much of the first tenth as another and more of the next ones, tenth after tenth, by programs that CBC
    /// proves; where those are too large it is the plan itself.
    func tieBroken(_ known: BuildOutDraft, fixed: BuildOutDraft) -> BuildOutDraft {
        let stages = stages
        guard effort.nodes > 0, let first = stages.first else { return known }
        var draft = known
        var kept = [(value: first.value, least: first.value.total(draft.service.servedFrom))]
        for stage in stages.dropFirst() {
            let slack = kept.map { ($0.value, $0.least * (1 - 1e-9) - 1e-6) }
            let program = BuildOutProgram(self, value: stage.value, fixed: fixed, keeping: slack)
            guard program.columnCount <= Self.tieSize else { return draft }
            if let openedIn = program.solved(nodes: effort.nodes * 50).openedIn {
                let other = take(openedIn, over: fixed)
                // The program's own sums are not exact: its answer is looked at with ours.
                let isAsGood = kept.allSatisfy {
                    $0.value.total(other.service.servedFrom) >= $0.least - 1e-9 * max(1, $0.least)
                }
                let worth = stage.value.total(other.service.servedFrom)
                if isAsGood, worth > stage.value.total(draft.service.servedFrom) { draft = other }
            }
            kept.append((stage.value, stage.value.total(draft.service.servedFrom)))
        }
        return draft
    }

    /// Openings in their years, each for the first tenth that it adds anything to.
    func take(_ openedIn: [Int], over fixed: BuildOutDraft) -> BuildOutDraft {
        var draft = fixed
        let stages = stages
        for year in 0..<years {
            for option in options.indices where openedIn[option] == year && draft.allows(option, in: year) {
                let stage = stages.first { draft.service.gain(of: option, from: year, by: $0.value) > 0 }
                draft.take(option, in: year, for: .objective(tenth: stage?.tenth ?? stages.last?.tenth))
            }
        }
        return draft
    }
}
