import Siting
import TestWorlds
import Testing

/// Frontiers: by hand, against brute force over every limit, and what must hold of each.
@Suite struct FrontierTests {
    /// A serves 10 + 6 for 3 million, B 6 + 5 for 2, C 5 + 4 for 2, D 10 for 1; E stands and serves 1.
    private static let table = SitingTable(
        demands: [10, 6, 5, 4, 1].enumerated().map { .init(id: "d\($0)", weight: $1) },
        candidates: [
            .init(id: "A", cost: 3_000_000), .init(id: "B", cost: 2_000_000), .init(id: "C", cost: 2_000_000),
            .init(id: "D", cost: 1_000_000), .init(id: "E", state: .existing),
        ],
        pairs: [(0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (3, 2), (0, 3), (4, 4)].map {
            .init(demand: $0, candidate: $1, distance: 1)
        })

    @Test func moreSites() throws {
        let frontier = try SitingProblem(.mclp, Self.table).frontier(.sites(upTo: 4))
        // Nothing; A; A and C; A, C and any other.
        #expect(frontier.points.map(\.p) == [0, 1, 2, 3, 4])
        #expect(frontier.points.map(\.served) == [1, 17, 26, 26, 26])
        #expect(frontier.points.map(\.bound) == [1, 17, 26, 26, 26])
        #expect(frontier.points[2].sites == [0, 2] && frontier.points[2].cost == 5_000_000)
        #expect(frontier.demand == 26)
    }

    @Test func theNextMillion() throws {
        let frontier = try SitingProblem(.mclp, Self.table)
            .frontier(.money(upTo: 5_000_000, step: 1_000_000))
        // Nothing; D; D; B and D (21 of 26) for 3; the same; A and C, or B, C and D, for 5.
        #expect(frontier.points.map(\.budget) == [0, 1e6, 2e6, 3e6, 4e6, 5e6])
        #expect(frontier.points.map(\.served) == [1, 11, 12, 22, 22, 26])
        #expect(
            frontier.points.allSatisfy { $0.bound >= $0.served && $0.cost ?? .infinity <= ($0.budget ?? 0) })
    }

    @Test func limitsThatRequiredSitesBreakAreLeftOut() throws {
        let table = Self.table.with(required: [1, 3], excluded: [0])
        let frontier = try SitingProblem(.mclp, table).frontier(.sites(upTo: 3))
        #expect(frontier.points.map(\.p) == [2, 3] && frontier.points.map(\.served) == [22, 26])
        #expect(throws: SitingFailure.requiredBeyondNumber(required: 2, p: 1)) {
            try SitingProblem(.mclp, table).frontier(.sites(upTo: 1))
        }
        #expect(throws: SitingFailure.requiredBeyondBudget(cost: 3_000_000, budget: 2_000_000)) {
            try SitingProblem(.mclp, table).frontier(.money(upTo: 2_000_000, step: 1_000_000))
        }
    }

    /// What is served never exceeds the best of all choices, that never the bound, and nothing falls with the limit.
    @Test func pointsLieAroundTheBestOfAllChoices() throws {
        var (points, best) = (0, 0)
        for seed in 1...100 as ClosedRange<UInt64> {
            let problem = SeededSitingCase(seed: seed, objective: .mclp).problem
            for limits in [SitingFrontier.Limits.sites(upTo: 4), .money(upTo: 20, step: 2.5)] {
                let frontier: SitingFrontier
                do { frontier = try problem.frontier(limits) } catch { continue }
                for (index, point) in frontier.points.enumerated() {
                    var limited = problem
                    (limited.p, limited.budget) = (point.p, point.budget)
                    let value = try #require(BruteForce(problem: limited).best())
                    #expect(point.served <= value + 1e-6 && value <= point.bound + 1e-6, "seed \(seed)")
                    points += 1
                    if abs(point.served - value) < 1e-6 { best += 1 }
                    guard index > 0 else { continue }
                    let before = frontier.points[index - 1]
                    #expect(before.served <= point.served + 1e-9 && before.bound <= point.bound + 1e-9)
                }
                // With a search of its own every point is the best there is, and says so.
                let searched = try problem.frontier(limits, isProven: true)
                for (point, other) in zip(searched.points, frontier.points) {
                    #expect(point.served >= other.served - 1e-9 && point.bound <= other.bound + 1e-9)
                    var limited = problem
                    (limited.p, limited.budget) = (point.p, point.budget)
                    let value = try #require(BruteForce(problem: limited).best())
                    #expect(abs(point.served - value) <= 1e-6, "seed \(seed)")
                    #expect(point.bound <= point.served + 1e-6, "seed \(seed)")
                }
            }
        }
        // So small, nearly every choice is the best of all.
        #expect(points > 800 && Double(best) > 0.99 * Double(points), "\(best) of \(points)")
    }
}
