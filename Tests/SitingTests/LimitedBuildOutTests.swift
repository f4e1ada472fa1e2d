import Siting
import TestWorlds
import Testing

/// Build-outs with capacities and upgrades: worked by hand, and small ones against all ways to take options tried one by one.
@Suite struct LimitedBuildOutTests {
    /// A standing site for 10 reaches rows of 8 and 6; it serves 10 of the 14.
    ///
    /// Over two years, one action a year: an upgrade to 20
    /// adds 4; a new site for 5 reaches the second row and a third of 9, and adds 5 (of the third row alone).
    private static func problem(perYear: Int = 1) -> BuildOutProblem {
        let service = LimitedService(
            weights: [[8, 6, 9], [8, 6, 9]],
            sites: [
                .init(rows: [0, 1], capacity: [10, 10]), .init(rows: [1, 2], capacity: [0, 0]),
            ],
            additions: [.init(site: 0, capacity: [10, 10]), .init(site: 1, capacity: [5, 5])])
        return BuildOutProblem(
            .mclp, years: 2,
            options: [
                BuildOutOption(id: "upgrade", capital: 300, years: 2),
                BuildOutOption(id: "new", capital: 400, years: 2),
            ], limits: BuildOutLimits(perYear: perYear),
            service: YearlyCover(weights: [[], []], rows: [[], []]),
            limited: service)
    }

    @Test func byHand() {
        let rolled = Self.problem().solvedRolling()
        #expect(rolled.openings.map { "\($0.option) \($0.year)" } == ["1 0", "0 1"])
        // 5, then 5 and 4.
        #expect(rolled.objective == 14)
        let horizon = Self.problem().solvedHorizon()
        #expect(horizon.objective == 14)
        #expect(horizon.isProven)
        #expect(Self.problem(perYear: 2).solvedHorizon().objective == 18)
    }

    /// Two sites of 100 places each reach the same 10 people: whatever each could add alone, 10 a year are all there are.
    @Test func theBoundKnowsWhomSitesReach() {
        let service = LimitedService(
            weights: [[10], [10]],
            sites: [.init(rows: [0], capacity: [0, 0]), .init(rows: [0], capacity: [0, 0])],
            additions: [.init(site: 0, capacity: [100, 100]), .init(site: 1, capacity: [100, 100])])
        let problem = BuildOutProblem(
            .mclp, years: 2,
            options: ["a", "b"].map { BuildOutOption(id: $0, capital: 100, years: 2) },
            limits: BuildOutLimits(perYear: 2), service: YearlyCover(weights: [[], []], rows: [[], []]),
            limited: service)
        let found = problem.solvedRolling()
        #expect(found.objective == 20 && found.bound < 20.000001 && found.isProven)
    }

    @Test func againstAllChoices() {
        var (best, found, upgrades) = (0.0, 0.0, 0)
        for seed in UInt64(0)..<250 {
            let problem = Self.seeded(seed)
            let most = LimitedBruteForce(problem: problem).best()
            let horizon = problem.solvedHorizon()
            #expect(abs(horizon.objective - most) <= 1e-6, "seed \(seed): \(horizon.objective) for \(most)")
            #expect(horizon.bound >= most - 1e-6, "seed \(seed)")
            #expect(horizon.isProven, "seed \(seed)")
            let rolled = problem.solvedRolling()
            #expect(rolled.objective <= most + 1e-6 && rolled.bound >= most - 1e-6, "seed \(seed)")
            for solution in [horizon, rolled] {
                var choice = [Int](repeating: problem.years, count: problem.options.count)
                for opening in solution.openings { choice[opening.option] = opening.year }
                #expect(BuildOutBruteForce(problem: problem).keepsLimits(choice), "seed \(seed)")
                let value = LimitedBruteForce(problem: problem).value(of: choice)
                #expect(abs(value - solution.objective) <= 1e-6, "seed \(seed)")
            }
            best += most
            found += rolled.objective
            upgrades += horizon.openings.count { problem.options[$0.option].group != nil }
        }
        #expect(found >= 0.9 * best, "\(found) of \(best)")
        #expect(upgrades > 25)
    }

