import Compliance
import Geometry
import Places
import Policy
import Testing

/// Single places, pooled space, land, and what would mend what they lack.
@Suite struct SharedSpaceTests {
    /// Compounds that are new under 20 m² per 100 households, 100 m from each other along a parallel.
    private func compounds(
        _ facts: [(households: String?, space: String?)], pool: String? = nil, metresApart: Double = 100
    ) -> [Compound] {
        facts.enumerated().map { index, facts in
            var own = compound("K\(index)", households: facts.households, space: facts.space, planned: "2019")
            own.pool = pool
            own.community = 0
            // A degree of longitude at 30.6 degrees north is some 95.9 km.
            own.point = GeographicPoint(
                longitude: 114.3 + Double(index) * metresApart / 95_900, latitude: 30.6)
            return own
        }
    }

    private func findings(
        _ compounds: [Compound], phases: [Phase] = [], facilities: [Facility] = [],
        _ change: (inout PolicyPack) -> Void
    ) -> [Finding] {
        Findings.all(
            study: study([community("C")], compounds: compounds, phases: phases, facilities: facilities),
            pack: pack {
                $0.space = [twentyFrom2018]
                change(&$0)
            }, on: day("2025-12-31"))
    }

    // Single places.

    @Test func theSmallestPlaceDecides() {
        func finding(_ space: String?, phases: [String] = [], households: String = "100") -> Finding? {
            findings(
                compounds([(households, space)]),
                phases: phases.enumerated().map { phase($0 + 1, space: $1) }
            ) { $0.singleSite = [SingleSiteRule(clause: clause, minimum: number("350"))] }
            .first { $0.rule == "space.min_single" }
        }
        #expect(finding("350")?.verdict == .pass)
        #expect(finding("349.9")?.shortfall == number("0.1"))
        #expect(finding("349.9")?.remedy == .enlargePlace(number("0.1")))
        // 700 m² in two places, one of them too small; a phase without any is no place.
        #expect(finding("700", phases: ["351", "349"])?.measured == number("349"))
        #expect(finding("700", phases: ["700", "0"])?.verdict == .pass)
        #expect(finding("0")?.verdict == .exempt)
        #expect(finding(nil)?.verdict == .unknown)
        #expect(finding("10", households: "0")?.verdict == .exempt)
    }

    // Pools.

