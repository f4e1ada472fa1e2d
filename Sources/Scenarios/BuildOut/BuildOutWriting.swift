internal import Coverage
internal import Places
internal import Policy
internal import Siting
internal import WalkNetwork

/// A build-out written as a problem over years, and its solution as entries of a programme.
struct BuildOutWriting {
    let wish: YearlyBuildOut
    /// The candidates that can be chosen.
    let offers: [BuildOutOffer]
    /// Where each of them joins the streets, where there are any.
    let attachments: [Attachment?]
    private let options: [BuildOutOption]
    private let pack: PolicyPack
    private let states: [YearState]
    private let withoutCost: Int

    /// Prices the offers; where money counts, those of which nobody states the cost are left out.
    init(
        _ wish: YearlyBuildOut, offers: [BuildOutOffer], attachments: [Attachment?], pack: PolicyPack,
        states: [YearState]
    ) {
        (self.wish, self.pack, self.states) = (wish, pack, states)
        let needsCost = wish.budget != nil || wish.objective == .lscp
        var (kept, options, withoutCost) = ([BuildOutOffer](), [BuildOutOption](), 0)
        var keptAttachments: [Attachment?] = []
        let ids = states.first?.study.candidates.map(\.id) ?? []
        for (index, offer) in offers.enumerated() {
            let money = states.map { offer.money(in: $0.year, pack: pack, end: $0.end) }
            let capital = money.first.flatMap { $0?.capital }
            if needsCost, capital == nil {
                withoutCost += 1
                continue
            }
            let ofPurse = wish.pays == .subsidies
            kept.append(offer)
            if !attachments.isEmpty { keptAttachments.append(attachments[index]) }
            options.append(
                BuildOutOption(
                    id: ids[offer.candidate], capital: hundredths(capital),
                    once: money.map { hundredths(ofPurse ? $0?.subsidyOnce : $0?.capital) },
                    yearly: money.map { ofPurse ? hundredths($0?.subsidyYearly) : 0 },
                    first: states.firstIndex { $0.year >= offer.earliest ?? $0.year } ?? states.count,
                    group: offer.upgraded, years: states.count))
        }
        (self.offers, self.options, self.withoutCost) = (kept, options, withoutCost)
        self.attachments = keptAttachments
    }

    /// Chooses, and says what was chosen.
    func decided(on ground: BuildOutGround) async -> (entries: [ProgrammeEntry], outcome: BuildOutOutcome) {
        let rule = ReachRule(
            wish.within, standard: ground.ground.standard, hasStreets: ground.ground.network != nil)
        let people = states.map { ground.weights($0, weight) }
        let covered = states.map { ground.covered($0.coverage, within: rule) }
        let standard = ground.ground.standard
        let selector = rule.isWalked ? standard.walkSelector : standard.straightSelector
        let rows = zip(await ground.rows(within: rule), offers).map { selector.counts($1.after) ? $0 : [] }
        let service = YearlyCover(
            weights: zip(people, covered).map { zip($0, $1).map { $1 ? 0 : $0 } }, rows: rows)
        var targets = BuildOutTargets(ground)
        var goals: [(goal: BuildOutGoal, purpose: BuildOutChoice.Purpose, scope: String)] = []
        for target in wished {
            goals += await targets.goals(of: target).map {
                ($0.goal, .target(target.id), $0.scope.identifier)
            }
        }
        let city = ground.plan.study.name
        let shares = shareGoals(service, people: people, covered: covered)
        goals += shares.map { ($0.goal, $0.purpose, city) }
        var limited: LimitedSites?
        if let capacity = wish.capacity {
            limited = await LimitedSites(
                capacity, on: ground, people: people, rows: rows, within: rule, counted: selector)
        }
        let problem = BuildOutProblem(
            wish.objective, years: states.count, options: options, limits: limits, service: service,
            limited: limited?.service, discount: wish.discount,
            tenths: wish.objective == .equity
                ? BuildOutTenths.tenths(
                    of: ground.communities, count: ground.plan.study.communities.count, weights: people[0],
                    covered: covered[0]) : [],
            goals: goals.map(\.goal))
        let solution = problem.solved(wish.method)
        let quality = quality(of: solution)
        let entries = solution.openings.compactMap { opening -> ProgrammeEntry? in
            guard let date = PartialDate(year: states[opening.year].year) else { return nil }
            let offer = offers[opening.option]
            let purpose: BuildOutChoice.Purpose =
                switch opening.purpose {
                case .goal(let index): goals[index].purpose
                case .objective(let tenth): .objective(wish.objective, tenth: tenth.map { $0 + 1 })
                }
            return ProgrammeEntry(
                date: date, action: offer.action, cost: offer.cost, source: wish.source,
                choice: BuildOutChoice(
                    candidate: options[opening.option].id, purpose: purpose, quality: quality))
        }
        let outcome = BuildOutOutcome(
            quality: quality, basis: wish.basis, candidates: options.count, chosen: entries.count,
            withoutCost: withoutCost,
            goals: zip(goals, solution.metFrom).enumerated().map { index, goal in
                .init(
                    purpose: goal.0.purpose, scope: goal.0.scope, due: states[goal.0.goal.due].year,
                    metFrom: goal.1.map { states[$0].year },
                    end: index < goals.count - shares.count
                        ? nil
                        : end(
                            of: shares[index - goals.count + shares.count].share, by: solution, service,
                            people: people, covered: covered))
            }, withoutSize: limited?.withoutSize ?? 0,
            standing: goals.count { $0.goal.unmetYears.isEmpty },
            waits: wish.objective == .lscp && wish.pays == .subsidies)
        return (entries, outcome)
    }

