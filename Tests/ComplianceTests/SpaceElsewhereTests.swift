import Compliance
import Coverage
import Places
import Policy
import Testing

/// Space in lieu, and pooling by the walk instead of the line.
@Suite struct SpaceElsewhereTests {
    private func space(own: String?, elsewhere: String?, counts: Bool) -> Finding? {
        var compound = Compound(
            id: "K", households: number("100"), careSpace: own.map(number), planned: date("2024-01-01"),
            point: somewhere)
        compound.careSpaceElsewhere = elsewhere.map(number)
        let own = pack {
            $0.space = [
                SpaceRule(
                    clause: clause, effectiveFrom: date("2020-01-01"), newRate: number("20"),
                    countsElsewhere: counts)
            ]
        }
        return Findings.all(study: study(compounds: [compound]), pack: own, on: day("2025-12-31")).first
    }

    /// 12 m² of its own and 8 elsewhere are the 20 that it owes, where the pack lets them be.
    @Test func spaceElsewhereCountsWhereThePackLetsIt() {
        #expect(space(own: "12", elsewhere: "8", counts: true)?.verdict == .pass)
        let less = space(own: "12", elsewhere: "7", counts: true)
        #expect(less?.verdict == .fail && less?.shortfall == number("1"))
        let alone = space(own: "12", elsewhere: "8", counts: false)
        #expect(alone?.verdict == .fail && alone?.shortfall == number("8"))
        #expect(space(own: nil, elsewhere: "20", counts: true)?.verdict == .pass)
        #expect(space(own: nil, elsewhere: "20", counts: false)?.verdict == .unknown)
        #expect(space(own: nil, elsewhere: nil, counts: true)?.verdict == .unknown)
    }

    private func pooled(_ near: [[Int]?]?) -> [Finding] {
        let compounds = [("K0", "10"), ("K1", "30")].map { id, held in
            Compound(
                id: id, households: number("100"), careSpace: number(held), planned: date("2024-01-01"),
                point: somewhere)
        }
        let own = pack {
            $0.space = [
                SpaceRule(clause: clause, effectiveFrom: date("2020-01-01"), newRate: number("20"))
            ]
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: .walk(number("300")))]
        }
        return Findings.all(
            study: study(compounds: compounds), pack: own, on: day("2025-12-31"),
            walks: near.map { [number("300"): NearbyOnFoot(near: $0)] } ?? [:]
        ).filter { $0.rule == "space.pooled" }
    }

    /// At one point, but only the walk counts: K1 spares the 10 m² that K0 lacks where the streets join them.
    @Test func walksDecideNotPoints() {
        let pass = pooled([[1], [0]])
        #expect(pass.map(\.verdict) == [.pass, .pass])
        #expect(
            pass[0].detail
                == .neighbours(count: 1, metres: number("300"), isContended: false, onFoot: true))
        let fail = pooled([[], []])
        #expect(fail.map(\.verdict) == [.fail, .pass] && fail[0].shortfall == number("10"))
        // Too far from any street, or no streets at all: only what it lacks is open.
        #expect(pooled([nil, []]).map(\.verdict) == [.unknown, .pass])
        #expect(pooled(nil).map(\.detail) == [.noWalk, .holdsItsOwn])
    }

    /// Compounds of 100 households each, which owe 20 m²: what each has of its own, and elsewhere.
    private func group(
        _ facts: [(own: String?, elsewhere: String?)], by grouping: PooledSpaceRule.Grouping, counts: Bool
    ) -> (space: [Verdict], pooled: [Finding]) {
        let compounds = facts.enumerated().map { index, facts in
            var own = Compound(
                id: "K\(index)", households: number("100"), careSpace: facts.own.map(number),
                planned: date("2024-01-01"), pool: "P", point: somewhere)
            own.careSpaceElsewhere = facts.elsewhere.map(number)
            return own
        }
        let own = pack {
            $0.space = [
                SpaceRule(
                    clause: clause, effectiveFrom: date("2020-01-01"), newRate: number("20"),
                    countsElsewhere: counts)
            ]
            $0.pooledSpace = [PooledSpaceRule(clause: clause, grouping: grouping)]
        }
        let all = Findings.all(study: study(compounds: compounds), pack: own, on: day("2025-12-31"))
        return (
            all.filter { $0.rule == "space" }.map(\.verdict), all.filter { $0.rule == "space.pooled" }
        )
    }

    /// Each holds the 20 m² that it owes, one of them 8 elsewhere: so does the group; a metre less, and it does not.
    @Test func aGroupPassesWhereItsMembersDo() {
        let (space, pooled) = group([("12", "8"), ("20", nil)], by: .pool, counts: true)
        #expect(space == [.pass, .pass])
        #expect(pooled.map(\.verdict) == [.pass] && pooled[0].measured == number("40"))
        let less = group([("12", "7"), ("20", nil)], by: .pool, counts: true).pooled
        #expect(less.map(\.verdict) == [.fail] && less[0].shortfall == number("1"))
        let none = group([("12", "8"), ("20", nil)], by: .pool, counts: false).pooled
        #expect(none.map(\.verdict) == [.fail] && none[0].shortfall == number("8"))
    }

    /// What stands elsewhere is for the compound's own 20 m²: 50 m² elsewhere lend nothing to the neighbour, and free the
    /// 15 m² that stand in the compound.
    @Test func whatStandsElsewhereIsLentToNobody() {
        let pooled = group([("5", nil), ("0", "50")], by: .within(number("300")), counts: true).pooled
        #expect(pooled.map(\.verdict) == [.fail, .pass] && pooled[0].shortfall == number("15"))
        let freed = group([("5", nil), ("15", "50")], by: .within(number("300")), counts: true).pooled
        #expect(freed.map(\.verdict) == [.pass, .pass])
        let unstated = group([("20", nil), (nil, "20")], by: .pool, counts: true).pooled
        #expect(unstated.map(\.verdict) == [.pass])
    }

    /// What counts for `space` counts in the sums of care space too, from the day on which the compound does.
    @Test func spaceElsewhereIsDeliveredWithItsCompound() {
        func record(own: String?, counts: Bool) -> CareSpaceRecord {
            var compound = Compound(
                id: "K", households: number("100"), careSpace: own.map(number), planned: date("2024-01-01"),
                point: somewhere)
            compound.careSpaceElsewhere = number("8")
            let own = pack {
                $0.space = [
                    SpaceRule(
                        clause: clause, effectiveFrom: date("2020-01-01"), newRate: number("20"),
                        countsElsewhere: counts)
                ]
            }
            return CareSpaceRecord(
                CompoundRecord(compound: compound, phases: []), pack: own, asOf: day("2025-12-31"))
        }
        let both = record(own: "12", counts: true)
        #expect(both.delivered(on: day("2025-12-31"), state: .counted) == 20)
        #expect(both.delivered(on: day("2025-12-31"), state: .notYet) == 0)
        #expect(record(own: "12", counts: false).delivered(on: day("2025-12-31"), state: .counted) == 12)
        let alone = record(own: nil, counts: true)
        #expect(alone.isStated && alone.delivered(on: day("2025-12-31"), state: .counted) == 8)
        #expect(!record(own: nil, counts: false).isStated)
    }
}
