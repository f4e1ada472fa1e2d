import Compliance
import Places
import Policy
import Testing

/// A phase of a case: households, m², when the dwellings and the care space were built.
struct BuiltPhase: Sendable {
    var number: Int
    var households = "50"
    var space: String?
    var housing: String?
    var care: String?
}

/// A compound of 500 households (100 m² owed) as of 2020-06-30.
struct FirstPhaseCase: Sendable, CustomTestStringConvertible {
    let name: String
    var households: String? = "500"
    var planned: String? = "2019"
    var space: String?
    let phases: [BuiltPhase]
    /// Without a fallback; nothing: no row.
    let strict: Verdict?
    /// With the fallback of half the dwellings.
    let withFallback: Verdict?
    var shortfall: String?
    var due: String?

    var testDescription: String { name }
}

@Suite struct SpaceInFirstPhaseTests {
    static let cases = [
        FirstPhaseCase(
            name: "all in the first, though too little",
            phases: [BuiltPhase(number: 1, space: "40"), BuiltPhase(number: 2)],
            strict: .pass, withFallback: .pass, shortfall: "0"),
        FirstPhaseCase(
            name: "enough in the first, a surplus elsewhere",
            phases: [BuiltPhase(number: 1, space: "100"), BuiltPhase(number: 2, space: "300")],
            strict: .pass, withFallback: .pass, shortfall: "0"),
        FirstPhaseCase(
            name: "the lowest number is the first, in whatever order",
            phases: [BuiltPhase(number: 5, space: "3"), BuiltPhase(number: 2, space: "100")],
            strict: .pass, withFallback: .pass, shortfall: "0"),
        FirstPhaseCase(
            name: "a square metre too little, care never built, nothing built",
            phases: [BuiltPhase(number: 1, space: "99"), BuiltPhase(number: 2, space: "1")],
            strict: .fail, withFallback: .pending, shortfall: "1"),
        FirstPhaseCase(
            name: "care built before the second half",
            phases: [
                BuiltPhase(number: 1, households: "49", housing: "2019-05-01"),
                BuiltPhase(
                    number: 2, households: "51", space: "100", housing: "2020-01-01", care: "2019-06-01"),
            ], strict: .fail, withFallback: .pass, shortfall: "100"),
        FirstPhaseCase(
            name: "exactly half built before care",
            phases: [
                BuiltPhase(number: 1, housing: "2019-05-01"),
                BuiltPhase(number: 2, space: "100", housing: "2020-01-01", care: "2019-06-01"),
            ], strict: .fail, withFallback: .fail, shortfall: "100"),
        FirstPhaseCase(
            name: "the half built on the very day of care is not before it",
            phases: [
                BuiltPhase(number: 1, housing: "2019-06-01"),
                BuiltPhase(number: 2, space: "100", housing: "2020-01-01", care: "2019-06-01"),
            ], strict: .fail, withFallback: .pass, shortfall: "100"),
        FirstPhaseCase(
            name: "the last care space counts",
            phases: [
                BuiltPhase(number: 1, space: "50", housing: "2019-05-01", care: "2019-05-01"),
                BuiltPhase(number: 2, space: "60", housing: "2020-01-01", care: "2020-02-01"),
            ], strict: .fail, withFallback: .fail, shortfall: "50"),
        FirstPhaseCase(
            name: "care not built in one phase that holds some, under half built",
            phases: [
                BuiltPhase(
                    number: 1, households: "20", space: "50", housing: "2019-05-01", care: "2019-05-01"),
                BuiltPhase(number: 2, households: "30", space: "60", housing: "2020-09-01"),
            ], strict: .fail, withFallback: .pending, shortfall: "50", due: "2020-09-01"),
        FirstPhaseCase(
            name: "care not built, half built",
            phases: [
                BuiltPhase(number: 1, housing: "2020-06-30"), BuiltPhase(number: 2, space: "100"),
            ], strict: .fail, withFallback: .fail, shortfall: "100"),
        FirstPhaseCase(
            name: "what is dated after the day has not happened",
            phases: [
                BuiltPhase(number: 1, housing: "2020-07-01"),
                BuiltPhase(number: 2, space: "100", housing: "2021-01-01", care: "2020-07-01"),
            ], strict: .fail, withFallback: .pending, shortfall: "100", due: "2020-07-01"),
        FirstPhaseCase(
            name: "a month that holds both orders",
            phases: [
                BuiltPhase(number: 1, housing: "2019-06"),
                BuiltPhase(number: 2, space: "100", housing: "2020-01-01", care: "2019-06-15"),
            ], strict: .fail, withFallback: .unknown, shortfall: "100"),
        FirstPhaseCase(
            name: "a month that lies before either way",
            phases: [
                BuiltPhase(number: 1, housing: "2019-06"),
                BuiltPhase(number: 2, space: "100", housing: "2020-01-01", care: "2019-07"),
            ], strict: .fail, withFallback: .fail, shortfall: "100"),
        FirstPhaseCase(
            name: "the compound states its space, its phases none", space: "120",
            phases: [BuiltPhase(number: 1), BuiltPhase(number: 2)], strict: .unknown, withFallback: .unknown),
        FirstPhaseCase(
            name: "no space anywhere", phases: [BuiltPhase(number: 1), BuiltPhase(number: 2)], strict: nil,
            withFallback: nil),
        FirstPhaseCase(
            name: "one phase only", phases: [BuiltPhase(number: 1, space: "10")], strict: nil,
            withFallback: nil),
        FirstPhaseCase(
            name: "existing, and nothing is owed", planned: "2010",
            phases: [BuiltPhase(number: 1), BuiltPhase(number: 2, space: "100")], strict: nil,
            withFallback: nil),
        FirstPhaseCase(
            name: "class open", planned: nil,
            phases: [BuiltPhase(number: 1), BuiltPhase(number: 2, space: "100")], strict: nil,
            withFallback: nil),
        FirstPhaseCase(
            name: "nobody lives there", households: "0",
            phases: [BuiltPhase(number: 1), BuiltPhase(number: 2, space: "100")], strict: nil,
            withFallback: nil),
        FirstPhaseCase(
            name: "what is owed is not known, and may be in the first phase", households: nil,
            phases: [BuiltPhase(number: 1, space: "50"), BuiltPhase(number: 2, space: "100")],
            strict: .unknown, withFallback: .unknown),
        FirstPhaseCase(
            name: "what is owed is not known, and may be nothing", households: nil,
            phases: [BuiltPhase(number: 1), BuiltPhase(number: 2, space: "100")], strict: .unknown,
            withFallback: .unknown),
        FirstPhaseCase(
            name: "what is owed is not known, but care came before half of the dwellings", households: nil,
            phases: [
                BuiltPhase(number: 1, households: "49", housing: "2019-05-01"),
                BuiltPhase(number: 2, households: "51", space: "100", care: "2019-06-01"),
            ], strict: .unknown, withFallback: .pass),
        FirstPhaseCase(
            name: "what is owed is not known, but the first phase holds all", households: nil,
            phases: [BuiltPhase(number: 1, space: "5"), BuiltPhase(number: 2)], strict: .pass,
            withFallback: .pass, shortfall: "0"),
        FirstPhaseCase(
            name: "the compound states none, whatever its phases do", space: "0",
            phases: [BuiltPhase(number: 1), BuiltPhase(number: 2, space: "100")], strict: nil,
            withFallback: nil),
        FirstPhaseCase(
            name: "all that the phases state is nothing", space: "100",
            phases: [BuiltPhase(number: 1, space: "0"), BuiltPhase(number: 2)], strict: .pass,
            withFallback: .pass, shortfall: "0"),
    ]

