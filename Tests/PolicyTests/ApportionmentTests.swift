import Places
import Policy
import Testing

/// Money shared out to the fen, by hand and against the definition.
@Suite struct ApportionmentTests {
    @Test(
        arguments: [
            ("100", ["1", "1", "1"], ["33.34", "33.33", "33.33"]),
            // 650,000 by 70 and 100 elders: 267,647.0588… and 382,352.9411….
            ("650000", ["70", "100"], ["267647.06", "382352.94"]),
            ("650000", ["70.5", "100"], ["268768.33", "381231.67"]),
            // Panjin's care home of 75 million: 60 and 15.
            ("75000000", ["60", "15"], ["60000000", "15000000"]),
            ("0.01", ["1", "2"], ["0", "0.01"]),
            ("10", ["0", "3", "0"], ["0", "10", "0"]),
            ("10", ["0", "0"], ["0", "0"]),
            ("0.0005", ["1", "1"], ["0.0003", "0.0002"]),
            ("7", [], []),
        ] as [(String, [String], [String])]) func byHand(
            _ amount: String, _ weights: [String], _ shares: [String]
        )
    {
        #expect(
            Apportionment.shares(of: number(amount), by: weights.map(number)).map(\.description) == shares)
    }

    /// Shares add up to the amount, and each is less than a fen from the exact quotient.
    @Test func sharesAddUpAndAreClosest() {
        var state: UInt64 = 7
        func next(_ below: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % below)
        }
        for _ in 0..<500 {
            let amount = number("\(next(1_000_000_000)).\(next(90) + 10)")
            let weights = (0..<(1 + next(12))).map { _ in number("\(next(2_000_000)).\(next(10))") }
            let shares = Apportionment.shares(of: amount, by: weights)
            let whole = weights.reduce(.zero, +)
            guard whole > .zero else { continue }
            #expect(shares.reduce(.zero, +) == amount)
            for (share, weight) in zip(shares, weights) {
                let (theirs, exact) = (share * whole, amount * weight)
                let off = theirs > exact ? theirs - exact : exact - theirs
                #expect(off < number("0.01") * whole)
            }
        }
    }

    /// More digits than 128 bits hold on the way: 10^13 yuan by weights of 10^13.
    @Test func largeAmountsDoNotOverflow() {
        let large = number("10000000000000.5")
        #expect(
            Apportionment.shares(of: large, by: [large, large]).map(\.description)
                == ["5000000000000.25", "5000000000000.25"])
    }

    @Test func payersBearTheirParts() {
        let shares = PayerShares(weights: [.district: number("1"), .city: number("2"), .lottery: .zero])
        #expect(shares.text == "city 2 : district 1")
        #expect(
            shares.divided(number("100")).map { "\($0.payer?.rawValue ?? "-") \($0.yuan)" }
                == ["city 66.67", "district 33.33"])
        #expect(PayerShares(.lottery).divided(number("5")).map(\.payer) == [.lottery])
        #expect(PayerShares.unstated.divided(number("5")).map(\.yuan) == [number("5")])
    }
}