    private func pooled(
        _ facts: [(households: String?, space: String?)], by grouping: PooledSpaceRule.Grouping = .pool,
        metresApart: Double = 100
    ) -> [Finding] {
        findings(compounds(facts, pool: "P", metresApart: metresApart)) {
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: grouping)]
        }.filter { $0.rule == "space.pooled" }
    }

    /// 100 + 50 households owe 30 m² together.
    @Test func aGroupHoldsWhatItOwesTogether() {
        for grouping in [PooledSpaceRule.Grouping.pool, .community] {
            let pass = pooled([("100", "30"), ("50", "0")], by: grouping)
            #expect(pass.map(\.verdict) == [.pass])
            #expect(pass.map(\.subject) == [grouping == .pool ? "P" : "C"])
            #expect(pass.map(\.scope) == [.pool])
            let fail = pooled([("100", "29.9"), ("50", "0")], by: grouping)
            #expect(fail.map(\.verdict) == [.fail])
            #expect(fail.map(\.shortfall) == [number("0.1")])
            #expect(fail.map(\.remedy) == [.addSpace(number("0.1"))])
        }
    }

    /// What is not stated can only add space, never what is owed away.
    @Test func whatIsNotStatedLeavesOnlyAShortageOpen() {
        #expect(pooled([("100", "30"), ("50", nil)]).map(\.verdict) == [.pass])
        #expect(pooled([("100", "29"), ("50", nil)]).map(\.verdict) == [.unknown])
        #expect(pooled([("100", "300"), (nil, "0")]).map(\.verdict) == [.unknown])
        // One alone is no group.
        #expect(pooled([("100", "0")]).isEmpty)
    }

    // Neighbours.

    /// K0 lacks 10 m², K1 holds 10 m² more than it owes, 100 m away.
    @Test func aNeighbourWithEnoughToSpareIsEnough() {
        let findings = pooled([("100", "10"), ("100", "30")], by: .within(number("300")))
        #expect(findings.map(\.verdict) == [.pass, .pass])
        #expect(
            findings[0].detail == .neighbours(count: 1, metres: number("300"), isContended: false))
        #expect(findings[1].detail == .holdsItsOwn)
        let less = pooled([("100", "10"), ("100", "29.9")], by: .within(number("300")))
        #expect(less.map(\.verdict) == [.fail, .pass])
        #expect(less[0].shortfall == number("0.1"))
        let far = pooled([("100", "10"), ("100", "30")], by: .within(number("300")), metresApart: 301)
        #expect(far.map(\.verdict) == [.fail, .pass])
    }

    /// K0 lacks 10 m²; K1 beside it states no care space, K2 no households: whether anybody has any to spare is not known,
    /// and both are named.
    @Test func whoLeavesItOpenIsNamed() throws {
        let findings = pooled([("100", "10"), ("100", nil), (nil, "5")], by: .within(number("300")))
        let first = try #require(findings.first)
        #expect(first.verdict == .unknown)
        #expect(
            first.detail
                == .neighbours(
                    count: 0, metres: number("300"), isContended: false, unstated: ["K1"], open: ["K2"]))
    }

    /// K0 and K2 lack 10 m² each, and K1 between them has 10 m² to spare: only an agreement says whose they are.
    ///
    /// With 20 m² to spare both are met.
    @Test func whatTwoMayNeedIsOpen() {
        let contended = pooled([("100", "10"), ("100", "30"), ("100", "10")], by: .within(number("150")))
        #expect(contended.map(\.verdict) == [.unknown, .pass, .unknown])
        #expect(
            pooled([("100", "10"), ("100", "40"), ("100", "10")], by: .within(number("150"))).map(\.verdict)
                == [.pass, .pass, .pass])
    }

    /// Of compounds that may share, the nearest with enough to spare is the remedy for `space`.
    @Test func theNearestWithEnoughToSpareIsTheRemedy() {
        let all = findings(
            compounds([("100", "10"), ("100", "29"), ("100", "30"), ("100", "90")], pool: "P")
        ) {
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .pool)]
        }
        #expect(all.first?.remedy == .shareSpace(number("10"), with: "K2"))
        let alone = findings(compounds([("100", "10"), ("100", "90")], pool: "P")) { _ in }
        #expect(alone.first?.remedy == .addSpace(number("10")))
    }

    // Land.

    @Test func landOfTheFacilitiesThatUseIt() {
        func finding(population: String?, land: [String?]) -> Finding? {
            var own = compounds([("100", "20")])
            own[0].population = population.map(number)
            return findings(
                own,
                facilities: land.enumerated().map { index, land in
                    facility("F\(index)") {
                        $0.compound = 0
                        $0.landArea = land.map(number)
                    }
                }
            ) { $0.land = [LandRule(clause: clause, perPerson: number("0.1"))] }
            .first { $0.rule == "space.land" }
        }
        #expect(finding(population: "285", land: ["20", "8.5"])?.verdict == .pass)
        #expect(finding(population: "285", land: ["20", "8.4"])?.shortfall == number("0.1"))
        #expect(finding(population: "285", land: ["20", "8.4"])?.remedy == .addLand(number("0.1")))
        // A facility without a figure can only add.
        #expect(finding(population: "285", land: ["28.5", nil])?.verdict == .pass)
        #expect(finding(population: "285", land: ["28.4", nil])?.verdict == .unknown)
        #expect(finding(population: "285", land: [])?.verdict == .unknown)
        #expect(finding(population: nil, land: ["28.5"])?.verdict == .unknown)
    }

    // Dates.

    @Test func whatCameLateCannotBeMendedAndWhatIsMissingCan() {
        func remedy(care: String?) -> Remedy? {
            findings(
                compounds([("100", "20")]), phases: [phase(1, space: "20", housing: "2020-01-01", care: care)]
            ) { $0.synchronizations = [SynchronizationRule(milestone: .built, clause: clause)] }
            .first { $0.rule == "sync.built" }?.remedy
        }
        #expect(remedy(care: "2020-01-02") == .tooLate)
        #expect(remedy(care: nil) == .complete(.built, phases: [1]))
        #expect(remedy(care: "2020-01-01") == nil)
    }
}