    /// How far a share has come in the last year, and how far it could.
    private func end(
        of share: Double, by solution: BuildOutSolution, _ service: YearlyCover, people: [[Double]],
        covered: [[Bool]]
    ) -> SharesEnd? {
        guard let people = people.last, let standing = covered.last else { return nil }
        let all = people.reduce(0, +)
        guard all > 0 else { return nil }
        func coveredShare(by chosen: [Int]) -> Double {
            var isCovered = standing
            for option in chosen { for row in service.rows[option] { isCovered[Int(row)] = true } }
            return zip(people, isCovered).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } / all
        }
        return SharesEnd(
            asked: share, covered: coveredShare(by: solution.openings.map(\.option)),
            coverable: coveredShare(by: options.indices.filter { options[$0].first < states.count }))
    }

    private func weight(_ place: PlaceDemand) -> Double? {
        wish.basis == .elders ? place.elders : place.households
    }

    /// The targets that come first; where targets are the objective and none is named, all that openings can move.
    private var wished: [Target] {
        if wish.objective == .targets, wish.targets.isEmpty {
            return pack.targets.filter { BuildOutTargets.isMoved($0, in: pack) }
        }
        return wish.targets.compactMap { id in pack.targets.first { $0.id == id } }
    }

    /// The stated shares as goals: from its year on, so much more must be covered than is without.
    private func shareGoals(
        _ service: YearlyCover, people: [[Double]], covered: [[Bool]]
    ) -> [(goal: BuildOutGoal, purpose: BuildOutChoice.Purpose, share: Double)] {
        wish.shares.sorted { $0.key < $1.key }.map { year, share in
            let needed = zip(people, covered).map { people, covered in
                share * people.reduce(0, +) - zip(people, covered).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
            }
            let due = states.firstIndex { $0.year >= year } ?? states.count - 1
            return (
                BuildOutGoal(name: "share", cover: service, needed: needed, due: due),
                .share(year: min(year, states.last?.year ?? year)), share
            )
        }
    }

    private var limits: BuildOutLimits {
        BuildOutLimits(
            perYear: wish.perYear,
            budget: wish.budget.map { budget in states.map { hundredths(budget.yuan(in: $0.year)) } },
            carriesOver: wish.carriesOver)
    }

    private func quality(of solution: BuildOutSolution) -> BuildOutQuality {
        // Money is counted in hundredths of a yuan.
        let factor = wish.objective == .lscp ? 0.01 : 1
        return BuildOutQuality(
            objective: wish.objective, method: wish.method, value: solution.objective * factor,
            bound: solution.bound.isFinite ? solution.bound * factor : nil, isProven: solution.isProven)
    }
}

extension BuildOutProblem {
    /// Solves it by a method.
    fileprivate func solved(_ method: YearlyBuildOut.Method) -> BuildOutSolution {
        switch method {
        case .rolling: solvedRolling()
        case .horizon: solvedHorizon()
        }
    }
}

/// Yuan in hundredths; nothing is nothing.
private func hundredths(_ yuan: ExactDecimal?) -> Int64 {
    yuan.map { Int64((min(max($0.double, -1e14), 1e14) * 100).rounded()) } ?? 0
}
