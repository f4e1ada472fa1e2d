import Compliance
import Places
import Policy
import Testing

/// A compound's figures and the row that they give under 20 m² per 100 households from 2018-01-01 on.
struct SpaceCase: Sendable, CustomTestStringConvertible {
    let name: String
    var households: String? = "450"
    var space: String?
    var phaseSpace: [String?] = []
    var planned: String? = "2019-05-05"
    var existingRate: String?
    let verdict: Verdict
    var measured: String?
    var required: String?
    var shortfall: String?

    var testDescription: String { name }
}

@Suite struct SpacePerHundredHouseholdsTests {
    static let cases = [
        // 450 × 20 / 100 = 90.
        SpaceCase(
            name: "just enough", space: "90", verdict: .pass, measured: "90", required: "90", shortfall: "0"),
        SpaceCase(
            name: "a hundredth too little", space: "89.99", verdict: .fail, measured: "89.99", required: "90",
            shortfall: "0.01"),
        // 333 × 20 / 100 = 66.6, which no binary number is.
        SpaceCase(
            name: "exact where binary is not", households: "333", space: "66.6", verdict: .pass,
            measured: "66.6", required: "66.6", shortfall: "0"),
        SpaceCase(
            name: "0.1 + 0.2 of phases is 0.3", households: "1.5", phaseSpace: ["0.1", "0.2"], verdict: .pass,
            measured: "0.3", required: "0.3", shortfall: "0"),
        SpaceCase(
            name: "the compound's figure goes before its phases'", space: "80", phaseSpace: ["100"],
            verdict: .fail, measured: "80", required: "90", shortfall: "10"),
        SpaceCase(
            name: "a phase without a figure beside one that has it holds none", phaseSpace: [nil, "95"],
            verdict: .pass, measured: "95", required: "90", shortfall: "0"),
        SpaceCase(name: "no figure anywhere", phaseSpace: [nil, nil], verdict: .unknown, required: "90"),
        SpaceCase(
            name: "stated as none", space: "0", verdict: .fail, measured: "0", required: "90",
            shortfall: "90"),
        SpaceCase(
            name: "existing without a rate", space: "10", planned: "2010", verdict: .exempt, measured: "10"),
        SpaceCase(
            name: "existing with a rate", space: "67", planned: "2010", existingRate: "15", verdict: .fail,
            measured: "67", required: "67.5", shortfall: "0.5"),
        SpaceCase(name: "class open", space: "900", planned: nil, verdict: .unknown, measured: "900"),
        SpaceCase(
            name: "class open, though both rates would be met", space: "900", planned: nil,
            existingRate: "20", verdict: .unknown, measured: "900"),
        SpaceCase(
            name: "households estimated", households: nil, space: "900", verdict: .unknown, measured: "900"),
        SpaceCase(
            name: "households estimated, but no rate", households: nil, space: "900", planned: "2010",
            verdict: .exempt, measured: "900"),
        SpaceCase(
            name: "no households", households: "0", space: "0", verdict: .pass, measured: "0", required: "0",
            shortfall: "0"),
    ]

    @Test(arguments: cases) func verdictAndFigures(_ sample: SpaceCase) {
        let rule = SpaceRule(
            clause: clause, effectiveFrom: date("2018-01-01"), newRate: number("20"),
            existingRate: sample.existingRate.map(number))
        let record = CompoundRecord(
            compound: compound(
                households: sample.households, space: sample.space, planned: sample.planned),
            phases: sample.phaseSpace.enumerated().map { phase($0 + 1, space: $1) })
        let finding = SpacePerHundredHouseholds.finding(on: record, under: rule)
        #expect(finding.verdict == sample.verdict)
        #expect(finding.measured?.description == sample.measured)
        #expect(finding.required?.description == sample.required)
        #expect(finding.shortfall?.description == sample.shortfall)
        #expect(finding.unit.rawValue == "m2")
        #expect(finding.rule == "space")
        #expect(finding.subject == "C")
        #expect(finding.clause.label == "测〔2020〕1号")
    }

    @Test func exemptGoesBeforeAnOpenClass() {
        let none = SpaceRule(clause: clause, effectiveFrom: date("2018-01-01"), newRate: nil)
        let finding = SpacePerHundredHouseholds.finding(
            on: CompoundRecord(compound: compound(planned: nil), phases: []), under: none)
        #expect(finding.verdict == .exempt)
        #expect(finding.detail == .noRates)
    }

    @Test func theDetailNamesTheFigures() {
        let new = CompoundRecord(compound: compound(space: "1", planned: "2018"), phases: [])
        #expect(
            SpacePerHundredHouseholds.finding(on: new, under: twentyFrom2018).detail
                == .owes(class: .new, households: ExactDecimal(100), rate: ExactDecimal(20)))
        let old = CompoundRecord(compound: compound(planned: "2017"), phases: [])
        #expect(
            SpacePerHundredHouseholds.finding(on: old, under: twentyFrom2018).detail == .noRate(.existing))
        let cut = SpaceRule(clause: clause, effectiveFrom: date("2017-08-31"), newRate: ExactDecimal(20))
        #expect(
            SpacePerHundredHouseholds.finding(on: old, under: cut).detail
                == .classOpen(.partialDate(date("2017"))))
    }

    /// 21 instead of 20 turns a pass into a fail by exactly one household's hundredth.
    @Test func theVerdictFlipsWithThePacksNumber() {
        let record = CompoundRecord(
            compound: compound(households: "100", space: "20", planned: "2018"), phases: [])
        let stricter = SpaceRule(
            clause: clause, effectiveFrom: date("2018-01-01"), newRate: number("20.01"))
        #expect(SpacePerHundredHouseholds.finding(on: record, under: twentyFrom2018).verdict == .pass)
        let finding = SpacePerHundredHouseholds.finding(on: record, under: stricter)
        #expect(finding.verdict == .fail)
        #expect(finding.shortfall == number("0.01"))
    }
}
