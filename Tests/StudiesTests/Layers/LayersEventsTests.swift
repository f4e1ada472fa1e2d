import Compliance
import Foundation
import Places
import Policy
import Studies
import Testing

/// A ledger of permits in place of phases, and beside them.
@Suite struct LayersEventsTests {
    private func sample(_ events: String, phases: Bool = false) -> SampleStudy {
        let sample = SampleStudy()
        if !phases {
            sample.replacing("  phases: {path: phases.csv}\n", with: "", in: "study.yaml")
            sample.files["phases.csv"] = nil
        }
        sample.replacing("layers:", with: "layers:\n  events: {path: permits.csv}", in: "study.yaml")
        sample.files["permits.csv"] = events
        return sample
    }

    /// The sample's phases, event by event; A3's only phase has the dwellings and the care space of A3 itself.
    private static let ledger = """
        小区编号,分期,主体,事项,日期,文号,来源,户数,养老用房面积
        A1,1,住宅,规划许可,2018-03-01,规1,网,150,
        A1,1,住宅,竣工,2019-01,竣1,网,,
        A1,1,住宅,验收,2019-02,,,,
        A1,1,住宅,交付,2019-03,,,,
        A1,1,养老,规划许可,2018-03-01,规1,网,,80
        A1,1,养老,竣工,2019-01,竣2,网,,
        A1,1,养老,验收,2019-02,,,,
        A1,1,养老,移交,2019-03,,,,
        A1,二期,housing,planned,2018-03-01,规3,网,250,
        A1,二期,housing,built,2019-10,,,,
        A1,二期,housing,accepted,2020-05,,,,
        A1,二期,housing,delivered,2020年6月30日,,,,
        A3,1,住宅,规划,2019,,,,
        A3,1,住宅,建成,2021,,,,
        A3,1,住宅,竣工验收,2021,,,,
        A3,1,住宅,交房,2021,,,,
        A3,1,养老用房,规划,2019,,,,
        A3,1,养老用房,建成,2021,,,,
        A3,1,养老用房,验收,2021,,,,
        A3,1,养老用房,交付,2021,,,,

        """

    @Test func aLedgerMakesThePhasesThatItsDatesSay() throws {
        let phases = try read(SampleStudy()).get().study.phases
        let reading = try read(sample(Self.ledger)).get()
        #expect(reading.layers.first { $0.layer == .events }?.isUsed == true)
        #expect(reading.inputs.map(\.file).contains("permits.csv"))
        let made = reading.study.phases
        #expect(made.map(\.number) == [1, 2, 1] && made.map(\.compound) == phases.map(\.compound))
        #expect(made.map(\.households) == phases.map(\.households))
        #expect(made.map(\.careSpace) == phases.map(\.careSpace))
        #expect(made.map(\.housing) == phases.map(\.housing))
        #expect(made.map(\.care) == phases.map(\.care))
        #expect(made[0].permits.map(\.document) == ["规1", "竣1", "规1", "竣2"])
    }

    /// Whatever says the dates, the verdicts are the same; those of a ledger name the permits that they rest on.
    @Test func verdictsNameTheirPermits() throws {
        let pack = try PolicyPackReader.read(.bundled("wuhan")).pack
        let day = try #require(Day(year: 2022, month: 12, day: 31))
        func findings(_ sample: SampleStudy) throws -> [Finding] {
            Findings.all(study: try read(sample).get().study, pack: pack, on: day)
        }
        let (a, b) = (try findings(SampleStudy()), try findings(sample(Self.ledger)))
        #expect(a.map(\.verdict) == b.map(\.verdict) && a.map(\.subject) == b.map(\.subject))
        func permits(_ rule: String) -> [String]? {
            let finding = b.first { $0.rule == rule && $0.subject == "A1" }
            return if case .steps(_, _, _, _, _, let permits, _) = finding?.detail { permits } else { nil }
        }
        // Of phase 1 alone, to which the pack refers and which holds the care space.
        #expect(permits("sync.planned") == ["规1"])
        #expect(permits("sync.built") == ["竣1", "竣2"])
        #expect(permits("sync.accepted") == [])
    }

