/// Openings in the making: what is taken when, what limits leave, and how far service and goals have come.
struct BuildOutDraft {
    let problem: BuildOutProblem
    /// For each option the year in which it is taken; the number of years where it is not.
    private(set) var openedIn: [Int]
    private(set) var purposes: [BuildOutSolution.Purpose?]
    private(set) var service: CoverProgress
    private(set) var goals: [CoverProgress]
    private var purse: BuildOutPurse
    /// For each option the others of its group.
    private let rivals: [[Int]]

    init(_ problem: BuildOutProblem) {
        self.problem = problem
        openedIn = [Int](repeating: problem.years, count: problem.options.count)
        purposes = [BuildOutSolution.Purpose?](repeating: nil, count: problem.options.count)
        service = CoverProgress(problem.service, years: problem.years)
        goals = problem.goals.map { CoverProgress($0.cover, years: problem.years) }
        purse = BuildOutPurse(problem.limits, years: problem.years)
        var members: [Int: [Int]] = [:]
        for (index, option) in problem.options.enumerated() {
            if let group = option.group { members[group, default: []].append(index) }
        }
        rivals = problem.options.indices.map { index in
            problem.options[index].group.flatMap { members[$0] }?.filter { $0 != index } ?? []
        }
    }

    func isTaken(_ option: Int) -> Bool { openedIn[option] < problem.years }

    /// Whether an option may stand in a year: it has come by then, and nothing of its group is taken.
    func isPossible(_ option: Int, by year: Int) -> Bool {
        problem.options[option].first <= year && rivals[option].allSatisfy { !isTaken($0) }
    }

    /// Whether an option can be taken in a year, of its group and of what limits leave.
    func allows(_ option: Int, in year: Int) -> Bool {
        !isTaken(option) && rivals[option].allSatisfy { !isTaken($0) }
            && purse.allows(problem.options[option], in: year)
    }

    mutating func take(_ option: Int, in year: Int, for purpose: BuildOutSolution.Purpose) {
        openedIn[option] = year
        purposes[option] = purpose
        purse.take(problem.options[option], in: year)
        service.open(option, in: year)
        for goal in goals.indices { goals[goal].open(option, in: year) }
    }

    mutating func drop(_ option: Int) {
        let year = openedIn[option]
        openedIn[option] = problem.years
        purposes[option] = nil
        purse.giveBack(problem.options[option], in: year)
        service.close(option, openedIn: openedIn)
        for goal in goals.indices { goals[goal].close(option, openedIn: openedIn) }
    }

    /// Moves every opening to the year that costs least to run from, goals being reached as far as before: as soon as there is
    /// room for it, or, where the money pays for running, as late as goals let it.
    mutating func chooseYears() {
        let runs = problem.options.contains { $0.yearly.contains { $0 != 0 } }
        bringForward()
        guard runs else { return }
        for opening in openings.reversed() {
            let option = problem.options[opening.option]
            let most = shortfalls.map { $0.map { $0 + 1e-9 } }
            func lacks(_ goal: Int) -> Bool { zip(shortfalls[goal], most[goal]).contains { $0 > $1 } }
            drop(opening.option)
            let needing = problem.goals.indices.filter(lacks)
            var (best, least) = (opening.year, option.charge(openedIn: opening.year))
            for year in option.first..<problem.years where option.charge(openedIn: year) < least {
                guard allows(opening.option, in: year) else { continue }
                take(opening.option, in: year, for: opening.purpose)
                if !problem.goals.indices.contains(where: lacks) {
                    (best, least) = (year, option.charge(openedIn: year))
                }
                drop(opening.option)
            }
            // The opening is for the first goal from then on that would lack something without it.
            let first = needing.filter { problem.goals[$0].due >= best }
                .min { problem.goals[$0].due < problem.goals[$1].due }
            take(opening.option, in: best, for: first.map { .goal($0) } ?? opening.purpose)
        }
    }

    /// What each goal lacks in each year from its own on.
    private var shortfalls: [[Double]] {
        problem.goals.indices.map { goal in
            (problem.goals[goal].due..<max(problem.goals[goal].due, problem.years)).map {
                max(0, deficit(ofGoal: goal, in: $0))
            }
        }
    }

    /// Moves every opening to the first year that has room for it: it costs the same and serves for longer.
    private mutating func bringForward() {
        for opening in openings {
            drop(opening.option)
            let first = (0..<opening.year).first { allows(opening.option, in: $0) }
            take(opening.option, in: first ?? opening.year, for: opening.purpose)
        }
    }

    /// What a goal lacks in a year; 0 or less where it is met.
    func deficit(ofGoal goal: Int, in year: Int) -> Double {
        problem.goals[goal].asked(in: year) - goals[goal].value(in: year)
    }

    /// What goals lack from their years on, of each year the share of what it needs.
    var lacking: Double {
        problem.goals.indices.reduce(0) { sum, index in
            let goal = problem.goals[index]
            return (goal.due..<max(goal.due, problem.years)).reduce(sum) {
                $0 + max(0, deficit(ofGoal: index, in: $1)) / max(1e-9, goal.needed[$1])
            }
        }
    }

    /// What the taken options cost in all, hundredths of a yuan.
    var capital: Int64 {
        openedIn.indices.reduce(0) { $0 + (isTaken($1) ? problem.options[$1].capital : 0) }
    }

    /// In how many years goals are met that nothing meets without openings, each goal for itself.
    var goalYears: Int {
        problem.goals.indices.reduce(0) { sum, goal in
            sum + problem.goals[goal].unmetYears.count { deficit(ofGoal: goal, in: $0) <= 0 }
        }
    }

    var openings: [BuildOutSolution.Opening] {
        openedIn.indices.compactMap { option in
            purposes[option].map { .init(option: option, year: openedIn[option], purpose: $0) }
        }.sorted { ($0.year, $0.option) < ($1.year, $1.option) }
    }

    /// The solution that the openings are without those that nobody needs, once it is known what can be.
    func solution(objective: Double, bound: Double, isProven: Bool) -> BuildOutSolution {
        var draft = self
        draft.dropNeedless()
        let objective = problem.objective == .lscp ? Double(draft.capital) : objective
        return BuildOutSolution(
            openings: draft.openings, objective: objective,
            bound: isProven ? objective : problem.objective == .lscp ? min(bound, objective) : bound,
            isProven: isProven,
            metFrom: problem.goals.indices.map { goal in
                let missed = (0..<problem.years).last { draft.deficit(ofGoal: goal, in: $0) > 0 }
                guard let missed else { return 0 }
                return missed + 1 < problem.years ? missed + 1 : nil
            })
    }
}