    /// A small problem: two standing sites, upgrades of them (several to choose from), new sites, growing demand, limits.
    private static func seeded(_ seed: UInt64) -> BuildOutProblem {
        var generator = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { generator.int(in: range) }
        let (years, rows, optionCount) = (draw(1...3), draw(3...6), draw(2...5))
        func reached() -> [Int32] { (0..<rows).filter { _ in draw(0...9) < 5 }.map { Int32($0) } }
        let base = (0..<rows).map { _ in draw(0...12) }
        let weights = (0..<years).map { year in base.map { Double($0 + year * draw(0...2)) } }
        var sites = (0..<2).map { _ in
            LimitedService.Site(
                rows: reached(), capacity: [Double](repeating: Double(draw(0...15)), count: years))
        }
        var (additions, options) = ([LimitedService.Addition?](), [BuildOutOption]())
        for index in 0..<optionCount {
            let upgraded = draw(0...1) == 0 ? draw(0...1) : nil
            if upgraded == nil {
                sites.append(.init(rows: reached(), capacity: [Double](repeating: 0, count: years)))
            }
            additions.append(
                .init(
                    site: upgraded ?? sites.count - 1,
                    capacity: [Double](repeating: Double(draw(1...15)), count: years)))
            options.append(
                BuildOutOption(
                    id: "c\(index)", capital: Int64(draw(1...9) * 100), first: draw(0...4) == 0 ? 1 : 0,
                    group: upgraded, years: years))
        }
        let kind = draw(0...2)
        return BuildOutProblem(
            .mclp, years: years, options: options,
            limits: BuildOutLimits(
                perYear: kind == 1 ? nil : draw(1...2),
                budget: kind == 0 ? nil : (0..<years).map { _ in Int64(draw(0...12) * 100) },
                carriesOver: draw(0...1) == 1),
            service: YearlyCover(
                weights: weights.map { $0.map { _ in 0 } }, rows: options.map { _ in [] }),
            limited: LimitedService(weights: weights, sites: sites, additions: additions),
            discount: draw(0...1) == 0 ? 1 : 0.9)
    }
}

/// The best of all ways to take options, what sites serve being a largest flow, a person at a time.
private struct LimitedBruteForce {
    let problem: BuildOutProblem

    func best() -> Double {
        let force = BuildOutBruteForce(problem: problem)
        var best = 0.0
        var choice = [Int](repeating: 0, count: problem.options.count)
        while true {
            if force.keepsLimits(choice) { best = max(best, value(of: choice)) }
            var position = 0
            while position < choice.count, choice[position] == problem.years {
                choice[position] = 0
                position += 1
            }
            guard position < choice.count else { return best }
            choice[position] += 1
        }
    }

    func value(of choice: [Int]) -> Double {
        var (sum, factor) = (0.0, 1.0)
        let none = choice.map { _ in problem.years }
        for year in 0..<problem.years {
            sum += factor * Double(served(choice, year) - served(none, year))
            factor *= problem.discount
        }
        return sum
    }

    private func served(_ choice: [Int], _ year: Int) -> Int {
        guard let service = problem.limited else { return 0 }
        var room = service.sites.map { Int($0.capacity[year]) }
        for (option, addition) in service.additions.enumerated() where choice[option] <= year {
            if let addition { room[addition.site] += Int(addition.capacity[year]) }
        }
        // Each person asks for a place; whoever holds it may be moved elsewhere (Kuhn's method).
        var guests = service.sites.map { _ in [Int]() }
        func seat(_ row: Int, _ tried: inout Set<Int>) -> Bool {
            for (site, places) in service.sites.enumerated()
            where places.rows.contains(Int32(row)) && tried.insert(site).inserted {
                if guests[site].count < room[site] {
                    guests[site].append(row)
                    return true
                }
                for (position, guest) in guests[site].enumerated() {
                    if seat(guest, &tried) {
                        guests[site][position] = row
                        return true
                    }
                }
            }
            return false
        }
        var count = 0
        for (row, people) in service.weights[year].enumerated() {
            for _ in 0..<Int(people) {
                var tried: Set<Int> = []
                if seat(row, &tried) { count += 1 }
            }
        }
        return count
    }
}
