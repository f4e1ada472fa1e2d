import Compliance
import Coverage
import Geometry
import Places
import Policy
import Testing

/// The rows that verdicts about sharing and about entitled people add up.
@Suite struct VerdictSourcesTests {
    private func shared(
        _ facts: [(households: String?, space: String?)], by grouping: PooledSpaceRule.Grouping,
        _ subject: Int = 0
    ) throws -> [PooledMember] {
        let compounds = facts.enumerated().map { index, facts in
            var own = compound("K\(index)", households: facts.households, space: facts.space, planned: "2019")
            own.pool = "P"
            own.community = 0
            // 100 m apart.
            own.point = GeographicPoint(longitude: 114.3 + Double(index) * 100 / 95_900, latitude: 30.6)
            return own
        }
        let world = study([community("C")], compounds: compounds)
        let rules = pack {
            $0.space = [twentyFrom2018]
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: grouping)]
        }
        let findings = Findings.all(study: world, pack: rules, on: day("2025-12-31"))
            .filter { $0.rule == "space.pooled" }
        return PooledSpace.members(
            behind: findings[subject], study: world, pack: rules, on: day("2025-12-31"), walks: [:])
    }

    /// What they hold adds up to what is measured, what they owe to what is required: 35 of 30 m².
    @Test func aGroupIsAllOfItsCompounds() throws {
        for grouping in [PooledSpaceRule.Grouping.pool, .community] {
            let members = try shared([("100", "30"), ("50", "5"), (nil, nil)], by: grouping)
            #expect(members.map(\.compound) == [0, 1, 2])
            #expect(members.map(\.holds) == [number("30"), number("5"), nil])
            #expect(members.map(\.owes) == [number("20"), number("10"), nil])
        }
    }

    /// Of 20 m² owed by each, K0 holds 5 and has 60 elsewhere, K1 states only the 12 elsewhere, K2 holds 8: 5 + 20 + 12 + 8
    /// are the 45 measured, and none of it where the rule counts nothing elsewhere.
    @Test func whatCountsElsewhereMakesThePartsAddUp() throws {
        for counts in [true, false] {
            let facts: [(space: String?, elsewhere: String?)] = [("5", "60"), (nil, "12"), ("8", nil)]
            let compounds = facts.enumerated().map { index, facts in
                var own = compound("K\(index)", households: "100", space: facts.space, planned: "2019")
                own.careSpaceElsewhere = facts.elsewhere.map(number)
                own.pool = "P"
                return own
            }
            let world = study(compounds: compounds)
            let rules = pack {
                $0.space = [
                    SpaceRule(
                        clause: clause, effectiveFrom: date("2018-01-01"), newRate: number("20"),
                        countsElsewhere: counts)
                ]
                $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .pool)]
            }
            let finding = try #require(
                Findings.all(study: world, pack: rules, on: day("2025-12-31"))
                    .first { $0.rule == "space.pooled" })
            #expect(finding.measured == number(counts ? "45" : "13"))
            let members = PooledSpace.members(
                behind: finding, study: world, pack: rules, on: day("2025-12-31"), walks: [:])
            #expect(
                members.map(\.countedElsewhere)
                    == (counts ? [number("20"), number("12"), nil] : [nil, nil, nil]))
            #expect(members.map(\.elsewhere) == [number("60"), number("12"), nil])
            let parts = members.flatMap { [$0.holds, $0.countedElsewhere] }.compactMap(\.self)
            #expect(parts.reduce(ExactDecimal.zero, +) == finding.measured)
        }
    }

    /// K1 holds more than it owes, K2 less, of K3 it is not known; K4 is too far.
    @Test func aNeighbourhoodIsTheCompoundAndWhoMayGive() throws {
        let members = try shared(
            [("100", "10"), ("100", "30"), ("100", "10"), ("100", nil), ("100", "90")],
            by: .within(number("350")))
        #expect(members.map(\.compound) == [0, 1, 3])
    }

    @Test func otherRulesAddUpNoCompounds() {
        let world = study(
            [community("C")], compounds: [compound("K", households: "100", space: "0", planned: "2019")])
        let rules = pack { $0.space = [twentyFrom2018] }
        for finding in Findings.all(study: world, pack: rules, on: day("2025-12-31")) {
            #expect(
                PooledSpace.members(
                    behind: finding, study: world, pack: rules, on: day("2025-12-31"), walks: [:]
                ).isEmpty)
        }
    }

    /// 3 of 2024 in C and 4 of 2023 in D; the row of 2020 is older, that of 2030 to come, others are of another group.
    @Test func peopleAndCarersAreThoseOfTheFigure() throws {
        var world = study(
            [community("C"), community("D")],
            facilities: [0, 1, 1].enumerated().map { index, own in
                facility("F\(index)") {
                    $0.community = own
                    $0.carers = number("1")
                    if index == 2 { $0.closed = date("2024") }
                }
            })
        world.groups = [
            (0, "poor", "3", 2024), (0, "poor", "9", 2020), (0, "poor", "8", 2030), (0, "rich", "7", 2024),
            (1, "poor", "4", 2023),
        ].map { area, group, count, year in
            EntitledGroup(area: .community(area), group: group, count: number(count), year: year)
        }
        let rules = pack {
            $0.entitlements = [
                Entitlement(
                    id: "help", name: BilingualText(en: "Help", zh: "服务"), clause: clause, groups: ["poor"],
                    amount: .hours(aMonth: number("8"), yuanAnHour: number("20"), months: 12), services: [])
            ]
            $0.serviceRules = [
                ServiceRule(
                    id: "service.hours", clause: clause, entitlement: "help", tier: .city,
                    demand: .hours(aCarerAMonth: number("100")))
            ]
        }
        let finding = try #require(
            Findings.all(study: world, pack: rules, on: day("2025-12-31")).first)
        let sources = ServiceFindings.sources(
            behind: finding, study: world, pack: rules, on: day("2025-12-31"))
        #expect(sources.people.map(\.count) == [number("3"), number("4")])
        #expect(sources.facilities == [0, 1])
        // 7 people at 8 hours, 2 carers at 100.
        #expect(finding.required == number("56") && finding.measured == number("200"))
    }
}
