import Places
import Policy
import Testing

/// Half of the cost, at most 500,000 yuan for embedded points and 1,000,000 for radiating ones.
@Suite struct SubsidyTests {
    static let embedded = Subsidy(
        id: "embedded", clause: clause, selector: FacilitySelector(networks: [.embedded]),
        form: .shareOfCost(share: number("0.5"), cap: number("500000")))

    /// The caps bind from costs of 1 and 2 million on.
    @Test(arguments: [
        ("0", "0"), ("999999", "499999.5"), ("1000000", "500000"), ("1000001", "500000"),
        ("4000000", "500000"),
    ])
    func theCapBindsAtTwiceItsAmount(cost: String, granted: String) {
        let point = facility { $0.network = .embedded }
        #expect(
            Self.embedded.once(for: point, cost: number(cost), on: day(2020, 1, 1))?.description == granted)
    }

    @Test func aShareOfAnUnknownCostIsNothing() {
        let point = facility { $0.network = .embedded }
        #expect(Self.embedded.once(for: point, cost: nil, on: day(2020, 1, 1)) == nil)
    }

    @Test func withoutACapItIsTheShare() {
        let uncapped = Subsidy(
            id: "u", clause: clause, selector: .any, form: .shareOfCost(share: number("0.3"), cap: nil))
        #expect(
            uncapped.once(for: facility(), cost: number("10000001"), on: day(2020, 1, 1))
                == number("3000000.3"))
        // 0.3 × 999,999.99 is 299,999.997: nobody pays a tenth of a fen.
        #expect(
            uncapped.once(for: facility(), cost: number("999999.99"), on: day(2020, 1, 1))
                == number("300000"))
    }

    @Test func onlyForWhomItIsMeant() {
        let radiating = facility { $0.network = .radiating }
        #expect(Self.embedded.once(for: radiating, cost: number("100"), on: day(2020, 1, 1)) == nil)
    }

    @Test func notBeforeItIsInEffect() {
        let late = Subsidy(
            id: "late", clause: clause, selector: .any, form: .yearly(number("50000")),
            effectiveFrom: day(2021, 6, 1))
        #expect(late.yearly(for: facility(), on: day(2021, 5, 31)) == nil)
        #expect(late.yearly(for: facility(), on: day(2021, 6, 1)) == number("50000"))
    }

    @Test func onceAndYearlyAreNotMixed() {
        let once = Subsidy(id: "o", clause: clause, selector: .any, form: .once(number("90000")))
        let yearly = Subsidy(id: "y", clause: clause, selector: .any, form: .yearly(number("50000")))
        #expect(once.yearly(for: facility(), on: day(2020, 1, 1)) == nil)
        #expect(yearly.once(for: facility(), cost: number("1"), on: day(2020, 1, 1)) == nil)
    }

    /// A station that is an embedded point and costs 600,000: 90,000 + 300,000 once, 50,000 a year.
    @Test func aPackAddsUpWhatIsForAFacility() {
        let stations = FacilitySelector(kinds: [.station])
        let pack = PolicyPack(
            id: "p", name: BilingualText(en: "P", zh: "P"), jurisdiction: BilingualText(en: "J", zh: "J"),
            subsidies: [
                Subsidy(id: "b", clause: clause, selector: stations, form: .once(number("90000"))),
                Subsidy(id: "r", clause: clause, selector: stations, form: .yearly(number("50000"))),
                Self.embedded,
            ])
        let point = facility {
            $0.kind = .station
            $0.network = .embedded
        }
        #expect(
            pack.subsidyOnce(for: point, cost: number("600000"), on: day(2020, 1, 1)) == number("390000"))
        #expect(pack.subsidyYearly(for: point, on: day(2020, 1, 1)) == number("50000"))
        #expect(pack.subsidyOnce(for: facility(), cost: number("1"), on: day(2020, 1, 1)) == .zero)
    }
}
