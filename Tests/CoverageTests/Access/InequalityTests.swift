import Coverage
import TestWorlds
import Testing

/// Measures of inequality by hand and by numpy.
struct InequalityTests {
    private let ones = [1.0, 1, 1, 1]

    /// Half the mean absolute difference over the mean.
    ///
    /// (1, 2, 3, 4): 1.25 / 2 / 2.5 = 0.25. One of four who has all: 0.75.
    @Test func giniByHand() throws {
        #expect(abs(try #require(LorenzCurve([4, 1, 3, 2], weights: ones)).gini - 0.25) < 1e-15)
        #expect(abs(try #require(LorenzCurve([0, 0, 7, 0], weights: ones)).gini - 0.75) < 1e-15)
        #expect(try #require(LorenzCurve([0.1, 0.1, 0.1, 0.1], weights: ones)).gini < 1e-15)
    }

    /// (1 … 10): the best-served tenth has 10 of 55, the worst-served four tenths 1 + 2 + 3 + 4.
    @Test func palmaByHand() throws {
        let ten = try #require(
            LorenzCurve((1...10).map(Double.init), weights: Array(repeating: 2, count: 10)))
        #expect(abs(try #require(ten.palma) - 1) < 1e-14)
        let same = try #require(LorenzCurve([3, 3], weights: [1, 4]))
        #expect(abs(try #require(same.palma) - 0.25) < 1e-14)
        // Whoever has nothing has no ratio.
        #expect(try #require(LorenzCurve([0, 0, 0, 1], weights: ones)).palma == nil)
    }

    /// One of four who has all: ln 4; two equal halves of whom one has 3/4: (3/4) ln(3/2) + (1/4) ln(1/2).
    @Test func theilByHand() throws {
        #expect(abs(try #require(TheilIndex.of([0, 8, 0, 0], weights: ones)) - 1.3862943611198906) < 1e-15)
        #expect(
            abs(try #require(TheilIndex.of([1, 3], weights: [5, 5])) - 0.13081203594113697) < 1e-15)
    }

    /// Ranked by what they have, the index is Gini's; the other way round it is less than 0; all of one rank: 0.
    @Test func concentrationByHand() throws {
        let values = [1.0, 2, 3, 4]
        func index(_ ranks: [Double]) throws -> Double {
            try #require(ConcentrationIndex.of(values, weights: ones, rankedBy: ranks))
        }
        #expect(abs(try index([1, 2, 3, 4]) - 0.25) < 1e-15)
        #expect(abs(try index([4, 3, 2, 1]) + 0.25) < 1e-15)
        #expect(abs(try index([7, 7, 7, 7])) < 1e-15)
    }

    /// The numbers of Tests/Reference/access_reference.py, by pairwise differences and covariance in numpy.
    @Test func asNumpy() throws {
        let values = [0.0, 2.5, 4, 4, 9, 1]
        let weights = [30.0, 50, 10, 60, 25, 45]
        let curve = try #require(LorenzCurve(values, weights: weights))
        #expect(abs(curve.gini - 0.43232323232323233) < 1e-14)
        #expect(abs(try #require(curve.palma) - 2.554838709677418) < 1e-13)
        #expect(abs(try #require(TheilIndex.of(values, weights: weights)) - 0.35606195547759173) < 1e-14)
        let index = try #require(
            ConcentrationIndex.of(values, weights: weights, rankedBy: [0.3, 0.1, 0.2, 0.3, 0.25, 0.1]))
        #expect(abs(index - 0.08434343434343416) < 1e-14)
    }

    /// A place of 3 people is three places of one, for every measure.
    @Test func weightsArePeople() throws {
        try withEverySeed(0..<50) { seed, generator in
            let values = (0..<6).map { _ in Double(generator.int(in: 0...9)) }
            let people = (0..<6).map { _ in generator.int(in: 1...4) }
            let ranks = (0..<6).map { _ in Double(generator.int(in: 0...3)) }
            guard values.contains(where: { $0 > 0 }) else { return }
            let weights = people.map(Double.init)
            func apart(_ list: [Double]) -> [Double] {
                zip(list, people).flatMap { Array(repeating: $0, count: $1) }
            }
            let single = apart(values).map { _ in 1.0 }
            let whole = try #require(LorenzCurve(values, weights: weights))
            let parts = try #require(LorenzCurve(apart(values), weights: single))
            #expect(abs(whole.gini - parts.gini) < 1e-12, "seed \(seed)")
            #expect(abs((whole.palma ?? -1) - (parts.palma ?? -1)) < 1e-9, "seed \(seed)")
            let (a, b) = (
                TheilIndex.of(values, weights: weights), TheilIndex.of(apart(values), weights: single)
            )
            #expect(abs((a ?? -1) - (b ?? -2)) < 1e-12, "seed \(seed)")
            let c = ConcentrationIndex.of(values, weights: weights, rankedBy: ranks)
            let d = ConcentrationIndex.of(apart(values), weights: single, rankedBy: apart(ranks))
            #expect(abs((c ?? -1) - (d ?? -2)) < 1e-12, "seed \(seed)")
        }
    }

    /// Of nothing there is no share.
    @Test func nothingToShare() {
        #expect(LorenzCurve([0, 0], weights: [1, 2]) == nil)
        #expect(TheilIndex.of([1, 2], weights: [0, 0]) == nil)
        #expect(ConcentrationIndex.of([], weights: [], rankedBy: []) == nil)
    }
}
