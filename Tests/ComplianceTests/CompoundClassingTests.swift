import Compliance
import Places
import Policy
import Testing

/// A compound's dates and the class that they give from 2018-01-01 on.
struct ClassCase: Sendable, CustomTestStringConvertible {
    let planned: String?
    var housingPlanned: [String?] = []
    var delivered: String?
    let expected: CompoundClassing

    var testDescription: String {
        "planned \(planned ?? "–"), housing planned \(housingPlanned.map { $0 ?? "–" }), delivered \(delivered ?? "–")"
    }
}

@Suite struct CompoundClassingTests {
    static let cases = [
        // On the day itself it is new, the day before it is not.
        ClassCase(planned: "2018-01-01", expected: .known(.new)),
        ClassCase(planned: "2017-12-31", expected: .known(.existing)),
        // Its own date goes before its phases' and its delivery.
        ClassCase(planned: "2018-05-05", housingPlanned: ["2016-01-01"], expected: .known(.new)),
        ClassCase(planned: "2018-05-05", delivered: "2017-01-01", expected: .known(.new)),
        // To the month or year: only where all days lie on one side.
        ClassCase(planned: "2018", expected: .known(.new)),
        ClassCase(planned: "2018-01", expected: .known(.new)),
        ClassCase(planned: "2017", expected: .known(.existing)),
        ClassCase(planned: "2017-12", expected: .known(.existing)),
        // Without it the earliest of the phases, those without a date left aside.
        ClassCase(planned: nil, housingPlanned: ["2019-03-01", "2017-12-31"], expected: .known(.existing)),
        ClassCase(planned: nil, housingPlanned: [nil, "2018-01-01"], expected: .known(.new)),
        ClassCase(
            planned: nil, housingPlanned: ["2018-02-01"], delivered: "2017-01-01", expected: .known(.new)),
        // Without both, delivered before the day is existing; after it, nothing is known.
        ClassCase(planned: nil, delivered: "2017-12-31", expected: .known(.existing)),
        ClassCase(planned: nil, delivered: "2017", expected: .known(.existing)),
        ClassCase(planned: nil, delivered: "2018-01-01", expected: .open(.noDate)),
        ClassCase(planned: nil, delivered: "2020", expected: .open(.noDate)),
        ClassCase(planned: nil, housingPlanned: [nil], expected: .open(.noDate)),
        ClassCase(planned: nil, expected: .open(.noDate)),
    ]

    @Test(arguments: cases) func classByTheFirstDateThatDecides(_ sample: ClassCase) {
        let phases = sample.housingPlanned.enumerated().map { index, text in
            phase(index + 1, housing: text, only: .planned)
        }
        let record = CompoundRecord(
            compound: compound(planned: sample.planned, delivered: sample.delivered), phases: phases)
        #expect(record.classing(by: .planned, from: date("2018-01-01")) == sample.expected)
    }

    @Test func aDateOnBothSidesOfTheRulesDayLeavesTheClassOpen() {
        // The rule of 31 August 2017 cuts the month and the year.
        for text in ["2017", "2017-08"] {
            let record = CompoundRecord(compound: compound(planned: text), phases: [])
            #expect(
                record.classing(by: .planned, from: date("2017-08-31")) == .open(.partialDate(date(text))))
        }
        let byDelivery = CompoundRecord(compound: compound(delivered: "2017"), phases: [])
        #expect(
            byDelivery.classing(by: .planned, from: date("2017-08-31"))
                == .open(.partialDate(date("2017"))))
    }

    @Test func thePackMayNameAnotherDate() {
        let record = CompoundRecord(
            compound: compound(planned: "2010-01-01", delivered: "2019-01-01"),
            phases: [phase(1, housing: "2017-06-01", only: .built)])
        #expect(record.classing(by: .delivered, from: date("2018-01-01")) == .known(.new))
        // A compound has no date of its own for what is built: its phases' decides.
        #expect(record.classing(by: .built, from: date("2018-01-01")) == .known(.existing))
    }

    /// The class from spans equals the class that every possible day gives.
    @Test(arguments: 0..<200) func classEqualsThatOfEveryPossibleDay(seed: Int) {
        var numbers = SeededNumbers(seed: seed)
        func some() -> PartialDate {
            let (month, dayOfMonth) = (
                Int.random(in: 1...4, using: &numbers), Int.random(in: 1...28, using: &numbers)
            )
            let text = [
                "2018", "2018-0\(month)", "2018-0\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)",
            ]
            return date(text[Int.random(in: 0...2, using: &numbers)])
        }
        let from = Day(ordinal: day("2018-01-01").ordinal + Int32.random(in: 0..<120, using: &numbers))
        let dates = [some(), some()]
        var classes: Set<CompoundClass> = []
        for first in days(of: dates[0]) {
            for second in days(of: dates[1]) { classes.insert(min(first, second) >= from ? .new : .existing) }
        }
        let record = CompoundRecord(
            compound: compound(),
            phases: dates.enumerated().map { index, date in
                Phase(
                    compound: 0, number: index, households: ExactDecimal(1),
                    housing: Milestones(planned: date))
            })
        switch record.classing(by: .planned, from: PartialDate(from)) {
        case .known(let known): #expect(classes == [known])
        case .open: #expect(classes.count == 2)
        }
    }
}
