extension BuildOutProblem {
    /// Openings where sites turn people away.
    ///
    /// - Parameters:
    ///   - service: the sites and what they can serve.
    ///   - isExact: whether CBC is asked where the problem is small.
    /// - Returns: the openings; the objective is who is served beyond what stands.
    func solvedLimited(_ service: LimitedService, isExact: Bool) -> BuildOutSolution {
        var goalsOnly = RollingBuildOut(goalsOf: self)
        goalsOnly.run()
        let fixed = goalsOnly.draft
        var rolling = LimitedBuildOut(self, service: service, fixed: fixed)
        rolling.run()
        var (draft, found) = (rolling.draft, rolling.value)
        // The bound asks of every option what it adds where nobody else is.
        var apart = self
        apart.service = service.apart
        let worth = ServiceValue(apart.service, discount: discount)
        var loose = BuildOutDraft(apart)
        for opening in fixed.openings { loose.take(opening.option, in: opening.year, for: opening.purpose) }
        // Who is served without any option counts for none.
        let standing = (0..<years).reduce((sum: 0.0, factor: 1.0)) { so, year in
            (so.sum + so.factor * SiteFlow(service, year: year).served, so.factor * discount)
        }.sum
        let reached = (reachBound(of: service) - standing) * (1 + 1e-12)
        var bound = min(apart.bound(known: found, value: worth, fixed: loose), max(found, reached))
        let size = service.sites.reduce(0) { $0 + $1.rows.count } * years
        if isExact, bound > found + 1e-9, size <= Self.programSize, effort.nodes > 0 {
            let answer = BuildOutProgram(self, limited: service, fixed: fixed)
                .solved(nodes: effort.nodes * 50)
            if let openedIn = answer.openedIn {
                let other = take(openedIn, over: fixed)
                let value = LimitedBuildOut.value(of: other, problem: self, service: service)
                if value > found { (draft, found) = (other, value) }
            }
            bound = max(found, min(bound, -answer.bound - standing))
            if answer.isComplete, bound - found <= 1e-6 * max(1, found + standing) { bound = found }
        }
        return draft.solution(
            objective: found, bound: bound, isProven: bound - found <= 1e-9 * max(1, abs(found)))
    }

    /// What is served at most: everybody whom a site reaches that has any capacity in the year.
    private func reachBound(of service: LimitedService) -> Double {
        var (sum, factor) = (0.0, 1.0)
        for year in 0..<years {
            var serves = service.sites.map { $0.capacity[year] > 0 }
            for (option, addition) in service.additions.enumerated() {
                guard let addition, addition.capacity[year] > 0, options[option].first <= year else {
                    continue
                }
                serves[addition.site] = true
            }
            var isReached = [Bool](repeating: false, count: service.weights[year].count)
            for (site, places) in service.sites.enumerated() where serves[site] {
                for row in places.rows { isReached[Int(row)] = true }
            }
            let most = zip(service.weights[year], isReached).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
            sum += factor * most
            factor *= discount
        }
        return sum
    }
}
