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
        // The pool holds the 80 m² that it owes: nothing has to be mended.
        #expect(all.first?.remedy == nil)
        #expect(all.first?.metBy == PoolStanding(scope: .pool, subject: "P"))
        // K4 states nothing, so that nobody knows whether the pool does.
        let open = findings(
            compounds([("100", "10"), ("100", "29"), ("100", "30"), ("200", nil)], pool: "P")
        ) {
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .pool)]
        }
        #expect(open.first?.metBy == nil)
        #expect(open.first?.remedy == .shareSpace(number("10"), with: "K2"))
        let alone = findings(compounds([("100", "10"), ("100", "90")], pool: "P")) { _ in }
        #expect(alone.first?.remedy == .addSpace(number("10")))
    }

    // What a compound meets with others.

    /// K0 holds 30 m², K1 none; each owes by 100 and 50 households, together 30 m² at 20 m² per 100.
    private func space(
        _ facts: [(households: String?, space: String?)], rate: String = "20", single: String? = nil
    ) -> [Finding] {
        findings(compounds(facts, pool: "P")) {
            $0.space = [
                SpaceRule(clause: clause, effectiveFrom: date("2018-01-01"), newRate: number(rate))
            ]
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .pool)]
            if let single {
                $0.singleSite = [SingleSiteRule(clause: clause, minimum: number(single))]
            }
        }
    }

    /// The row `space` stays the compound's own; whether anything has to be mended is its group's.
    @Test func whatAPoolHoldsMendsItsMembers() {
        let held = space([("100", "30"), ("50", "0")])
        let own = held.filter { $0.rule == "space" }
        #expect(own.map(\.verdict) == [.pass, .fail])
        #expect(own.map(\.metBy) == [nil, PoolStanding(scope: .pool, subject: "P")])
        #expect(own[1].metBy?.address == "space.pooled/pool/P")
        #expect(own[1].shortfall == number("10"))
        #expect(own[1].remedy == nil)
        #expect(!held.contains { $0.isFault })
        // A tenth of a m² less, or a rate that asks for one more, and it is a fault again: of what the group lacks.
        for short in [
            space([("100", "29.9"), ("50", "0")]), space([("100", "30"), ("50", "0")], rate: "20.1"),
        ] {
            let own = short.filter { $0.rule == "space" }
            #expect(own.map(\.isFault) == [false, true])
            #expect(own[1].metBy == nil)
        }
        #expect(space([("100", "29.9"), ("50", "0")])[1].remedy == .addSpace(number("0.1")))
    }

    /// What K1 does not state changes nothing where K0 holds enough for both.
    @Test func aPoolThatHoldsAllLeavesNothingOpen() {
        let own = space([("100", "30"), ("50", nil)]).filter { $0.rule == "space" }
        #expect(own.map(\.verdict) == [.pass, .unknown])
        #expect(own.map(\.isOpen) == [false, false])
        #expect(
            space([("100", "29"), ("50", nil)]).filter { $0.rule == "space" }.map(\.isOpen) == [false, true])
    }

    /// K0 lacks 10 m² that K1, 100 m away, has to spare, and nobody else may need.
    @Test func whatNeighboursSpareMendsToo() {
        let all = findings(compounds([("100", "10"), ("100", "30")])) {
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .within(number("150")))]
        }
        #expect(all[0].metBy == PoolStanding(scope: .compound, subject: "K0"))
        #expect(all[0].remedy == nil)
        #expect(!all.contains { $0.isFault })
    }

    /// The group owes 30 m²: K0's place of 30 holds them all, so that K1's small one of 1 m² is not needed; one of 29.9 m²
    /// leaves it needed, and so does a least of 30.1 m².
    @Test func aPlaceThatHoldsWhatTheGroupOwesIsEnough() {
        func single(_ first: String, least: String) -> [Finding] {
            space([("100", first), ("50", "1")], single: least).filter { $0.rule == "space.min_single" }
        }
        let held = single("30", least: "25")
        #expect(held.map(\.verdict) == [.pass, .fail])
        #expect(held.map(\.metBy) == [nil, PoolStanding(scope: .pool, subject: "P")])
        #expect(held[1].remedy == nil)
        #expect(single("29.9", least: "25").map(\.isFault) == [false, true])
        #expect(single("30", least: "30.1").map(\.isFault) == [true, true])
        // Neighbours agree on no common place.
        let near = findings(compounds([("100", "30"), ("50", "1")])) {
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .within(number("150")))]
            $0.singleSite = [SingleSiteRule(clause: clause, minimum: number("25"))]
        }
        #expect(near.filter { $0.rule == "space.min_single" }.map(\.isFault) == [false, true])
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
