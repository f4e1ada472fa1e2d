extension BuildOutProblem {
    /// Openings where sites turn people away.
    ///
    /// - Parameters:
    ///   - stated: the sites and what they can serve.
    ///   - isExact: whether CBC is asked where the problem is small.
    /// - Returns: the openings; the objective is who is served beyond what stands.
    func solvedLimited(_ stated: LimitedService, isExact: Bool) -> BuildOutSolution {
        let service = stated.merged
        var goalsOnly = RollingBuildOut(goalsOf: self)
        goalsOnly.run()
        let fixed = goalsOnly.draft
        var best = LimitedBuildOut(self, service: service, fixed: fixed)
        best.run()
        let (sum, selections) = yearlyBound(of: service, around: best, fixed: fixed)
        let standing = total(best.standing)
        var bound = min(sum - standing, apartBound(of: service, known: best.value, fixed: fixed))
        // What is worth most in one year is a choice for all of them, opened one after the other.
        for options in selections where bound > best.value * (1 + 1e-9) {
            var other = LimitedBuildOut(self, service: service, fixed: fixed)
            other.run(preferring: options)
            if other.value > best.value { best = other }
        }
        var (draft, found) = (best.draft, best.value)
        bound = max(bound, found)
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

    /// A sum over the years, each as discounted.
    private func total(_ served: [Double]) -> Double {
        served.reduce((sum: 0.0, factor: 1.0)) { ($0.sum + $0.factor * $1, $0.factor * discount) }.sum
    }

    /// What is served at most over the years, who is served without any option among them, and for some years what would be
    /// worth most then.
    private func yearlyBound(
        of service: LimitedService, around known: LimitedBuildOut, fixed: BuildOutDraft
    ) -> (sum: Double, selections: [[Int]]) {
        let visits = max(1, service.sites.reduce(0) { $0 + $1.rows.count })
        let steps = max(60, min(300, 1_200_000_000 / (visits * years)))
        let searched = Set((1...6).map { $0 * (years - 1) / 6 })
        var (bounds, selections) = ([Double](), [[Int]]())
        for year in 0..<years {
            let limited = LimitedYear(year, of: self, service: service, fixed: fixed)
            let (most, options) = limited.most(
                known: known.served[year], steps: steps, isSearched: searched.contains(year))
            bounds.append(max(most, known.served[year]))
            if !options.isEmpty { selections.append(options) }
        }
        return (total(bounds) * (1 + 1e-12), selections)
    }

    /// What options add at most, each as if nobody else were there.
    private func apartBound(of service: LimitedService, known: Double, fixed: BuildOutDraft) -> Double {
        var apart = self
        apart.service = service.apart
        var loose = BuildOutDraft(apart)
        for opening in fixed.openings { loose.take(opening.option, in: opening.year, for: opening.purpose) }
        return apart.bound(
            known: known, value: ServiceValue(apart.service, discount: discount), fixed: loose)
    }
}
