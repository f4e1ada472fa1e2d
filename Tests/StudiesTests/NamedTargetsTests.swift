import Compliance
import Coverage
import Places
import Policy
import Studies
import Testing

/// Targets about communities that are qualified, standardised or served, and about subdistricts with a centre.
@Suite struct NamedTargetsTests {
    /// Four communities: 100 m², 99 m², an area that nobody states, and nothing but a neighbour's service.
    private var world: ItemWorld {
        ItemWorld(
            communities: [.init(), .init(), .init(subdistrict: "Far"), .init(subdistrict: "Far")],
            facilities: [
                .init(area: "100", community: 0), .init(area: "99", community: 1), .init(community: 2),
            ])
    }

    private func pack(_ measure: NamedMeasure, atLeast: String, own: FacilitySelector? = nil) throws
        -> PolicyPack
    {
        let citation = Citation(
            id: "n", title: BilingualText(en: "n", zh: "n"), number: nil, date: nil, known: .notice)
        let clause = Clause(citation, part: nil)
        var pack = PolicyPack.withoutRules
        pack.facilityStandards = [
            FacilityStandard(
                id: "facility.body", name: BilingualText(en: "b", zh: "b"), clause: clause, selector: .any,
                requirement: .floorArea(
                    minimum: try #require(ExactDecimal("100")), orShareOfPublicService: nil))
        ]
        pack.namedMeasures = [
            .hasQualified: NamedMeasureRule(selector: .any, meeting: ["facility.body"]),
            .isServed: NamedMeasureRule(selector: .any),
        ]
        pack.targets = [
            Target(
                id: "t", name: BilingualText(en: "t", zh: "t"), clause: clause, measure: .named(measure),
                selector: own, basis: .count, due: nil, atLeast: try #require(ExactDecimal(atLeast)))
        ]
        return pack
    }

    private func finding(_ pack: PolicyPack) throws -> Finding {
        try #require(
            try PolicyItemsTests.findings(world, pack, asOf: "2030-12-31").first { $0.rule == "target.t" })
    }

    /// One of four qualifies, one may: a quarter is met, a half is open, three quarters are out of reach.
    @Test func whatQualifiesIsJudgedWithWhatIsUnknown() throws {
        let verdicts = try ["0.25", "0.5", "0.75"].map {
            try finding(pack(.hasQualified, atLeast: $0)).verdict
        }
        #expect(verdicts == [.pass, .unknown, .fail])
        let half = try finding(pack(.hasQualified, atLeast: "0.5"))
        #expect(half.measured?.description == "0.25")
        #expect(half.numerator?.description == "1")
        #expect(half.denominator?.description == "4")
    }

    /// A selector of the target's own sets the pack's rule aside: three communities have anything at all.
    @Test func anOwnSelectorReplacesThePacksRule() throws {
        let three = try finding(pack(.hasQualified, atLeast: "0.75", own: .any))
        #expect(three.verdict == .pass)
        #expect(three.measured?.description == "0.75")
    }

    /// Two subdistricts, Street and Far, and a facility in each.
    @Test func subdistrictsAreCountedAndNotCommunities() throws {
        let all = try finding(pack(.subdistrictHasCentre, atLeast: "1"))
        #expect(all.verdict == .pass)
        #expect(all.denominator?.description == "2")
    }

    /// What the rate of summary.csv says and what the target says is one figure.
    @Test(arguments: NamedMeasure.allCases) func theTargetAgreesWithTheRate(_ measure: NamedMeasure) throws {
        var own = try pack(measure, atLeast: "0.5")
        own.namedMeasures[measure] = own.namedMeasures[measure] ?? NamedMeasureRule(selector: .any)
        let day = try #require(itemDate("2030-12-31")).last
        let rate = try #require(
            NamedMeasures.rates(study: world.study, pack: own, on: day).first {
                $0.measure == measure.rawValue && $0.scope.kind == "city"
            })
        let found = try finding(own)
        #expect(found.numerator?.double == rate.numerator)
        #expect(found.denominator?.double == rate.denominator)
    }

    /// 30 beds over the 1,000 resident elders that the office counted last; over registered ones nobody stated any.
    @Test func bedsAreTakenOverThePublishedElders() throws {
        var own = try pack(.isServed, atLeast: "0")
        let thirty = try #require(ExactDecimal("30"))
        func target(_ id: String, _ basis: CountingBasis) -> Target {
            Target(
                id: id, name: own.targets[0].name, clause: own.targets[0].clause, measure: .bedsPer1000Elders,
                basis: .elders, elders: basis, due: nil, atLeast: thirty)
        }
        own.targets = [target("resident", .resident), target("registered", .registered)]
        var study = ItemWorld(
            communities: [.init(elders: "100")], facilities: [.init(kind: .institution, beds: "30")]
        ).study
        study.totals = [
            AreaTotal(area: .scope(.city("World")), year: 2029, basis: .resident, elders: ExactDecimal(2000)),
            AreaTotal(area: .scope(.city("World")), year: 2030, basis: .resident, elders: ExactDecimal(1000)),
            AreaTotal(area: .scope(.city("World")), year: 2031, basis: .resident, elders: ExactDecimal(500)),
        ]
        let found = try PolicyItemsTests.findings(study, own, asOf: "2030-12-31").filter {
            $0.rule.hasPrefix("target.")
        }
        #expect(found.map(\.verdict) == [.pass, .unknown])
        #expect(found[0].measured?.description == "30")
        #expect(found[0].denominator?.description == "1000")
        // It is told which total it was.
        #expect(found[0].notes?.total?.year == 2030 && found[0].notes?.total?.basis == .resident)
        #expect(found[1].notes?.total == nil)
        // No total is no 0.
        #expect(found[1].measured == nil && found[1].denominator == nil && found[1].numerator == thirty)
        guard case .target(_, _, _, let unstated, .registered) = found[1].detail else {
            Issue.record("\(found[1].detail)")
            return
        }
        #expect(unstated == 0)
    }
}