    @Test(arguments: cases) func verdictWithAndWithoutFallback(_ sample: FirstPhaseCase) {
        let record = CompoundRecord(
            compound: compound(
                households: sample.households, space: sample.space, planned: sample.planned),
            phases: sample.phases.map { built in
                Phase(
                    compound: 0, number: built.number, households: number(built.households),
                    careSpace: built.space.map(number),
                    housing: Milestones(built: built.housing.map(date)),
                    care: Milestones(built: built.care.map(date)))
            })
        func finding(share: String?) -> Finding? {
            SpaceInFirstPhase.finding(
                on: record,
                under: FirstPhaseRule(clause: clause, builtBeforeShare: share.map(number)),
                owing: twentyFrom2018, asOf: day("2020-06-30"))
        }
        let strict = finding(share: nil)
        #expect(strict?.verdict == sample.strict)
        #expect(strict?.shortfall?.description == sample.shortfall)
        let lenient = finding(share: "0.5")
        #expect(lenient?.verdict == sample.withFallback)
        #expect(lenient?.due?.text == sample.due)
        if let lenient {
            #expect(lenient.rule == "space.first_phase")
            #expect(lenient.required?.description == (sample.households == nil ? nil : "100"))
        }
    }

    @Test func theFallbackFlipsWithThePacksShare() {
        let record = CompoundRecord(
            compound: compound(households: "500", planned: "2019"),
            phases: [
                phase(1, households: "50", housing: "2019-05-01"),
                phase(2, households: "50", space: "100", care: "2019-06-01"),
            ])
        func verdict(share: String) -> Verdict? {
            SpaceInFirstPhase.finding(
                on: record, under: FirstPhaseRule(clause: clause, builtBeforeShare: number(share)),
                owing: twentyFrom2018, asOf: day("2020-06-30"))?.verdict
        }
        #expect(verdict(share: "0.5") == .fail)
        #expect(verdict(share: "0.51") == .pass)
    }

