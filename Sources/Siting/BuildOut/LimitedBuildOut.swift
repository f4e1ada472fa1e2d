/// Openings chosen year by year where sites turn people away: in each year what adds most served people of that year, or most
/// for its money, whichever of the two serves more.
struct LimitedBuildOut {
    private let problem: BuildOutProblem
    private let service: LimitedService
    /// What each option could add at most in each year if nobody else were there.
    private let ceilings: [[Double]]
    private(set) var draft: BuildOutDraft
    /// How many are served beyond what stands, each year as discounted.
    private(set) var value = 0.0
    /// How many are served in each year, and how many by what stands alone.
    private(set) var served: [Double] = []
    private(set) var standing: [Double] = []

    init(_ problem: BuildOutProblem, service: LimitedService, fixed: BuildOutDraft) {
        self.problem = problem
        self.service = service
        ceilings = service.apart.weights
        draft = fixed
    }

    /// Chooses for every year in turn.
    ///
    /// - Parameter some: options that come first, each in the first year that has room for it; empty: none do.
    mutating func run(preferring some: [Int] = []) {
        (value, served, standing) = (0, [], [])
        var factor = 1.0
        let isPreferred = Set(some)
        for year in 0..<problem.years {
            let base = SiteFlow(service, year: year)
            var flow = base
            for option in problem.options.indices where draft.isTaken(option) {
                Self.open(option, of: service, in: year, &flow)
            }
            if !some.isEmpty { choose(in: year, &flow) { isPreferred.contains($0) } }
            choose(in: year, &flow) { _ in true }
            served.append(flow.served)
            standing.append(base.served)
            value += factor * (flow.served - base.served)
            factor *= problem.discount
        }
    }

    /// Fills what is left of a year with some of the options.
    private mutating func choose(in year: Int, _ flow: inout SiteFlow, among isOffered: (Int) -> Bool) {
        let start = flow
        var best = filled(year, from: start, isForMoney: false, among: isOffered)
        if problem.limits.budget != nil {
            let other = filled(year, from: start, isForMoney: true, among: isOffered)
            if other.flow.served > best.flow.served + 1e-9 { best = other }
        }
        (draft, flow) = best
    }

    /// What some openings serve beyond what stands.
    static func value(of draft: BuildOutDraft, problem: BuildOutProblem, service: LimitedService) -> Double {
        var (sum, factor) = (0.0, 1.0)
        for year in 0..<problem.years {
            let base = SiteFlow(service, year: year)
            var flow = base
            for option in problem.options.indices where draft.openedIn[option] <= year {
                open(option, of: service, in: year, &flow)
            }
            sum += factor * (flow.served - base.served)
            factor *= problem.discount
        }
        return sum
    }

    static func open(_ option: Int, of service: LimitedService, in year: Int, _ flow: inout SiteFlow) {
        guard let addition = service.additions[option] else { return }
        flow.grow(addition.site, by: addition.capacity[year])
    }

    /// Takes what adds most, again and again.
    ///
    /// What an option adds only falls as others are taken, so one whose sum of last
    /// time is not enough is not tried anew (Minoux 1978).
    private func filled(
        _ year: Int, from standing: SiteFlow, isForMoney: Bool, among isOffered: (Int) -> Bool
    ) -> (draft: BuildOutDraft, flow: SiteFlow) {
        var (draft, flow) = (self.draft, standing)
        let ceilings = ceilings[year]
        var known = problem.options.indices.map { option -> (score: Double, isExact: Bool) in
            (isOffered(option) ? ceilings[option] / price(of: option, in: year, isForMoney) : 0, false)
        }
        while true {
            var best: Int?
            for option in problem.options.indices
            where known[option].score > 1e-12 && draft.allows(option, in: year) {
                if let so = best, known[so].score >= known[option].score { continue }
                best = option
            }
            guard let best else { return (draft, flow) }
            if known[best].isExact {
                Self.open(best, of: service, in: year, &flow)
                draft.take(best, in: year, for: .objective(tenth: nil))
                for option in known.indices { known[option].isExact = false }
                continue
            }
            var trial = flow
            Self.open(best, of: service, in: year, &trial)
            let gain = trial.served - flow.served
            known[best] = (gain > 1e-6 ? gain / price(of: best, in: year, isForMoney) : 0, true)
        }
    }

    private func price(of option: Int, in year: Int, _ isForMoney: Bool) -> Double {
        isForMoney ? Double(max(1, problem.options[option].charge(openedIn: year))) : 1
    }
}
