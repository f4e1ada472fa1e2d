import Claims
import Coverage
import Places
import Policy
import TestWorlds
import Testing

@Suite struct RateExplanationTests {
    @Test("The parts of every rate add up to its numerator, denominator, unknown and estimated")
    func sums() throws {
        var rates = 0
        try withEverySeed(0..<100) { seed, generator in
            let village = try RandomVillage(&generator, pack: VillagePack.pack)
            for index in village.explainer.rates.indices {
                guard case .rate(let explanation) = village.explainer.explanation(of: .rate(index)) else {
                    Issue.record("a rate is a rate")
                    continue
                }
                rates += 1
                let rate = village.explainer.rates[index]
                func sum(_ figure: (RatePart) -> Double) -> Double {
                    explanation.parts.reduce(0) { $0 + figure($1) }
                }
                func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
                let name = "seed \(seed), \(Subject.name(of: rate))"
                #expect(near(sum(\.amount), rate.denominator), "\(name)")
                #expect(near(sum(\.covered), rate.numerator), "\(name)")
                #expect(near(sum { $0.isUnknown ? $0.amount : 0 }, rate.unknown), "\(name)")
                #expect(near(sum { $0.isEstimated ? $0.amount : 0 }, rate.estimated), "\(name)")
                let largest = explanation.largest(3, by: \.amount).map(\.amount)
                let amounts: [Double] = explanation.parts.map(\.amount).filter { $0 > 0 }
                let expected: [Double] = Array(amounts.sorted(by: >).prefix(3))
                #expect(largest == expected)
            }
        }
        #expect(rates > 1000)
    }

    @Test("As many places are named as left out as every rate says")
    func unstated() throws {
        var leftOut = 0
        try withEverySeed(0..<100) { seed, generator in
            let village = try RandomVillage(&generator)
            let counts = Self.leftOut(in: village)
            #expect(counts.named == counts.told, "seed \(seed)")
            leftOut += counts.told.reduce(0, +)
        }
        #expect(leftOut > 100)
    }

    private static func leftOut(in village: RandomVillage) -> (named: [Int], told: [Int]) {
        let named = village.result.rates.indices.map { index -> Int in
            guard case .rate(let rate) = village.explainer.explanation(of: .rate(index)) else { return -1 }
            return rate.unstated.count
        }
        return (named, village.result.rates.map(\.unstated))
    }
}
