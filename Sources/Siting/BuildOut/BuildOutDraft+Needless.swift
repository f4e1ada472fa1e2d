/// Openings that limits allow and nobody needs: no search that only looks at the objective minds them.
extension BuildOutDraft {
    /// Takes back, the dearest first, every opening without which nobody loses anything.
    ///
    /// Nobody is served later, and no goal is farther off in any year; where meeting goals is all that is wanted, no year loses
    /// one that is met; where least cost is, only the years from which goals are due count.
    mutating func dropNeedless() {
        let spare = spareOptions.sorted { a, b in
            (problem.options[b].capital, a) < (problem.options[a].capital, b)
        }
        let served = spare.isEmpty ? nil : limitedService
        for option in spare {
            guard let purpose = purposes[option] else { continue }
            let year = openedIn[option]
            drop(option)
            let isMissedByPeople: Bool
            if let served, let now = limitedService {
                isMissedByPeople = now < served - 1e-7
            } else {
                isMissedByPeople = isMissed(option, from: year)
            }
            if isMissedByPeople || goals.indices.contains(where: { isMissed(option, byGoal: $0, from: year) })
            {
                take(option, in: year, for: purpose)
            }
        }
    }

    /// Who is served beyond what stands, where sites turn people away.
    private var limitedService: Double? {
        problem.limited.map { LimitedBuildOut.value(of: self, problem: problem, service: $0) }
    }

    /// The openings that serve nobody whom others do not.
    private var spareOptions: [Int] {
        // What brings money in is needed by what it pays for.
        let taken = problem.options.indices.filter { option in
            let charges = problem.options[option].once + problem.options[option].yearly
            return isTaken(option) && charges.allSatisfy { $0 >= 0 }
        }
        switch problem.objective {
        case .targets, .lscp: return taken
        case .mclp, .equity:
            if let limited = problem.limited {
                return LimitedBuildOut.spare(taken, in: self, problem: problem, service: limited)
            }
            var draft = self
            return taken.filter { option in
                guard let purpose = purposes[option] else { return false }
                let year = openedIn[option]
                draft.drop(option)
                defer { draft.take(option, in: year, for: purpose) }
                return !draft.isMissed(option, from: year)
            }
        }
    }

    /// Whether people are served later, or not at all, without an option that was open from a year on.
    private func isMissed(_ option: Int, from year: Int) -> Bool {
        switch problem.objective {
        case .targets, .lscp: false
        case .mclp, .equity:
            (year..<problem.years).contains { service.gain(of: option, in: $0) > 1e-9 }
        }
    }

    /// Whether a goal is farther off without an option that was open from a year on.
    private func isMissed(_ option: Int, byGoal goal: Int, from year: Int) -> Bool {
        let first = problem.objective == .lscp ? max(year, problem.goals[goal].due) : year
        return (first..<max(first, problem.years)).contains { year in
            let gain = goals[goal].gain(of: option, in: year)
            guard gain > 0 else { return false }
            let lacking = deficit(ofGoal: goal, in: year)
            return lacking > 0 && (problem.objective != .targets || lacking <= gain)
        }
    }
}

extension LimitedBuildOut {
    /// Those of some openings of a draft whose people others have room for, each by itself, in every year.
    static func spare(
        _ taken: [Int], in draft: BuildOutDraft, problem: BuildOutProblem, service: LimitedService
    ) -> [Int] {
        var spare = taken
        for year in 0..<problem.years where !spare.isEmpty {
            var flow = SiteFlow(service, year: year)
            for option in problem.options.indices where draft.openedIn[option] <= year {
                open(option, of: service, in: year, &flow)
            }
            let least = flow.served - 1e-7
            spare.removeAll { option in
                guard draft.openedIn[option] <= year, let addition = service.additions[option],
                    addition.capacity[year] > 0
                else { return false }
                var trial = flow
                _ = trial.close(addition.site)
                trial.grow(addition.site, by: service.sites[addition.site].capacity[year])
                return trial.served < least
            }
        }
        return spare
    }
}