    /// Beside phases the ledger's dates stand in place of theirs, and all else stays.
    @Test func aLedgerBesidePhasesChangesTheirDates() throws {
        let events = "compound,phase,subject,event,date,document\nA1,2,care,delivered,2021-05-05,D9\n"
        let phases = try read(sample(events, phases: true)).get().study.phases
        #expect(phases.count == 3)
        #expect(phases[1].care.delivered?.text == "2021-05-05" && phases[1].care.built == nil)
        #expect(phases[1].housing.delivered?.text == "2020-06-30")
        #expect(
            phases[1].permits == [Permit(milestone: .delivered, isCare: true, document: "D9")])
    }

    /// What was completed and accepted in one (竣工验收) was built on that day, too; a row or a phase that says when it was
    /// built goes first, wherever it stands.
    @Test(
        arguments: [
            ("", "2020-03", "2020-03", ["验9", "验9"]),
            ("A3,1,养老,竣工,2019-12,竣9,6\n", "2019-12", "2020-03", ["验9", "竣9"]),
        ])
    func completionAndAcceptanceAreOneEvent(
        _ other: String, _ built: String, _ accepted: String, _ documents: [String]
    ) throws {
        let events = "小区编号,分期,主体,事项,日期,文号,户数\nA3,1,养老,竣工验收,2020-03,验9,6\n\(other)"
        let phase = try #require(try read(sample(events)).get().study.phases.first)
        #expect(phase.care.built?.text == built && phase.care.accepted?.text == accepted)
        #expect(phase.housing == Milestones())
        #expect(phase.permits.map(\.document) == documents)
    }

    @Test func aPhaseThatSaysWhenItWasBuiltKeepsThat() throws {
        let events = "compound,phase,subject,event,date\nA1,1,care,built_and_accepted,2019-02-20\n"
        let phases = try read(sample(events, phases: true)).get().study.phases
        #expect(phases[0].care.built?.text == "2019-01" && phases[0].care.accepted?.text == "2019-02-20")
    }

    /// A later event without an earlier one is told at the row of the later one.
    @Test func anEarlierEventThatIsMissingIsTold() throws {
        let events = """
            compound,phase,subject,event,date,households
            A3,1,housing,planned,2019,6
            A3,1,housing,built,2021,
            A3,1,care,planned,2019,
            A3,1,care,delivered,2021,

            """
        let reading = try read(sample(events)).get()
        #expect(
            reading.warnings.filter { $0.file == "permits.csv" }
                == [
                    Problem(
                        file: "permits.csv", row: 5, column: "event",
                        .earlierDateMissing(
                            phase: 1, isCare: true, stated: .delivered, missing: [.built, .accepted]),
                        severity: .warning)
                ])
    }

    @Test(
        arguments: [
            ("A1,1,care,built,2020,,150", "A1,1,care,built,2021,,150", "event", 3),
            ("A1,1,care,opened,2020,,150", "", "event", 2),
            ("A1,1,garden,built,2020,,150", "", "subject", 2),
            ("A1,1,care,built,soon,,150", "", "date", 2),
            ("A9,1,care,built,2020,,150", "", "compound", 2),
            // Two phases, of which one states no dwellings.
            ("A1,1,care,built,2020,,150", "A1,2,care,built,2021,,", "households", 3),
        ]) func whatIsWrongIsNamed(_ one: String, _ two: String, _ column: String, _ row: Int) throws
    {
        let problems = try read(
            sample("compound,phase,subject,event,date,document,households\n\(one)\n\(two)\n"))
        guard case .failure(let failure) = problems else {
            Issue.record("nothing was wrong")
            return
        }
        let errors = failure.list.filter { $0.severity == .error }
        #expect(errors.map(\.column) == [column], "\(failure)")
        #expect(errors.map(\.row) == [row])
    }
}