    /// Dwellings of 20 June cannot stand before care space as of 15 June, though June is all that is known of it.
    @Test func theDetailCountsDwellingsOnlyUpToTheDay() {
        let record = CompoundRecord(
            compound: compound(households: "500", planned: "2019"),
            phases: [phase(1, housing: "2020-06-20"), phase(2, space: "100", care: "2020-06")])
        let finding = SpaceInFirstPhase.finding(
            on: record, under: FirstPhaseRule(clause: clause, builtBeforeShare: number("0.5")),
            owing: twentyFrom2018, asOf: day("2020-06-15"))
        #expect(finding?.verdict == .unknown)
        #expect(
            finding?.detail
                == .buildOut(
                    least: .zero, most: .zero, of: ExactDecimal(100), care: DaySpan(date("2020-06"))))
    }

    @Test func aRuleThatIsInEffectLaterSpeaksOnlyOfWhatWasPlannedSince() {
        let phases = [phase(1), phase(2, space: "100")]
        let rule = FirstPhaseRule(clause: clause, effectiveFrom: date("2019-06-01"))
        func finding(planned: String) -> Finding? {
            SpaceInFirstPhase.finding(
                on: CompoundRecord(compound: compound(planned: planned), phases: phases), under: rule,
                owing: twentyFrom2018, asOf: day("2020-06-30"))
        }
        #expect(finding(planned: "2019-05-31") == nil)
        #expect(finding(planned: "2019-06-01")?.verdict == .fail)
        #expect(finding(planned: "2019") == nil)
    }

    /// The fallback's verdict from spans equals the one that every possible day gives.
    @Test(arguments: 0..<150) func fallbackEqualsThatOfEveryPossibleDay(seed: Int) {
        var numbers = SeededNumbers(seed: seed)
        var partialLeft = 2
        func some() -> PartialDate? {
            let month = Int.random(in: 1...3, using: &numbers)
            switch Int.random(in: 0...4, using: &numbers) {
            case 0: return nil
            case 1, 2:
                guard partialLeft > 0 else { return date("2020-0\(month)-15") }
                partialLeft -= 1
                return date("2020-0\(month)")
            default: return date("2020-0\(month)-\(Int.random(in: 10...28, using: &numbers))")
            }
        }
        let phases = (1...3).map { index in
            Phase(
                compound: 0, number: index, households: ExactDecimal(Int.random(in: 1...3, using: &numbers)),
                careSpace: index == 1 ? nil : ExactDecimal(Int.random(in: 0...1, using: &numbers) * 50),
                housing: Milestones(built: some()), care: Milestones(built: some()))
        }
        let asOf = Day(ordinal: day("2020-01-01").ordinal + Int32.random(in: 0..<100, using: &numbers))
        let finding = SpaceInFirstPhase.finding(
            on: CompoundRecord(
                compound: compound(households: "500", planned: "2019"), phases: phases.reversed()),
            under: FirstPhaseRule(clause: clause, builtBeforeShare: number("0.5")), owing: twentyFrom2018,
            asOf: asOf)
        guard phases.contains(where: { ($0.careSpace ?? .zero) > .zero }) else {
            #expect(finding == nil)
            return
        }
        let possible = possibleVerdicts(phases, asOf: asOf)
        #expect(finding?.verdict == (possible.count == 1 ? possible.first : .unknown))
    }

    /// The definition, day by day: which verdicts the days that the dates may mean can give.
    private func possibleVerdicts(_ phases: [Phase], asOf: Day) -> Set<Verdict> {
        let housing = phases.map(\.housing.built)
        let care = phases.filter { ($0.careSpace ?? .zero) > .zero }.map(\.care.built)
        let all = phases.reduce(ExactDecimal.zero) { $0 + $1.households }
        var verdicts: Set<Verdict> = []
        for housingDays in combinations(housing) {
            for careDays in combinations(care) {
                // What is missing or still to come has not happened.
                let happened = careDays.compactMap { day in day.flatMap { $0 <= asOf ? $0 : nil } }
                let end = happened.count == careDays.count ? happened.max() : nil
                var before = ExactDecimal.zero
                for (phase, built) in zip(phases, housingDays) {
                    guard let built, built <= asOf else { continue }
                    if end.map({ built < $0 }) ?? true { before = before + phase.households }
                }
                let isUnderHalf = before + before < all
                verdicts.insert(isUnderHalf ? (end == nil ? .pending : .pass) : .fail)
            }
        }
        return verdicts
    }

    private func combinations(_ dates: [PartialDate?]) -> [[Day?]] {
        dates.reduce([[]]) { rows, date in
            let choices: [Day?] = date.map { days(of: $0) } ?? [nil]
            return rows.flatMap { row in choices.map { row + [$0] } }
        }
    }
}
