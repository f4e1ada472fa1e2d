import Compliance
import Coverage
import Places
import Policy
import Testing

@Suite struct WaivedFindingsTests {
    private func findings(_ waivers: [Waiver], asOf text: String = "2020-12-31") -> [Finding] {
        var study = FindingsTests.study
        study.waivers = waivers
        return Findings.all(study: study, pack: FindingsTests.pack(), on: day(text))
    }

    private func waiver(
        _ rule: String, _ subject: String = "B", _ written: String = "2020-06-01", document: String = "X1"
    ) -> Waiver {
        Waiver(subject: subject, rule: rule, document: document, date: date(written))
    }

    /// Only the rule and the subject named are excepted; what passes or is not asked needs no exception.
    @Test func aFailIsWaivedAndNothingElse() throws {
        let plain = findings([])
        let waived = findings([
            waiver("sync.built"), waiver("space"), waiver("space", "A"), waiver("sync.accepted", "A"),
        ])
        #expect(
            zip(plain, waived).filter { $0 != $1 }.map { "\($0.0.rule) \($0.0.subject)" } == ["sync.built B"])
        let finding = try #require(waived.first { $0.verdict == .waived })
        let before = try #require(plain.first { $0.rule == "sync.built" && $0.subject == "B" })
        #expect(finding.measured == before.measured && finding.shortfall == nil && finding.due == nil)
        #expect(finding.detail == .waived(waiver("sync.built"), instead: .fail, before.detail))
    }

    /// It holds from its date on; of a date known to the month the days of that month leave it open.
    @Test(arguments: [
        ("2020-06-01", "2020-05-31", Verdict.fail), ("2020-06-01", "2020-06-01", .waived),
        ("2020-06", "2020-05-31", .fail), ("2020-06", "2020-06-15", .unknown),
        ("2020-06", "2020-06-30", .waived),
        ("2020", "2020-12-30", .unknown), ("2020", "2020-12-31", .waived),
    ])
    func itHoldsFromItsDate(written: String, asOf: String, verdict: Verdict) throws {
        let found = findings([waiver("sync.built", "B", written)], asOf: asOf)
        #expect(found.first { $0.rule == "sync.built" && $0.subject == "B" }?.verdict == verdict)
    }

    /// A facility that is excepted from a standard counts as one that passes it where an area must have such.
    @Test(arguments: [("2020-06-01", Verdict.pass), ("2020-12", .unknown), ("2021-06-01", .fail)])
    func whatIsExceptedFromAStandardCounts(_ since: String, _ verdict: Verdict) throws {
        var place = study(
            [community("K")],
            facilities: [
                facility("F") {
                    $0.community = 0
                    $0.area = number("80")
                }
            ])
        place.waivers = [waiver("facility.body", "F", since)]
        let own = pack {
            $0.facilityStandards = [
                standard(
                    .floorArea(minimum: number("100"), orShareOfPublicService: nil), id: "facility.body")
            ]
            $0.tierStandards = [
                TierStandard(
                    id: "tier.body", name: BilingualText(en: "t", zh: "t"), clause: clause, tier: .community,
                    selector: .any, meeting: ["facility.body"])
            ]
            $0.namedMeasures = [.hasQualified: .init(selector: .any, meeting: ["facility.body"])]
        }
        let found = Findings.all(study: place, pack: own, on: day("2020-12-15"))
        #expect(found.first { $0.rule == "tier.body" }?.verdict == verdict)
        let rate = try #require(NamedMeasures.rates(study: place, pack: own, on: day("2020-12-15")).first)
        #expect(rate.numerator == (verdict == .pass ? 1 : 0) && rate.unknown == (verdict == .unknown ? 1 : 0))
    }

    @Test func theFirstOfSeveralIsNamed() throws {
        let found = findings([
            waiver("sync.built", "B", "2020-08-01", document: "second"),
            waiver("sync.built", "B", "2020-02-01", document: "first"),
        ])
        guard case .waived(let named, _, _)? = found.first(where: { $0.verdict == .waived })?.detail else {
            Issue.record("not waived")
            return
        }
        #expect(named.document == "first")
    }

    @Test func exceptionsFromNothingAreTold() {
        let waivers = [waiver("space"), waiver("land"), waiver("space", "Z"), waiver("sync.built")]
        let unmatched = WaivedFindings.unmatched(waivers, in: findings([]))
        #expect(unmatched == [waivers[1], waivers[2]])
    }
}
