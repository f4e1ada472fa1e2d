/// Openings chosen year by year, each for what it is worth over all years that remain.
///
/// In each year goals come first, by the years from which they are to be reached; what the limits leave serves the
/// objective: a greedy choice by what an option adds, and one by what it adds for its money, each bettered by exchanging
/// one chosen option for another; the better of the two stands.
struct RollingBuildOut {
    private(set) var draft: BuildOutDraft
    private let problem: BuildOutProblem
    /// The order in which goals are tried; those that all options together do not reach in any year come last.
    private let goalOrder: [Int]
    private let isReachable: [Bool]
    private var isOffered: [Bool]
    /// For each stage of the objective what it looks at: everything, or one tenth after the other.
    private var stages: [BuildOutProblem.Stage]

    init(_ problem: BuildOutProblem) {
        self.problem = problem
        draft = BuildOutDraft(problem)
        isOffered = [Bool](repeating: true, count: problem.options.count)
        let most = problem.goals.map { GoalReach($0, problem: problem) }
        let isReachable = most.indices.map { goal in
            (0..<problem.years).contains { most[goal].isWithinReach(in: $0) }
        }
        self.isReachable = isReachable
        goalOrder = problem.goals.indices.sorted { a, b in
            (isReachable[a] ? 0 : 1, problem.goals[a].due, a)
                < (isReachable[b] ? 0 : 1, problem.goals[b].due, b)
        }
        stages = problem.stages
    }

    /// Only what goals need, without what the objective would have.
    init(goalsOf problem: BuildOutProblem) {
        self.init(problem)
        stages = []
    }

    /// Chooses for every year in turn.
    mutating func run() {
        for year in 0..<problem.years {
            for goal in goalOrder { pursue(goal, in: year) }
            for stage in stages.indices { fill(year, for: stages[stage...]) }
        }
        if problem.objective == .lscp { dropWhatIsNotNeeded() }
    }

    /// What goals need, from some options in any year; others only where these are not enough.
    mutating func run(preferring options: [Int]) {
        isOffered = [Bool](repeating: false, count: isOffered.count)
        for option in options { isOffered[option] = true }
        for year in 0..<problem.years { for goal in goalOrder { pursue(goal, in: year) } }
        isOffered = [Bool](repeating: true, count: isOffered.count)
        run()
    }

    /// Takes options for a goal until it is met.
    private mutating func pursue(_ goal: Int, in year: Int) {
        // What cannot be reached is no reason to leave everything else undone.
        guard isReachable[goal] || problem.objective == .targets || problem.objective == .lscp else { return }
        // Who only pays looks ahead to the year that counts; who wants it soon, to this one.
        let seen = problem.objective == .lscp ? max(year, problem.goals[goal].due) : year
        while true {
            let deficit = draft.deficit(ofGoal: goal, in: seen)
            guard deficit > 0 else { return }
            var best: (option: Int, score: Double, gain: Double)?
            for option in problem.options.indices
            where isOffered[option] && draft.allows(option, in: year) {
                let gain = min(deficit, draft.goals[goal].gain(of: option, in: seen))
                guard gain > 0 else { continue }
                let score = gain / price(of: option, in: year)
                if let known = best, known.score >= score { continue }
                best = (option, score, gain)
            }
            guard let best else { return }
            draft.take(best.option, in: year, for: .goal(goal))
        }
    }

    /// What an option's gain is held against: its cost where least cost is wanted, what it takes from the budget
    /// where there is one, else nothing.
    private func price(of option: Int, in year: Int) -> Double {
        let candidate = problem.options[option]
        if problem.objective == .lscp { return Double(max(1, candidate.capital)) }
        guard problem.limits.budget != nil else { return 1 }
        return Double(max(1, candidate.charge(openedIn: year)))
    }

    /// Fills what is left of a year for the first of some stages; those after it decide between what it takes for the same.
    private mutating func fill(_ year: Int, for stages: ArraySlice<BuildOutProblem.Stage>) {
        var best = filled(year, for: stages, isForMoney: false)
        if problem.limits.budget != nil {
            let other = filled(year, for: stages, isForMoney: true)
            for stage in stages {
                let worth = stage.value.total(other.service.servedFrom)
                let known = stage.value.total(best.service.servedFrom)
                guard worth == known else {
                    if worth > known { best = other }
                    break
                }
            }
        }
        draft = best
    }

    private func filled(
        _ year: Int, for stages: ArraySlice<BuildOutProblem.Stage>, isForMoney: Bool
    ) -> BuildOutDraft {
        var draft = draft
        guard let (value, tenth) = stages.first else { return draft }
        let then = stages.dropFirst().map(\.value)[...]
        let purpose = BuildOutSolution.Purpose.objective(tenth: tenth)
        func best() -> (option: Int, gain: Double)? {
            var best: (option: Int, gain: Double, score: Double)?
            for option in problem.options.indices where draft.allows(option, in: year) {
                let gain = draft.service.gain(of: option, from: year, by: value)
                guard gain > 1e-9 else { continue }
                let score = isForMoney ? gain / price(of: option, in: year) : gain
                if let known = best {
                    guard score >= known.score else { continue }
                    let isTie = score == known.score
                    if isTie, !draft.service.isBetter((option, year), than: (known.option, year), by: then) {
                        continue
                    }
                }
                best = (option, gain, score)
            }
            return best.map { ($0.option, $0.gain) }
        }
        for _ in 0..<4 {
            while let found = best() { draft.take(found.option, in: year, for: purpose) }
            var isBettered = false
            for option in problem.options.indices
            where draft.openedIn[option] == year && draft.purposes[option] == purpose {
                draft.drop(option)
                let own = draft.service.gain(of: option, from: year, by: value)
                var other = option
                var most = own * (1 + 1e-12)
                for candidate in problem.options.indices where draft.allows(candidate, in: year) {
                    let gain = draft.service.gain(of: candidate, from: year, by: value)
                    let isTie = gain == own && !then.isEmpty && (other == option || gain == most)
                    if gain > most
                        || (isTie
                            && draft.service.isBetter((candidate, year), than: (other, year), by: then))
                    {
                        (other, most) = (candidate, max(gain, most))
                    }
                }
                draft.take(other, in: year, for: purpose)
                if other != option { isBettered = true }
            }
            guard isBettered else { break }
        }
        return draft
    }

    /// Takes back, the dearest first, what goals do not need after all.
    private mutating func dropWhatIsNotNeeded() {
        let taken = problem.options.indices.filter { draft.isTaken($0) }.sorted { a, b in
            (problem.options[b].capital, a) < (problem.options[a].capital, b)
        }
        for option in taken {
            let (year, purpose) = (draft.openedIn[option], draft.purposes[option])
            let before = unmet
            draft.drop(option)
            if unmet > before, let purpose { draft.take(option, in: year, for: purpose) }
        }
    }

    /// What all goals together lack in the years from which they are to be met.
    private var unmet: Double {
        problem.goals.indices.reduce(0) { sum, goal in
            (problem.goals[goal].due..<max(problem.goals[goal].due, problem.years)).reduce(sum) {
                $0 + max(0, draft.deficit(ofGoal: goal, in: $1))
            }
        }
    }
}
